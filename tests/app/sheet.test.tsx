// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ShortlistScreen } from "../../src/app/shortlist/ShortlistScreen.tsx";
import { StoreContext } from "../../src/app/state/app-context.tsx";
import { createAppStore } from "../../src/app/state/store.ts";
import { TodayContext } from "../../src/app/state/today-context.tsx";
import { WordsContext } from "../../src/app/words-context.tsx";
import { madeUp, ready, TODAY, words } from "./fixture.tsx";

const services = [
  madeUp({
    name: "Tea at Three",
    summary: "Tea and a talk.",
    terms: { spokenLanguage: ["Somali"], howToGetIn: ["drop-in"] },
    phones: [{ number: "020 7946 0018", dial: "+442079460018", extension: "3" }],
    locations: [{ address: "1 Example Street", postcode: "E1 6AN", lon: -0.0712, lat: 51.5176, borough: "E09000030" }],
    assured: { date: "2026-10-02" },
  }),
  madeUp({ name: "Lunch by Post", emails: ["lunch@example.org"] }),
  madeUp({ name: "Safe House", sensitive: true, locations: [{ address: "2 Hidden Street", borough: "E09000030" }] }),
];

beforeEach(() => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(services)));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

async function open(linked: readonly string[], own: readonly string[] = []) {
  const store = createAppStore({ screen: "shortlist", linked });
  const loaded = { ...ready(services), places: "ready" as const };
  store.setState({ loading: loaded, shortlist: { ids: own, undo: null, keeps: false, refused: false } });
  render(
    <StoreContext value={store}>
      <WordsContext value={words}>
        <TodayContext value={TODAY}>
          <ShortlistScreen ready={loaded} linked={linked} />
        </TodayContext>
      </WordsContext>
    </StoreContext>,
  );
  await screen.findByRole("region", { name: /Sheet to print/ });
  return { user: userEvent.setup(), store };
}
const sheet = () => screen.getByRole("region", { name: /Sheet to print|ورقة|Waraaq|sheet/i });
const entry = (name: string) => {
  const found = within(sheet())
    .getAllByRole("listitem")
    .find((item) => within(item).queryByRole("heading", { name }) !== null);
  if (found === undefined) throw new Error(`The sheet has no entry "${name}".`);
  return within(found);
};
const ALL = services.map(({ id }) => id);

describe("the sheet", () => {
  test("has for each service its name, the number to ring first, and what to say", async () => {
    await open(ALL);
    expect(within(sheet()).getAllByRole("heading", { level: 2 })).toHaveLength(3);
    const tea = entry("Tea at Three");
    expect(tea.getByRole("link", { name: /020 7946 0018 ext\. 3/ }).getAttribute("href")).toMatch(
      /^tel:\+442079460018/,
    );
    expect(tea.getByText(/I would like to know about Tea at Three/)).toBeTruthy();
    expect(tea.getByText(/1 Example Street/)).toBeTruthy();
    expect(tea.getByText("Checked 2 October 2026")).toBeTruthy();
    expect(tea.getByText(/Notes:/)).toBeTruthy();
    expect(entry("Lunch by Post").getByText("lunch@example.org")).toBeTruthy();
    expect(entry("Safe House").getByText("No phone number on record")).toBeTruthy();
  });

  test("never says where a private address is", async () => {
    await open(ALL);
    expect(sheet().textContent).not.toContain("Hidden Street");
  });

  test("has the list's address as a code and in letters, and asks for an interpreter", async () => {
    await open(ALL);
    expect(screen.getByRole("img", { name: "QR code of this list" })).toBeTruthy();
    expect(sheet().textContent).toMatch(/#\/shortlist\?ids=[0-9a-z]{7},[0-9a-z]{7},[0-9a-z]{7}/);
    expect(within(sheet()).getByText(/You can ask for an interpreter/)).toBeTruthy();
  });

  test("speaks another language than the page, with its direction, English beneath and names as they are", async () => {
    const { user } = await open(ALL);
    await user.selectOptions(screen.getByRole("combobox", { name: "Language of the sheet" }), "ar");
    await waitFor(() => expect(document.querySelector(".sheet")?.getAttribute("lang")).toBe("ar"));
    const arabic = document.querySelector<HTMLElement>(".sheet");
    expect(arabic?.getAttribute("dir")).toBe("rtl");
    const beneath = [...(arabic?.querySelectorAll('[lang="en"][dir="ltr"]') ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(beneath).toContain("How to get in");
    expect(beneath).toContain("“I need an interpreter, please. My language: Arabic.”");
    expect(screen.getByRole("heading", { level: 2, name: "Tea at Three" }).querySelector("bdi")).not.toBeNull();
    expect(screen.getByRole("heading", { level: 1, name: "A list somebody sent you" })).toBeTruthy();
  });

  test("stands on as many pages as were chosen, each with its number", async () => {
    const { user } = await open(ALL);
    const pages = () => document.querySelectorAll(".sheet-page").length;
    expect(pages()).toBe(2);
    await user.selectOptions(screen.getByRole("combobox", { name: "How many on a page" }), "1");
    expect(pages()).toBe(3);
    expect(within(sheet()).getByText("Page 3 of 3")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "How many on a page" }), "4");
    expect(pages()).toBe(1);
  });
});

describe("a list", () => {
  test("that was sent says how many are gone, and can be taken over", async () => {
    const { user, store } = await open([...ALL.slice(0, 2), "gone-example", "gone-too-example"]);
    expect(screen.getByText("2 things on this list are no longer here.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Add these to your list" }));
    expect(store.getState().shortlist.ids).toEqual(ALL.slice(0, 2));
  });

  test("of one's own lets go of a service, and takes it back", async () => {
    const { user, store } = await open([], ALL);
    await user.click(screen.getByRole("button", { name: "Take off your list: Lunch by Post" }));
    expect(store.getState().shortlist.ids).toEqual([ALL[0], ALL[2]]);
    await user.click(screen.getByRole("button", { name: "Put it back" }));
    expect(store.getState().shortlist.ids).toEqual(ALL);
  });

  test("goes on where the browser refuses to keep it, and says so", async () => {
    const { user } = await open([], ALL);
    const before = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
    try {
      await user.click(screen.getByRole("button", { name: "Take off your list: Lunch by Post" }));
      expect(screen.getByText(/Your browser does not let us keep the list/)).toBeTruthy();
      expect(within(sheet()).getAllByRole("heading", { level: 2 })).toHaveLength(2);
    } finally {
      Storage.prototype.setItem = before;
    }
  });
});
