import { FACET_IDS } from "./facets.ts";
import { locationsOfRow } from "./rows.ts";
import type { FacetColumn, ServiceIndex } from "./service-index.ts";

/** A row of one of several indexes. */
export interface PickedRow {
  /** Place of the index in the list. */
  readonly from: number;
  readonly row: number;
}

const NO_ROWS = new Uint32Array();

/**
 * An index of chosen rows, in the order in which they are chosen; each row of an index at most once. The indexes must
 * number their sources alike.
 */
export function pickRows(indexes: readonly ServiceIndex[], picks: readonly PickedRow[]): ServiceIndex {
  const indexAt = (from: number): ServiceIndex => {
    const index = indexes[from];
    if (index === undefined) throw new Error(`There is no index number ${from} to pick rows from.`);
    return index;
  };
  const column = <T>(read: (index: ServiceIndex) => ArrayLike<T>): T[] =>
    picks.map(({ from, row }) => read(indexAt(from))[row] as T);
  const places = picks.flatMap(({ from, row }) => {
    const [first, end] = locationsOfRow(indexAt(from), row);
    return Array.from({ length: end - first }, (_, i) => ({ from, at: first + i }));
  });
  const placeColumn = <T>(read: (index: ServiceIndex) => ArrayLike<T>): T[] =>
    places.map(({ from, at }) => read(indexAt(from))[at] as T);
  const locationStart = new Uint32Array(picks.length + 1);
  const newRows = indexes.map(({ count }) => new Int32Array(count).fill(-1));
  picks.forEach(({ from, row }, i) => {
    const [first, end] = locationsOfRow(indexAt(from), row);
    locationStart[i + 1] = (locationStart[i] ?? 0) + end - first;
    const numbers = newRows[from];
    if (numbers !== undefined) numbers[row] = i;
  });
  const rowsOf = (read: (index: ServiceIndex) => Uint32Array): Uint32Array =>
    Uint32Array.from(
      indexes
        .flatMap((index, from) => Array.from(read(index), (row) => newRows[from]?.[row] ?? -1))
        .filter((row) => row >= 0),
    ).sort();
  const facets = FACET_IDS.map((id): readonly [typeof id, FacetColumn] => {
    const terms = [...new Set(indexes.flatMap((index) => index.facets[id].terms))].sort();
    return [
      id,
      {
        terms,
        postings: terms.map((term) =>
          rowsOf(({ facets: { [id]: facet } }) => facet.postings[facet.terms.indexOf(term)] ?? NO_ROWS),
        ),
        saysOther: rowsOf((index) => index.facets[id].saysOther),
      },
    ];
  });
  return {
    count: picks.length,
    ids: column(({ ids }) => ids),
    names: column(({ names }) => names),
    organisations: column(({ organisations }) => organisations),
    summaries: column(({ summaries }) => summaries),
    phones: column(({ phones }) => phones),
    kinds: column(({ kinds }) => kinds),
    assured: column(({ assured }) => assured),
    sourceDates: column(({ sourceDates }) => sourceDates),
    sources: Uint8Array.from(column(({ sources }) => sources)),
    flags: Uint8Array.from(column(({ flags }) => flags)),
    locationStart,
    lon: Float64Array.from(placeColumn(({ lon }) => lon)),
    lat: Float64Array.from(placeColumn(({ lat }) => lat)),
    precision: placeColumn(({ precision }) => precision),
    boroughs: placeColumn(({ boroughs }) => boroughs),
    postcodes: placeColumn(({ postcodes }) => postcodes),
    facets: Object.fromEntries(facets) as unknown as ServiceIndex["facets"],
  };
}
