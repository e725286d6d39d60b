import { FACET_IDS, type FacetId, type Vocabularies } from "../services/facets.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { TermId, Vocabulary } from "../services/vocabulary.ts";
import { addAll, allBits, type Bits, countBits, hasBit, keepOnly, noBits, removeAll, sumOfSets } from "./bits.ts";
import { createCounter } from "./counts.ts";
import { createNearSets } from "./near-sets.ts";
import { descending, orderedRows } from "./order.ts";
import { createPhrases, type Phrases, type SynonymFile } from "./phrases.ts";
import { assuredOn, rowsByRank } from "./ranks.ts";
import type { Reason, Relaxation, Results } from "./results.ts";
import type { Selection } from "./selection.ts";
import { addTermSet, createTermSets, type FacetSets, type TermSet, termSetHas } from "./term-sets.ts";
import { createWordIndex, type WordsFound } from "./words.ts";

export interface Search {
  /** What a selection finds. `today` (ISO date): an assured date after it counts as today. */
  search(selection: Selection, today: string): Results;
}

export interface SearchOptions {
  /** BCP 47 tag of the order of names; "en" if left out. */
  readonly locale?: string;
  /** Lay words, of as many locales as are loaded. */
  readonly synonyms?: readonly SynonymFile[];
}

/** A facet with a chosen term. */
interface Choice {
  readonly facet: FacetSets;
  /** Services that say a chosen term or one beneath it. */
  readonly fits: Bits;
  /** Services that this facet does not turn away. */
  readonly allowed: Bits;
  /** The chosen terms and those beneath them; the terms above them. */
  readonly family: ReadonlySet<TermId>;
  readonly wider: ReadonlySet<TermId>;
}

/** Where a service stands does not ask for libraries and halls: every one of them stands somewhere. */
const ASKS_FOR_NO_PLACES: ReadonlySet<FacetId> = new Set(["borough", "deprivation"]);

