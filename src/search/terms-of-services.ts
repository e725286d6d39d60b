import { type Bits, forEachBit } from "./bits.ts";
import type { Slices } from "./slices.ts";
import type { TermSet } from "./term-sets.ts";

/**
 * The sets of terms the other way round: for each service, by rank, the terms that it fits, numbered over all facets.
 * Common terms, those whose set is a bit set, share columns: 32 terms to a number a service. The rare ones are lists.
 */
export interface TermsOfServices {
  /** Bit b of `columns[c][rank]` says whether the service fits the common term `common[32 * c + b]`. */
  readonly columns: readonly Bits[];
  /** Ascending. */
  readonly common: Uint32Array;
  /** Rare terms of a service, ascending: `rare[rareStart[rank]]` up to `rare[rareStart[rank + 1]]`. */
  readonly rare: Uint16Array | Uint32Array;
  readonly rareStart: Uint32Array;
}

/** A part of the terms that lies together: those of one facet, or all. */
export interface TermRange {
  readonly first: number;
  readonly end: number;
  /** Places in `common` of its common terms. */
  readonly firstPlace: number;
  readonly endPlace: number;
}

export function termRange({ common }: TermsOfServices, first: number, end: number): TermRange {
  return { first, end, firstPlace: placeOf(common, first), endPlace: placeOf(common, end) };
}

/** How many columns hold the common terms of a range. */
export function columnsOf({ firstPlace, endPlace }: TermRange): number {
  return ((endPlace + 31) >>> 5) - (firstPlace >>> 5);
}

/** A term that so many say is worth a slice of its own. */
const MANY_RANKS = 10_000;

/** `facets` tell the sets of their terms, in the order in which terms are numbered. */
export function* termsOfServices(
  facets: readonly { readonly fitting: readonly TermSet[] }[],
  count: number,
): Slices<TermsOfServices> {
  const sets = facets.flatMap(({ fitting }) => fitting);
  const common: number[] = [];
  const columns: Bits[] = [];
  const rareStart = new Uint32Array(count + 1);
  for (const [term, set] of sets.entries()) {
    if ("bits" in set) {
      const bit = 1 << (common.length & 31);
      const column = columns[common.length >>> 5] ?? new Int32Array(count);
      columns[common.length >>> 5] = column;
      forEachBit(set.bits, (rank) => {
        column[rank] = (column[rank] as number) | bit;
      });
      common.push(term);
      if (set.size > MANY_RANKS) yield;
    } else {
      for (const rank of set.ranks) rareStart[rank + 1] = (rareStart[rank + 1] as number) + 1;
    }
  }
  yield;
  for (let rank = 0; rank < count; rank++) {
    rareStart[rank + 1] = (rareStart[rank + 1] as number) + (rareStart[rank] as number);
  }
  const total = rareStart[count] as number;
  const rare = sets.length < 65_536 ? new Uint16Array(total) : new Uint32Array(total);
  const next = rareStart.slice();
  let written = 0;
  for (const [term, set] of sets.entries()) {
    if ("bits" in set) continue;
    for (const rank of set.ranks) {
      const at = next[rank] as number;
      next[rank] = at + 1;
      rare[at] = term;
    }
    written += set.size;
    if (written > MANY_RANKS) {
      written = 0;
      yield;
    }
  }
  return { columns, common: Uint32Array.from(common), rare, rareStart };
}

/** The terms of a range that a service fits, ascending. */
export function termsOfService(of: TermsOfServices, rank: number, range: TermRange): number[] {
  const { columns, common, rare, rareStart } = of;
  const { first, end, firstPlace, endPlace } = range;
  const found: number[] = [];
  for (let c = firstPlace >>> 5; c << 5 < endPlace; c++) {
    for (let left = (columns[c] as Bits)[rank] as number; left !== 0; left &= left - 1) {
      const place = (c << 5) + 31 - Math.clz32(left & -left);
      if (place >= firstPlace && place < endPlace) found.push(common[place] as number);
    }
  }
  const before = found.length;
  for (let i = rareStart[rank] as number, last = rareStart[rank + 1] as number; i < last; i++) {
    const term = rare[i] as number;
    if (term >= first && term < end) found.push(term);
  }
  return before > 0 && before < found.length ? found.sort((a, b) => a - b) : found;
}

