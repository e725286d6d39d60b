import type { ServiceIndex } from "../services/service-index.ts";
import { onesIn } from "./bits.ts";
import { slips } from "./close-words.ts";
import { atOnce, type Slices } from "./slices.ts";
import { createWordTable } from "./word-table.ts";

/** Every word of the records, with who has it. */
export interface Lexicon {
  /** Folded words in the order of their code units. */
  readonly words: readonly string[];
  /** Services with word w are `postings[start[w]]` up to `postings[start[w + 1]]`. */
  readonly start: Uint32Array;
  /** Rank × 2, plus 1 where the word stands in the name of the service or of its organisation. */
  readonly postings: Uint32Array;
  /** Place of a word, or -1. */
  find(word: string): number;
  /** First and last-plus-one place of the words that begin so. */
  beginning(letters: string): readonly [from: number, to: number];
  /** Places of the words that are at most so many slips away; with `typing`, also of those that begin nearly so. */
  close(word: string, most: number, typing: boolean): number[];
}

/** Which letters a word has, as 32 bits: one each for a to z, the rest shared by all other letters. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : code & 31);
  }
  return letters;
}

/** Services read, words made or sorted, and pairs of a word and a service put in order in one slice. */
const SLICE = { services: 64, words: 1024, pairs: 16_384 } as const;

/** Reads every word of an index. `rowAt[rank]` is the row of a rank. */
export function createLexicon(index: ServiceIndex, rowAt: Uint32Array): Lexicon {
  return atOnce(lexiconSlices(index, rowAt));
}

/** The same in slices. */
export function* lexiconSlices(index: ServiceIndex, rowAt: Uint32Array): Slices<Lexicon> {
  const table = createWordTable();
  /** For each word, the last rank that it was met in, and how many have it. */
  const lastRank: number[] = [];
  const sizes: number[] = [];
  // In pieces: to copy a list of millions into a longer one takes a slow phone half a second.
  const pieces: { readonly words: Uint32Array; readonly posts: Uint32Array; length: number }[] = [];
  let piece = { words: new Uint32Array(), posts: new Uint32Array(), length: 0 };
  let rank = 0;
  let inName: 0 | 1 = 1;
  const add = (number: number): void => {
    // Names come first, so that a word which stands in both counts as the name's.
    if (lastRank[number] === rank) return;
    lastRank[number] = rank;
    sizes[number] = (sizes[number] ?? 0) + 1;
    if (piece.length === piece.words.length) {
      piece = { words: new Uint32Array(SLICE.pairs), posts: new Uint32Array(SLICE.pairs), length: 0 };
      pieces.push(piece);
    }
    piece.words[piece.length] = number;
    piece.posts[piece.length++] = rank * 2 + inName;
  };
  for (; rank < rowAt.length; rank++) {
    if (rank % SLICE.services === 0) yield;
    const row = rowAt[rank] as number;
    inName = 1;
    table.read(index.names[row] as string, add);
    table.read(index.organisations[row] as string, add);
    inName = 0;
    table.read(index.summaries[row] as string, add);
    for (let i = index.locationStart[row] as number; i < (index.locationStart[row + 1] as number); i++) {
      // Postcodes are found with and without their space, and by their first half.
      const postcode = index.postcodes[i] as string;
      table.read(postcode, add);
      table.read(postcode.replace(" ", ""), add);
    }
  }

  const numbers = new Map<string, number>();
  for (let number = 0; number < table.count; number++) {
    if (number % SLICE.words === 0) yield;
    numbers.set(table.word(number), number);
  }
  const words = yield* sortedWords(numbers.keys());
  const start = new Uint32Array(words.length + 1);
  const placeOf = new Uint32Array(words.length);
  for (let place = 0; place < words.length; place++) {
    if (place % SLICE.words === 0) yield;
    const number = numbers.get(words[place] as string) as number;
    placeOf[number] = place;
    start[place + 1] = (start[place] as number) + (sizes[number] as number);
  }
  const postings = new Uint32Array(start[words.length] as number);
  const next = start.slice();
  for (const { words: numbered, posts, length } of pieces) {
    yield;
    for (let i = 0; i < length; i++) {
      const place = placeOf[numbered[i] as number] as number;
      const at = next[place] as number;
      postings[at] = posts[i] as number;
      next[place] = at + 1;
    }
  }

  const lowerBound = (letters: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] as string) < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const close = yield* closeWordSlices(words);
  return {
    words,
    start,
    postings,
    find(word) {
      const place = lowerBound(word);
      return words[place] === word ? place : -1;
    },
    beginning: (letters) => [lowerBound(letters), lowerBound(`${letters}\uffff`)],
    close,
  };
}

/** Words in the order of their code units: those that begin with the same two are sorted together. */
function* sortedWords(words: Iterable<string>): Slices<string[]> {
  const groups = new Map<string, string[]>();
  let read = 0;
  for (const word of words) {
    if (read++ % SLICE.words === 0) yield;
    const beginning = word.slice(0, 2);
    const group = groups.get(beginning);
    if (group === undefined) groups.set(beginning, [word]);
    else group.push(word);
  }
  const sorted: string[] = [];
  let since = 0;
  for (const beginning of [...groups.keys()].sort()) {
    const group = (groups.get(beginning) as string[]).sort();
    for (const word of group) sorted.push(word);
    since += group.length;
    if (since < SLICE.words) continue;
    since = 0;
    yield;
  }
  return sorted;
}

/** Compares by letters first: a slip changes at most two of the letters that a word has. Words stand by length. */
function* closeWordSlices(words: readonly string[]): Slices<Lexicon["close"]> {
  const byLength: { places: number[]; letters: number[] }[] = [];
  for (let place = 0; place < words.length; place++) {
    if (place % SLICE.words === 0) yield;
    const word = words[place] as string;
    const group = byLength[word.length] ?? { places: [], letters: [] };
    byLength[word.length] = group;
    group.places.push(place);
    group.letters.push(lettersOf(word));
  }
  const groups: { readonly places: Uint32Array; readonly letters: Int32Array }[] = [];
  for (const [length, { places, letters }] of Object.entries(byLength)) {
    yield;
    groups[Number(length)] = { places: new Uint32Array(places), letters: new Int32Array(letters) };
  }
  return (word, most, typing) => {
    const mine = lettersOf(word);
    const found: number[] = [];
    const shortest = Math.max(1, word.length - most);
    const longest = typing ? groups.length - 1 : Math.min(groups.length - 1, word.length + most);
    for (let length = shortest; length <= longest; length++) {
      const group = groups[length];
      if (group === undefined) continue;
      const { places, letters } = group;
      const unfinished = typing && length > word.length;
      for (let i = 0; i < places.length; i++) {
        const theirs = letters[i] as number;
        const apart = unfinished ? 2 * onesIn(mine & ~theirs) : onesIn(mine ^ theirs);
        if (apart > 2 * most) continue;
        const place = places[i] as number;
        if (slips(word, words[place] as string, most, typing) <= most) found.push(place);
      }
    }
    return found;
  };
}
