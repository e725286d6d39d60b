// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { PRESETS } from "../../src/app/equity/presets.ts";
import { madeUp, vocabularies, words } from "../app/fixture.tsx";
import {
  captionOf,
  cellsOf,
  openPage,
  plainNumber,
  rowsStarting,
  SOMALI,
  sectionCalled,
  serveData,
  TOWER_HAMLETS,
  tableStarting,
  tables,
  unfold,
} from "./page.tsx";

/** Aged 65 and over, Census 2021 (TS007). */
const TOWER_HAMLETS_65 = 17471;
// Whole pages are drawn here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => serveData());
afterAll(() => vi.unstubAllGlobals());

describe("the page on who is left out", () => {
  beforeAll(async () => {
    await openPage();
    unfold("See the same as a table", "By who lives there");
    await screen.findByText(/counted for larger areas/);
  }, 60_000);
  afterAll(cleanup);

  test("says before any number what numbers cannot tell, and more of it before the tables", () => {
    const told = document.querySelector("main")?.textContent ?? "";
    const first = told.indexOf("listing is not provision");
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(told.search(/\d/));
    const caveats = sectionCalled("Read this first").textContent ?? "";
    for (const part of ["not provision", "not absent", "not journeys", "areas, not people", "Nothing here tells why"]) {
      expect(caveats).toContain(part);
    }
    expect(told.indexOf(caveats)).toBeLessThan(told.indexOf(captionOf(tables()[0] as HTMLTableElement)));
  });

  test("answers in short, with the numbers of its tables", () => {
    const answer = sectionCalled("In short").textContent ?? "";
    expect(answer).toContain("1 record found");
    expect(answer).toMatch(/2 more records leave out something/);
    const london = rowsStarting("By how deprived the area is")[1] ?? [];
    expect(london.slice(0, 2)).toEqual(["London", "8,799,689"]);
    expect(Number.parseFloat(london[3] ?? "")).toBeGreaterThan(0);
    expect(answer).toContain(`${london[3]} of people live within 1 km`);
    const gaps = sectionCalled("Where there is nothing near").querySelector("p")?.textContent ?? "";
    const [, count, people] = /fifth, (\d+) neighbourhoods have none .* ([\d,]+) people live there/.exec(gaps) ?? [];
    expect(answer).toContain(`none that near: ${count}. People who live there: ${people}.`);
  });

  test("shows the need of the people asked about beside the services that say so", () => {
    const need = rowsStarting("People and services, borough by borough: Somali");
    expect(need).toHaveLength(1 + 33 + 1);
    expect(need.find(([name]) => name === "Tower Hamlets")?.slice(1, 5)).toEqual(["1,578", "1", "0", "1"]);
  });

  test("shows reach among the people whom the census counts, English by wider areas", () => {
    const people = rowsStarting("By who lives there");
    const names = people.map(([name]) => name ?? "");
    expect(names).toContain("Disability: Disabled under the Equality Act");
    expect(names).toContain("Proficiency in English: Cannot speak English (MSOA)");
    const english = people.find(([name]) => name === "Proficiency in English: Cannot speak English (MSOA)");
    expect(plainNumber(english?.[1])).toBeGreaterThan(50_000);
  });

  test("has the words of caution beneath every view", () => {
    const views = [
      "How many people live near one",
      "People and services, borough by borough",
      "On the map",
      "Where there is nothing near",
      "What if there were one more?",
      "How full and how fresh the records are",
    ];
    for (const view of views) {
      const told = sectionCalled(view).querySelector(".view-note")?.textContent ?? "";
      for (const part of ["not provision", "not absent", "not journeys", "areas, not people", "why"]) {
        expect(told, view).toContain(part);
      }
    }
  });

  test("lists the gaps, most people first, and says what is nearest and how far", () => {
    const items = [...sectionCalled("Where there is nothing near").querySelectorAll<HTMLElement>("li")];
    const people = items.map((item) => plainNumber(/: ([\d,]+) people/.exec(item.textContent ?? "")?.[1]));
    expect(people).toEqual([...people].sort((a, b) => b - a));
    const [first] = items;
    if (first === undefined) throw new Error("There is no gap.");
    expect(first.textContent).toMatch(/The nearest is =Somali talking group, [\d.]+ km away in a straight line/);
    expect(within(first).getByText("Read about it").getAttribute("href")).toBe("#/service/-somali-talking-group");
  });
});

