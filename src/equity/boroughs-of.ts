import { BOROUGH_CODES } from "../services/place.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { SERVES_LONDON } from "./placement.ts";

/** Numbers in BOROUGH_CODES, in order. */
export type BoroughsOf = (row: number) => Uint8Array;

const known = new WeakMap<ServiceIndex, BoroughsOf>();

/**
 * The boroughs that each row belongs to: those it stands in and those it says it serves. One that serves all London
 * belongs only where it stands; otherwise each borough would seem to have all of them. Worked out once an index.
 */
export function boroughsOf(index: ServiceIndex): BoroughsOf {
  const made = known.get(index) ?? create(index);
  known.set(index, made);
  return made;
}

function create(index: ServiceIndex): BoroughsOf {
  const numbers = new Map<string, number>(BOROUGH_CODES.map((code, number) => [code, number]));
  const local = (row: number): boolean => ((index.flags[row] ?? 0) & SERVES_LONDON) === 0;
  // One bit a borough would do, but 33 of them don't fit a number's 32.
  const member = new Uint8Array(index.count * BOROUGH_CODES.length);
  index.facets.borough.terms.forEach((term, i) => {
    const number = numbers.get(term);
    if (number === undefined) return;
    for (const row of index.facets.borough.postings[i] ?? []) {
      if (local(row)) member[row * BOROUGH_CODES.length + number] = 1;
    }
  });
  for (let row = 0; row < index.count; row++) {
    if (local(row)) continue;
    const end = index.locationStart[row + 1] ?? 0;
    for (let location = index.locationStart[row] ?? 0; location < end; location++) {
      const number = numbers.get(index.boroughs[location] ?? "");
      if (number !== undefined) member[row * BOROUGH_CODES.length + number] = 1;
    }
  }
  const start = new Uint32Array(index.count + 1);
  const list: number[] = [];
  for (let row = 0; row < index.count; row++) {
    for (let number = 0; number < BOROUGH_CODES.length; number++) {
      if (member[row * BOROUGH_CODES.length + number] === 1) list.push(number);
    }
    start[row + 1] = list.length;
  }
  const all = Uint8Array.from(list);
  return (row) => all.subarray(start[row] ?? 0, start[row + 1] ?? 0);
}
