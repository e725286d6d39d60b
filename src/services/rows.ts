import type { FacetColumn, ServiceIndex } from "./service-index.ts";
import type { TermId } from "./vocabulary.ts";

function contains(rows: Uint32Array, row: number): boolean {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = rows[middle] as number;
    if (value === row) return true;
    if (value < row) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** The terms that one row states for a facet: a binary search in each term's postings, fit for the few rows on screen. */
export function termsOfRow(column: FacetColumn, row: number): readonly TermId[] {
  return column.terms.filter((_, i) => contains(column.postings[i] ?? new Uint32Array(), row));
}

/** Numbers of the row's locations in the index's location columns, from the first up to but not including the last. */
export function locationsOfRow(index: ServiceIndex, row: number): readonly [first: number, end: number] {
  return [index.locationStart[row] ?? 0, index.locationStart[row + 1] ?? 0];
}

/** Rows of two indexes as one: those of `first` keep their numbers, those of `second` follow. Sources must be the same list. */
export function joinIndexes(first: ServiceIndex, second: ServiceIndex): ServiceIndex {
  const shift = first.count;
  const numbers = (a: Uint32Array, b: Uint32Array, by: number): Uint32Array => {
    const all = new Uint32Array(a.length + b.length);
    all.set(a);
    all.set(
      b.map((value) => value + by),
      a.length,
    );
    return all;
  };
  const locationShift = first.locationStart[shift] ?? 0;
  const facets = Object.fromEntries(
    Object.entries(first.facets).map(([id, a]) => {
      const b = second.facets[id as keyof typeof second.facets];
      const terms = [...new Set([...a.terms, ...b.terms])].sort();
      const none = new Uint32Array();
      return [
        id,
        {
          terms,
          postings: terms.map((term) =>
            numbers(a.postings[a.terms.indexOf(term)] ?? none, b.postings[b.terms.indexOf(term)] ?? none, shift),
          ),
          saysOther: numbers(a.saysOther, b.saysOther, shift),
        },
      ];
    }),
  );
  return {
    count: first.count + second.count,
    ids: [...first.ids, ...second.ids],
    names: [...first.names, ...second.names],
    organisations: [...first.organisations, ...second.organisations],
    summaries: [...first.summaries, ...second.summaries],
    phones: [...first.phones, ...second.phones],
    kinds: [...first.kinds, ...second.kinds],
    assured: [...first.assured, ...second.assured],
    sourceDates: [...first.sourceDates, ...second.sourceDates],
    sources: Uint8Array.from([...first.sources, ...second.sources]),
    flags: Uint8Array.from([...first.flags, ...second.flags]),
    locationStart: numbers(first.locationStart.slice(0, -1), second.locationStart, locationShift),
    lon: Float64Array.from([...first.lon, ...second.lon]),
    lat: Float64Array.from([...first.lat, ...second.lat]),
    precision: [...first.precision, ...second.precision],
    boroughs: [...first.boroughs, ...second.boroughs],
    postcodes: [...first.postcodes, ...second.postcodes],
    facets: facets as unknown as ServiceIndex["facets"],
  };
}
