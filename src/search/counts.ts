import { allBits, type Bits, countBits, countDifference, noBits } from "./bits.ts";
import type { TermSets } from "./term-sets.ts";

/** How many of the services of a set fit each term, numbered over all facets. */
interface Counted {
  readonly set: Bits;
  readonly size: number;
  readonly counts: Uint32Array;
}

/** How many counted sets are remembered: one search of many facets needs a dozen, and the next is often like the last. */
const REMEMBERED = 24;

/**
 * Counts, for any set of services, how many fit each term. It starts from the most similar set it remembers (nobody,
 * everybody, or one of the last it counted) and walks through the services that came or went only: a tick changes
 * few masks, and none changes by more than half of all services. The answer depends on the set alone; it must not be
 * written to.
 */
export function createCounter({ start, terms, termCount }: TermSets, count: number): (set: Bits) => Uint32Array {
  const nobody: Counted = { set: noBits(count), size: 0, counts: new Uint32Array(termCount) };
  const everybody: Counted = { set: allBits(count), size: count, counts: new Uint32Array(termCount) };
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as number;
    everybody.counts[term] = (everybody.counts[term] as number) + 1;
  }
  const recent: Counted[] = [];

  const walk = (from: Bits, to: Bits, counts: Uint32Array): void => {
    for (let w = 0; w < to.length; w++) {
      const came = to[w] as number;
      for (let word = came ^ (from[w] as number); word !== 0; word &= word - 1) {
        const bit = word & -word;
        const rank = (w << 5) + 31 - Math.clz32(bit);
        const step = (came & bit) !== 0 ? 1 : -1;
        for (let i = start[rank] as number, end = start[rank + 1] as number; i < end; i++) {
          const term = terms[i] as number;
          counts[term] = (counts[term] as number) + step;
        }
      }
    }
  };

  return (set) => {
    const size = countBits(set);
    let nearest = nobody;
    let least = size;
    for (const counted of [everybody, ...recent]) {
      // Two sets differ by no less than their sizes do.
      if (Math.abs(counted.size - size) >= least) continue;
      const difference = countDifference(counted.set, set);
      if (difference < least) [nearest, least] = [counted, difference];
    }
    if (least === 0) return nearest.counts;
    const counts = nearest.counts.slice();
    walk(nearest.set, set, counts);
    // The oldest one's memory is used again: a search must leave no garbage behind.
    const kept = recent.length < REMEMBERED ? noBits(count) : (recent.pop() as Counted).set;
    kept.set(set);
    recent.unshift({ set: kept, size, counts });
    return counts;
  };
}
