import type { PointSet } from "../../map/scene.ts";
import type { Near } from "../../search/selection.ts";
import { distanceMetres } from "../../services/place.ts";

/** Metres of one degree of latitude: a quarter of the meridian (10,001,966 m on WGS84) over 90. */
const METRES_PER_DEGREE = 111_133;
/** Nearest places that should be in sight when no distance was chosen. */
const IN_SIGHT = 5;
const LEAST_METRES = 800;

/** West, south, east, north around a start: its radius, or far enough to see the nearest few places. */
export function boxAround(near: Near, points: PointSet): readonly [number, number, number, number] {
  const [lon, lat] = near.point;
  const away = Array.from({ length: points.count }, (_, i) =>
    distanceMetres(lon, lat, points.lon[i] ?? lon, points.lat[i] ?? lat),
  ).sort((a, b) => a - b);
  const metres = Math.max(LEAST_METRES, near.radius ?? away[Math.min(IN_SIGHT, away.length) - 1] ?? 3000);
  const dLat = metres / METRES_PER_DEGREE;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
}
