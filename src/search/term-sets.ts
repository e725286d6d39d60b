import { FACET_IDS, type FacetId, type Vocabularies } from "../services/facets.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { TermId, Vocabulary } from "../services/vocabulary.ts";
import { addAll, addBit, type Bits, countBits, forEachBit, hasBit, noBits } from "./bits.ts";

/** Ranks of the services that say something: a bit set where many do, a sorted list where few do. */
export type TermSet =
  | { readonly size: number; readonly bits: Bits }
  | { readonly size: number; readonly ranks: Uint32Array };

/** What services say about one facet, by rank (see `ranks.ts`) and by place of the term in its vocabulary. */
export interface FacetSets {
  readonly id: FacetId;
  /** Place of the facet in FACETS. */
  readonly number: number;
  readonly vocabulary: Vocabulary;
  /** Number of this facet's first term among the terms of all facets. */
  readonly first: number;
  readonly numberOf: ReadonlyMap<TermId, number>;
  /** Services that say anything at all about the facet, known words or not. */
  readonly says: Bits;
  /** Services that say exactly this term. */
  readonly exactly: readonly TermSet[];
  /** Services that say this term or one beneath it. */
  readonly fitting: readonly TermSet[];
}

export interface TermSets {
  readonly facets: Readonly<Record<FacetId, FacetSets>>;
  readonly termCount: number;
  /** Terms that the service of rank r fits are `terms[start[r]]` up to `terms[start[r + 1]]`, numbered over all facets. */
  readonly start: Uint32Array;
  readonly terms: Uint16Array | Uint32Array;
  /**
   * Where in a service's list each facet begins: those of facet f are `terms[start[r] + facetAt[r * (F + 1) + f]]` up
   * to the next facet's, F being the number of facets.
   */
  readonly facetAt: Uint16Array;
}

/** Numbers a service in `facetAt`: one for each facet and one for the end. */
export const FACET_STEPS = FACET_IDS.length + 1;

function packed(bits: Bits): TermSet {
  const size = countBits(bits);
  if (size > bits.length) return { size, bits };
  const ranks = new Uint32Array(size);
  let next = 0;
  forEachBit(bits, (rank) => {
    ranks[next++] = rank;
  });
  return { size, ranks };
}

/** Adds the ranks of a term's set to a bit set. */
export function addTermSet(into: Bits, set: TermSet): void {
  if ("bits" in set) {
    addAll(into, set.bits);
    return;
  }
  const { ranks } = set;
  for (let i = 0; i < ranks.length; i++) addBit(into, ranks[i] as number);
}

export function termSetHas(set: TermSet, rank: number): boolean {
  if ("bits" in set) return hasBit(set.bits, rank);
  let low = 0;
  let high = set.ranks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set.ranks[middle] as number) < rank) low = middle + 1;
    else high = middle;
  }
  return set.ranks[low] === rank;
}

function forEachRank(set: TermSet, visit: (rank: number) => void): void {
  if ("bits" in set) forEachBit(set.bits, visit);
  else for (const rank of set.ranks) visit(rank);
}

/** Sets for every term of every facet. Terms that the vocabulary lacks count as saying something, and as no term. */
export function createTermSets(index: ServiceIndex, vocabularies: Vocabularies, rankOf: Uint32Array): TermSets {
  const { count } = index;
  let termCount = 0;
  const facetOf = (id: FacetId, number: number): FacetSets => {
    const vocabulary = vocabularies[id];
    const column = index.facets[id];
    const says = noBits(count);
    for (const row of column.saysOther) addBit(says, rankOf[row] as number);
    const said = new Map<TermId, Bits>();
    column.terms.forEach((term, i) => {
      const bits = noBits(count);
      for (const row of column.postings[i] as Uint32Array) addBit(bits, rankOf[row] as number);
      addAll(says, bits);
      said.set(term, bits);
    });
    const nothing = packed(noBits(count));
    const exactly = vocabulary.terms.map(({ id: term }) => {
      const bits = said.get(term);
      return bits === undefined ? nothing : packed(bits);
    });
    const fitting = vocabulary.terms.map(({ id: term }, i) => {
      const family = vocabulary.withDescendants(term);
      if (family.length === 1) return exactly[i] as TermSet;
      const bits = noBits(count);
      for (const member of family) {
        const saying = said.get(member);
        if (saying !== undefined) addAll(bits, saying);
      }
      return packed(bits);
    });
    const numberOf = new Map(vocabulary.terms.map(({ id: term }, i) => [term, i]));
    const first = termCount;
    termCount += vocabulary.terms.length;
    return { id, number, vocabulary, first, numberOf, says, exactly, fitting };
  };
  const facets = Object.fromEntries(FACET_IDS.map((id, number) => [id, facetOf(id, number)])) as Record<
    FacetId,
    FacetSets
  >;

  const start = new Uint32Array(count + 1);
  for (const id of FACET_IDS) {
    for (const set of facets[id].fitting) {
      forEachRank(set, (rank) => {
        start[rank + 1] = (start[rank + 1] as number) + 1;
      });
    }
  }
  for (let rank = 0; rank < count; rank++) start[rank + 1] = (start[rank + 1] as number) + (start[rank] as number);
  const total = start[count] as number;
  const terms = termCount < 65_536 ? new Uint16Array(total) : new Uint32Array(total);
  const next = start.slice();
  const facetAt = new Uint16Array(count * FACET_STEPS);
  for (const id of FACET_IDS) {
    const { fitting, first, number } = facets[id];
    fitting.forEach((set, i) => {
      forEachRank(set, (rank) => {
        const at = next[rank] as number;
        terms[at] = first + i;
        next[rank] = at + 1;
      });
    });
    for (let rank = 0; rank < count; rank++) {
      facetAt[rank * FACET_STEPS + number + 1] = (next[rank] as number) - (start[rank] as number);
    }
  }
  return { facets, termCount, start, terms, facetAt };
}
