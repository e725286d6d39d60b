import { FACET_IDS, type FacetId } from "../services/facets.ts";
import { allBits, type Bits, countBits, countDifference, noBits } from "./bits.ts";
import type { FacetSets, TermSet, TermSets } from "./term-sets.ts";
import { columnsOf, createCountChange, type TermRange, termRange } from "./terms-of-services.ts";

/** How many services of a set fit each term, numbered over all facets. */
interface Counted {
  readonly set: Bits;
  readonly size: number;
  readonly counts: Uint32Array;
}

/**
 * For each facet, how many services of its set fit each of its terms, in the order of the vocabulary. `passing` is the
 * set that most facets share; the more alike to it the others are, the quicker. The answer depends on the sets alone
 * and must not be written to.
 */
export type Counter = (passing: Bits, amongOf: (facet: FacetId) => Bits) => Readonly<Record<FacetId, Uint32Array>>;

/** What steps cost in nanoseconds, as measured; only used to choose the cheaper of two ways to the same counts. */
const COST = { word: 1.1, posting: 1.1, walkedService: 14, walkedColumn: 1.7 } as const;

/** How many of a set fit a term: |a ∩ b| = (|a| + |b| − |a △ b|) / 2. */
function countFitting(term: TermSet, set: Bits, size: number): number {
  if ("bits" in term) return (term.size + size - countDifference(term.bits, set)) / 2;
  const { ranks } = term;
  let fitting = 0;
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    fitting += ((set[rank >>> 5] as number) >>> (rank & 31)) & 1;
  }
  return fitting;
}

/** How many sets are remembered with the counts of all terms: going back to where one was costs nothing. */
const REMEMBERED = 6;

/**
 * Counts by walking through differences: the services that came or went since the most similar set that was counted
 * before. Where too many did, each term's set is compared as a whole instead. `facets` are those to be counted.
 */
export function createCounter({ facets: byId, ofServices, termCount }: TermSets, count: number): Counter {
  const facets = FACET_IDS.map((id) => byId[id]);
  const allTerms = termRange(ofServices, 0, termCount);
  const countChange = createCountChange(ofServices, termCount, count);
  const words = noBits(count).length;
  const costByTerms = new Map(
    facets.map((facet) => [
      facet,
      facet.fitting.reduce((sum, set) => sum + ("bits" in set ? COST.word * words : COST.posting * set.size), 0),
    ]),
  );
  const costOfAll = [...costByTerms.values()].reduce((sum, cost) => sum + cost, 0);
  const walkedService = (range: TermRange): number => COST.walkedService + COST.walkedColumn * columnsOf(range);
  const nobody: Counted = { set: noBits(count), size: 0, counts: new Uint32Array(termCount) };
  const sizes = facets.flatMap(({ fitting }) => fitting.map(({ size }) => size));
  const everybody: Counted = { set: allBits(count), size: count, counts: Uint32Array.from(sizes) };
  const recent: Counted[] = [];
  /** What each facet with ticks of its own was last counted among. */
  const lastOf = new Map<FacetId, { readonly set: Bits; readonly counts: Uint32Array }>();

  /** Counts of one set from those of another, for a range of terms that begin at `counts[0]`. */
  const counted = (counts: Uint32Array, from: Bits, to: Bits, range: TermRange): Uint32Array => {
    const change = countChange(from, to, range);
    const changed = counts.slice();
    for (let i = 0; i < changed.length; i++) changed[i] = (changed[i] as number) + (change[range.first + i] as number);
    return changed;
  };

  const countByTerms = ({ fitting }: FacetSets, set: Bits, size: number, counts: Uint32Array, first: number): void => {
    for (let i = 0; i < fitting.length; i++) counts[first + i] = countFitting(fitting[i] as TermSet, set, size);
  };

  const countAll = (set: Bits): Uint32Array => {
    const size = countBits(set);
    let nearest = nobody;
    let least = size;
    for (const known of [everybody, ...recent]) {
      // Two sets differ by no less than their sizes do.
      if (Math.abs(known.size - size) >= least) continue;
      const difference = countDifference(known.set, set);
      if (difference < least) [nearest, least] = [known, difference];
    }
    if (least === 0) return nearest.counts;
    let counts: Uint32Array;
    if (least * walkedService(allTerms) < costOfAll) counts = counted(nearest.counts, nearest.set, set, allTerms);
    else {
      counts = new Uint32Array(termCount);
      for (const facet of facets) countByTerms(facet, set, size, counts, facet.range.first);
    }
    // The oldest one's memory is used again: a search must leave no garbage behind.
    const kept = recent.length < REMEMBERED ? noBits(count) : (recent.pop() as Counted).set;
    kept.set(set);
    recent.unshift({ set: kept, size, counts });
    return counts;
  };

  const countOne = (facet: FacetSets, among: Bits, passing: Bits, all: Uint32Array): Uint32Array => {
    const { id, range } = facet;
    const base = all.subarray(range.first, range.end);
    const apart = among === passing ? 0 : countDifference(among, passing);
    if (apart === 0) return base;
    const last = lastOf.get(id) ?? { set: noBits(count), counts: new Uint32Array(base.length) };
    const since = countDifference(among, last.set);
    if (since === 0) return last.counts;
    const nearest = since < apart ? last : { set: passing, counts: base };
    const cheap = Math.min(since, apart) * walkedService(range) < (costByTerms.get(facet) ?? 0);
    const counts = cheap ? counted(nearest.counts, nearest.set, among, range) : new Uint32Array(base.length);
    if (!cheap) countByTerms(facet, among, countBits(among), counts, 0);
    last.set.set(among);
    lastOf.set(id, { set: last.set, counts });
    return counts;
  };

  return (passing, amongOf) => {
    const all = countAll(passing);
    return Object.fromEntries(
      facets.map((facet) => [facet.id, countOne(facet, amongOf(facet.id), passing, all)]),
    ) as Record<FacetId, Uint32Array>;
  };
}
