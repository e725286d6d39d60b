import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNames, sortKey } from "../../src/pipeline/list-order.ts";

const alphabet = new Intl.Collator("en-GB", { sensitivity: "base", numeric: true });
const named = (name: string) => ({ name, key: sortKey(name) });

test("names are sorted by the quick way as an English dictionary sorts them, numbers by their size", () => {
  const piece = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9 ]{0,4}$/),
    fc.constantFrom("é", "-", "'", "10", "007", "  ", "Z"),
  );
  const name = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(compareNames(named(a), named(b))).toBe(alphabet.compare(a, b));
    }),
    { numRuns: 3000 },
  );
});
