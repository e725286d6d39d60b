import { foldedWords } from "../services/fold.ts";

/** Longest word kept whole, in UTF-16 code units; of a longer one its beginning is. */
export const LONGEST_KEPT = 64;

/** Gives each different word a number, in the order in which they are first met. */
export interface WordTable {
  /** Calls back with the number of each folded word of a text, in order: those of `foldedWords`. */
  read(text: string, visit: (word: number) => void): void;
  /** How many different words were met; their numbers go from 0 on. */
  readonly count: number;
  word(number: number): string;
}

const [NOUGHT, NINE, A, Z, SMALL_A, SMALL_Z, APOSTROPHE] = [48, 57, 65, 90, 97, 122, 39];
const ASCII = /^[\0-\x7f]*$/;

/**
 * A hash table over letters. Cutting a text into strings and looking each up in a Map takes four times as long for
 * 100,000 records, because every one of two million words would be a string of its own first.
 */
export function createWordTable(): WordTable {
  let count = 0;
  let slots = new Int32Array(1 << 12).fill(-1);
  let hashes = new Int32Array(1 << 11);
  /** The letters of word n are `pool[start[n]]` up to `pool[start[n + 1]]`. */
  let start = new Uint32Array((1 << 11) + 1);
  let pool = new Uint16Array(1 << 14);
  const word = new Uint16Array(LONGEST_KEPT);

  const isStored = (number: number, length: number): boolean => {
    const from = start[number] as number;
    if ((start[number + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i++) if (pool[from + i] !== word[i]) return false;
    return true;
  };

  const grow = (): void => {
    hashes = copied(new Int32Array(hashes.length * 2), hashes);
    start = copied(new Uint32Array(hashes.length + 1), start);
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let number = 0; number < count; number++) {
      let slot = (hashes[number] as number) & (slots.length - 1);
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number;
    }
  };

  /** Number of the word that stands in `word`. */
  const numberOf = (length: number): number => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (word[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    let slot = hash & (slots.length - 1);
    for (let number = slots[slot] as number; number !== -1; number = slots[slot] as number) {
      if (hashes[number] === hash && isStored(number, length)) return number;
      slot = (slot + 1) & (slots.length - 1);
    }
    const from = start[count] as number;
    if (from + length > pool.length) pool = copied(new Uint16Array(pool.length * 2), pool);
    for (let i = 0; i < length; i++) pool[from + i] = word[i] as number;
    slots[slot] = count;
    hashes[count] = hash;
    start[count + 1] = from + length;
    count++;
    if (count === hashes.length) grow();
    return count - 1;
  };

  const readAscii = (text: string, visit: (word: number) => void): void => {
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      let letter = text.charCodeAt(i);
      if (letter >= A && letter <= Z) letter += SMALL_A - A;
      if ((letter >= SMALL_A && letter <= SMALL_Z) || (letter >= NOUGHT && letter <= NINE)) {
        if (length < LONGEST_KEPT) word[length] = letter;
        length++;
      } else if (length > 0 && !(letter === APOSTROPHE && isLetter(text.charCodeAt(i + 1)))) {
        visit(numberOf(Math.min(length, LONGEST_KEPT)));
        length = 0;
      }
    }
    if (length > 0) visit(numberOf(Math.min(length, LONGEST_KEPT)));
  };

  return {
    read(text, visit) {
      if (ASCII.test(text)) {
        readAscii(text, visit);
        return;
      }
      for (const folded of foldedWords(text)) {
        const length = Math.min(folded.length, LONGEST_KEPT);
        for (let i = 0; i < length; i++) word[i] = folded.charCodeAt(i);
        visit(numberOf(length));
      }
    },
    get count() {
      return count;
    },
    word: (number) => String.fromCharCode(...pool.subarray(start[number], start[number + 1])),
  };
}

/** Whether a letter follows an apostrophe, which then belongs to the word. */
function isLetter(code: number): boolean {
  return (code >= SMALL_A && code <= SMALL_Z) || (code >= A && code <= Z);
}

function copied<T extends Int32Array | Uint32Array | Uint16Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
