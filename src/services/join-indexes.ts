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

/** The same with a pause after each facet, for a page that has somebody to answer meanwhile. */
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
    facets[id] = {
      terms,
      postings: terms.map((term) => joined(ofFirst.get(term) ?? none, ofSecond.get(term) ?? none, shift)),
      saysOther: joined(a.saysOther, b.saysOther, shift),
    };
    yield;
  }
  return {
    count: first.count + second.count,
    ids: first.ids.concat(second.ids),
    names: first.names.concat(second.names),
    organisations: first.organisations.concat(second.organisations),
    summaries: first.summaries.concat(second.summaries),
    phones: first.phones.concat(second.phones),
    kinds: first.kinds.concat(second.kinds),
    assured: first.assured.concat(second.assured),
    sourceDates: first.sourceDates.concat(second.sourceDates),
    sources: joined(first.sources, second.sources),
    flags: joined(first.flags, second.flags),
    locationStart: joined(first.locationStart.slice(0, -1), second.locationStart, first.locationStart[shift] ?? 0),
    lon: joined(first.lon, second.lon),
    lat: joined(first.lat, second.lat),
    precision: first.precision.concat(second.precision),
    boroughs: first.boroughs.concat(second.boroughs),
    postcodes: first.postcodes.concat(second.postcodes),
    facets: facets as ServiceIndex["facets"],
  };
}
