import { describe, expect, test } from "vitest";
import { bracketed, isBlank, readAge, readYesNo, splitList, unquoted } from "../../src/intake/cells.ts";
import { createTermsReader, softened } from "../../src/intake/terms.ts";
import type { Fault } from "../../src/services/create-service.ts";
import { smallWorld } from "./small-world.ts";

describe("a cell", () => {
  test.each([
    ["0", 0],
    ["18", 18],
    [" 18+ ", 18],
    ["60 years", 60],
    ["60yrs", 60],
    ["120", 120],
    ["121", null],
    ["-1", null],
    ["18-25", null],
    ["over 18", null],
    ["18.5", null],
    ["", null],
  ])("%j as an age is %j", (cell, age) => {
    expect(readAge(cell)).toBe(age);
  });

  test("says yes or no in the ways that lists write it, and neither otherwise", () => {
    for (const yes of ["yes", " Y ", "TRUE", "1", "x", "✓", "Ja", "oui"]) expect(readYesNo(yes)).toBe(true);
    for (const no of ["no", "N", "false", " 0 "]) expect(readYesNo(no)).toBe(false);
    for (const neither of ["", "yes please", "not sure", "10", "maybe"]) expect(readYesNo(neither)).toBeNull();
  });

  test("has its last bracket taken apart from its words", () => {
    expect(bracketed("Somali (interpreter)")).toEqual({ words: "Somali", inside: "interpreter" });
    expect(bracketed("Christian (Catholic) ( run by ) ")).toEqual({ words: "Christian (Catholic)", inside: "run by" });
    for (const none of ["Somali", "(interpreter)", "Somali (interpreter) too", "Somali (a (b))"]) {
      expect(bracketed(none)).toBeNull();
    }
  });

  test("in quotation marks is one thing as it is", () => {
    expect(unquoted('"Tea; ""cake"""')).toEqual({ words: 'Tea; "cake"', whole: true });
    for (const not of ["Tea", '"Tea" and cake', '"Tea', 'Tea"'])
      expect(unquoted(not)).toEqual({ words: not, whole: false });
    const split = (text: string) => splitList(text, () => false);
    expect(split('"Tea; cake"')).toEqual(['"Tea; cake"']);
    expect(split('"Tea; cake"; talk')).toEqual(['"Tea; cake"', "talk"]);
    expect(split('talk; "Tea; ""iced"""')).toEqual(["talk", '"Tea; ""iced"""']);
    expect(split('5" pots; cake')).toEqual(['5" pots', "cake"]);
    expect(split('"Tea" time; cake')).toEqual(['"Tea" time', "cake"]);
  });

  test("that says there is nothing is blank however it is spaced, and a word that begins so is not", () => {
    for (const mark of [" n/a ", "N.A.", "–", "#N/A", "Unknown", "null", "?", "."]) expect(isBlank(mark)).toBe(true);
    for (const word of ["nan", "unknowns", "t", "n", "none of these", "- -"]) expect(isBlank(word)).toBe(false);
  });
});

describe("a cell of spoken languages", () => {
  const read = createTermsReader("spokenLanguage", smallWorld.vocabularies);

  test.each([
    ["Somali (interpreter)", ["so"], { so: "interpreter" }],
    ["Somali (interpreting on request)", ["so"], { so: "interpreter" }],
    ["Somali (our staff speak it)", ["so"], { so: "staff" }],
    ["Somali (by arrangement); Bengali", ["so", "bn"], { so: "arranged" }],
    ["Somali (Tuesdays)", ["Somali (Tuesdays)"], {}],
    ["Somali; somali ; Bengali;", ["so", "bn"], {}],
    ["Klingon", ["Klingon"], {}],
    ['"Somali"', ["so"], {}],
    ["n/a", [], {}],
    [" ; ", [], {}],
  ])("%j is read, and again to the same", (cell, spellings, qualifiers) => {
    expect(read(cell)).toEqual({ spellings, qualifiers });
    expect(read(cell)).toEqual({ spellings, qualifiers });
  });

  const unknown = (found: string, field = "spokenLanguage"): Fault => ({
    field,
    fault: "unknown-term",
    found,
    outcome: "kept",
    message: "",
    remedy: "",
  });

  test.each(["over 20 languages", "many community languages", "Interpreters available", "multilingual", "bi-lingual"])(
    "%j is a statement and no slip",
    (found) => {
      expect(softened(unknown(found))).toMatchObject({ fault: "statement-not-list", outcome: "kept", found });
    },
  );

  test("a word that nobody knows stays one, and so does a statement about anything else", () => {
    for (const fault of [unknown("Klingon"), unknown("many languages", "faith")]) expect(softened(fault)).toBe(fault);
    const other = { ...unknown("multilingual"), fault: "place-withheld" };
    expect(softened(other)).toBe(other);
  });
});
