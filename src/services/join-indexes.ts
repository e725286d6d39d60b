import { FACET_IDS, type FacetId } from "./facets.ts";
import type { FacetColumn, ServiceIndex } from "./service-index.ts";

type Numbers = Uint8Array | Uint32Array | Float64Array;

/** The numbers of `second` after those of `first`, each greater by `shift`; both must be of one type. */
function joined<T extends Numbers>(first: T, second: T, shift = 0): T {
  const all = new (first.constructor as new (length: number) => T)(first.length + second.length);
  all.set(first);
  for (let i = 0; i < second.length; i++) all[first.length + i] = (second[i] as number) + shift;
  return all;
}

/** Rows of two indexes as one: those of `first` keep their numbers, those of `second` follow. Sources must be the same list. */
export function joinIndexes(first: ServiceIndex, second: ServiceIndex): ServiceIndex {
  const work = joiningIndexes(first, second);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Numbers copied between two pauses. */
const STEP = 16_384;

/** The same with pauses, for a page that has somebody to answer meanwhile. */
export function* joiningIndexes(
  first: ServiceIndex,
  second: ServiceIndex,
): Generator<undefined, ServiceIndex, undefined> {
  const shift = first.count;
  const none = new Uint32Array();
  const facets: Partial<Record<FacetId, FacetColumn>> = {};
  const saying = ({ terms, postings }: FacetColumn) =>
    new Map(terms.map((term, i) => [term, postings[i] ?? none] as const));
  for (const id of FACET_IDS) {
    const [a, b] = [first.facets[id], second.facets[id]];
    const terms = [...new Set([...a.terms, ...b.terms])].sort();
    const [ofFirst, ofSecond] = [saying(a), saying(b)];
    const postings: Uint32Array[] = [];
    let copied = 0;
    for (const term of terms) {
      const list = joined(ofFirst.get(term) ?? none, ofSecond.get(term) ?? none, shift);
      postings.push(list);
      copied += list.length;
      if (copied < STEP) continue;
      copied = 0;
      yield;
    }
    facets[id] = { terms, postings, saysOther: joined(a.saysOther, b.saysOther, shift) };
    yield;
  }
  function* both<T extends { concat(more: T): T }>(a: T, b: T): Generator<undefined, T, undefined> {
    yield;
    return a.concat(b);
  }
  function* numbers<T extends Numbers>(a: T, b: T, shiftedBy = 0): Generator<undefined, T, undefined> {
    yield;
    return joined(a, b, shiftedBy);
  }
  return {
    count: first.count + second.count,
    ids: yield* both(first.ids, second.ids),
    names: yield* both(first.names, second.names),
    organisations: yield* both(first.organisations, second.organisations),
    summaries: yield* both(first.summaries, second.summaries),
    phones: yield* both(first.phones, second.phones),
    kinds: yield* both(first.kinds, second.kinds),
    assured: yield* both(first.assured, second.assured),
    sourceDates: yield* both(first.sourceDates, second.sourceDates),
    sources: yield* numbers(first.sources, second.sources),
    flags: yield* numbers(first.flags, second.flags),
    locationStart: yield* numbers(
      first.locationStart.slice(0, -1),
      second.locationStart,
      first.locationStart[shift] ?? 0,
    ),
    lon: yield* numbers(first.lon, second.lon),
    lat: yield* numbers(first.lat, second.lat),
    precision: yield* both(first.precision, second.precision),
    boroughs: yield* both(first.boroughs, second.boroughs),
    postcodes: yield* both(first.postcodes, second.postcodes),
    facets: facets as ServiceIndex["facets"],
  };
}
