import { FACET_IDS, type FacetId } from "../services/facets.ts";
import type { TermId } from "../services/vocabulary.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { Phrases, TermRef } from "./phrases.ts";
import { type NamedPlace, postcodeAt, readQuery } from "./read-query.ts";
import type { ChosenTerms } from "./selection.ts";
import { type TypedWord, typedWords, without } from "./typed-words.ts";

/** What typed words may stand for. `rest` is the query without the words that the suggestion takes over. */
export type Suggestion =
  | { readonly kind: "term"; readonly facet: FacetId; readonly term: TermId; readonly rest: string }
  | { readonly kind: "place"; readonly where: NamedPlace; readonly rest: string };

export interface SuggestOptions {
  /** Null while the lists of places are not loaded. */
  readonly gazetteer?: Gazetteer | null;
  /** Terms that are chosen already, which are not offered again. */
  readonly chosen?: ChosenTerms;
  /** Whether a term is worth offering: left out, all are. */
  readonly says?: (facet: FacetId, term: TermId) => boolean;
  readonly limit?: number;
}

/** More would be a second list of filters. */
const MOST = 6;
const MOST_PLACES = 2;
/** Phrases that one beginning is completed to. */
const MOST_FINISHED = 6;
/** Latin letters from which on a beginning says enough; other scripts say as much with fewer. */
const SHORTEST_BEGINNING = { latin: 3, other: 2 } as const;
const SHORTEST_PLACE = 3;
/** Words of which the name of a place is made, at most. */
const LONGEST_PLACE = 4;

/** Lower is better. Whole phrases come before unfinished ones before misspelt ones; longer before shorter. */
const COST = { whole: 0, place: 1, unfinished: 3, inName: 5, misspelt: 6, likelyPlace: 7 } as const;
/** For each word that a phrase has. */
const WORD_IS_WORTH = 1;

type TermSuggestion = Extract<Suggestion, { readonly kind: "term" }>;

interface Candidate<S extends Suggestion = Suggestion> {
  readonly suggestion: S;
  readonly cost: number;
}

function longEnough(words: readonly string[]): boolean {
  const text = words.join("");
  return text.length >= (text.charCodeAt(0) < 0x250 ? SHORTEST_BEGINNING.latin : SHORTEST_BEGINNING.other);
}

/** The words with misspelt ones put right, and which those were. */
function mend(
  words: readonly string[],
  phrases: Phrases,
  isPlace: (word: string) => boolean,
): { readonly mended: readonly string[]; readonly wrong: ReadonlySet<number> } {
  const wrong = new Set<number>();
  const mended = words.map((word, i) => {
    if (phrases.knows(word) || phrases.stopWords.has(word) || isPlace(word)) return word;
    const meant = phrases.nearest(word);
    if (meant === null) return word;
    wrong.add(i);
    return meant;
  });
  return { mended, wrong };
}

/**
 * Filters and places that typed words may mean, in any script, best first, filters before places of the same worth:
 * labels, own names, spellings and synonyms as typed, unfinished (only the last words) or misspelt; places by the
 * gazetteer and by `readQuery`. The ids of languages ("so", "is") are no words. The same query always gets the same
 * answer; a longer one costs no more than one of 200 characters.
 */
export function suggest(query: string, phrases: Phrases, options: SuggestOptions = {}): readonly Suggestion[] {
  const { gazetteer = null, chosen = {}, says = () => true, limit = MOST } = options;
  const words = typedWords(query, phrases);
  const candidates: Candidate[] = [
    ...termsMeant(query, words, phrases, gazetteer).filter(
      ({ suggestion: { facet, term } }) => chosen[facet]?.includes(term) !== true && says(facet, term),
    ),
    ...placesMeant(query, words, phrases, gazetteer),
  ];
  const order = (a: Candidate, b: Candidate): number => a.cost - b.cost || facetOrder(a) - facetOrder(b);
  const best = new Map<string, Candidate>();
  for (const candidate of candidates.sort(order)) {
    const { suggestion } = candidate;
    const key = suggestion.kind === "term" ? `${suggestion.facet} ${suggestion.term}` : `near ${suggestion.where.text}`;
    if (!best.has(key)) best.set(key, candidate);
  }
  return [...best.values()].slice(0, limit).map(({ suggestion }) => suggestion);
}

