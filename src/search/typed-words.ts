import { foldedWords } from "../services/fold.ts";
import type { Phrases } from "./phrases.ts";

/** A word of a query: as it is compared, and where it stands in the text. */
export interface TypedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Only so much of a query is read, in UTF-16 code units: a pasted page must cost no more than a long sentence. */
export const LONGEST_READ = 200;
/** Words read, so that the work stays bounded by the length. */
const MOST_WORDS = 16;
/** Letters, digits, marks, apostrophes, and the joiners and direction marks that may stand inside a word. */
const PIECE = /[\p{L}\p{N}\p{M}'’‘ʼ\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/**
 * The words of a query with their places in it, as `foldedWords` reads them, and Chinese taken apart. Where several
 * words stand in one place (a sign that means a phrase), each has that place.
 */
export function typedWords(query: string, phrases: Pick<Phrases, "apart">): readonly TypedWord[] {
  const found: TypedWord[] = [];
  for (const match of query.slice(0, LONGEST_READ).matchAll(PIECE)) {
    const from = match.index;
    const to = from + match[0].length;
    for (const whole of foldedWords(match[0])) {
      const parts = phrases.apart(whole);
      // Places inside a run are only known where folding has kept its length.
      const exact = parts.length > 1 && whole.length === to - from;
      let at = from;
      for (const word of parts) {
        if (found.length === MOST_WORDS) return found;
        found.push(exact ? { word, from: at, to: at + word.length } : { word, from, to });
        at += word.length;
      }
    }
  }
  return found;
}

/** The query without its words from number `at` on, as many as `length`; nothing when only stop words would be left. */
export function without(
  query: string,
  words: readonly TypedWord[],
  at: number,
  length: number,
  stopWords: ReadonlySet<string>,
): string {
  const first = words[at];
  const last = words[at + length - 1];
  if (first === undefined || last === undefined) return query;
  const tells = words.some(({ word }, i) => (i < at || i >= at + length) && !stopWords.has(word));
  const unread = query.length > LONGEST_READ;
  if (!tells && !unread) return "";
  return `${query.slice(0, first.from)} ${query.slice(last.to)}`.replace(/\s+/gu, " ").trim();
}
