import { foldedWords } from "../services/fold.ts";
import type { Gazetteer, GazetteerPlace } from "./gazetteer.ts";
import type { Phrases, TermRef } from "./phrases.ts";

/** What the typed words may stand for. `rest` is the query without the words that the suggestion takes over. */
export type Suggestion =
  | { readonly kind: "term"; readonly facet: TermRef["facet"]; readonly term: TermRef["term"]; readonly rest: string }
  | { readonly kind: "place"; readonly place: GazetteerPlace; readonly rest: string };

/** A word of a query: as it is compared, and where it stands in the text. */
export interface TypedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Only so much of a query is read: a pasted page must cost no more than a long sentence. */
const LONGEST_QUERY = 200;
/** Words read, so that the work is bounded by the length. */
const MOST_WORDS = 16;
/** Letters, digits, marks, apostrophes, and the joiners and direction marks that may stand inside a word. */
const PIECE = /[\p{L}\p{N}\p{M}'’‘ʼ\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** The words of a query with their places in it; a sign that stands for several words gives each of them its place. */
export function typedWords(query: string): readonly TypedWord[] {
  const found: TypedWord[] = [];
  for (const match of query.slice(0, LONGEST_QUERY).matchAll(PIECE)) {
    for (const word of foldedWords(match[0])) {
      if (found.length === MOST_WORDS) return found;
      found.push({ word, from: match.index, to: match.index + match[0].length });
    }
  }
  return found;
}

/** The query without a run of its words, spaces tidied. */
export function without(query: string, words: readonly TypedWord[], at: number, length: number): string {
  const first = words[at];
  const last = words[at + length - 1];
  if (first === undefined || last === undefined) return query;
  return `${query.slice(0, first.from)} ${query.slice(last.to)}`.replace(/\s+/gu, " ").trim();
}

interface Candidate {
  readonly suggestion: Suggestion;
  /** Lower is better. */
  readonly cost: number;
}

/**
 * Filters and places that the typed words may mean, best first: whole phrases before unfinished ones before misspelt
 * ones, longer phrases before shorter. Deterministic; reads only the beginning of a very long query.
 */
export function suggest(
  query: string,
  phrases: Phrases,
  gazetteer: Gazetteer | null,
  limit = 6,
): readonly Suggestion[] {
  const words = typedWords(query);
  const plain = words.map(({ word }) => word);
  const candidates: Candidate[] = [];
  const offer = (terms: readonly TermRef[], at: number, length: number, cost: number) => {
    for (const { facet, term } of terms) {
      candidates.push({ suggestion: { kind: "term", facet, term, rest: without(query, words, at, length) }, cost });
    }
  };
  for (let at = 0; at < plain.length; at++) {
    const word = plain[at] as string;
    if (phrases.stopWords.has(word)) continue;
    const whole = phrases.longestAt(plain, at);
    if (whole !== null) offer(whole.meaning.terms, at, whole.length, 10 - whole.length);
    else if (!phrases.knows(word)) {
      const meant = phrases.nearest(word);
      const mended = meant === null ? null : phrases.longestAt([meant], 0);
      if (mended !== null) offer(mended.meaning.terms, at, 1, 30);
    }
    const unfinished = plain.slice(at);
    if (unfinished.join(" ").length >= 3) offer(phrases.beginningWith(unfinished).terms, at, unfinished.length, 20);
  }
  const last = plain.at(-1);
  if (gazetteer !== null && last !== undefined && last.length >= 3) {
    for (const place of gazetteer.find(last, 2)) {
      candidates.push({
        suggestion: { kind: "place", place, rest: without(query, words, words.length - 1, 1) },
        cost: 25,
      });
    }
  }
  const seen = new Set<string>();
  return candidates
    .sort((a, b) => a.cost - b.cost)
    .map(({ suggestion }) => suggestion)
    .filter((suggestion) => {
      const key =
        suggestion.kind === "term" ? `${suggestion.facet} ${suggestion.term}` : `near ${suggestion.place.name}`;
      return !seen.has(key) && seen.add(key).size > 0;
    })
    .slice(0, limit);
}
