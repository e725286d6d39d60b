import { distanceMetres, EARTH_RADIUS_METRES } from "../services/place.ts";
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

const RADIANS = Math.PI / 180;
/**
 * A flat distance times this is never more than the true one: within London's box a degree of longitude differs by less
 * than 0.5 % from its length halfway between two points.
 */
const SAFE = 0.99;

/**
 * The nearest location of the rows found, each taken at its point, the first of equals; null when none of them has one.
 * Degrees. Nearly all are passed over by a flat distance that needs no trigonometry: a pin that is moved asks anew, and
 * 100,000 rows must answer within a frame.
 */
export function nearestToPoint(
  index: ServiceIndex,
  rows: Uint32Array,
  lon: number,
  lat: number,
): NearestToPoint | null {
  const { lon: lons, lat: lats, locationStart } = index;
  const perDegree = EARTH_RADIUS_METRES * RADIANS * SAFE;
  const shrink = Math.cos(lat * RADIANS);
  let best: NearestToPoint | null = null;
  let limit = Infinity;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = locationStart[row + 1] as number;
    for (let location = locationStart[row] as number; location < end; location++) {
      const x = ((lons[location] as number) - lon) * shrink;
      const y = (lats[location] as number) - lat;
      // Written so that what has no place is passed over as well.
      if (!(x * x + y * y < limit)) continue;
      const certainty = pointCertainty(index, location);
      if (certainty === "none") continue;
      const metres = distanceMetres(lon, lat, lons[location] as number, lats[location] as number);
      if (best !== null && metres >= best.metres) continue;
      best = { row, location, metres, approximate: certainty === "approximate" };
      limit = (metres / perDegree) ** 2;
    }
  }
  return best;
}
