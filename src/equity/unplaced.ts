import { BOROUGH_CODES } from "../services/place.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { boroughsOf } from "./boroughs-of.ts";
import { hasPoint } from "./placement.ts";

/**
 * Rows without a usable point that stand in or serve each borough, in the order of BOROUGH_CODES: nobody can say how
 * far away they are, and they may be next door. One of several boroughs counts in each; one for all London in none.
 */
export function unplacedByBorough(index: ServiceIndex, rows: Uint32Array): readonly number[] {
  const belongsTo = boroughsOf(index);
  const counts = BOROUGH_CODES.map(() => 0);
  for (const row of rows) {
    if (hasPoint(index, row)) continue;
    for (const borough of belongsTo(row)) counts[borough] = (counts[borough] ?? 0) + 1;
  }
  return counts;
}
