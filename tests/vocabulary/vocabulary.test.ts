import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { categoriesOf } from "../../src/services/census-table.ts";
import { FACET_IDS, type FacetId } from "../../src/services/facets.ts";
import { KINDS } from "../../src/services/kinds.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";
import { createVocabularies } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";
import censusCategories from "./census-categories.json";
import spellingsMet from "./spellings-met.json";

const files = Object.fromEntries(
  FACET_IDS.map((id) => [
    id,
    JSON.parse(readFileSync(new URL(`../../data/vocabulary/${id}.json`, import.meta.url), "utf8")) as VocabularyFile,
  ]),
);
const vocabularies = createVocabularies(files);
const terms = FACET_IDS.flatMap((facet) => vocabularies[facet].terms.map((term) => ({ facet, term })));
const found = (facet: FacetId, spelling: string) => vocabularies[facet].find(spelling)?.id ?? null;

describe("vocabularies", () => {
  test("each file is about the facet it is named after", () => {
    for (const id of FACET_IDS) expect(files[id]?.facet).toBe(id);
  });

  test("every spelling met in the sources is known, and by one facet only", () => {
    for (const { columns, spellings } of Object.values(spellingsMet)) {
      for (const spelling of spellings) {
        const facets = columns.filter((facet) => found(facet as FacetId, spelling) !== null);
        expect(facets, `"${spelling}" among ${columns.join(", ")}`).toHaveLength(1);
      }
    }
  });

  test.each<[FacetId, string, string]>([
    ["spokenLanguage", "Bangla", "bn"],
    ["spokenLanguage", "বাংলা", "bn"],
    ["spokenLanguage", "Sylheti", "syl"],
    ["spokenLanguage", "Farsi", "fa"],
    ["spokenLanguage", "فارسي", "fa"],
    ["spokenLanguage", "ਪੰਜਾਬੀ", "pa"],
    ["spokenLanguage", "soomaali", "so"],
    ["spokenLanguage", "Tigrigna", "ti"],
    ["spokenLanguage", "język polski", "pl"],
    ["spokenLanguage", "Portugese", "pt"],
    ["spokenLanguage", "sign language", "bfi"],
    ["specialism", "lonely", "company"],
    ["specialism", "pip form", "welfare-advice"],
    ["specialism", "food parcel", "food-bank"],
    ["specialism", "warm space", "community-space"],
    ["borough", "LB Camden", "E09000007"],
    ["borough", "RBKC", "E09000020"],
    ["borough", "City of London Corporation", "E09000001"],
  ])("%s: “%s” means %s", (facet, spelling, id) => {
    expect(found(facet, spelling)).toBe(id);
  });

  test.each<[FacetId, string, readonly string[]]>([
    ["spokenLanguage", "zh", ["yue", "cmn", "hak"]],
    ["spokenLanguage", "ku", ["kmr", "ckb"]],
    ["spokenLanguage", "bn", ["syl"]],
    ["spokenLanguage", "ar", ["ary"]],
    ["spokenLanguage", "fa", ["prs"]],
    ["faith", "christian", ["christian-catholic", "christian-greek-orthodox"]],
    ["faith", "jewish", ["jewish-charedi", "jewish-reform"]],
    ["deprivation", "most-deprived-fifth", ["1", "2"]],
  ])("%s: choosing %s finds what stands beneath it", (facet, parent, children) => {
    expect(vocabularies[facet].withDescendants(parent)).toEqual(expect.arrayContaining([...children]));
  });

  test("a word that says whom a group is for lands where it belongs", () => {
    expect(found("faith", "Muslim")).toBe("muslim");
    expect(found("whoFor", "older people")).toBe("older-people");
    expect(found("community", "Somali")).toBe("somali");
    expect(found("community", "ethnic minority communities")).toBe("minoritised");
    for (const [facet, word] of [
      ["community", "Muslim"],
      ["whoFor", "Somali"],
      ["community", "older people"],
    ] as const) {
      expect(found(facet, word), `${word} in ${facet}`).toBeNull();
    }
  });

  test("terms that the code works out itself are all there", () => {
    expect(vocabularies.kind.terms.map(({ id }) => id)).toEqual([...KINDS]);
    expect(vocabularies.borough.terms.map(({ id }) => id)).toEqual([...BOROUGH_CODES]);
    for (let decile = 1; decile <= 10; decile++) expect(vocabularies.deprivation.byId.has(String(decile))).toBe(true);
    const parts = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    expect(vocabularies.day.terms.map(({ id }) => id)).toEqual([...parts, "morning", "afternoon", "evening"]);
  });

  test("every own name says which language it is in, and every language id is a well-formed tag", () => {
    for (const { facet, term } of terms) {
      expect(term.own === undefined, `${facet} ${term.id}`).toBe(term.lang === undefined);
      if (term.lang !== undefined) expect(() => Intl.getCanonicalLocales(term.lang)).not.toThrow();
    }
    for (const { id } of vocabularies.spokenLanguage.terms) expect(() => Intl.getCanonicalLocales(id)).not.toThrow();
  });

  test("every census category is one that the Office for National Statistics prints", () => {
    const official = new Set(
      Object.entries(censusCategories).flatMap(([table, names]) => names.map((name) => `${table}:${name}`)),
    );
    for (const { facet, term } of terms) {
      for (const category of categoriesOf(term)) expect(official, `${facet} ${term.id}`).toContain(category);
    }
  });

  test("every term says in its file which categories it is compared with, or that there are none", () => {
    for (const facet of FACET_IDS) {
      const silent = files[facet]?.terms.filter(({ census }) => census === undefined || census.length === 0);
      expect(silent?.map(({ id }) => id)).toEqual([]);
    }
    for (const id of ["older-people", "disabled-people", "carers", "children"]) {
      expect(categoriesOf(vocabularies.whoFor.byId.get(id)).length, id).toBeGreaterThan(0);
    }
  });

  test("a parent compared with the census covers every category of its children", () => {
    for (const { facet, term } of terms) {
      const parent = term.parent === undefined ? undefined : vocabularies[facet].byId.get(term.parent);
      const above = categoriesOf(parent);
      if (above.length === 0 || above.some((category) => category.startsWith("TS021:"))) continue;
      expect(above, `${facet} ${parent?.id} above ${term.id}`).toEqual(expect.arrayContaining([...categoriesOf(term)]));
    }
  });

  test("labels and spellings are clean: no stray spaces, no list separators, no spelling twice", () => {
    for (const { facet, term } of terms) {
      const spellings = term.spellings ?? [];
      for (const text of [term.label, term.own ?? "x", ...spellings]) {
        expect(text, `${facet} ${term.id}`).toMatch(/^\S(?:.*\S)?$/u);
        expect(text, `${facet} ${term.id}`).not.toMatch(/[;|\n]| {2}/u);
      }
      expect(new Set(spellings).size, `${facet} ${term.id}`).toBe(spellings.length);
      expect(term.label, `${facet} ${term.id}`).toMatch(/^[\p{Lu}\d]/u);
      expect(term.id).toMatch(/^[A-Za-z0-9-]+$/);
    }
  });
});
