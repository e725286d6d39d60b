import { type Bits, countBits } from "./bits.ts";

/**
 * Rows of a set of ranks, ordered by a key whose binary digits are given as bit planes, greatest digit first; among
 * equals the lower rank comes first. `rowAt[rank]` is the row. Steps: one counting sort, linear in the set.
 */
export function orderedRows(set: Bits, planes: readonly Bits[], rowAt: Uint32Array): Uint32Array {
  const rows = new Uint32Array(countBits(set));
  const digits = planes.length;
  const keys = new Uint32Array(rows.length);
  const starts = new Uint32Array(1 << digits);
  const columns = new Int32Array(digits);
  let next = 0;
  for (let w = 0; w < set.length; w++) {
    let word = set[w] as number;
    if (word === 0) continue;
    for (let p = 0; p < digits; p++) columns[p] = (planes[p] as Bits)[w] as number;
    for (; word !== 0; word &= word - 1) {
      const bit = 31 - Math.clz32(word & -word);
      let key = 0;
      for (let p = 0; p < digits; p++) key = (key << 1) | (((columns[p] as number) >>> bit) & 1);
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

/** The same planes with every digit turned, so that what was greatest comes first. */
export function descending(planes: readonly Bits[]): Bits[] {
  return planes.map((plane) => plane.map((word) => ~word)).reverse();
}
