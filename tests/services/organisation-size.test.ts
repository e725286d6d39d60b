import fc from "fast-check";
import { expect, test } from "vitest";
import { SIZES, sizeAsFlags, sizeInFlags, sizeOf } from "../../src/services/organisation-size.ts";

test("a size begins at its first pound, and no income is no size", () => {
  const found = [undefined, 0, 99_999, 100_000, 999_999, 1_000_000].map(sizeOf);
  expect(found).toEqual(["none", "under-100k", "under-100k", "100k-to-1m", "100k-to-1m", "1m-and-over"]);
});

test("a size stands above the other flags, and both fit into one character of the index", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SIZES), fc.integer({ min: 0, max: 7 }), (size, others) => {
      const flags = sizeAsFlags(size) + others;
      expect(sizeInFlags(flags)).toBe(size);
      expect(flags & 7).toBe(others);
      expect(flags).toBeLessThan(36);
    }),
  );
});
