import fc from "fast-check";
import { expect, test } from "vitest";
import { slips, slipsAllowed } from "../../src/search/close-words.ts";

/** Optimal string alignment by its definition. */
function plainSlips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      (rows[i] as number[])[j] = Math.min(changed, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped);
    }
  }
  return at(a.length, b.length);
}

const anyWord = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 9 });

test("slips are counted exactly up to the most that is asked for", () => {
  fc.assert(
    fc.property(anyWord, anyWord, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(slips(a, b, most)).toBe(Math.min(plainSlips(a, b), most + 1));
    }),
    { numRuns: 5_000, seed: 5 },
  );
});

test("while typing, the best-fitting beginning of the word is compared", () => {
  fc.assert(
    fc.property(anyWord, anyWord, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      const beginnings = Array.from({ length: b.length + 1 }, (_, n) => plainSlips(a, b.slice(0, n)));
      expect(slips(a, b, most, true)).toBe(Math.min(...beginnings, most + 1));
    }),
    { numRuns: 5_000, seed: 6 },
  );
});

test("short Latin words and numbers forgive no slip, long ones two, words of other scripts one from two letters on", () => {
  expect(["gym", "food", "benefits", "e16", "ফুড", "чай", "文化"].map(slipsAllowed)).toEqual([0, 1, 2, 0, 1, 1, 1]);
});

test.each([
  ["tea", 0],
  ["teas", 1],
  ["library", 1],
  ["libraryx", 2],
  ["room12345", 0],
  ["ø", 0],
  ["ɏɏɏ", 0],
  ["ɐɐ", 1],
  ["ч", 0],
  ["чайчайч", 1],
  ["чайчайча", 2],
])("%s forgives so many slips: %i", (word, most) => {
  expect(slipsAllowed(word)).toBe(most);
});
