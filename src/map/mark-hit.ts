import { type ClusterGrid, markRadius } from "./cluster-grid.ts";
import { WORLD_PIXELS } from "./mercator.ts";

/**
 * Number of the mark at a place of the map (Mercator units), or -1. Marks reach `slop` pixels beyond their edge, so that
 * a finger finds small ones. Of several the loud come before the quiet, then the one whose middle is nearest.
 */
export function markAt({ marks }: ClusterGrid, x: number, y: number, zoom: number, slop: number): number {
  const pixels = WORLD_PIXELS * 2 ** zoom;
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  marks.forEach((mark, i) => {
    const distance = Math.hypot(mark.x - x, mark.y - y) * pixels;
    if (distance > markRadius(mark) + slop) return;
    const rank = distance + (mark.quiet ? 1e6 : 0);
    if (rank < least) {
      found = i;
      least = rank;
    }
  });
  return found;
}

/** West, south, east, north of what a mark stands for, in Mercator units, y growing southwards. */
export function extentOfMark(
  points: { readonly x: Float64Array; readonly y: Float64Array },
  { markOf }: ClusterGrid,
  mark: number,
): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
  const extent = { left: 1, top: 1, right: 0, bottom: 0 };
  for (let i = 0; i < markOf.length; i++) {
    if (markOf[i] !== mark) continue;
    const x = points.x[i] as number;
    const y = points.y[i] as number;
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return extent;
}
