import { describe, expect, test } from "vitest";
import { categoriesOf } from "../../src/services/census-table.ts";
import { createVocabulary, spellingKey, type Term } from "../../src/services/vocabulary.ts";

const vocabulary = (...terms: readonly Term[]) => createVocabulary({ facet: "tea", label: "Tea", terms });
const term = (id: string, more: Partial<Term> = {}): Term => ({ id, label: id, ...more });

describe("a vocabulary that contradicts itself is refused", () => {
  test.each<readonly [string, readonly Term[], string]>([
    ["an id twice", [term("green"), term("green")], 'has the id "green" twice'],
    ["a parent that isn't there", [term("green", { parent: "hot" })], 'has an unknown parent "hot"'],
    [
      "one spelling for two terms",
      [term("green", { spellings: ["Chá"] }), term("black", { own: "cha" })],
      '"cha" is a spelling of both "green" and "black"',
    ],
    ["a term above itself", [term("green", { parent: "green" })], '"green" is its own ancestor'],
    [
      "terms in a ring",
      [term("hot"), term("green", { parent: "black" }), term("black", { parent: "green" })],
      "is its own ancestor",
    ],
  ])("for %s", (_, terms, because) => {
    expect(() => vocabulary(...terms)).toThrow(because);
  });
});

describe("a term", () => {
  const teas = vocabulary(
    term("hot", { label: "Hot drinks" }),
    term("green", { parent: "hot", own: "緑茶", spellings: ["Thé-vert", "thé  VERT"] }),
    term("mint", { parent: "green" }),
    term("cold"),
  );

  test("finds itself first and all beneath it, and nothing for an id that nobody has", () => {
    expect(teas.withDescendants("hot")).toEqual(["hot", "green", "mint"]);
    expect(teas.withDescendants("cold")).toEqual(["cold"]);
    expect(teas.withDescendants("milk")).toEqual([]);
  });

  test("is found by id, label, own name or any spelling, however spaced, and found again", () => {
    for (const spelling of ["green", "Green", "緑茶", "the vert", " THÉ / vert ", "the vert"]) {
      expect(teas.find(spelling)?.id).toBe("green");
    }
    for (const unknown of ["thevert", "", "!", "thevert"]) expect(teas.find(unknown)).toBeNull();
  });

  test("keeps its plus sign when spellings are compared: LGBT and LGBT+ are two", () => {
    expect(spellingKey("  LGBT+ people! ")).toBe("lgbt+ people");
    expect(spellingKey("Çay+ évi")).toBe("cay+ evi");
  });

  test("is compared with its census categories, with none where the census counts nobody", () => {
    expect(categoriesOf(term("green", { census: ["TS022:Green"] }))).toEqual(["TS022:Green"]);
    expect(categoriesOf(term("green", { census: "none" }))).toEqual([]);
    expect(categoriesOf(term("green"))).toEqual([]);
    expect(categoriesOf(undefined)).toEqual([]);
  });
});
