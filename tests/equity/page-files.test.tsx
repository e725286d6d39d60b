// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { censusProfile } from "../../src/app/equity/profile-tables.ts";
import { type CensusFile, censusCounts } from "../../src/services/census-table.ts";
import { BOROUGH_CODES, type BoroughCode, boroughCode } from "../../src/services/place.ts";
import { madeUp, words } from "../app/fixture.tsx";
import {
  captionOf,
  cellsOf,
  EAST,
  EAST_NAME,
  filesOf,
  openPage,
  rowsStarting,
  SOMALI,
  sectionCalled,
  serveData,
  services,
  TOWER_HAMLETS,
  tableStarting,
  tables,
  unfold,
} from "./page.tsx";

vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => serveData());
afterAll(() => vi.unstubAllGlobals());
afterEach(cleanup);

const CITY = boroughCode("E09000001") as BoroughCode;

const library = madeUp({
  name: "Testham Library",
  kind: "place",
  terms: { specialism: ["libraries"] },
  locations: [{ borough: boroughCode("E09000025") as BoroughCode, lon: 0.03, lat: 51.53, precision: "venue" }],
});

/** What a cell of the page shows where the file has nothing, because it is no figure. */
const ONLY_SHOWN = ["none listed", "not counted", "hidden", "no such area", ""];

/** Whether a cell of the file and one of the page are one number, or one text. */
function sameNumber(inFile: string, shown: string): boolean {
  const plain = inFile.replace(/^'(?=[=+\-@])/, "");
  if (plain === shown) return true;
  if (inFile === "") return ONLY_SHOWN.includes(shown);
  if (shown === "under 0.1%") return Number(inFile) > 0 && Number(inFile) < 0.0005;
  const number = Number(shown.replace(/,/g, "").replace(/%$/, ""));
  if (Number.isNaN(number) || Number.isNaN(Number(inFile))) return false;
  const scale = shown.endsWith("%") ? 100 : 1;
  return Math.abs(Number(inFile) * scale - number) <= (Math.abs(number) < 100 ? 0.0501 : 0.5);
}

async function openWhole(): Promise<void> {
  await openPage(SOMALI, { area: EAST, listed: [...services, library], places: 2 });
  unfold();
  await vi.waitFor(() => tableStarting("By who lives there"));
  await vi.waitFor(() => tableStarting("The best places for one more"));
}

async function openProfile(borough: string): Promise<void> {
  const door = within(sectionCalled("A borough profile to print"));
  fireEvent.change(door.getByLabelText("Borough"), { target: { value: borough } });
  fireEvent.click(door.getByText("Open the profile"));
  await vi.waitFor(() => expect(document.querySelector(".profile")).not.toBeNull());
}

describe("every table of who is left out", () => {
  test("is a file with the same numbers, safe in a spreadsheet, and a profile prints them too", async () => {
    await openWhole();
    const shownTables = tables();
    const files = await filesOf(shownTables);
    for (const [i, table] of shownTables.entries()) {
      const [heading = [], ...rows] = files[i] ?? [];
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

    const ofTowerHamlets = (caption: string) => rowsStarting(caption).find(([name]) => name === "Tower Hamlets");
    const [reach, need, parity] = ["By borough", "People and services", "Records by borough"].map(ofTowerHamlets);
    const gaps = rowsStarting("Neighbourhoods in the most deprived fifth").filter(
      ([, name]) => name === "Tower Hamlets",
    );
    await openProfile(TOWER_HAMLETS);
    expect(window.location.hash).toBe(`${SOMALI}&profile=${TOWER_HAMLETS}`);
    expect(document.querySelector("h1")?.textContent).toContain("Tower Hamlets");
    expect(rowsStarting("How many people live near one")[1]).toEqual(reach);
    expect(rowsStarting("People and services")[1]).toEqual(need);
    expect(rowsStarting("How full and how fresh the records are")[1]).toEqual(parity);
    const printed = tables().find((table) => captionOf(table).startsWith("Neighbourhoods in the most deprived fifth"));
    expect(printed === undefined ? [] : cellsOf(printed).slice(1)).toEqual(gaps.slice(0, 5));
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
    fireEvent.click(screen.getByText("Back to all figures"));
    expect(await screen.findByText("How many people live near one")).toBeTruthy();
    expect(window.location.hash).toBe(SOMALI);
  });
});

describe("counts of people under 10", () => {
  const census = JSON.parse(readFileSync("data/areas/census/boroughs.json", "utf8")) as CensusFile;
  const somali = censusCounts(census, "TS024:African language: Somali") ?? [];
  const [city = -1] = somali;
  const all = BOROUGH_CODES.reduce((sum, code, i) => sum + (EAST.includes(code) ? (somali[i] ?? 0) : 0), 0);

  test("are hidden on the screen and in the file, and so is the total that would give them away", async () => {
    expect(city).toBeLessThan(10);
    await openPage(SOMALI, { area: EAST });
    unfold("See the same as a table", "By who lives there");
    await vi.waitFor(() => tableStarting("By who lives there"));
    const [needTable, peopleTable] = [tableStarting("People and services"), tableStarting("By who lives there")];
    const [needFile = [], peopleFile = []] = await filesOf([needTable, peopleTable]);
    for (const rows of [cellsOf(needTable), needFile]) {
      const row = rows.find(([name]) => name === "City of London") ?? [];
      expect(row[1]).toBe("fewer than 10");
      expect(row.slice(5).filter((cell) => /\d/.test(cell))).toEqual([]);
      const total = Number((rows.find(([name]) => name === EAST_NAME)?.[1] ?? "").replace(/,/g, ""));
      expect(total).toBe(Math.round(all / 100) * 100);
    }
    // Half a kilometre around one group live a handful of some of the census's groups.
    const [heading = [], ...people] = peopleFile;
    const counts = heading.flatMap((label, column) =>
      /^(?:People|At least|At most) within/.test(label) ? [column] : [],
    );
    const told = people.flatMap((row) => counts.map((column) => row[column] ?? ""));
    expect(told).toContain("hidden");
    expect(told.filter((cell) => cell !== "hidden" && Number(cell) < 10)).toEqual([]);
    expect(cellsOf(peopleTable).flat()).toContain("hidden");
  });

  test("are hidden in print", async () => {
    await openPage(`${SOMALI}&profile=${CITY}`, { area: EAST });
    const need = rowsStarting("People and services")[1] ?? [];
    expect(need.slice(0, 2)).toEqual(["City of London", "fewer than 10"]);
    expect(need.slice(5).filter((cell) => /\d/.test(cell))).toEqual([]);
    const counts = somali.map((_, borough) => (borough === 0 ? 7 : 500));
    const few: CensusFile = {
      areas: "boroughs",
      tables: {
        TS029: {
          title: "Proficiency in English",
          population: "All usual residents aged 3 years and over",
          totals: somali.map(() => 1_000),
          categories: [{ name: "Cannot speak English", group: null, counts }],
        },
      },
    };
    const [line] =
      censusProfile({ words, data: { census: few }, borough: CITY, boroughName: () => "City" })?.rows ?? [];
    expect(line?.slice(0, 3)).toEqual([
      { english: "Proficiency in English: Cannot speak English" },
      "fewer than 10",
      { shown: "hidden" },
    ]);
  });
});
