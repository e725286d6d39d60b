import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlank } from "../../src/intake/cells.ts";
import { cleanText, isClean } from "../../src/intake/clean-text.ts";
import { readPhones } from "../../src/intake/phones.ts";
import { fold } from "../../src/services/fold.ts";
import { INWARD_LETTERS, normalisePostcode, parsePostcode } from "../../src/services/postcode.ts";
import { spellingKey } from "../../src/services/vocabulary.ts";

const ascii = fc.string({ unit: "binary-ascii", maxLength: 30 });
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** What is plain is read by a shorter way; a sign that changes nothing sends the same text by the long one. */
describe("the quick way answers as the long one does", () => {
  test("for the folding of plain letters", () => {
    fc.assert(
      fc.property(ascii, (text) => {
        expect(`${fold(text)}e`).toBe(fold(`${text}é`));
      }),
    );
  });

  test("for the key of a spelling", () => {
    fc.assert(
      fc.property(ascii, (text) => {
        expect(`${spellingKey(text)} e`.trim()).toBe(spellingKey(`${text} é`));
      }),
    );
  });

  test("for postcodes that are written as they should be, and for those that only look so", () => {
    const letters = fc.stringMatching(/^[A-Z]{1,2}$/);
    const district = fc.stringMatching(/^[0-9][0-9A-Z]?$/);
    const unit = fc.constantFrom(...INWARD_LETTERS, "C", "O");
    const anyCase = (text: string) => fc.constantFrom(text, text.toLowerCase());
    const anyCode = fc
      .tuple(letters, district, fc.constantFrom("", " "), digits(1), unit, unit)
      .chain((parts) => anyCase(parts.join("")));
    fc.assert(
      fc.property(anyCode, (text) => {
        const parsed = parsePostcode(text);
        expect(normalisePostcode(text)).toBe(parsed?.kind === "full" ? parsed.postcode : null);
      }),
      { numRuns: 2000 },
    );
  });

  test("for a London number that stands alone", () => {
    const cell = fc
      .tuple(fc.constantFrom("020", "020 "), digits(4), fc.constantFrom("", " "), digits(4))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(cell, (text) => {
        const [quick, long] = [readPhones(text), readPhones(`${text} `)];
        expect(quick.phones).toEqual(long.phones);
        expect(quick.faults.length).toBe(long.faults.length);
      }),
    );
  });

  test("for a cell that needs no cleaning", () => {
    const sign = fc.oneof(
      fc.constantFrom(..." \n&<;:éèçñüÉãÂð–’£\u0301"),
      fc.string({ unit: "binary-ascii", maxLength: 1 }),
    );
    const cell = fc.array(sign, { minLength: 1, maxLength: 14 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(cell, (text) => {
        fc.pre(isClean(text));
        expect(cleanText(text)).toEqual({ text, repairs: [] });
        expect(cleanText(`${text}\u0000`).text).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  test("for the marks that mean nothing", () => {
    const word = fc.oneof(
      fc.constantFrom("", "NA", "n/a", "N.A.", "-", "–", "none", "Nil", "TBC", "tba", "#N/A", "?", ".", "null"),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(word, (text) => {
        expect(isBlank(text)).toBe(isBlank(` ${text}`));
      }),
    );
  });
});