describe("the page, asked otherwise,", () => {
  afterEach(cleanup);

  test.each([
    ["#/equity?about=step-free-free", /No record says that it fits, but 3 records leave out/],
    ["#/equity?only=1&speaks=so&faith=sikh&not-a-filter=1", /No record says that it fits/],
    ["#/equity?kind=champions", /Nothing like this is listed/],
  ])("with nothing found still shows people, a reach of 0, and why (%s)", async (hash, why) => {
    await openPage(hash);
    unfold("Is reach shared evenly?");
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.getAllByText("0% of Londoners")).toHaveLength(3);
    expect(screen.getByText("Nobody is in reach, so there is nothing to share out.")).toBeTruthy();
    unfold("See the same as a table");
    expect(rowsStarting("People and services")).toHaveLength(35);
  });

  test("says that it cannot tell, and not 0, where what was found has no place", async () => {
    const homeless = madeUp({
      name: "Somali visits",
      terms: { spokenLanguage: ["Somali"], specialism: ["mental-health"] },
      locations: [{ borough: TOWER_HAMLETS }],
    });
    await openPage(SOMALI, { listed: [homeless], places: 0 });
    expect(sectionCalled("In short").textContent).toContain("we can’t tell who is near one");
    const cards = [...document.querySelectorAll(".reach-card")].map(({ textContent }) => textContent);
    expect(cards).toEqual(["Within 0.5 kmcan’t tell", "Within 1 kmcan’t tell", "Within 2 kmcan’t tell"]);
  });

  test("says from how few records distances can be measured, and where the others are", async () => {
    await openPage("#/equity?all=1&about=somali-mental-health");
    unfold("By borough");
    expect(screen.getAllByText(/We can measure from 1 of the 3 records/).length).toBeGreaterThan(0);
    const placed = rowsStarting("Where they are").map(([where, count]) => `${where}: ${count}`);
    expect(placed).toContain("Known by borough only: 1");
    const boroughs = rowsStarting("By borough");
    const column = boroughs[0]?.indexOf("Records in the borough with no exact place") ?? -1;
    expect(boroughs.find(([name]) => name === "Tower Hamlets")?.[column]).toBe("1");
    fireEvent.click(screen.getByLabelText("Only those that say so"));
    await vi.waitFor(() => expect(screen.queryByText(/We can measure from/)).toBeNull());
  });

  test("tries libraries for one more, and any place by hand", async () => {
    const { user } = await openPage();
    await vi.waitFor(() => tableStarting("The best places for one more"));
    expect(rowsStarting("The best places for one more, within 1 km")[1]?.[0]).toBe("1. Test Library");
    const region = within(sectionCalled("What if there were one more?"));
    await user.selectOptions(region.getByLabelText("Borough"), "Croydon");
    await user.selectOptions(region.getByLabelText("Place"), "Test Library");
    expect(region.getByRole("status").textContent).toMatch(
      /A service at Test Library would be within 1 km of [\d,]+ people/,
    );
  });

  test("compares disabled people, older people and carers with what says it is for them", async () => {
    const { user } = await openPage();
    await user.selectOptions(screen.getByLabelText("Compare with"), "Older people");
    unfold("See the same as a table");
    const need = cellsOf(tableStarting("People and services, borough by borough: Older people"));
    // TS007 for Tower Hamlets: 65 to 74, 75 to 84, 85 and over.
    const [, column] = need.find(([name]) => name === "Tower Hamlets") ?? [];
    expect(plainNumber(column)).toBe(TOWER_HAMLETS_65);
    expect(screen.getByText(/Aged 65 to 74 years/)).toBeTruthy();
  });

  test("keeps what was chosen in the address, so that a link shows the same", async () => {
    const { user } = await openPage();
    await user.selectOptions(screen.getByLabelText("What should we look at?"), "Food banks");
    fireEvent.click(screen.getByLabelText("2 km"));
    expect(window.location.hash).toBe("#/equity?about=food-banks&km=2");
    await openPage(window.location.hash);
    expect((screen.getByLabelText("What should we look at?") as HTMLSelectElement).value).toBe("food-banks");
    expect((screen.getByLabelText("2 km") as HTMLInputElement).checked).toBe(true);
  });

  test("says what is missing when the areas do not come, and goes on when they do", async () => {
    vi.resetModules();
    serveData(["icbs.json"]);
    const fresh = await import("../../src/app/equity/EquityScreen.tsx");
    const { StoreContext } = await import("../../src/app/state/app-context.tsx");
    const { createAppStore } = await import("../../src/app/state/store.ts");
    const { WordsContext } = await import("../../src/app/words-context.tsx");
    const fixture = await import("../app/fixture.tsx");
    const loaded = fixture.ready([madeUp({ name: "Quiet room", terms: { specialism: ["mental-health"] } })]);
    window.location.hash = SOMALI;
    render(
      <StoreContext value={createAppStore({ screen: "find" })}>
        <WordsContext value={words}>
          <fresh.EquityScreen ready={loaded} />
        </WordsContext>
      </StoreContext>,
    );
    expect(await screen.findByText(/The areas did not load.*The search still works/)).toBeTruthy();
    expect(document.querySelector("table")).toBeNull();
    serveData();
    fireEvent.click(screen.getByText("Try again"));
    expect(await screen.findByText("How many people live near one")).toBeTruthy();
  });
});

describe("the presets", () => {
  test("name only terms that the vocabularies know", () => {
    const unknown = PRESETS.flatMap(({ terms }) =>
      Object.entries(terms).flatMap(([facet, ids]) =>
        ids.filter((id: string) => !vocabularies[facet as keyof typeof vocabularies].byId.has(id)),
      ),
    );
    expect(unknown).toEqual([]);
  });
});
