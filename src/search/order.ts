import { type Bits, countBits } from "./bits.ts";

/** One binary digit of the key that services are ordered by: those with a 1 come first, or last. */
export interface Digit {
  readonly plane: Bits;
  readonly ones: "first" | "last";
}

/** The digits of a number of which more comes first. */
export function moreFirst(planes: readonly Bits[]): Digit[] {
  return planes.map((plane) => ({ plane, ones: "first" }));
}

/** Up to so many keys are gone through one after another, a pass over the set for each. */
const FEW_KEYS = 16;

/**
 * Rows of a set of ranks, ordered by a key whose binary digits are given, greatest first; among equals the lower rank
 * comes first. `rowAt[rank]` is the row. Linear in the set.
 */
export function orderedRows(set: Bits, digits: readonly Digit[], rowAt: Uint32Array): Uint32Array {
  const size = countBits(set);
  const planes = digits.map(({ plane }) => plane);
  const turned = digits.reduce((sum, { ones }) => (sum << 1) | (ones === "first" ? 1 : 0), 0);
  const keys = 1 << planes.length;
  return keys <= FEW_KEYS && keys * set.length < 4 * size
    ? byPasses(set, size, planes, turned, rowAt)
    : bySorting(set, size, planes, turned, rowAt);
}

/** For each key in order, the services that have it: words of 32 at a time, for many services and few keys. */
function byPasses(set: Bits, size: number, planes: readonly Bits[], turned: number, rowAt: Uint32Array): Uint32Array {
  const rows = new Uint32Array(size);
  const having = new Int32Array(set.length);
  let next = 0;
  for (let key = 0; key < 1 << planes.length; key++) {
    having.set(set);
    planes.forEach((plane, p) => {
      const absent = (((key ^ turned) >>> (planes.length - 1 - p)) & 1) === 1 ? 0 : -1;
      for (let w = 0; w < having.length; w++) having[w] = (having[w] as number) & ((plane[w] as number) ^ absent);
    });
    for (let w = 0; w < having.length; w++) {
      for (let word = having[w] as number; word !== 0; word &= word - 1) {
        rows[next++] = rowAt[(w << 5) + 31 - Math.clz32(word & -word)] as number;
      }
    }
  }
  return rows;
}

/** One counting sort. */
function bySorting(set: Bits, size: number, planes: readonly Bits[], turned: number, rowAt: Uint32Array): Uint32Array {
  const rows = new Uint32Array(size);
  const keys = new Uint32Array(size);
  const starts = new Uint32Array(1 << planes.length);
  const columns = new Int32Array(planes.length);
  let next = 0;
  for (let w = 0; w < set.length; w++) {
    let word = set[w] as number;
    if (word === 0) continue;
    for (let p = 0; p < planes.length; p++) columns[p] = (planes[p] as Bits)[w] as number;
    for (; word !== 0; word &= word - 1) {
      const bit = 31 - Math.clz32(word & -word);
      let key = 0;
      for (let p = 0; p < planes.length; p++) key = (key << 1) | (((columns[p] as number) >>> bit) & 1);
      key ^= turned;
      keys[next] = key;
      next++;
      starts[key] = (starts[key] as number) + 1;
    }
  }
  let sum = 0;
  for (let key = 0; key < starts.length; key++) {
    const size = starts[key] as number;
    starts[key] = sum;
    sum += size;
  }
  next = 0;
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w] as number; word !== 0; word &= word - 1) {
      const key = keys[next++] as number;
      const at = starts[key] as number;
      starts[key] = at + 1;
      rows[at] = rowAt[(w << 5) + 31 - Math.clz32(word & -word)] as number;
    }
  }
  return rows;
}
