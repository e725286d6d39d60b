import { clusterGrid, projectPoints } from "../../src/map/cluster-grid.ts";
import { markFeatures } from "../../src/map/mark-features.ts";
import { mercatorX, mercatorY } from "../../src/map/mercator.ts";
import { pointsOf } from "../../src/map/scene.ts";
import type { ServiceIndex } from "../../src/services/service-index.ts";

export { pointsOf };

/** What the map tells of itself: degrees west, south, east and north, and its zoom. */
export interface Shown {
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly zoom: number;
}

/** The page's own clusters of some rows as features, by its own code; a little beyond the screen, as the page does. */
export function ourClusters(index: ServiceIndex, rows: readonly number[], { box, zoom }: Shown) {
  const points = pointsOf(index, rows);
  const [left, bottom, right, top] = [mercatorX(box[0]), mercatorY(box[1]), mercatorX(box[2]), mercatorY(box[3])];
  const [across, down] = [(right - left) / 4, (bottom - top) / 4];
  const view = { zoom, left: left - across, right: right + across, top: top - down, bottom: bottom + down };
  return markFeatures(points, clusterGrid(projectPoints(points), view), String);
}
