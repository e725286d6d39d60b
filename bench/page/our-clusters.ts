import { clusterGrid, projectPoints } from "../../src/map/cluster-grid.ts";
import { markFeatures } from "../../src/map/mark-features.ts";
import { mercatorX, mercatorY } from "../../src/map/mercator.ts";
import type { PointSet } from "../../src/map/scene.ts";

/** What the map tells of itself: degrees west, south, east and north, and its zoom. */
export interface Shown {
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly zoom: number;
}

/** The points whose row is wanted: what `pointsOf` makes of an index, from points alone. */
function wantedOf(all: PointSet, rows: readonly number[]): PointSet {
  const wanted = new Set(rows);
  const places: number[] = [];
  for (let i = 0; i < all.count; i++) if (wanted.has(all.rows[i] as number)) places.push(i);
  const pick = <T extends Uint8Array | Uint32Array | Float64Array>(from: T, into: T): T => {
    for (let to = 0; to < places.length; to++) into[to] = from[places[to] as number] as number;
    return into;
  };
  return {
    count: places.length,
    rows: pick(all.rows, new Uint32Array(places.length)),
    lon: pick(all.lon, new Float64Array(places.length)),
    lat: pick(all.lat, new Float64Array(places.length)),
    kinds: pick(all.kinds, new Uint8Array(places.length)),
    precisions: pick(all.precisions, new Uint8Array(places.length)),
    quiet: pick(all.quiet, new Uint8Array(places.length)),
  };
}

/** The page's own clusters of some rows as features, by its own code; a little beyond the screen, as the page does. */
export function ourClusters(all: PointSet, rows: readonly number[], { box, zoom }: Shown) {
  const points = wantedOf(all, rows);
  const [left, bottom, right, top] = [mercatorX(box[0]), mercatorY(box[1]), mercatorX(box[2]), mercatorY(box[3])];
  const [across, down] = [(right - left) / 4, (bottom - top) / 4];
  const view = { zoom, left: left - across, right: right + across, top: top - down, bottom: bottom + down };
  return markFeatures(points, clusterGrid(projectPoints(points), view), String);
}