/** Everything made once from an index: bit sets by rank, and the few steps from a selection to a set. */
function createEngine(
  index: ServiceIndex,
  vocabularies: Vocabularies,
  today: string,
  locale: string,
  phrases: Phrases,
) {
  const { count } = index;
  const rowAt = rowsByRank(index, today, locale);
  const rankOf = new Uint32Array(count);
  rowAt.forEach((row, rank) => {
    rankOf[row] = rank;
  });
  const sets = createTermSets(index, vocabularies, rankOf);
  const near = createNearSets(index, rankOf, sets);
  const words = createWordIndex(index, rowAt, sets, phrases);
  const counted = createCounter(sets, count);
  const everybody = allBits(count);
  const notPlaces = everybody.slice();
  for (let row = 0; row < count; row++) {
    const rank = rankOf[row] as number;
    if (index.kinds[row] === "place") notPlaces[rank >>> 5] = (notPlaces[rank >>> 5] as number) & ~(1 << (rank & 31));
  }

  const saying = (facet: FacetSets, terms: readonly TermId[]): Bits => {
    const bits = noBits(count);
    for (const term of terms) {
      const set = facet.fitting[facet.numberOf.get(term) ?? -1];
      if (set !== undefined) addTermSet(bits, set);
    }
    return bits;
  };

  const choiceOf = (facet: FacetSets, terms: readonly TermId[], selection: Selection): Choice => {
    const fits = saying(facet, terms);
    const family = new Set(terms.flatMap((term) => facet.vocabulary.withDescendants(term)));
    const wider = new Set(terms.flatMap((term) => termsAbove(facet.vocabulary, term)));
    if (selection.reading === "says-so") return { facet, fits, allowed: fits, family, wider };
    const allowed = everybody.slice();
    removeAll(allowed, facet.says);
    addAll(allowed, fits);
    // Who says only something wider, "Christian" where Catholic was chosen, says neither yes nor no.
    for (const term of wider) addTermSet(allowed, facet.exactly[facet.numberOf.get(term) as number] as TermSet);
    return { facet, fits, allowed, family, wider };
  };

  const reasonOf = ({ facet, fits, family, wider }: Choice, rank: number): Reason => {
    const says: TermId[] = [];
    for (let i = sets.start[rank] as number; i < (sets.start[rank + 1] as number); i++) {
      const number = (sets.terms[i] as number) - facet.first;
      const term = facet.vocabulary.terms[number];
      if (number >= 0 && term !== undefined && termSetHas(facet.exactly[number] as TermSet, rank)) says.push(term.id);
    }
    if (hasBit(fits, rank)) return { facet: facet.id, fit: "fits", terms: says.filter((term) => family.has(term)) };
    const above = says.filter((term) => wider.has(term));
    if (above.length > 0 || !hasBit(facet.says, rank)) return { facet: facet.id, fit: "does-not-say", terms: above };
    return { facet: facet.id, fit: "does-not-fit", terms: says };
  };

  /** What the parts of a selection leave, before any order. */
  const narrow = (selection: Selection, found: WordsFound | null) => {
    const base = (found?.set ?? everybody).slice();
    const within = near.within(selection.near);
    if (within !== null) keepOnly(base, within);
    for (const id of FACET_IDS) {
      const excluded = selection.not[id];
      if (excluded !== undefined && excluded.length > 0) removeAll(base, saying(sets.facets[id], excluded));
    }
    const choices = FACET_IDS.flatMap((id) => {
      const terms = selection.terms[id] ?? [];
      return terms.length > 0 ? [choiceOf(sets.facets[id], terms, selection)] : [];
    });

    // A service passes if no facet turns it away; it counts for a facet's own terms if nothing but that facet does.
    const once = noBits(count);
    const twice = noBits(count);
    for (const { allowed } of choices) {
      for (let w = 0; w < once.length; w++) {
        const turnedAway = ~(allowed[w] as number);
        twice[w] = (twice[w] as number) | ((once[w] as number) & turnedAway);
        once[w] = (once[w] as number) | turnedAway;
      }
    }
    const passing = base.slice();
    removeAll(passing, once);
    removeAll(base, twice);
    const others = choices.map(({ allowed }) => {
      const bits = base.slice();
      for (let w = 0; w < bits.length; w++) {
        bits[w] = (bits[w] as number) & (~(once[w] as number) | ~(allowed[w] as number));
      }
      return bits;
    });

    let asked = everybody;
    if (!selection.places && found === null) {
      asked = notPlaces.slice();
      for (const { facet, fits } of choices) if (!ASKS_FOR_NO_PLACES.has(facet.id)) addAll(asked, fits);
    }
    const listed = passing.slice();
    keepOnly(listed, asked);
    return { choices, passing, others, asked, listed };
  };

  const countsOf = ({ choices, passing, others, asked, listed }: ReturnType<typeof narrow>): Results["counts"] =>
    Object.fromEntries(
      FACET_IDS.map((id) => {
        const { first, vocabulary } = sets.facets[id];
        const own = others[choices.findIndex(({ facet }) => facet.id === id)];
        const mask = own?.slice() ?? (ASKS_FOR_NO_PLACES.has(id) ? listed : passing);
        if (own !== undefined && ASKS_FOR_NO_PLACES.has(id)) keepOnly(mask, asked);
        return [id, counted(mask).subarray(first, first + vocabulary.terms.length)];
      }),
    ) as Record<FacetId, Uint32Array>;

  return { rowAt, rankOf, near, words, narrow, countsOf, reasonOf };
}

function termsAbove({ byId }: Vocabulary, term: TermId): TermId[] {
  const above: TermId[] = [];
  for (let at = byId.get(term)?.parent; at !== undefined; at = byId.get(at)?.parent) above.push(at);
  return above;
}

/**
 * Makes a search over an index: pure, the same in Node, page and worker. `plain-match.ts` says what it finds;
 * `Results` says in which order. The engine is made on the first search, and again only if `today` moves across an
 * assured date that lies in the future.
 */
