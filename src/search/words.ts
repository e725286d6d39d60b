import { foldedWords } from "../services/fold.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { addAll, addBit, allBits, type Bits, countBits, hasBit, keepOnly, noBits, sumOfSets } from "./bits.ts";
import { slipsAllowed } from "./close-words.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { type Digit, moreFirst } from "./order.ts";
import type { Meaning, Phrases } from "./phrases.ts";
import { addTermSet, type TermSets } from "./term-sets.ts";
import { LONGEST_KEPT } from "./word-table.ts";

export interface WordsFound {
  /** Services, by rank, that have every word that was used. */
  readonly set: Bits;
  /** Digits of the order by closeness to the words typed, greatest first: words as typed, and words in the name. */
  readonly closeness: readonly Digit[];
  /** Words left aside because nothing has all of them. */
  readonly leftOut: readonly string[];
  /** Words typed that the service of a rank has. */
  matched(rank: number): readonly string[];
}

export interface WordIndex {
  /** Null when the query holds no word. */
  find(query: string): WordsFound | null;
}

/** Only so much of a query is read: a pasted page must cost no more than a long sentence. */
const LONGEST_QUERY = 100;
const MOST_WORDS = 8;
/** Stop words come on top of the words that count. */
const MOST_READ = 16;

/** A word that so few services have may itself be a slip, of the person or of a record: then slips are forgiven too. */
const HARDLY_ANYONE = 2;

/** One word, or several with one meaning ("someone to talk to"), and who has it. */
interface Idea {
  readonly said: readonly string[];
  /** Services that have it in any way. */
  readonly set: Bits;
  /** Those with the words as typed, or that say the term meant. */
  readonly asTyped: Bits;
  /** Those with the words as typed, or words that go with them, in their name. */
  readonly inName: Bits;
  /**
   * Of a phrase: those whose own text has it, or words that go with it. Many say a wide term ("company"); who also
   * writes of loneliness is closer to "lonely".
   */
  readonly inText?: Bits;
}

/** Endings that English words of one meaning differ in; a word that the records lack costs one look-up. */
function otherEndings(word: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const endings = [`${word}s`];
  if (HISSING.test(word)) endings.push(`${word}es`);
  if (word.endsWith("ies")) endings.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("y")) endings.push(`${word.slice(0, -1)}ies`);
  if (word.endsWith("es") && HISSING.test(word.slice(0, -2))) endings.push(word.slice(0, -2));
  if (word.endsWith("s") && !word.endsWith("ss")) endings.push(word.slice(0, -1));
  return endings;
}
/** Words that take "es" for many: not "refuge", or refuges would be refugees. */
const HISSING = /(?:s|x|z|ch|sh|o)$/;

/**
 * Finds services by typed words, in any script: every word must be there, as typed, in another ending, as the
 * beginning of a word while it is being typed, or meant by a synonym; with slips only where nothing has it as typed.
 * If no service has all, slips are forgiven in every word, and at last the least useful words are left aside, and
 * named. The index of words is made on the first use, or taken from `shared`.
 */