const facetOrder = ({ suggestion }: Candidate): number =>
  suggestion.kind === "place" ? FACET_IDS.length : FACET_IDS.indexOf(suggestion.facet);

function termsMeant(
  query: string,
  words: readonly TypedWord[],
  phrases: Phrases,
  gazetteer: Gazetteer | null,
): Candidate<TermSuggestion>[] {
  const found: Candidate<TermSuggestion>[] = [];
  const offer = (terms: readonly TermRef[], at: number, length: number, cost: number): void => {
    for (const { facet, term } of terms) {
      const rest = without(query, words, at, length, phrases.stopWords);
      found.push({ suggestion: { kind: "term", facet, term, rest }, cost: cost - length * WORD_IS_WORTH });
    }
  };
  const { mended, wrong } = mend(
    words.map(({ word }) => word),
    phrases,
    (word) => gazetteer?.named(word) != null,
  );
  const isTyping = /[\p{L}\p{N}\p{M}]\p{Cf}*$/u.test(query);
  for (let at = 0; at < words.length; ) {
    const whole = phrases.longestAt(mended, at);
    const length = whole?.length ?? 1;
    const alone = length === 1 && phrases.stopWords.has(mended[at] as string);
    const misspelt = mended.slice(at, at + length).some((_, i) => wrong.has(at + i));
    if (whole !== null && !alone) offer(whole.meaning.terms, at, length, misspelt ? COST.misspelt : COST.whole);
    else if (!alone && !misspelt) offer(fewTerms(phrases.termsWith(mended[at] as string)), at, 1, COST.inName);
    if (isTyping && at + LONGEST_UNFINISHED >= words.length) {
      const tail = words.slice(at).map(({ word }) => word);
      const isStop = tail.length === 1 && phrases.stopWords.has(tail[0] as string);
      if (longEnough(tail) && !isStop) {
        for (const { meaning, missing } of phrases.finishing(tail, MOST_FINISHED)) {
          offer(meaning.terms, at, tail.length, COST.unfinished + Math.min(missing, 50) / 50);
        }
      }
    }
    at += length;
  }
  return found;
}

/** Longest beginning of a phrase, in words. */
const LONGEST_UNFINISHED = 5;
/** A word that stands in more labels than this tells too little. */
const FEW = 4;
const fewTerms = (terms: readonly TermRef[]): readonly TermRef[] => (terms.length <= FEW ? terms : []);

function placesMeant(
  query: string,
  words: readonly TypedWord[],
  phrases: Phrases,
  gazetteer: Gazetteer | null,
): Candidate[] {
  const found: Candidate[] = [];
  const { where, words: need } = readQuery(query, phrases, gazetteer);
  if (where !== null) {
    // As much worth as the words it takes, "near" among them.
    found.push({ suggestion: { kind: "place", where, rest: need }, cost: COST.whole - 2 * WORD_IS_WORTH });
    return found;
  }
  for (let length = Math.min(LONGEST_PLACE, words.length); length > 0; length--) {
    const at = words.length - length;
    const text = query.slice(words[at]?.from ?? 0, words.at(-1)?.to ?? 0);
    const said = words.slice(at).map(({ word }) => word);
    if (text.length < SHORTEST_PLACE || said.every((word) => phrases.stopWords.has(word))) continue;
    const rest = without(query, words, at, length, phrases.stopWords);
    const postcode = postcodeAt(words, at, length);
    if (postcode !== null) found.push({ suggestion: { kind: "place", where: postcode, rest }, cost: COST.place });
    const exact = gazetteer?.named(text) ?? null;
    const isPhrase = phrases.longestAt(said, 0)?.length === length;
    const add = (where: NamedPlace, cost: number) =>
      found.push({ suggestion: { kind: "place", where, rest }, cost: cost + (isPhrase ? COST.likelyPlace : 0) });
    if (exact !== null) add({ text: exact.name, place: exact }, COST.place - length * WORD_IS_WORTH);
    else if (said.some((word) => !phrases.knows(word) && !phrases.stopWords.has(word))) {
      for (const place of gazetteer?.find(text, MOST_PLACES) ?? []) {
        add({ text: place.name, place }, COST.likelyPlace - length * WORD_IS_WORTH);
      }
    }
    if (found.length > 0) return found.slice(0, MOST_PLACES);
  }
  return found;
}
