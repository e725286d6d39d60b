import { describe, expect, test } from "vitest";
import { assuredOn } from "../../src/search/ranks.ts";
import { relaxationsOf } from "../../src/search/relaxations.ts";
import { NOTHING_SELECTED, type Selection } from "../../src/search/selection.ts";
import { type LonLat, lonLat } from "../../src/services/place.ts";

const near = { point: lonLat(-0.1, 51.5) as LonLat, radius: 800, label: "here" };
const FULL: Selection = {
  terms: { faith: ["sikh"], cost: ["free"] },
  not: { format: ["online"] },
  reading: "says-so",
  words: "tea",
  near,
  places: true,
};

describe("what may be dropped from a selection that finds too little", () => {
  test("is each thing chosen by itself, all else kept", () => {
    const asked: Selection[] = [];
    const found = relaxationsOf(FULL, 0, (selection) => asked.push(selection));
    const { terms } = FULL;
    expect(new Set(asked.map((selection) => JSON.stringify(selection)))).toEqual(
      new Set(
        [
          { ...FULL, terms: { cost: terms.cost } },
          { ...FULL, terms: { faith: terms.faith } },
          { ...FULL, not: {} },
          { ...FULL, words: "" },
          { ...FULL, near: { ...near, radius: null } },
          { ...FULL, reading: "may-fit" },
        ].map((selection) => JSON.stringify(selection)),
      ),
    );
    expect(found).toHaveLength(6);
    expect(found).toContainEqual({ drop: { kind: "facet", facet: "faith" }, gives: expect.any(Number) });
    expect(found).toContainEqual({ drop: { kind: "exclusion", facet: "format" }, gives: expect.any(Number) });
  });

  test("is told the most giving first, and not at all where it gives no more than now", () => {
    const gives = (selection: Selection): number =>
      selection.words === "" ? 9 : selection.near?.radius === null ? 20 : 3;
    expect(relaxationsOf(FULL, 3, gives)).toEqual([
      { drop: { kind: "radius" }, gives: 20 },
      { drop: { kind: "words" }, gives: 9 },
    ]);
  });

  test("is nothing when nothing is chosen, nor a start that turns nobody away, nor a facet whose last term is gone", () => {
    const always = () => 5;
    expect(relaxationsOf(NOTHING_SELECTED, 0, always)).toEqual([]);
    expect(relaxationsOf({ ...NOTHING_SELECTED, near: { ...near, radius: null } }, 0, always)).toEqual([]);
    expect(relaxationsOf({ ...NOTHING_SELECTED, terms: { faith: [] }, not: { faith: [] } }, 0, always)).toEqual([]);
  });
});

describe("the day of a check, as the order of results takes it", () => {
  test.each([
    ["2026-11-24", "2026-11-24"],
    ["2026-11-25", "2026-11-24"],
    ["2026-11-23", "2026-11-23"],
    ["2026-05", "2026-05"],
    ["2026", "2026"],
    ["", ""],
    ["last spring", ""],
    ["x2026", ""],
    ["2026-5", ""],
    ["2026-05-01x", ""],
  ])("%j is %j: never after today, and never what is no date", (date, taken) => {
    expect(assuredOn(date, "2026-11-24")).toBe(taken);
  });
});
