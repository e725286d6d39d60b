/**
 * A set of small whole numbers, one bit each: number `n` is bit `n % 32` of word `n >> 5`. Words are signed, because
 * signed 32-bit words are what JavaScript engines keep in registers.
 */
export type Bits = Int32Array;

/** An empty set for the numbers 0 … count − 1. */
export function noBits(count: number): Bits {
  return new Int32Array((count + 31) >>> 5);
}

/** The set of all numbers 0 … count − 1; bits beyond them stay 0. */
export function allBits(count: number): Bits {
  const bits = noBits(count).fill(-1);
  if (count % 32 !== 0) bits[bits.length - 1] = (1 << (count % 32)) - 1;
  return bits;
}

export function addBit(bits: Bits, n: number): void {
  bits[n >>> 5] = (bits[n >>> 5] as number) | (1 << (n & 31));
}

export function hasBit(bits: Bits, n: number): boolean {
  return (((bits[n >>> 5] as number) >>> (n & 31)) & 1) === 1;
}

/** Adds every number of `other`. */
export function addAll(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) | (other[w] as number);
}

/** Keeps only the numbers that `other` has too. */
export function keepOnly(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) & (other[w] as number);
}

/** Takes out every number of `other`. */
export function removeAll(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) & ~(other[w] as number);
}

/** Number of 1s in a 32-bit word (Warren, Hacker's Delight, ch. 5). */
export function onesIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let total = 0;
  for (let w = 0; w < bits.length; w++) total += onesIn(bits[w] as number);
  return total;
}

/**
 * How many numbers are in one of two sets but not in both. Eight words at a time go through carry-save adders
 * (Harley and Seal), so that seven of eight costly counts of 1s fall away.
 */
export function countDifference(a: Bits, b: Bits): number {
  const words = a.length;
  const inEights = words - (words % 8);
  let total = 0;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  for (let w = 0; w < inEights; w += 8) {
    const x0 = (a[w] as number) ^ (b[w] as number);
    const x1 = (a[w + 1] as number) ^ (b[w + 1] as number);
    const x2 = (a[w + 2] as number) ^ (b[w + 2] as number);
    const x3 = (a[w + 3] as number) ^ (b[w + 3] as number);
    const x4 = (a[w + 4] as number) ^ (b[w + 4] as number);
    const x5 = (a[w + 5] as number) ^ (b[w + 5] as number);
    const x6 = (a[w + 6] as number) ^ (b[w + 6] as number);
    const x7 = (a[w + 7] as number) ^ (b[w + 7] as number);
    let half = ones ^ x0;
    const twosA = (ones & x0) | (half & x1);
    ones = half ^ x1;
    half = ones ^ x2;
    const twosB = (ones & x2) | (half & x3);
    ones = half ^ x3;
    half = twos ^ twosA;
    const foursA = (twos & twosA) | (half & twosB);
    twos = half ^ twosB;
    half = ones ^ x4;
    const twosC = (ones & x4) | (half & x5);
    ones = half ^ x5;
    half = ones ^ x6;
    const twosD = (ones & x6) | (half & x7);
    ones = half ^ x7;
    half = twos ^ twosC;
    const foursB = (twos & twosC) | (half & twosD);
    twos = half ^ twosD;
    half = fours ^ foursA;
    const eights = (fours & foursA) | (half & foursB);
    fours = half ^ foursB;
    total += onesIn(eights);
  }
  total = 8 * total + 4 * onesIn(fours) + 2 * onesIn(twos) + onesIn(ones);
  for (let w = inEights; w < words; w++) total += onesIn((a[w] as number) ^ (b[w] as number));
  return total;
}

/** Calls back with each number of the set, ascending. */
export function forEachBit(bits: Bits, visit: (n: number) => void): void {
  for (let w = 0; w < bits.length; w++) {
    for (let word = bits[w] as number; word !== 0; word &= word - 1) visit((w << 5) + 31 - Math.clz32(word & -word));
  }
}

/**
 * For each number, how many of the sets hold it, written across bit planes, greatest binary digit first. As many
 * planes as the greatest sum can need; `empty` gives each.
 */
export function sumOfSets(sets: readonly Bits[], empty: () => Bits): Bits[] {
  const planes = Array.from({ length: 32 - Math.clz32(sets.length) }, empty);
  for (const set of sets) {
    for (let w = 0; w < set.length; w++) {
      let carry = set[w] as number;
      for (let p = planes.length - 1; carry !== 0 && p >= 0; p--) {
        const plane = planes[p] as Bits;
        const before = plane[w] as number;
        plane[w] = before ^ carry;
        carry &= before;
      }
    }
  }
  return planes;
}

/** Bit sets lent for one search and used again by the next, so that ticking a box leaves no garbage behind. */
export interface Scratch {
  /** Takes back all that was lent. */
  takeBack(): void;
  empty(): Bits;
  copy(of: Bits): Bits;
}

export function createScratch(count: number): Scratch {
  const pool: Bits[] = [];
  let lent = 0;
  const lend = (): Bits => {
    if (lent === pool.length) pool.push(noBits(count));
    return pool[lent++] as Bits;
  };
  return {
    takeBack() {
      lent = 0;
    },
    empty: () => lend().fill(0),
    copy(of) {
      const bits = lend();
      bits.set(of);
      return bits;
    },
  };
}
