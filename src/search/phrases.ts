import { FACET_IDS, type FacetId, type Vocabularies } from "../services/facets.ts";
import { foldedWords } from "../services/fold.ts";
import type { TermId } from "../services/vocabulary.ts";
import { slips, slipsAllowed } from "./close-words.ts";

/** Lay words of one locale, as `data/search/synonyms/<locale>.json` has them. */
export interface SynonymFile {
  /** BCP 47. */
  readonly locale: string;
  /** Words that tell nothing on their own: "the", "for". */
  readonly stopWords: readonly string[];
  /** What stands between a need and a place: "near" in "gurdwara near southall". */
  readonly near: readonly string[];
  /** What may stand there, but has other meanings: "in" of "food in brixton" is also that of "in debt". */
  readonly in: readonly string[];
  /** Words for what the quiet second layer holds: "mosque", "library". */
  readonly places: readonly string[];
  readonly synonyms: readonly Synonym[];
}

/** What people say, and what they mean by it: terms of a vocabulary, or words that records use. */
export interface Synonym {
  readonly say: readonly string[];
  readonly terms?: Readonly<Partial<Record<FacetId, readonly TermId[]>>>;
  readonly words?: readonly string[];
}

export interface TermRef {
  readonly facet: FacetId;
  readonly term: TermId;
}

/** What a phrase stands for. */
export interface Meaning {
  readonly terms: readonly TermRef[];
  /** Other words to look for, each a run of folded words. */
  readonly words: readonly (readonly string[])[];
}

export interface Finished {
  /** Letters that are still to be typed. */
  readonly missing: number;
  readonly meaning: Meaning;
}

export interface Phrases {
  /** The longest known phrase that begins at this word; null when none does. */
  longestAt(words: readonly string[], from: number): { readonly length: number; readonly meaning: Meaning } | null;
  /** Meanings of the phrases that begin with these words, the last of them perhaps unfinished. */
  beginningWith(words: readonly string[]): Meaning;
  /** Terms whose label or own name holds this word among others. */
  termsWith(word: string): readonly TermRef[];
  /** Whether any phrase holds the word. */
  knows(word: string): boolean;
  /** Phrases that begin with these words, the last of them perhaps unfinished: shortest first, at most so many. */
  finishing(words: readonly string[], most: number): readonly Finished[];
  /** The word of a phrase that a misspelt one most likely means: fewest slips, then the first in the alphabet; null when none is close. */
  nearest(word: string): string | null;
  /** What a run of Chinese characters, written without spaces, holds: known phrases, longest first; else the run itself. */
  apart(word: string): readonly string[];
  readonly stopWords: ReadonlySet<string>;
  /** Runs of folded words, longest first. */
  readonly near: readonly (readonly string[])[];
  readonly in: readonly (readonly string[])[];
  /** Words for places, folded and joined by spaces. */
  readonly places: ReadonlySet<string>;
}

/** Deciles are not words that a person types, and their numbers would be found in every postcode. */
const WITHOUT_WORDS: readonly FacetId[] = ["deprivation"];
/** Longest phrase looked for, in words. */
const LONGEST_PHRASE = 8;
/** Phrases that one beginning may stand for: more would be half of the vocabulary. */
const MOST_BEGINNINGS = 24;

/** Longest run of Chinese characters taken apart, and longest phrase looked for in it. */
const LONGEST_RUN = 60;
const LONGEST_IN_RUN = 8;
const HAN = /\p{Script=Han}/u;

function isUnspaced(word: string): boolean {
  return word.length <= LONGEST_RUN && HAN.test(word);
}

/** Known parts of a run in their order, with what lies between them; the run itself when it holds none. */
function takenApart(run: string, known: ReadonlySet<string>): readonly string[] {
  const parts: string[] = [];
  let between = "";
  let found = false;
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_IN_RUN, run.length - at);
    while (length > 0 && !known.has(run.slice(at, at + length))) length--;
    if (length === 0) {
      between += run[at];
      at++;
      continue;
    }
    found = true;
    if (between !== "") parts.push(between);
    between = "";
    parts.push(run.slice(at, at + length));
    at += length;
  }
  if (between !== "") parts.push(between);
  return found ? parts : [run];
}

const PLAIN = /^[A-Za-z0-9 ]*$/;

/** The same as `foldedWords`, quicker for the plain English that most phrases are. */
function wordsOf(text: string): readonly string[] {
  if (!PLAIN.test(text)) return foldedWords(text);
  return text
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
}

/**
 * Everything that means a term: labels, own names and spellings of the vocabularies, and the synonyms of all locales
 * at once, because people type in one language while they read another. Terms that no vocabulary has are left out.
 */
