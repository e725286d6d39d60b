// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { EquityScreen } from "../../src/app/equity/EquityScreen.tsx";
import { StoreContext } from "../../src/app/state/app-context.tsx";
import { createAppStore } from "../../src/app/state/store.ts";
import { TodayContext } from "../../src/app/state/today-context.tsx";
import { WordsContext } from "../../src/app/words-context.tsx";
import { decodeLsoaTable, type LsoaTableFile } from "../../src/services/lsoa-table.ts";
import { lsoasIn } from "../../src/services/lsoas-in.ts";
import { BOROUGH_CODES, type BoroughCode, boroughCode } from "../../src/services/place.ts";
import { madeUp, ready, TODAY, vocabularies, words } from "../app/fixture.tsx";

vi.setConfig({ testTimeout: 60_000 });
const CAMDEN = boroughCode("E09000007") as BoroughCode;
const services = [
  madeUp({
    name: "Somali talking group",
    kind: "group",
    terms: { spokenLanguage: ["Somali"], specialism: ["mental-health"] },
    locations: [{ borough: CAMDEN, lon: -0.14, lat: 51.54, precision: "venue" }],
  }),
  madeUp({ name: "Quiet line", terms: { specialism: ["mental-health"] }, serviceArea: { scope: "london" } }),
];

beforeAll(() => {
  vi.stubGlobal("fetch", async (file: string) => new Response(readFileSync(`data/${file}`)));
});
afterAll(() => vi.unstubAllGlobals());
afterEach(cleanup);

/** The whole page of a map of these boroughs, everything opened. */
async function pageOf(area: string): Promise<string> {
  window.location.hash = "#/equity";
  const loaded = ready(services);
  render(
    <StoreContext value={createAppStore({ screen: "find" })}>
      <WordsContext value={words}>
        <TodayContext value={TODAY}>
          <EquityScreen ready={{ ...loaded, publication: { ...loaded.publication, area } }} />
        </TodayContext>
      </WordsContext>
    </StoreContext>,
  );
  await screen.findByText("How many people live near one", {}, { timeout: 20_000 });
  for (const details of document.querySelectorAll<HTMLDetailsElement>("section > details")) {
    details.open = true;
    fireEvent(details, new Event("toggle"));
  }
  return document.body.textContent ?? "";
}
const rowsOf = (caption: string): string[][] => {
  const table = [...document.querySelectorAll("table")].find((one) => one.caption?.textContent?.startsWith(caption));
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map(({ textContent }) => textContent ?? ""));
};
const namesOfOthers = (area: readonly string[]): string[] =>
  vocabularies.borough.terms.filter(({ id }) => !area.includes(id)).map(({ label }) => label);

describe("who is left out, on a map of one borough,", () => {
  test("speaks of that borough and its people alone", async () => {
    const text = await pageOf(CAMDEN);
    // Names of neighbourhoods, boards and libraries may hold a borough's; cells and options of their own may not.
    const alone = [...document.querySelectorAll("th, td, option")].map(({ textContent }) => textContent ?? "");
    expect(alone.filter((cell) => namesOfOthers([CAMDEN]).includes(cell))).toEqual([]);
    expect(rowsOf("By how deprived the area is")[1]?.slice(0, 2)).toEqual(["Camden", "210,141"]);
    expect(rowsOf("By borough").map(([name]) => name)).toEqual(["Area", "Camden"]);
    expect(rowsOf("By NHS board")).toHaveLength(2);
    expect(text).not.toContain("Londoners");
    expect(text).toContain("There are 130 neighbourhoods");
    expect(text).toMatch(/% of people in this area/);
  });

  test("compares it with no other, and counts what serves all London apart", async () => {
    await pageOf(CAMDEN);
    const [headings = [], ...need] = rowsOf("People and services, borough by borough");
    expect(need.map(([name]) => name)).toEqual(["Camden"]);
    expect(headings.filter((heading) => /against|place/i.test(heading))).toEqual([]);
    expect(rowsOf("Records by borough").map(([name]) => name)).toEqual([
      "Records by borough",
      "Camden",
      "No single borough",
    ]);
  });
});

test("who is left out, on a map of two boroughs, compares these two with both together", async () => {
  const area = [CAMDEN, "E09000019"];
  await pageOf(area.join(" "));
  const [headings = [], ...need] = rowsOf("People and services, borough by borough");
  expect(need.map(([name]) => name).sort()).toEqual(["Camden", "Camden and Islington", "Islington"]);
  expect(headings).toContain("Against all together");
});

describe("the table of LSOAs of some boroughs", () => {
  const table = decodeLsoaTable(JSON.parse(readFileSync("data/areas/lsoas.json", "utf8")) as LsoaTableFile);

  test("holds theirs alone, each with what the whole table says of it", () => {
    const part = lsoasIn(table, [CAMDEN]);
    expect(part.count).toBe(part.codes.length);
    expect(new Set(part.boroughs)).toEqual(new Set([BOROUGH_CODES.indexOf(CAMDEN)]));
    part.codes.forEach((code, row) => {
      const whole = table.rowOf(code);
      expect(part.rowOf(code)).toBe(row);
      expect([part.names[row], part.lon[row], part.residents[row], part.decileOf(row, "health")]).toEqual([
        table.names[whole],
        table.lon[whole],
        table.residents[whole],
        table.decileOf(whole, "health"),
      ]);
    });
    expect(part.rowOf(table.codes[0] ?? "")).toBe(-1);
  });

  test("of all boroughs is the table itself", () => {
    expect(lsoasIn(table, BOROUGH_CODES)).toBe(table);
  });
});