export function createWordIndex(
  index: ServiceIndex,
  rowAt: Uint32Array,
  { facets }: TermSets,
  phrases: Phrases,
  shared: (() => Lexicon) | null = null,
): WordIndex {
  const { count } = index;
  let made: Lexicon | null = null;
  const lexicon = (): Lexicon => {
    made ??= shared?.() ?? createLexicon(index, rowAt);
    return made;
  };

  const addPostings = (place: number, all: Bits, inName: Bits | null): void => {
    const { start, postings } = lexicon();
    for (let i = start[place] as number, end = start[place + 1] as number; i < end; i++) {
      const posting = postings[i] as number;
      addBit(all, posting >>> 1);
      if (inName !== null && (posting & 1) === 1) addBit(inName, posting >>> 1);
    }
  };
  /** Services that say a term meant, or have the other words; `named` gets those that have these in their name. */
  const addMeaning = (meaning: Meaning, into: Bits, named: Bits | null = null): void => {
    for (const { facet, term } of meaning.terms) {
      const set = facets[facet].fitting[facets[facet].numberOf.get(term) ?? -1];
      if (set !== undefined) addTermSet(into, set);
    }
    for (const words of meaning.words) {
      const all = allBits(count);
      const inNames = allBits(count);
      for (const word of words) {
        const having = noBits(count);
        const inName = noBits(count);
        for (const form of [word, ...otherEndings(word)]) {
          const place = lexicon().find(form);
          if (place >= 0) addPostings(place, having, inName);
        }
        keepOnly(all, having);
        keepOnly(inNames, inName);
      }
      addAll(into, all);
      if (named !== null) addAll(named, inNames);
    }
  };

  /** One word: as typed, in other endings, as a beginning; with `lenient`, or if there is nothing, with slips. */
  const ideaOfWord = (word: string, typing: boolean, lenient: boolean): Idea => {
    const asTyped = noBits(count);
    const inName = noBits(count);
    let having = 0;
    for (const form of [word, ...otherEndings(word)]) {
      const place = lexicon().find(form);
      if (place < 0) continue;
      having += (lexicon().start[place + 1] as number) - (lexicon().start[place] as number);
      addPostings(place, asTyped, inName);
    }
    const set = asTyped.slice();
    if (typing) {
      const [from, to] = lexicon().beginning(word);
      having += (lexicon().start[to] as number) - (lexicon().start[from] as number);
      for (let place = from; place < to; place++) addPostings(place, set, inName);
      addMeaning(phrases.beginningWith([word]), set);
    }
    const partly = phrases.termsWith(word);
    addMeaning({ terms: partly, words: [] }, set);
    if (lenient || (having <= (typing ? 0 : HARDLY_ANYONE) && partly.length === 0)) {
      const most = slipsAllowed(word);
      for (let wrong = 1; wrong <= most; wrong++) {
        const places = lexicon().close(word, wrong, typing && word.length >= 4);
        for (const place of places) addPostings(place, set, null);
        if (places.length > 0) break;
      }
    }
    return { said: [word], set, asTyped, inName };
  };

  const ideaOfPhrase = (said: readonly string[], meaning: Meaning, typing: boolean): Idea => {
    const asTyped = allBits(count);
    const inName = allBits(count);
    for (const word of said) {
      const idea = ideaOfWord(word, false, false);
      keepOnly(asTyped, idea.asTyped);
      keepOnly(inName, idea.inName);
    }
    const inText = asTyped.slice();
    addMeaning({ terms: [], words: meaning.words }, inText, inName);
    addAll(asTyped, inText);
    addMeaning({ terms: meaning.terms, words: [] }, asTyped);
    const set = asTyped.slice();
    if (typing) {
      addMeaning(phrases.beginningWith(said), set);
      const [only] = said;
      if (only !== undefined && said.length === 1) {
        const [from, to] = lexicon().beginning(only);
        for (let place = from; place < to; place++) addPostings(place, set, null);
      }
    }
    return { said, set, asTyped, inName, inText };
  };

  const ideasOf = (typed: readonly string[], typing: boolean, lenient: boolean): Idea[] => {
    // A misspelt word of a known phrase must not hide the phrase: "benifits form".
    const mended = typed.map((word) =>
      phrases.knows(word) || lexicon().find(word) >= 0 ? word : (phrases.nearest(word) ?? word),
    );
    const onlyStopWords = mended.every((word) => phrases.stopWords.has(word));
    const ideas: Idea[] = [];
    for (let at = 0; at < mended.length && ideas.length < MOST_WORDS; ) {
      const phrase = phrases.longestAt(mended, at);
      const length = phrase?.length ?? 1;
      const said = typed.slice(at, at + length);
      const last = typing && at + length === typed.length;
      if (phrase !== null && (length > 1 || !phrases.stopWords.has(said[0] as string))) {
        const idea = ideaOfPhrase(mended.slice(at, at + length), phrase.meaning, last);
        const asWords = lenient || said.some((word, i) => word !== mended[at + i]) ? ideaOfWords(said, last) : null;
        if (asWords !== null) addAll(idea.set, asWords);
        ideas.push({ ...idea, said });
      } else if (onlyStopWords || !phrases.stopWords.has(said[0] as string)) {
        ideas.push(ideaOfWord(said[0] as string, last, lenient));
      }
      at += length;
    }
    return ideas;
  };
  const ideaOfWords = (said: readonly string[], typing: boolean): Bits => {
    const all = allBits(count);
    said.forEach((word, i) => {
      keepOnly(all, ideaOfWord(word, typing && i === said.length - 1, true).set);
    });
    return all;
  };

  const together = (ideas: readonly Idea[]): Bits => {
    const all = allBits(count);
    for (const { set } of ideas) keepOnly(all, set);
    return all;
  };
  const isNobody = (bits: Bits): boolean => bits.every((word) => word === 0);

  const search = (query: string): WordsFound | null => {
    const read = query.slice(0, LONGEST_QUERY);
    const typed = foldedWords(read)
      .flatMap((word) => phrases.apart(word.slice(0, LONGEST_KEPT)))
      .slice(0, MOST_READ);
    if (typed.length === 0) return null;
    const typing = /[\p{L}\p{N}\p{M}]$/u.test(read);
    let ideas = ideasOf(typed, typing, false);
    let set = together(ideas);
    if (isNobody(set)) {
      const lenient = ideasOf(typed, typing, true);
      const more = together(lenient);
      if (!isNobody(more)) [ideas, set] = [lenient, more];
    }
    const leftOut: string[] = [];
    while (ideas.length > 1 && isNobody(set)) {
      const dropped = leastUseful(ideas);
      leftOut.push(...dropped.said);
      ideas = ideas.filter((idea) => idea !== dropped);
      set = together(ideas);
    }
    const points = sumOfSets(
      ideas.flatMap(({ asTyped, inName, inText }) => [asTyped, inName, ...(inText === undefined ? [] : [inText])]),
      () => noBits(count),
    );
    return {
      set,
      closeness: moreFirst(points),
      leftOut,
      matched: (rank) => ideas.flatMap((idea) => (hasBit(idea.set, rank) ? idea.said : [])),
    };
  };

  /**
   * The word to leave aside first: one that nobody has; else one without which somebody is left, a word of no known
   * meaning before a place or a need; of several the one that most services have, for it tells least.
   */
  const leastUseful = (ideas: readonly Idea[]): Idea => {
    const ranked = ideas.map((idea) => {
      const size = countBits(idea.set);
      const frees = size > 0 && !isNobody(together(ideas.filter((other) => other !== idea)));
      const meant = idea.inText !== undefined;
      return { idea, worth: size === 0 ? 0 : frees ? (meant ? 2 : 1) : 3, size };
    });
    return ranked.reduce((least, other) =>
      other.worth < least.worth || (other.worth === least.worth && other.size > least.size) ? other : least,
    ).idea;
  };

  // A person types once and ticks often.
  let last: { readonly query: string; readonly found: WordsFound | null } | null = null;
  return {
    find(query) {
      if (last?.query !== query) last = { query, found: search(query) };
      return last.found;
    },
  };
}
