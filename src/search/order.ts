import { type Bits, countBits, onesIn } from "./bits.ts";

/** One binary digit of the key that services are ordered by: those with a 1 come first, or last. */
export interface Digit {
  readonly plane: Bits;
  readonly ones: "first" | "last";
}

/** The digits of a number of which more comes first. */
export function moreFirst(planes: readonly Bits[]): Digit[] {
  return planes.map((plane) => ({ plane, ones: "first" }));
}

/** Up to so many digits a set is parted by one after another, if it has many services. */
const FEW_DIGITS = 4;

/**
 * Rows of a set of ranks, ordered by a key whose binary digits are given, greatest first; among equals the lower rank
 * comes first. `rowAt[rank]` is the row. Linear in the set.
 */
export function orderedRows(set: Bits, digits: readonly Digit[], rowAt: Uint32Array): Uint32Array {
  const size = countBits(set);
  const parting = digits.length <= FEW_DIGITS && 2 ** digits.length * set.length < 4 * size;
  return parting ? byParting(set, size, digits, rowAt) : bySorting(set, size, digits, rowAt);
}

/** Room for the two halves of each digit, used by one call after another: a search must leave no garbage behind. */
let spare: readonly (readonly [Bits, Bits])[] = [];
function halvesFor(words: number): typeof spare {
  if (spare[0]?.[0].length !== words) {
    spare = Array.from({ length: FEW_DIGITS }, () => [new Int32Array(words), new Int32Array(words)] as const);
  }
  return spare;
}

/** Parts the set in two by each digit in turn, 32 services at a time: for many services and few digits. */
function byParting(set: Bits, size: number, digits: readonly Digit[], rowAt: Uint32Array): Uint32Array {
  // One place more than there are rows: see writeWord.
  const rows = new Uint32Array(size + 1);
  let next = 0;
  const halves = halvesFor(set.length);
  const write = (part: Bits, depth: number): void => {
    const digit = digits[depth];
    const half = halves[depth];
    if (digit === undefined || half === undefined) {
      for (let w = 0; w < part.length; w++) next = writeWord(rows, next, part[w] as number, w << 5, rowAt);
      return;
    }
    const [first, second] = half;
    const turned = digit.ones === "first" ? 0 : -1;
    let inFirst = 0;
    let inSecond = 0;
    for (let w = 0; w < part.length; w++) {
      const word = part[w] as number;
      const before = word & ((digit.plane[w] as number) ^ turned);
      first[w] = before;
      second[w] = word ^ before;
      inFirst |= before;
      inSecond |= word ^ before;
    }
    if (inFirst !== 0) write(first, depth + 1);
    if (inSecond !== 0) write(second, depth + 1);
  };
  write(set, 0);
  return rows.subarray(0, size);
}

/** From so many of its 32 bits on a word is read bit by bit. */
const DENSE = 11;

/**
 * Writes the rows of one word of a set and gives where the next goes. A dense word is read without asking each bit: a
 * row is written in any case, and the next one over it if it was not in the set; so there must be room for one more.
 */
function writeWord(rows: Uint32Array, from: number, set: number, first: number, rowAt: Uint32Array): number {
  let next = from;
  if (onesIn(set) < DENSE) {
    for (let word = set; word !== 0; word &= word - 1) {
      rows[next++] = rowAt[first + 31 - Math.clz32(word & -word)] as number;
    }
    return next;
  }
  for (let word = set, rank = first; word !== 0; word >>>= 1, rank++) {
    rows[next] = rowAt[rank] as number;
    next += word & 1;
  }
  return next;
}

/** One counting sort. */
function bySorting(set: Bits, size: number, digits: readonly Digit[], rowAt: Uint32Array): Uint32Array {
  const planes = digits.map(({ plane }) => plane);
  const turned = digits.reduce((sum, { ones }) => (sum << 1) | (ones === "first" ? 1 : 0), 0);
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
