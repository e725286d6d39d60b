import { isPlace } from "../../services/kinds.ts";
import { distanceMetres } from "../../services/place.ts";
import { locationsOfRow } from "../../services/rows.ts";
import type { ServiceIndex } from "../../services/service-index.ts";

/** Facets by which two services are alike, weightiest first. */
const WEIGHTS = [
  ["spokenLanguage", 3],
  ["community", 3],
  ["specialism", 2],
  ["faith", 2],
  ["whoFor", 1],
  ["borough", 1],
] as const;

/**
 * Rows that share most with one row, at most `limit`: shared terms by weight, a rare term counting more than a
 * common one (its weight over the square root of how many say it); the nearer first among equals, then row order.
 */
export function alikeRows(index: ServiceIndex, row: number, limit: number): readonly number[] {
  const scores = new Map<number, number>();
  for (const [facet, weight] of WEIGHTS) {
    const column = index.facets[facet];
    for (const posting of column.postings) {
      if (!posting.includes(row)) continue;
      for (const other of posting) {
        if (other === row || isPlace(index.kinds[other] ?? "place") !== isPlace(index.kinds[row] ?? "place")) continue;
        scores.set(other, (scores.get(other) ?? 0) + weight / Math.sqrt(posting.length));
      }
    }
  }
  const [first] = locationsOfRow(index, row);
  const away = (other: number): number => {
    const [there] = locationsOfRow(index, other);
    const metres = distanceMetres(
      index.lon[first] ?? Number.NaN,
      index.lat[first] ?? Number.NaN,
      index.lon[there] ?? Number.NaN,
      index.lat[there] ?? Number.NaN,
    );
    return Number.isNaN(metres) ? Number.POSITIVE_INFINITY : metres;
  };
  return [...scores]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || Math.sign(away(a) - away(b)) || a - b)
    .slice(0, limit)
    .map(([other]) => other);
}
