// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EquityScreen } from "../../src/app/equity/EquityScreen.tsx";
import { PRESETS } from "../../src/app/equity/presets.ts";
import { type BoroughCode, boroughCode } from "../../src/services/place.ts";
import { madeUp, renderWith, vocabularies, words } from "../app/fixture.tsx";

const borough = (code: string): BoroughCode => boroughCode(code) as BoroughCode;
// Whole pages of thousands of cells are drawn here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });
let missing: readonly string[] = [];

beforeEach(() => {
  missing = [];
  window.location.hash = "#/equity";
  vi.stubGlobal("fetch", async (file: string) => {
    if (missing.some((name) => file.endsWith(name))) return new Response("", { status: 404 });
    return new Response(readFileSync(`data/${file}`));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const TOWER_HAMLETS = borough("E09000030");
/** Aged 65 and over, Census 2021 (TS007). */
const TOWER_HAMLETS_65 = 17471;
const services = [
  madeUp({
    name: "=Somali talking group",
    kind: "group",
    terms: { spokenLanguage: ["Somali"], specialism: ["mental-health"] },
    locations: [{ borough: TOWER_HAMLETS, lon: -0.035, lat: 51.515, precision: "venue" }],
  }),
  madeUp({ name: "Quiet room", terms: { specialism: ["mental-health"] }, locations: [{ borough: TOWER_HAMLETS }] }),
  madeUp({ name: "Sikh kitchen", terms: { faith: ["Sikh"] } }),
  madeUp({
    name: "Test Library",
    kind: "place",
    terms: { specialism: ["libraries"] },
    locations: [{ borough: borough("E09000008"), lon: -0.1, lat: 51.375, precision: "venue" }],
  }),
];

/** Opens all that is folded away, as a press on each would: this document has no presses on `summary`. */
function unfold(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("section > details")) {
    details.open = true;
    fireEvent(details, new Event("toggle"));
  }
}

async function open(hash = "#/equity") {
  window.location.hash = hash;
  const user = userEvent.setup();
  const rendered = renderWith(services, (loaded) => <EquityScreen ready={{ ...loaded, servicesCount: 3 }} />);
  await screen.findByText("How many people live near one");
  unfold();
  // Both come a turn later: one by files of the census, one by the line to whoever works it out.
  await waitFor(() => tableCalled("By who lives there"));
  await waitFor(() => tableStarting("The best places for one more"));
  return { user, ...rendered };
}

// By the document and not by role: computing names for some thousand cells takes this page's tests a minute.
const tables = () => [...document.querySelectorAll("table")];
const captionOf = (table: HTMLTableElement) => table.caption?.textContent ?? "";
function tableCalled(name: string): HTMLTableElement {
  const found = tables().find((table) => captionOf(table) === name);
  if (found === undefined) throw new Error(`There is no table "${name}", but ${tables().map(captionOf).join("; ")}.`);
  return found;
}
function tableStarting(name: string): HTMLTableElement {
  const found = tables().find((table) => captionOf(table).startsWith(name));
  if (found === undefined) throw new Error(`There is no table "${name}…" yet.`);
  return found;
}
const cellsOf = (table: HTMLTableElement) =>
  [...table.rows].map((row) => [...row.cells].map(({ textContent }) => textContent ?? ""));
function sectionCalled(heading: string): HTMLElement {
  const found = [...document.querySelectorAll("h2")].find(({ textContent }) => textContent === heading);
  const section = found?.closest("section");
  if (section === null || section === undefined) throw new Error(`There is no section "${heading}".`);
  return section;
}

describe("the page on who is left out", () => {
  test("says first what its numbers cannot tell", async () => {
    await open();
    const told = sectionCalled("Read this first").textContent;
    for (const part of ["not provision", "not absent", "not journeys", "areas, not people", "Nothing here tells why"]) {
      expect(told).toContain(part);
    }
  });

  test("counts what says so, and tells of what leaves it out", async () => {
    await open();
    expect(screen.getByText("1 record found")).toBeTruthy();
    expect(screen.getByText(/2 more records leave out something/)).toBeTruthy();
    const reach = cellsOf(tableCalled("By how deprived the area is"));
    expect(reach[1]?.slice(0, 2)).toEqual(["London", "8,799,689"]);
    expect(Number.parseFloat(reach[1]?.[4] ?? "")).toBeGreaterThan(0);
  });

  test("shows the need of the people asked about beside the services that say so", async () => {
    await open();
    const need = cellsOf(tableCalled("People and services, borough by borough: Somali"));
    expect(need).toHaveLength(1 + 33 + 1);
    expect(need.find(([name]) => name === "Tower Hamlets")?.slice(1, 5)).toEqual(["1,578", "1", "0", "1"]);
  });

  test.each([
    ["#/equity?about=step-free-free", /No record says that it fits, but 3 records leave out/],
    ["#/equity?only=1&speaks=so&faith=sikh&not-a-filter=1", /No record says that it fits/],
  ])("with nothing found still shows people, a reach of 0, and why (%s)", async (hash, why) => {
    await open(hash);
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.getAllByText("0% of Londoners")).toHaveLength(3);
    expect(screen.getByText("Nobody is in reach, so there is nothing to share out.")).toBeTruthy();
    expect(
      tables()
        .filter((table) => captionOf(table).startsWith("People and services"))
        .map((table) => table.rows.length),
    ).toEqual([35]);
  });

  test("tells nothing listed from nothing that says so", async () => {
    await open("#/equity?kind=champions");
    expect(screen.getByText(/Nothing like this is listed/)).toBeTruthy();
  });

  test("says from how few records distances can be measured, and where the others are", async () => {
    const { user } = await open("#/equity?all=1&about=somali-mental-health");
    expect(screen.getAllByText(/We can measure from 1 of the 3 records/).length).toBeGreaterThan(0);
    const placed = cellsOf(tableCalled("Where they are")).map(([where, count]) => `${where}: ${count}`);
    expect(placed).toContain("Known by borough only: 1");
    const boroughs = cellsOf(tableCalled("By borough"));
    const column = boroughs[0]?.indexOf("Records in the borough with no exact place") ?? -1;
    expect(boroughs.find(([name]) => name === "Tower Hamlets")?.[column]).toBe("1");
    await user.click(screen.getByLabelText("Only those that say so"));
    expect(screen.queryByText(/We can measure from/)).toBeNull();
  });

  test("lists the gaps, most people first, and says what is nearest and how far", async () => {
    const { user } = await open();
    const first = sectionCalled("Where there is nothing near").querySelector("li");
    if (first === null) throw new Error("There is no gap.");
    await user.click(within(first).getByText(/people$/));
    expect(first.textContent).toMatch(/The nearest is =Somali talking group, [\d.]+ km away in a straight line/);
    expect(within(first).getByText("Read about it").getAttribute("href")).toBe("#/service/-somali-talking-group");
  });

  test("tries libraries for one more, and any place by hand", async () => {
    const { user } = await open();
    expect(cellsOf(tableCalled("The best places for one more, within 1 km"))[1]?.[0]).toBe("1. Test Library");
    const region = within(sectionCalled("What if there were one more?"));
    await user.selectOptions(region.getByLabelText("Borough"), "Croydon");
    await user.selectOptions(region.getByLabelText("Place"), "Test Library");
    expect(region.getByRole("status").textContent).toMatch(
      /A service at Test Library would be within 1 km of [\d,]+ people/,
    );
  });

  test("shows on the map what the tables say: the same areas, the same nearest, the same metres", async () => {
    const { user } = await open();
    const gaps = cellsOf(tableStarting("Neighbourhoods in the most deprived fifth"));
    const region = within(sectionCalled("On the map"));
    const all = cellsOf(tableCalled("Neighbourhoods and what is nearest: London"));
    const people = gaps.slice(1).reduce((sum, cells) => sum + plainNumber(cells[2]), 0);
    expect(plainNumber(all.at(-1)?.[1])).toBe(people);
    await user.selectOptions(region.getByLabelText("Borough"), "Newham");
    const areas = cellsOf(tableCalled("Neighbourhoods and what is nearest: Newham"));
    const dark = areas.filter((cells) => cells[3] === "Most deprived fifth, none within 1 km");
    const listed = gaps.filter((cells) => cells[1] === "Newham");
    expect(dark.length).toBeGreaterThan(0);
    expect(dark.map(([name, ...cells]) => [name, cells[0], cells[3], cells[4]]).sort()).toEqual(
      listed.map((cells) => [cells[0], cells[2], cells[4], cells[5]]).sort(),
    );
  });

  test("puts a pin by keyboard, moves it by the arrow keys and takes it back", async () => {
    const { user } = await open();
    const region = within(sectionCalled("On the map"));
    const answer = () => sectionCalled("On the map").querySelector(".pin-place")?.textContent ?? "";
    const undo = region.getByRole("button", { name: "Undo" });
    expect(answer()).toBe("");
    await user.selectOptions(region.getByLabelText("Borough"), "Newham");
    const [, , name] = [...(region.getByLabelText("Neighbourhood") as HTMLSelectElement).options].map(
      ({ text }) => text,
    );
    await user.selectOptions(region.getByLabelText("Neighbourhood"), name ?? "");
    const first = answer();
    expect(first).toContain(`${name}, Newham`);
    expect(first).toMatch(/The nearest is =Somali talking group, [\d.]+ km away/);
    expect(first).toMatch(/A service at the pin would be within 1 km of [\d,]+ people/);
    region.getByRole("button", { name: "North" }).focus();
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowRight}");
    expect(answer()).toMatch(/The nearest is .*A service at the pin/s);
    expect(answer()).not.toBe(first);
    for (let i = 0; i < 3; i++) await user.click(undo);
    expect(answer()).toBe(first);
    await user.click(region.getByRole("button", { name: "Take the pin away" }));
    expect(answer()).toBe("");
    await user.click(undo);
    expect(answer()).toBe(first);
    // A place that somebody tries is theirs: no link may hold it.
    expect(window.location.hash).toBe("#/equity?about=somali-mental-health");
  });

  test("shows a gap of the list on the map", async () => {
    const { user } = await open();
    const item = sectionCalled("Where there is nothing near").querySelector("li");
    if (item === null) throw new Error("There is no gap.");
    const name = item.querySelector("summary")?.textContent ?? "";
    await user.click(within(item).getByText("See it on the map"));
    expect(sectionCalled("On the map").querySelector(".pin-place")?.textContent).toContain(name);
  });

  test("has the words of caution beneath every view", async () => {
    await open();
    const views = [...document.querySelectorAll("main > section")].filter(
      (section) => section.querySelector("table") !== null,
    );
    expect(views.length).toBeGreaterThanOrEqual(6);
    for (const view of views) {
      const told = view.querySelector(".view-note")?.textContent ?? "";
      for (const part of ["not provision", "not absent", "not journeys", "areas, not people", "why"]) {
        expect(told, view.querySelector("h2")?.textContent ?? "").toContain(part);
      }
    }
  });

  test("compares disabled people, older people and carers with what says it is for them", async () => {
    const { user } = await open();
    const choice = screen.getByLabelText("Compare with");
    await user.selectOptions(choice, "Older people");
    const need = cellsOf(tableStarting("People and services, borough by borough: Older people"));
    // TS007 for Tower Hamlets: 65 to 74, 75 to 84, 85 and over.
    const [, column] = need.find(([name]) => name === "Tower Hamlets") ?? [];
    expect(plainNumber(column)).toBe(TOWER_HAMLETS_65);
    expect(screen.getByText(/Aged 65 to 74 years/)).toBeTruthy();
  });

  test("prints a borough on its own, with the numbers of the whole page", async () => {
    const { user } = await open();
    const reach = cellsOf(tableCalled("By borough")).find(([name]) => name === "Tower Hamlets");
    const need = cellsOf(tableStarting("People and services")).find(([name]) => name === "Tower Hamlets");
    const parity = cellsOf(tableCalled("Records by borough")).find(([name]) => name === "Tower Hamlets");
    const gaps = cellsOf(tableStarting("Neighbourhoods in the most deprived fifth")).filter(
      ([, name]) => name === "Tower Hamlets",
    );
    const door = within(sectionCalled("A borough profile to print"));
    await user.selectOptions(door.getByLabelText("Borough"), "Tower Hamlets");
    await user.click(door.getByText("Open the profile"));
    expect(window.location.hash).toBe(`#/equity?about=somali-mental-health&profile=${TOWER_HAMLETS}`);
    expect(document.querySelector("h1")?.textContent).toContain("Tower Hamlets");
    expect(cellsOf(tableCalled("How many people live near one"))[1]).toEqual(reach);
    expect(cellsOf(tableStarting("People and services"))[1]).toEqual(need);
    expect(cellsOf(tableCalled("How full and how fresh the records are"))[1]).toEqual(parity);
    const shown = tables().find((table) => captionOf(table).startsWith("Neighbourhoods in the most deprived fifth"));
    expect(shown === undefined ? [] : cellsOf(shown).slice(1)).toEqual(gaps.slice(0, 5));
    const told = document.querySelector(".profile")?.textContent ?? "";
    for (const part of [
      "not provision",
      "Census 2021",
      "Built on",
      "How we worked it out",
      "Where the records come from",
    ]) {
      expect(told).toContain(part);
    }
    await user.click(screen.getByText("Back to all figures"));
    expect(await screen.findByText("How many people live near one")).toBeTruthy();
    expect(window.location.hash).toBe("#/equity?about=somali-mental-health");
  });

  test("keeps what was chosen in the address, so that a link shows the same", async () => {
    const { user } = await open();
    await user.selectOptions(screen.getByLabelText("What should we look at?"), "Food banks");
    await user.click(screen.getByLabelText("2 km"));
    expect(window.location.hash).toBe("#/equity?about=food-banks&km=2");
    cleanup();
    await open(window.location.hash);
    expect((screen.getByLabelText("What should we look at?") as HTMLSelectElement).value).toBe("food-banks");
    expect((screen.getByLabelText("2 km") as HTMLInputElement).checked).toBe(true);
  });

  test("gives every table as a file with the same numbers, safe in a spreadsheet", async () => {
    const files: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      files.push(blob as Blob);
      return "blob:made-up";
    });
    vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => undefined);
    const { user } = await open();
    const shownTables = tables();
    const buttons = screen.getAllByText(/^Download this table/);
    expect(buttons).toHaveLength(shownTables.length);
    for (const button of buttons) await user.click(button);
    expect(files).toHaveLength(shownTables.length);
    for (const [i, table] of shownTables.entries()) {
      const text = new TextDecoder().decode(await files[i]?.arrayBuffer());
      const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { skipEmptyLines: true });
      const [heading = [], ...rows] = data;
      const [shownHeading = [], ...shown] = cellsOf(table);
      expect(rows).toHaveLength(shown.length);
      expect(rows[0]?.[heading.length - 1]).toContain("not provision");
      const differ = rows.flatMap((row, r) =>
        shownHeading.flatMap((label, c) => {
          const inFile = row[heading.indexOf(label ?? "")] ?? "missing";
          return sameNumber(inFile, shown[r]?.[c] ?? "") ? [] : [`${label}: ${inFile} / ${shown[r]?.[c]}`];
        }),
      );
      expect(differ).toEqual([]);
      expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }
  });

  test("says what is missing when the areas do not come, and goes on when they do", async () => {
    vi.resetModules();
    missing = ["icbs.json"];
    const fresh = await import("../../src/app/equity/EquityScreen.tsx");
    const { StoreContext } = await import("../../src/app/state/app-context.tsx");
    const { createAppStore } = await import("../../src/app/state/store.ts");
    const { WordsContext } = await import("../../src/app/words-context.tsx");
    const { ready } = await import("../app/fixture.tsx");
    const loaded = ready(services);
    render(
      <StoreContext value={createAppStore({ screen: "find" })}>
        <WordsContext value={words}>
          <fresh.EquityScreen ready={loaded} />
        </WordsContext>
      </StoreContext>,
    );
    expect(await screen.findByText(/The areas did not load/)).toBeTruthy();
    missing = [];
    await userEvent.setup().click(screen.getByText("Try again"));
    expect(await screen.findByText("How many people live near one")).toBeTruthy();
  });
});

const plainNumber = (cell: string | undefined): number => Number((cell ?? "").replace(/,/g, ""));

/** Whether a cell of the file and one of the page are one number, or one text. */
function sameNumber(inFile: string, shown: string): boolean {
  const plain = inFile.replace(/^'(?=[=+\-@])/, "");
  if (plain === shown) return true;
  if (inFile === "") return ["none listed", "not counted", "hidden", "no such area", ""].includes(shown);
  if (shown === "under 0.1%") return Number(inFile) > 0 && Number(inFile) < 0.0005;
  const number = Number(shown.replace(/,/g, "").replace(/%$/, ""));
  if (Number.isNaN(number) || Number.isNaN(Number(inFile))) return false;
  const scale = shown.endsWith("%") ? 100 : 1;
  return Math.abs(Number(inFile) * scale - number) <= (Math.abs(number) < 100 ? 0.0501 : 0.5);
}

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
