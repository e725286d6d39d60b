import { mercatorX, mercatorY, WORLD_PIXELS } from "./mercator.ts";
import { moveQuietAside } from "./move-aside.ts";
import { COARSEST_DRAWN, type PointSet } from "./scene.ts";

/** Points in Web Mercator, each axis from 0 to 1: worked out once for a set, used at every zoom. */
export interface ProjectedPoints {
  readonly points: PointSet;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function projectPoints(points: PointSet): ProjectedPoints {
  if (points.mercator !== undefined) return { points, ...points.mercator };
  const x = new Float64Array(points.count);
  const y = new Float64Array(points.count);
  for (let i = 0; i < points.count; i++) {
    x[i] = mercatorX(points.lon[i] as number);
    y[i] = mercatorY(points.lat[i] as number);
  }
  return { points, x, y };
}

/** What is on screen, in Mercator units from 0 to 1; y grows southwards. */
export interface Viewport {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * One thing to draw. `single`: one service; `several`: services at one and the same place; `cluster`: services at
 * different places, too close to be drawn apart.
 */
export interface Mark {
  readonly form: "single" | "several" | "cluster";
  /** Mercator units: the place itself, or the mean of a cluster's places. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly quiet: boolean;
  /** A point of the set that the mark stands for: the only one of a `single`, else the first. */
  readonly point: number;
  /** Coarsest precision of what stands here (place in `PRECISIONS`): a mixed mark is drawn as the vaguest in it. */
  readonly precision: number;
}

export interface ClusterGrid {
  readonly marks: readonly Mark[];
  /** For each point of the set, the number of its mark; -1 = outside the viewport or not to be drawn. */
  readonly markOf: Int32Array;
}

/**
 * Side of a cell in pixels. Far out, fewer and larger clusters; close in, cells little larger than a mark; larger again
 * for very many services, or the screen would be all marks.
 */
export function cellPixels(zoom: number, services: number): number {
  const crowd = services > 50_000 ? 2.4 : services > 20_000 ? 1.7 : services > 5_000 ? 1.25 : 1;
  if (zoom < 10.5) return 76 * crowd;
  if (zoom < 11.5) return 60 * crowd;
  if (zoom < 12.5) return 46 * crowd;
  if (zoom < 13.5) return 38 * crowd;
  return 30 * crowd;
}

/** The zoom that the grid is made for: steps of one half, so that clusters hold still while a view creeps. */
export function gridZoom(zoom: number): number {
  return Math.floor(zoom * 2) / 2;
}

/** Radius of a cluster's circle in pixels. It grows with the logarithm of the count, so that no borough drowns the rest. */
export function clusterRadius(count: number, quiet: boolean): number {
  return quiet ? 8 + 1.3 * Math.log2(count) : 12 + 2 * Math.log2(count);
}

/** Half the side of what a mark covers, in pixels, white ring and edge included. */
export function markRadius({ form, count, quiet }: Pick<Mark, "form" | "count" | "quiet">): number {
  if (form === "cluster") return clusterRadius(count, quiet);
  return quiet ? 8 : 13;
}

/** Marks closer than their radii join; single ones may overlap by a third first, for they are told apart by shape. */
const SINGLE_REACH = 9;

/** Cells beyond the edge of the screen that are counted too, so that a mark at the edge does not change as the view moves. */
const MARGIN_CELLS = 1;

interface Cell {
  readonly key: number;
  readonly quiet: boolean;
  first: number;
  count: number;
  sumX: number;
  sumY: number;
  together: boolean;
  precision: number;
}

/**
 * Gathers points into marks on a grid fixed to the ground: one pass over the points, then one over the cells with
 * something in them, where marks that would overlap a larger neighbour join it. Loud and quiet points never share a
 * mark. The same points and view always give the same marks; every point within the viewport is in exactly one.
 */
export function clusterGrid({ points, x, y }: ProjectedPoints, view: Viewport): ClusterGrid {
  const zoom = gridZoom(view.zoom);
  const perPixel = 1 / (WORLD_PIXELS * 2 ** zoom);
  const side = cellPixels(zoom, points.count) * perPixel;
  const firstColumn = Math.floor(view.left / side) - MARGIN_CELLS;
  const firstRow = Math.floor(view.top / side) - MARGIN_CELLS;
  const columns = Math.floor(view.right / side) + MARGIN_CELLS - firstColumn + 1;
  const rows = Math.floor(view.bottom / side) + MARGIN_CELLS - firstRow + 1;
  const markOf = new Int32Array(points.count).fill(-1);
  if (!(columns > 0 && rows > 0 && columns * rows < 1e6)) return { marks: [], markOf };

  const layer = columns * rows;
  const cellAt = new Int32Array(2 * layer).fill(-1);
  const cells: Cell[] = [];
  const inverse = 1 / side;
  for (let i = 0; i < points.count; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    const column = Math.floor(px * inverse) - firstColumn;
    const row = Math.floor(py * inverse) - firstRow;
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) continue;
    const precision = points.precisions[i] as number;
    if (precision > COARSEST_DRAWN) continue;
    const quiet = points.quiet[i] === 1;
    const key = row * columns + column + (quiet ? layer : 0);
    const known = cellAt[key] as number;
    if (known === -1) {
      markOf[i] = cellAt[key] = cells.length;
      cells.push({ key, quiet, first: i, count: 1, sumX: px, sumY: py, together: true, precision });
      continue;
    }
    const cell = cells[known] as Cell;
    markOf[i] = known;
    cell.count++;
    cell.sumX += px;
    cell.sumY += py;
    cell.together &&= px === x[cell.first] && py === y[cell.first];
    if (precision > cell.precision) cell.precision = precision;
  }
  const into = joinOverlapping(cells, cellAt, { columns, layer, perPixel });
  const { marks } = numberMarks(cells, into, markOf, x, y);
  return { marks: moveQuietAside(marks, perPixel, markRadius), markOf };
}

function radiusOf({ count, together, quiet }: Cell): number {
  return count > 1 && !together ? clusterRadius(count, quiet) : SINGLE_REACH;
}

/** Cells in order of size; each that lies over a larger neighbour joins the nearest such. Gives, for each cell, where it went. */
function joinOverlapping(
  cells: readonly Cell[],
  cellAt: Int32Array,
  grid: { readonly columns: number; readonly layer: number; readonly perPixel: number },
): Int32Array {
  const into = Int32Array.from(cells, (_, i) => i);
  const settled = new Uint8Array(cells.length);
  const order = cells.map((_, i) => i);
  order.sort((a, b) => {
    const one = cells[a] as Cell;
    const other = cells[b] as Cell;
    return other.count - one.count || one.key - other.key;
  });
  for (const number of order) {
    const cell = cells[number] as Cell;
    const offset = cell.quiet ? grid.layer : 0;
    const column = (cell.key - offset) % grid.columns;
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let down = -1; down <= 1; down++) {
      for (let across = -1; across <= 1; across++) {
        if (column + across < 0 || column + across >= grid.columns) continue;
        const key = cell.key + down * grid.columns + across;
        if (key < offset || key >= offset + grid.layer) continue;
        const neighbour = cellAt[key] as number;
        if (neighbour === -1 || neighbour === number || settled[neighbour] !== 1) continue;
        const other = cells[neighbour] as Cell;
        const distance =
          Math.hypot(
            cell.sumX / cell.count - other.sumX / other.count,
            cell.sumY / cell.count - other.sumY / other.count,
          ) / grid.perPixel;
        if (distance < least && distance < radiusOf(cell) + radiusOf(other)) {
          nearest = neighbour;
          least = distance;
        }
      }
    }
    if (nearest === -1) {
      settled[number] = 1;
      continue;
    }
    const other = cells[nearest] as Cell;
    into[number] = nearest;
    // Sums differ by rounding where all stand together, so "together" needs the points, not the means.
    other.together = false;
    other.count += cell.count;
    other.sumX += cell.sumX;
    other.sumY += cell.sumY;
    other.first = Math.min(other.first, cell.first);
    other.precision = Math.max(other.precision, cell.precision);
  }
  return into;
}