export function createPhrases(vocabularies: Vocabularies, synonyms: readonly SynonymFile[]): Phrases {
  const meanings = new Map<string, { terms: TermRef[]; words: string[][] }>();
  const termsWith = new Map<string, TermRef[]>();
  const add = (text: string, terms: readonly TermRef[], words: readonly (readonly string[])[]): void => {
    const said = wordsOf(text);
    if (said.length === 0 || said.length > LONGEST_PHRASE) return;
    const key = said.join(" ");
    const meaning = meanings.get(key) ?? { terms: [], words: [] };
    for (const ref of terms) {
      if (!meaning.terms.some(({ facet, term }) => facet === ref.facet && term === ref.term)) meaning.terms.push(ref);
    }
    for (const other of words) if (other.length > 0) meaning.words.push([...other]);
    meanings.set(key, meaning);
  };
  const stopWords = new Set(synonyms.flatMap((file) => file.stopWords.flatMap(wordsOf)));
  for (const facet of FACET_IDS) {
    if (WITHOUT_WORDS.includes(facet)) continue;
    for (const { id: term, label, own, spellings } of vocabularies[facet].terms) {
      const ref = { facet, term };
      for (const text of [label, own ?? "", ...(spellings ?? [])]) add(text, [ref], []);
      for (const word of new Set(wordsOf(`${label} ${own ?? ""}`))) {
        if (stopWords.has(word) || /^\d+$/.test(word)) continue;
        const refs = termsWith.get(word);
        if (refs === undefined) termsWith.set(word, [ref]);
        else refs.push(ref);
      }
    }
  }
  for (const { synonyms: entries } of synonyms) {
    for (const { say, terms = {}, words = [] } of entries) {
      const refs = FACET_IDS.flatMap((facet) =>
        (terms[facet] ?? []).flatMap((term) => (vocabularies[facet].byId.has(term) ? [{ facet, term }] : [])),
      );
      const others = words.map(wordsOf);
      for (const text of say) add(text, refs, others);
    }
  }
  const keys = [...meanings.keys()].sort();
  const known = [...new Set(keys.flatMap((key) => key.split(" ")))].sort();
  const knownSet = new Set(known);
  const runs = (texts: readonly string[]): readonly (readonly string[])[] =>
    texts
      .map(wordsOf)
      .filter((words) => words.length > 0)
      .sort((a, b) => b.length - a.length);
  /** Place of the first phrase that does not sort before these letters. */
  const firstFrom = (letters: string): number => {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] as string) < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const near = runs(synonyms.flatMap((file) => file.near));
  const unspaced = new Set([...keys, ...stopWords, ...near.map((words) => words.join(" "))].filter(isUnspaced));

  return {
    stopWords,
    near,
    in: runs(synonyms.flatMap((file) => file.in)),
    places: new Set(synonyms.flatMap((file) => file.places.map((text) => wordsOf(text).join(" ")))),
    apart: (word) => (isUnspaced(word) && !unspaced.has(word) ? takenApart(word, unspaced) : [word]),
    finishing(words, most) {
      const beginning = words.join(" ");
      const found: Finished[] = [];
      for (let i = firstFrom(beginning); i < keys.length && keys[i]?.startsWith(beginning); i++) {
        const key = keys[i] as string;
        if (key !== beginning)
          found.push({ missing: key.length - beginning.length, meaning: meanings.get(key) as Meaning });
      }
      return found.sort((a, b) => a.missing - b.missing).slice(0, most);
    },
    longestAt(words, from) {
      for (let length = Math.min(LONGEST_PHRASE, words.length - from); length > 0; length--) {
        const meaning = meanings.get(words.slice(from, from + length).join(" "));
        if (meaning !== undefined) return { length, meaning };
      }
      return null;
    },
    beginningWith(words) {
      const beginning = words.join(" ");
      const found: Meaning[] = [];
      for (let i = firstFrom(beginning); i < keys.length && keys[i]?.startsWith(beginning); i++) {
        if (found.length === MOST_BEGINNINGS) return { terms: [], words: [] };
        found.push(meanings.get(keys[i] as string) as Meaning);
      }
      return { terms: found.flatMap(({ terms }) => terms), words: found.flatMap((meaning) => meaning.words) };
    },
    termsWith: (word) => termsWith.get(word) ?? [],
    knows: (word) => knownSet.has(word),
    nearest(word) {
      const allowed = slipsAllowed(word);
      let best: string | null = null;
      let least = allowed + 1;
      for (const other of known) {
        if (Math.abs(other.length - word.length) >= least) continue;
        const wrong = slips(word, other, least - 1);
        if (wrong < least) [best, least] = [other, wrong];
        if (least === 0) break;
      }
      return allowed === 0 ? null : best;
    },
  };
}
