import fc from "fast-check";
import { expect, test } from "vitest";
import { addBit, type Bits, hasBit, noBits } from "../../src/search/bits.ts";
import { atOnce } from "../../src/search/slices.ts";
import type { TermSet } from "../../src/search/term-sets.ts";
import { createCountChange, termRange, termsOfService, termsOfServices } from "../../src/search/terms-of-services.ts";

const COUNT = 500;
const ranks = fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: COUNT }).map((found) => found.sort((a, b) => a - b));

function bitsOf(found: readonly number[]): Bits {
  const bits = noBits(COUNT);
  for (const rank of found) addBit(bits, rank);
  return bits;
}

/** Some facets with some terms each: common ones as bits, rare ones as lists. */
const anyFacets = fc.array(
  fc.array(fc.tuple(ranks, fc.boolean()), { maxLength: 40 }).map((terms) => ({
    fitting: terms.map(
      ([found, common]): TermSet =>
        common ? { size: found.length, bits: bitsOf(found) } : { size: found.length, ranks: Uint32Array.from(found) },
    ),
  })),
  { minLength: 1, maxLength: 4 },
);

const has = (set: TermSet, rank: number): boolean =>
  "bits" in set ? hasBit(set.bits, rank) : set.ranks.includes(rank);

test("a service's terms, and how counts change from one set of services to another, are those of the terms' sets", () => {
  fc.assert(
    fc.property(anyFacets, ranks, ranks, (facets, one, other) => {
      const sets = facets.flatMap(({ fitting }) => fitting);
      const of = atOnce(termsOfServices(facets, COUNT));
      const countChange = createCountChange(of, sets.length, COUNT);
      const [from, to] = [bitsOf(one), bitsOf(other)];
      let first = 0;
      for (const { fitting } of [{ fitting: sets }, ...facets]) {
        if (fitting !== sets) first += fitting.length;
        const range = fitting === sets ? termRange(of, 0, sets.length) : termRange(of, first - fitting.length, first);
        for (const rank of [0, 7, 250, COUNT - 1]) {
          const meant = [...sets.keys()].filter(
            (term) => term >= range.first && term < range.end && has(sets[term] as TermSet, rank),
          );
          expect(termsOfService(of, rank, range)).toEqual(meant);
        }
        const meant = sets
          .slice(range.first, range.end)
          .map((set) => other.filter((rank) => has(set, rank)).length - one.filter((rank) => has(set, rank)).length);
        expect([...countChange(from, to, range).subarray(range.first, range.end)]).toEqual(meant);
      }
    }),
    { numRuns: 60 },
  );
});