export function createSearch(index: ServiceIndex, vocabularies: Vocabularies, options: SearchOptions = {}): Search {
  const locale = options.locale ?? "en";
  const phrases = createPhrases(vocabularies, options.synonyms ?? []);
  let made: { readonly dates: string; readonly engine: ReturnType<typeof createEngine> } | null = null;
  let latest = "";
  for (const date of index.assured) if (date > latest && assuredOn(date, date) === date) latest = date;
  const engineOn = (today: string) => {
    const dates = assuredOn(latest, today);
    if (made?.dates !== dates) made = { dates, engine: createEngine(index, vocabularies, today, locale, phrases) };
    return made.engine;
  };

  return {
    search(selection, today) {
      const engine = engineOn(today);
      const { rowAt, rankOf, near, narrow } = engine;
      const found = engine.words.find(selection.words);
      const narrowed = narrow(selection, found);
      const { choices, listed } = narrowed;
      const total = countBits(listed);
      const placed = near.placed.slice();
      keepOnly(placed, listed);
      // A listed service fits or does not say, so more fits is fewer does-not-say.
      const fits =
        selection.reading === "says-so"
          ? []
          : sumOfSets(
              choices.map((choice) => choice.fits),
              listed.length,
            );
      const digits = [...descending(fits), ...near.bands(selection.near), ...(found?.closeness ?? [])];

      const listedBy = (other: Selection): number => {
        const words = other.words === selection.words ? found : engine.words.find(other.words);
        return countBits(narrow(other, words).listed);
      };
      return {
        rows: orderedRows(listed, digits, rowAt),
        placed: countBits(placed),
        counts: engine.countsOf(narrowed),
        placesLeftOut: countBits(narrowed.passing) - total,
        wordsLeftOut: found?.leftOut ?? [],
        reasonsOf: (row) => choices.map((choice) => engine.reasonOf(choice, rankOf[row] as number)),
        distanceOf: (row) => (selection.near === null ? null : near.distance(row, selection.near)),
        matchedWords: (row) => found?.matched(rankOf[row] as number) ?? [],
        relaxations: () => relaxationsOf(selection, total, listedBy),
        nearestBeyond(limit) {
          if (selection.near === null || selection.near.radius === null) return [];
          const beyond = narrow({ ...selection, near: null }, found).listed;
          removeAll(beyond, listed);
          const [lon, lat] = selection.near.point;
          return near.nearby
            .nearest(lon, lat, limit, (rank) => hasBit(beyond, rank))
            .map(({ owner }) => rowAt[owner] as number);
        },
      };
    },
  };
}

function without(chosen: Selection["terms"], facet: FacetId): Selection["terms"] {
  const { [facet]: _, ...rest } = chosen;
  return rest;
}

/** Each single thing that could be dropped and gives more than now, the one that gives most first. */
function relaxationsOf(selection: Selection, now: number, listedBy: (other: Selection) => number): Relaxation[] {
  const ways: { readonly drop: Relaxation["drop"]; readonly left: Selection }[] = [];
  for (const facet of FACET_IDS) {
    if ((selection.terms[facet] ?? []).length > 0) {
      ways.push({ drop: { kind: "facet", facet }, left: { ...selection, terms: without(selection.terms, facet) } });
    }
    if ((selection.not[facet] ?? []).length > 0) {
      ways.push({ drop: { kind: "exclusion", facet }, left: { ...selection, not: without(selection.not, facet) } });
    }
  }
  if (selection.words.trim() !== "") ways.push({ drop: { kind: "words" }, left: { ...selection, words: "" } });
  if (selection.near !== null && selection.near.radius !== null) {
    ways.push({ drop: { kind: "radius" }, left: { ...selection, near: { ...selection.near, radius: null } } });
  }
  if (selection.reading === "says-so")
    ways.push({ drop: { kind: "reading" }, left: { ...selection, reading: "may-fit" } });
  return ways
    .map(({ drop, left }) => ({ drop, gives: listedBy(left) }))
    .filter(({ gives }) => gives > now)
    .sort((a, b) => b.gives - a.gives);
}
