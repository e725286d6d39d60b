import { describe, expect, test } from "vitest";
import {
  isNothingSelected,
  NOTHING_SELECTED,
  type Selection,
  toggleExclusion,
  toggleTerm,
} from "../../src/search/selection.ts";
import { startAt } from "../../src/search/start-at.ts";
import { BOROUGH_CODES, type BoroughCode, type LonLat, lonLat } from "../../src/services/place.ts";

const point = lonLat(-0.1, 51.5) as LonLat;
const selection = (part: Partial<Selection>): Selection => ({ ...NOTHING_SELECTED, ...part });

describe("ticking a term", () => {
  test("chooses it beside the others, and ticking it again leaves no trace of it", () => {
    const somali = toggleTerm(NOTHING_SELECTED, "spokenLanguage", "so");
    expect(somali.terms).toEqual({ spokenLanguage: ["so"] });
    const both = toggleTerm(somali, "spokenLanguage", "bn");
    expect(both.terms).toEqual({ spokenLanguage: ["so", "bn"] });
    expect(toggleTerm(both, "faith", "sikh").terms).toEqual({ spokenLanguage: ["so", "bn"], faith: ["sikh"] });
    expect(toggleTerm(both, "spokenLanguage", "so").terms).toEqual({ spokenLanguage: ["bn"] });
    expect(toggleTerm(somali, "spokenLanguage", "so")).toEqual(NOTHING_SELECTED);
  });

  test("ends its exclusion, and that of no other", () => {
    const without = selection({ not: { faith: ["sikh", "jain"] } });
    expect(toggleTerm(without, "faith", "sikh")).toEqual(
      selection({ terms: { faith: ["sikh"] }, not: { faith: ["jain"] } }),
    );
  });

  test("changes nothing else that a person chose, and not the selection it was given", () => {
    const given = selection({ words: "tea", places: true, reading: "says-so", terms: { cost: ["free"] } });
    const ticked = toggleTerm(given, "faith", "sikh");
    expect(ticked).toEqual({ ...given, terms: { cost: ["free"], faith: ["sikh"] } });
    expect(given.terms).toEqual({ cost: ["free"] });
  });
});

describe("excluding a term", () => {
  test("excludes it beside the others, and again leaves no trace of it", () => {
    const one = toggleExclusion(NOTHING_SELECTED, "faith", "sikh");
    expect(one).toEqual(selection({ not: { faith: ["sikh"] } }));
    expect(toggleExclusion(one, "faith", "jain").not).toEqual({ faith: ["sikh", "jain"] });
    expect(toggleExclusion(one, "faith", "sikh")).toEqual(NOTHING_SELECTED);
  });

  test("unticks it, and no other", () => {
    const chosen = selection({ terms: { faith: ["sikh", "jain"], cost: ["free"] } });
    expect(toggleExclusion(chosen, "faith", "sikh")).toEqual(
      selection({ terms: { cost: ["free"], faith: ["jain"] }, not: { faith: ["sikh"] } }),
    );
  });
});

describe("nothing narrows the list", () => {
  test("when nothing is chosen, only blanks are typed, or only the way of answering differs", () => {
    expect(isNothingSelected(NOTHING_SELECTED)).toBe(true);
    expect(isNothingSelected(selection({ words: "  ", reading: "says-so", places: true }))).toBe(true);
  });

  test.each<Partial<Selection>>([
    { terms: { faith: ["sikh"] } },
    { not: { faith: ["sikh"] } },
    { words: "tea" },
    { near: { point, radius: null, label: "here" } },
  ])("unless by %j", (part) => {
    expect(isNothingSelected(selection(part))).toBe(false);
  });
});

describe("a place to start from", () => {
  test("is named by its id where it may stand in an address, and has its borough where that is known", () => {
    const borough = BOROUGH_CODES[6] as BoroughCode;
    expect(startAt({ kind: "borough", name: "Camden", point, borough, id: "camden" }, 800)).toEqual({
      point,
      radius: 800,
      label: "Camden",
      borough,
      place: "camden",
    });
  });

  test("without an id or a borough leaves both out, so that an address can't tell of it", () => {
    const start = startAt({ kind: "station", name: "Example Road", point }, null);
    expect(start).toStrictEqual({ point, radius: null, label: "Example Road" });
  });
});
