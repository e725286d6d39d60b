import type { Vocabularies } from "../services/facets.ts";
import { isPlace } from "../services/kinds.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { addBit, allBits, countBits, createScratch, hasBit, keepOnly, noBits, removeAll, sumOfSets } from "./bits.ts";
import { reasonOf } from "./choice.ts";
import { createCounter } from "./counts.ts";
import type { Lexicon } from "./lexicon.ts";
import { createNarrow } from "./narrow.ts";
import { nearSetSlices } from "./near-sets.ts";
import { moreFirst, orderedRows } from "./order.ts";
import type { Phrases, SynonymFile } from "./phrases.ts";
import { assuredOn, rankSlices } from "./ranks.ts";
import type { Results } from "./results.ts";
import type { Selection } from "./selection.ts";
import { atOnce, type Slices } from "./slices.ts";
import { termSetSlices } from "./term-sets.ts";
import type { WordSearch } from "./word-search.ts";
import type { WordIndex } from "./words.ts";

export interface Search {
  /** What a selection finds. `today` (ISO date): an assured date after it counts as today. */
  search(selection: Selection, today: string): Results;
  /** What words stand for: for offering filters while somebody types. Null without the search by words. */
  readonly phrases: Phrases | null;
  /**
   * Makes ahead, a slice at a time, what the first search of a day would make at once: the sets and orders, and the
   * index of words if the search knows words. A search that comes meanwhile makes what it needs itself.
   */
  prepare(today: string): Slices<void>;
  /** The same search with these lay words, and with the search by words if it had none; all else that was made is shared. */
  knowing(synonyms: readonly SynonymFile[], words?: WordSearch | null): Search;
}

interface Engine {
  /** Makes the index of words. */
  readWords(words: WordSearch): Slices<void>;
  wordsWith(phrases: Phrases, words: WordSearch): WordIndex;
  find(selection: Selection, words: WordIndex | null): Results;
}

export interface SearchOptions {
  /** BCP 47 tag of the order of names; "en" if left out. */
  readonly locale?: string;
  /** Lay words, of as many locales as are loaded. */
  readonly synonyms?: readonly SynonymFile[];
}

/** Everything made once from an index: sets by rank, and the order of names and dates. */
function* engineSlices(index: ServiceIndex, vocabularies: Vocabularies, today: string, locale: string): Slices<Engine> {
  const { count } = index;
  const rowAt = yield* rankSlices(index, today, locale);
  const rankOf = new Uint32Array(count);
  const places = noBits(count);
  yield;
  rowAt.forEach((row, rank) => {
    rankOf[row] = rank;
    if (isPlace(index.kinds[row] as ServiceIndex["kinds"][number])) addBit(places, rank);
  });
  yield;
  const sets = yield* termSetSlices(index, vocabularies, rankOf);
  const near = yield* nearSetSlices(index, rankOf, sets);
  let lexicon: Lexicon | null = null;
  yield;
  const counted = createCounter(sets, count);
  const scratch = createScratch(count);
  const narrow = createNarrow(sets, near, allBits(count), places, scratch);

  const find: Engine["find"] = (selection, words) => {
    const found = words?.find(selection.words) ?? null;
    const narrowed = narrow(selection, found);
    const { choices, passing, listed } = narrowed;
    const total = countBits(listed);
    const placed = scratch.copy(near.placed);
    keepOnly(placed, listed);
    // A listed service fits or does not say, so that more fits is also fewer does-not-say.
    const fits = selection.reading === "says-so" ? [] : choices.map((choice) => choice.fits);
    const law = [
      ...moreFirst(sumOfSets(fits, scratch.empty)),
      ...near.bands(selection.near),
      ...(found?.closeness ?? []),
    ];
    return {
      rows: orderedRows(listed, law, rowAt),
      placed: countBits(placed),
      counts: counted(passing, narrowed.countedAmong),
      placesLeftOut: countBits(passing) - total,
      wordsLeftOut: found?.leftOut ?? [],
      reasonsOf: (row) => choices.map((choice) => reasonOf(choice, rankOf[row] as number, sets)),
      distanceOf: (row) => (selection.near === null ? null : near.distance(row, selection.near)),
      matchedWords: (row) => found?.matched(rankOf[row] as number) ?? [],
      countOf: (other) => countBits(narrow(other, other.words === "" ? null : found).listed),
      nearestBeyond(limit) {
        const within = near.within(selection.near);
        if (selection.near === null || within === null) return [];
        const beyond = narrow({ ...selection, near: null }, found).listed;
        removeAll(beyond, within);
        const [lon, lat] = selection.near.point;
        const nearest = near.nearby.nearest(lon, lat, limit, (rank) => hasBit(beyond, rank));
        return nearest.map(({ owner }) => rowAt[owner] as number);
      },
    };
  };
  return {
    find,
    *readWords(words) {
      const read = lexicon ?? (yield* words.lexiconSlices(index, rowAt));
      lexicon ??= read;
    },
    wordsWith: (phrases, words) =>
      words.createWordIndex(index, rowAt, sets, phrases, () => {
        lexicon ??= atOnce(words.lexiconSlices(index, rowAt));
        return lexicon;
      }),
  };
}

/**
 * Makes a search over an index: pure, the same in Node, page and worker. `plain-match.ts` says what it finds,
 * `Results` in which order. The first search makes what all need; the first with words makes the index of words.
 * Without `words` it leaves typed words aside: a page that nobody has typed in yet does not carry their code.
 */
export function createSearchCore(
  index: ServiceIndex,
  vocabularies: Vocabularies,
  words: WordSearch | null,
  options: SearchOptions = {},
): Search {
  const { locale = "en", synonyms = [] } = options;
  let latest = "";
  for (const date of index.assured) if (date > latest && assuredOn(date, date) === date) latest = date;
  let made: { readonly until: string; readonly engine: Engine } | null = null;
  function* engineOn(today: string): Slices<Engine> {
    // Only an assured date that lies in the future makes the order depend on the day.
    const until = assuredOn(latest, today);
    if (made?.until === until) return made.engine;
    const engine = yield* engineSlices(index, vocabularies, today, locale);
    // A search that came meanwhile has made one already.
    if (made?.until !== until) made = { until, engine };
    return made.engine;
  }
  const knowing = (files: readonly SynonymFile[], wordSearch: WordSearch | null): Search => {
    const phrases = wordSearch?.createPhrases(vocabularies, files) ?? null;
    let read: { readonly engine: Engine; readonly index: WordIndex } | null = null;
    return {
      phrases,
      knowing: (more, other = wordSearch) => knowing(more, other),
      *prepare(today) {
        const engine = yield* engineOn(today);
        if (wordSearch !== null) yield* engine.readWords(wordSearch);
      },
      search(selection, today) {
        const engine = atOnce(engineOn(today));
        if (wordSearch === null || phrases === null) return engine.find(selection, null);
        if (read?.engine !== engine) read = { engine, index: engine.wordsWith(phrases, wordSearch) };
        return engine.find(selection, read.index);
      },
    };
  };
  return knowing(synonyms, words);
}
