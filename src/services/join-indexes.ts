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
  const shift = first.count;
  const none = new Uint32Array();
  const facets = Object.fromEntries(
    Object.entries(first.facets).map(([id, a]) => {
      const b = second.facets[id as keyof typeof second.facets];
      const terms = [...new Set([...a.terms, ...b.terms])].sort();
      const saying = ({ terms, postings }: FacetColumn) =>
        new Map(terms.map((term, i) => [term, postings[i] ?? none] as const));
      const [ofFirst, ofSecond] = [saying(a), saying(b)];
      return [
        id,
        {
          terms,
          postings: terms.map((term) => joined(ofFirst.get(term) ?? none, ofSecond.get(term) ?? none, shift)),
          saysOther: joined(a.saysOther, b.saysOther, shift),
        },
      ];
    }),
  );
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
    facets: facets as unknown as ServiceIndex["facets"],
  };
}
