import { type Bits, countBits } from "./bits.ts";

/**
 * Rows of a set of ranks, ordered by a key whose binary digits are given as bit planes, greatest digit first; among
 * equals the lower rank comes first. `rowAt[rank]` is the row. Steps: one counting sort, linear in the set.
 */
export function orderedRows(set: Bits, planes: readonly Bits[], rowAt: Uint32Array): Uint32Array {
  const rows = new Uint32Array(countBits(set));
  const digits = planes.length;
  const keys = new Uint32Array(digits === 0 ? 0 : rows.length);
  const ends = new Uint32Array((1 << digits) + 1);
  let next = 0;
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w] as number; word !== 0; word &= word - 1) {
      const bit = 31 - Math.clz32(word & -word);
      if (digits === 0) {
        rows[next++] = rowAt[(w << 5) + bit] as number;
        continue;
      }
      let key = 0;
      for (let p = 0; p < digits; p++) key = (key << 1) | ((((planes[p] as Bits)[w] as number) >>> bit) & 1);
      keys[next++] = key;
      ends[key + 1] = (ends[key + 1] as number) + 1;
    }
  }
  if (digits === 0) return rows;
  for (let key = 1; key < ends.length; key++) ends[key] = (ends[key] as number) + (ends[key - 1] as number);
  next = 0;
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w] as number; word !== 0; word &= word - 1) {
      const key = keys[next++] as number;
      const at = ends[key] as number;
      ends[key] = at + 1;
      rows[at] = rowAt[(w << 5) + 31 - Math.clz32(word & -word)] as number;
    }
  }
  return rows;
}

/** The same planes with every digit turned, so that what was greatest comes first. */
export function descending(planes: readonly Bits[]): Bits[] {
  return planes.map((plane) => plane.map((word) => ~word)).reverse();
}
