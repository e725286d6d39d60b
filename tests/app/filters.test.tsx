// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FindScreen } from "../../src/app/find/FindScreen.tsx";
import { madeUp, renderWith } from "./fixture.tsx";

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const services = [
  madeUp({ name: "Somali tea", terms: { spokenLanguage: ["Somali"], specialism: ["befriending"] } }),
  madeUp({ name: "Bengali lunch", terms: { spokenLanguage: ["Bengali"] }, locations: [{ borough: "E09000030" }] }),
  madeUp({ name: "Everyone's walk", locations: [{ borough: "E09000012" }] }),
];
const names = () =>
  within(screen.getByRole("region", { name: "Results" }))
    .getAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent)
    .filter((text) => !text?.startsWith("No fixed place"));

describe("the find screen", () => {
  test("ticking a language puts what fits first, keeps what does not say, and drops what says another", async () => {
    const user = userEvent.setup();
    renderWith(services, (loaded) => <FindScreen ready={loaded} />);
    expect(names()).toHaveLength(3);
    await user.click(screen.getByRole("checkbox", { name: /^Bengali/ }));
    expect(names()).toEqual(["Bengali lunch", "Everyone's walk"]);
    await user.click(screen.getByRole("radio", { name: "Only those that say so" }));
    expect(names()).toEqual(["Bengali lunch"]);
  });

  test("a chip takes its choice away, and clear all takes everything away", async () => {
    const user = userEvent.setup();
    renderWith(services, (loaded) => <FindScreen ready={loaded} />);
    await user.click(screen.getByRole("checkbox", { name: /^Somali/ }));
    await user.click(screen.getByRole("button", { name: "Remove Somali" }));
    expect(names()).toHaveLength(3);
    await user.click(screen.getByRole("checkbox", { name: /^Somali/ }));
    await user.click(screen.getByRole("button", { name: "Clear all" }));
    expect(names()).toHaveLength(3);
  });

  test("a term can be left out, in words", async () => {
    const user = userEvent.setup();
    renderWith(services, (loaded) => <FindScreen ready={loaded} />);
    await user.click(screen.getByRole("button", { name: "Not this: Somali" }));
    expect(names()).toEqual(["Bengali lunch", "Everyone's walk"]);
    expect(screen.getByRole("button", { name: "Remove not Somali" })).toBeTruthy();
  });

  test("nothing found is never a dead end: it says what to take away and what that gives", async () => {
    const user = userEvent.setup();
    const { store } = renderWith(services, (loaded) => <FindScreen ready={loaded} />);
    store.setState(({ selection }) => ({
      selection: { ...selection, reading: "says-so", terms: { spokenLanguage: ["so"], borough: ["E09000030"] } },
    }));
    await user.click(await screen.findByRole("button", { name: /Take away Borough: 1 result/ }));
    expect(names()).toEqual(["Somali tea"]);
  });

  test("a service with no place is listed in a group of its own", () => {
    renderWith(services, (loaded) => <FindScreen ready={loaded} />);
    expect(screen.getByRole("heading", { name: /^No fixed place.*\(1\)$/ })).toBeTruthy();
    expect(names()).toContain("Somali tea");
  });
});
