import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuery } from "../../src/search/read-query.ts";
import { gazetteer, phrases } from "./suggest-world.ts";

const read = (query: string): readonly [words: string, where: string | null] => {
  const { words, where } = readQuery(query, phrases, gazetteer);
  return [words, where?.text ?? null];
};

describe("one line is read as a need and a place", () => {
  test.each([
    ["gurdwara near southall", "gurdwara", "Southall"],
    ["near southall gurdwara", "gurdwara", "Southall"],
    ["gurdwara close to Southall", "gurdwara", "Southall"],
    ["food in brixton", "food", "Brixton"],
    ["food in Kentish Town for women", "food for women", "Kentish Town"],
    ["somali near e1 6an", "somali", "E1 6AN"],
    ["somali e16an", "somali", "E1 6AN"],
    ["food in SW2", "food", "SW2"],
    ["near whitechapel", "", "Whitechapel"],
    ["gurdwara near southal", "gurdwara", "Southall"],
  ])("%s", (query, words, where) => {
    expect(read(query)).toEqual([words, where]);
  });

  test.each([
    ["jedzenie blisko Southall", "jedzenie", "Southall"],
    ["cunto u dhow Brixton", "cunto", "Brixton"],
    ["طعام بالقرب من Southall", "طعام", "Southall"],
    ["Southall کے قریب کھانا", "کھانا", "Southall"],
    ["Southall ਦੇ ਨੇੜੇ ਗੁਰਦੁਆਰਾ", "ਗੁਰਦੁਆਰਾ", "Southall"],
    ["Brixton yakınında yemek", "yemek", "Brixton"],
    ["comida cerca de Brixton", "comida", "Brixton"],
    ["nourriture près de Brixton", "nourriture", "Brixton"],
    ["comida em Brixton", "comida", "Brixton"],
    ["Southall 附近 食物", "食物", "Southall"],
  ])("in the person's own tongue: %s", (query, words, where) => {
    expect(read(query)).toEqual([words, where]);
  });
});

describe("words that are no place stay words", () => {
  test.each([
    "food",
    "in debt",
    "help in somali",
    "food bank",
    "someone to talk to",
    "courses in English",
    "near",
    "near me",
    "under 5s in need",
    "vitamin b12",
    "food in bank",
  ])("%s", (query) => {
    expect(read(query)).toEqual([query, null]);
  });

  test("without a list of places only postcodes are read", () => {
    expect(readQuery("food near brixton", phrases, null)).toMatchObject({ words: "food near brixton", where: null });
    expect(readQuery("food near sw2", phrases, null)).toMatchObject({ words: "food", where: { text: "SW2" } });
  });
});

describe("a query that asks for a kind of place says so", () => {
  test.each(["gurdwara near southall", "library in brixton", "community centre", "مسجد", "Meczet blisko Southall"])(
    "%s",
    (query) => {
      expect(readQuery(query, phrases, gazetteer).asksForPlaces).toBe(true);
    },
  );

  test.each(["food near southall", "muslim women", "lonely"])("not: %s", (query) => {
    expect(readQuery(query, phrases, gazetteer).asksForPlaces).toBe(false);
  });
});

describe("whatever is typed", () => {
  test("nothing is made up: the words left were all typed", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc
        .array(fc.constantFrom("near", "in", "southall", "e1", "6an", "bank", "food", "附近", "کے قریب", "\ud800"), {
          maxLength: 10,
        })
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(anyText, (query) => {
        const { words } = readQuery(query, phrases, gazetteer);
        if (words === query) return;
        for (const word of words.split(" ")) expect(query).toContain(word);
      }),
    );
  });

  test("ten thousand characters are read by their beginning, and none is lost", () => {
    const query = `gurdwara near southall ${"and ".repeat(2500)}`;
    const { words, where } = readQuery(query, phrases, gazetteer);
    expect(where?.text).toBe("Southall");
    expect(words.length).toBeGreaterThan(9_000);
    for (const bad of ["\u0000".repeat(10_000), "\ud800 ".repeat(5_000), "\u202e\u200f".repeat(5_000)]) {
      expect(readQuery(bad, phrases, gazetteer).where).toBeNull();
    }
  });
});
