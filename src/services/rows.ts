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
