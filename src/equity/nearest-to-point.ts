import { distanceMetres } from "../services/place.ts";
import { locationsOfRow } from "../services/rows.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { pointCertainty } from "./placement.ts";

/** What of some rows stands nearest to one point, and how far in a straight line. */
export interface NearestToPoint {
  readonly row: number;
  readonly location: number;
  readonly metres: number;
  /** Whether that place is known only to about 1 km. */
  readonly approximate: boolean;
}

/** The nearest location of the rows found, each taken at its point; null when none of them has one. Degrees. */
export function nearestToPoint(
  index: ServiceIndex,
  rows: Uint32Array,
  lon: number,
  lat: number,
): NearestToPoint | null {
  let best: NearestToPoint | null = null;
  for (const row of rows) {
    const [first, end] = locationsOfRow(index, row);
    for (let location = first; location < end; location++) {
      const certainty = pointCertainty(index, location);
      if (certainty === "none") continue;
      const metres = distanceMetres(lon, lat, index.lon[location] as number, index.lat[location] as number);
      if (best === null || metres < best.metres) {
        best = { row, location, metres, approximate: certainty === "approximate" };
      }
    }
  }
  return best;
}