/** Place of the first common term that is not below a number. */
function placeOf(common: Uint32Array, term: number): number {
  let low = 0;
  let high = common.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((common[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many more of one set than of another fit each term of a range; other terms' numbers are of no account. */
export type CountChange = (from: Bits, to: Bits, range: TermRange) => Int32Array;

/**
 * Counts by walking through the services that came or went. What it gives is lent: it lasts until the next call.
 */
export function createCountChange(of: TermsOfServices, termCount: number, count: number): CountChange {
  const { columns, common, rare, rareStart } = of;
  const change = new Int32Array(termCount);
  /** Ranks of those who came from the front, of those who went from the back. */
  const moved = new Uint32Array(count);

  const addRare = (from: number, to: number, step: number): void => {
    for (let m = from; m < to; m++) {
      const rank = moved[m] as number;
      for (let i = rareStart[rank] as number, end = rareStart[rank + 1] as number; i < end; i++) {
        const term = rare[i] as number;
        change[term] = (change[term] as number) + step;
      }
    }
  };
  const addEach = (bits: number, firstPlace: number, step: number): void => {
    for (let left = bits; left !== 0; left &= left - 1) {
      const term = common[firstPlace + 31 - Math.clz32(left & -left)] as number;
      change[term] = (change[term] as number) + step;
    }
  };
  /**
   * 32 terms are counted at a time, in binary: `ones` holds the last digit of each, `twos` the next, and so on. Four
   * services at once go through carry-save adders, as in `countDifference`.
   */
  const addColumn = (column: Bits, firstPlace: number, from: number, to: number, step: number): void => {
    let ones = 0;
    let twos = 0;
    let fours = 0;
    let eights = 0;
    let m = from;
    for (; m + 4 <= to; m += 4) {
      const a = column[moved[m] as number] as number;
      const b = column[moved[m + 1] as number] as number;
      const c = column[moved[m + 2] as number] as number;
      const d = column[moved[m + 3] as number] as number;
      let half = ones ^ a;
      const twosA = (ones & a) | (half & b);
      ones = half ^ b;
      half = ones ^ c;
      const twosB = (ones & c) | (half & d);
      ones = half ^ d;
      half = twos ^ twosA;
      const foursA = (twos & twosA) | (half & twosB);
      twos = half ^ twosB;
      const eightsA = fours & foursA;
      fours ^= foursA;
      const sixteens = eights & eightsA;
      eights ^= eightsA;
      if (sixteens !== 0) addEach(sixteens, firstPlace, 16 * step);
    }
    for (; m < to; m++) addEach(column[moved[m] as number] as number, firstPlace, step);
    addEach(eights, firstPlace, 8 * step);
    addEach(fours, firstPlace, 4 * step);
    addEach(twos, firstPlace, 2 * step);
    addEach(ones, firstPlace, step);
  };

  return (from, to, { firstPlace, endPlace }) => {
    change.fill(0);
    let came = 0;
    let went = count;
    for (let w = 0; w < to.length; w++) {
      const before = from[w] as number;
      const now = to[w] as number;
      const above = (w << 5) + 31;
      for (let word = now & ~before; word !== 0; word &= word - 1) moved[came++] = above - Math.clz32(word & -word);
      for (let word = before & ~now; word !== 0; word &= word - 1) moved[--went] = above - Math.clz32(word & -word);
    }
    for (let c = firstPlace >>> 5; c << 5 < endPlace; c++) {
      addColumn(columns[c] as Bits, c << 5, 0, came, 1);
      addColumn(columns[c] as Bits, c << 5, went, count, -1);
    }
    addRare(0, came, 1);
    addRare(went, count, -1);
    return change;
  };
}
