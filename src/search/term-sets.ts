import { FACET_IDS, type FacetId, type Vocabularies } from "../services/facets.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { TermId, Vocabulary } from "../services/vocabulary.ts";
import { addAll, addBit, type Bits, countBits, forEachBit, hasBit, noBits } from "./bits.ts";
import { atOnce, type Slices } from "./slices.ts";
import { type TermRange, type TermsOfServices, termRange, termsOfServices } from "./terms-of-services.ts";

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
  /** This facet's terms among those of all facets. */
  readonly range: TermRange;
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
  readonly ofServices: TermsOfServices;
}

/** A set of its own with what is in the bits now. */
function packed(bits: Bits): TermSet {
  const size = countBits(bits);
  if (size > bits.length) return { size, bits: bits.slice() };
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

/** Sets for every term of every facet. Terms that the vocabulary lacks count as saying something, and as no term. */
export function createTermSets(index: ServiceIndex, vocabularies: Vocabularies, rankOf: Uint32Array): TermSets {
  return atOnce(termSetSlices(index, vocabularies, rankOf));
}

/** The same in slices. */
export function* termSetSlices(index: ServiceIndex, vocabularies: Vocabularies, rankOf: Uint32Array): Slices<TermSets> {
  const { count } = index;
  const nobody: TermSet = { size: 0, ranks: new Uint32Array() };
  const many = noBits(count).length;
  /** Used for one term after another: a set of bits for each of a thousand terms would be garbage at once. */
  const union = noBits(count);
  const setOf = (rows: Uint32Array): TermSet => {
    if (rows.length > many) {
      const bits = noBits(count);
      for (let i = 0; i < rows.length; i++) addBit(bits, rankOf[rows[i] as number] as number);
      return { size: rows.length, bits };
    }
    return { size: rows.length, ranks: rows.map((row) => rankOf[row] as number).sort() };
  };
  const unionOf = (sets: readonly TermSet[]): TermSet => {
    union.fill(0);
    for (const set of sets) addTermSet(union, set);
    return packed(union);
  };

  const made: Omit<FacetSets, "range">[] = [];
  for (const [number, id] of FACET_IDS.entries()) {
    const vocabulary = vocabularies[id];
    const column = index.facets[id];
    const says = noBits(count);
    for (const row of column.saysOther) addBit(says, rankOf[row] as number);
    const said = new Map<TermId, TermSet>();
    for (const [i, term] of column.terms.entries()) {
      const set = setOf(column.postings[i] as Uint32Array);
      addTermSet(says, set);
      said.set(term, set);
      yield;
    }
    const exactly = vocabulary.terms.map(({ id: term }) => said.get(term) ?? nobody);
    const fitting: TermSet[] = [];
    for (const [i, { id: term }] of vocabulary.terms.entries()) {
      const family = vocabulary.withDescendants(term);
      const own = exactly[i] as TermSet;
      fitting.push(family.length === 1 ? own : unionOf(family.flatMap((member) => said.get(member) ?? [])));
      if (family.length > 1) yield;
    }
    const numberOf = new Map(vocabulary.terms.map(({ id: term }, i) => [term, i]));
    made.push({ id, number, vocabulary, numberOf, says, exactly, fitting });
  }
  const ofServices = yield* termsOfServices(made, count);
  const facets = {} as Record<FacetId, FacetSets>;
  let termCount = 0;
  for (const facet of made) {
    const end = termCount + facet.fitting.length;
    facets[facet.id] = { ...facet, range: termRange(ofServices, termCount, end) };
    termCount = end;
  }
  return { facets, termCount, ofServices };
}