/** Marks in the order of their first point, and each point given the number of its mark. */
function numberMarks(
  cells: readonly Cell[],
  into: Int32Array,
  markOf: Int32Array,
  x: Float64Array,
  y: Float64Array,
): ClusterGrid {
  const kept = cells.map((_, i) => i).filter((i) => into[i] === i);
  kept.sort((a, b) => (cells[a] as Cell).first - (cells[b] as Cell).first);
  const numbers = new Int32Array(cells.length);
  kept.forEach((cell, i) => {
    numbers[cell] = i;
  });
  for (let i = 0; i < markOf.length; i++) {
    const cell = markOf[i] as number;
    if (cell !== -1) markOf[i] = numbers[into[cell] as number] as number;
  }
  const marks = kept.map((i): Mark => {
    const { first, count, sumX, sumY, together, quiet, precision } = cells[i] as Cell;
    return {
      form: count === 1 ? "single" : together ? "several" : "cluster",
      x: together ? (x[first] as number) : sumX / count,
      y: together ? (y[first] as number) : sumY / count,
      count,
      quiet,
      point: first,
      precision,
    };
  });
  return { marks, markOf };
}

/** Rows of the services that a mark stands for, each once, in the order of the set: the order of the list. */
export function rowsOfMark(points: PointSet, { markOf }: ClusterGrid, mark: number): number[] {
  const rows = new Set<number>();
  for (let i = 0; i < points.count; i++) if (markOf[i] === mark) rows.add(points.rows[i] as number);
  return [...rows];
}
