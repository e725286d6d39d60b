// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { StoreContext } from "../../src/app/state/app-context.tsx";
import { changeData } from "../../src/app/state/change-data.ts";
import { bringWordSearch } from "../../src/app/state/lay-words.ts";
import { createAppStore, type Ready, select } from "../../src/app/state/store.ts";
import { TodayContext } from "../../src/app/state/today-context.tsx";
import { areWordsAwaited, useResults } from "../../src/app/state/use-results.ts";
import { joinIndexes } from "../../src/services/join-indexes.ts";
import { madeUp, ready } from "./fixture.tsx";

const adding =
  (...names: string[]) =>
  (data: Ready): Ready => ({
    ...data,
    index: joinIndexes(data.index, ready(names.map((name) => madeUp({ name }))).index),
  });

function storeOf(...names: string[]) {
  const store = createAppStore({ screen: "find" });
  store.setState({ loading: ready(names.map((name) => madeUp({ name }))) });
  return store;
}

const namesIn = ({ loading }: ReturnType<ReturnType<typeof createAppStore>["getState"]>): readonly string[] =>
  loading.status === "ready" ? loading.index.names : [];

test("two changes of the data that come together both hold, each whole at one moment", async () => {
  const store = storeOf("Walk");
  const seen: (readonly string[])[] = [];
  store.subscribe((state) => seen.push(namesIn(state)));
  await Promise.all([changeData(store, adding("Choir")), changeData(store, adding("Tea", "Lunch"), { hovered: null })]);
  expect([...namesIn(store.getState())].sort()).toEqual(["Choir", "Lunch", "Tea", "Walk"]);
  expect(seen.map(({ length }) => length)).toEqual([expect.any(Number), 4]);
});

function Found() {
  const results = useResults();
  return <p>{results === null ? "none" : `${results.rows.length} found`}</p>;
}

test("words that can't be searched yet wait, all else is answered meanwhile; then the words count", async () => {
  const store = storeOf("Walk", "Choir", "Tea");
  select(store, (selection) => ({ ...selection, words: "choir " }));
  render(
    <StoreContext value={store}>
      <TodayContext value="2026-11-24">
        <Found />
      </TodayContext>
    </StoreContext>,
  );
  expect(screen.getByText("3 found")).toBeDefined();
  expect(areWordsAwaited(store.getState())).toBe(true);
  await bringWordSearch(store);
  await waitFor(() => screen.getByText("1 found"));
  expect(areWordsAwaited(store.getState())).toBe(false);

  await changeData(store, adding("Another choir"));
  await waitFor(() => screen.getByText("2 found"));
  expect(areWordsAwaited(store.getState())).toBe(false);
});
