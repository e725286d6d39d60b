import { distanceMetres, EARTH_RADIUS_METRES } from "../services/place.ts";
import { addBit, type Bits } from "./bits.ts";
import { atOnce, type Slices } from "./slices.ts";

export interface Found {
  readonly owner: number;
  /** Metres, straight line. */
  readonly metres: number;
}

export interface Nearby {
  /** Adds the owner of every point at most `metres` from the place. Exactly those for which `distanceMetres` says so. */
  addWithin(into: Bits, lon: number, lat: number, metres: number): void;
  /** The owners with the nearest points, each once, nearest first (of equals the lower owner), of those that `accepts` takes. */
  nearest(lon: number, lat: number, limit: number, accepts: (owner: number) => boolean): Found[];
}

const METRES_PER_DEGREE = (EARTH_RADIUS_METRES * Math.PI) / 180;

/**
 * How far a flat map of London may be wrong, as a part of the distance. Up to 20 km the cosine of the latitude halfway
 * differs from that of the start by under 0.2 %; whatever is nearer to the edge than this is measured on the sphere.
 */
const FLAT_ERROR = 0.004;
const FLAT_LIMIT_METRES = 20_000;

/** Points looked at in one slice. */
const STEP = 8192;

/** Points a cell on average: fewer makes more cells to visit, more makes more points to measure at the edge. */
const POINTS_PER_CELL = 4;

/**
 * An index of points in a grid. Cells wholly inside a circle are taken as they are, and only points of cells at its
 * edge are measured. `owners[i]` has a point at `lon[i]`, `lat[i]` (degrees); points that are NaN are left out.
 */
export function createNearby(lon: Float64Array, lat: Float64Array, owners: Uint32Array): Nearby {
  return atOnce(nearbySlices(lon, lat, owners));
}

/** The same in slices. */
export function* nearbySlices(lon: Float64Array, lat: Float64Array, owners: Uint32Array): Slices<Nearby> {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let placed = 0;
  for (let i = 0; i < lon.length; i++) {
    if (i % STEP === 0) yield;
    const x = lon[i] as number;
    const y = lat[i] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    placed++;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  if (placed === 0) return { addWithin: () => {}, nearest: () => [] };

  const squash = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const width = Math.max(1e-6, (east - west) * squash);
  const height = Math.max(1e-6, north - south);
  const side = Math.sqrt((width * height * POINTS_PER_CELL) / placed);
  const columns = Math.min(1024, Math.max(1, Math.ceil(width / side)));
  const lines = Math.min(1024, Math.max(1, Math.ceil(height / side)));
  const cellWidth = Math.max(1e-9, east - west) / columns;
  const cellHeight = Math.max(1e-9, north - south) / lines;
  const columnOf = (x: number): number => Math.min(columns - 1, Math.max(0, Math.floor((x - west) / cellWidth)));
  const lineOf = (y: number): number => Math.min(lines - 1, Math.max(0, Math.floor((y - south) / cellHeight)));

  // Points lie sorted by cell, line by line, so that a run of cells is a run of points.
  const start = new Uint32Array(columns * lines + 1);
  const cells = new Int32Array(lon.length).fill(-1);
  for (let i = 0; i < lon.length; i++) {
    if (i % STEP === 0) yield;
    const x = lon[i] as number;
    const y = lat[i] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const cell = lineOf(y) * columns + columnOf(x);
    cells[i] = cell;
    start[cell + 1] = (start[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < columns * lines; cell++)
    start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
  const next = start.slice();
  const xs = new Float64Array(placed);
  const ys = new Float64Array(placed);
  const who = new Uint32Array(placed);
  for (let i = 0; i < lon.length; i++) {
    if (i % STEP === 0) yield;
    const cell = cells[i] as number;
    if (cell < 0) continue;
    const at = next[cell] as number;
    next[cell] = at + 1;
    xs[at] = lon[i] as number;
    ys[at] = lat[i] as number;
    who[at] = owners[i] as number;
  }

  const addWithin = (into: Bits, lon0: number, lat0: number, metres: number): void => {
    const scaleY = METRES_PER_DEGREE;
    const scaleX = METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
    const flat = metres <= FLAT_LIMIT_METRES;
    const surely = flat ? (metres * (1 - FLAT_ERROR)) ** 2 : -1;
    const perhaps = flat ? (metres * (1 + FLAT_ERROR)) ** 2 : Infinity;

    const measureRun = (from: number, to: number): void => {
      for (let i = from; i < to; i++) {
        const dx = ((xs[i] as number) - lon0) * scaleX;
        const dy = ((ys[i] as number) - lat0) * scaleY;
        const square = dx * dx + dy * dy;
        if (square > perhaps) continue;
        if (square > surely && distanceMetres(lon0, lat0, xs[i] as number, ys[i] as number) > metres) continue;
        addBit(into, who[i] as number);
      }
    };
    if (!flat) {
      measureRun(0, placed);
      return;
    }
    const reach = metres * (1 + FLAT_ERROR);
    if (lat0 + reach / scaleY < south || lat0 - reach / scaleY > north) return;
    const firstLine = lineOf(lat0 - reach / scaleY);
    const lastLine = lineOf(lat0 + reach / scaleY);
    for (let line = firstLine; line <= lastLine; line++) {
      const bottom = (south + line * cellHeight - lat0) * scaleY;
      const top = bottom + cellHeight * scaleY;
      const nearestY = bottom > 0 ? bottom : top < 0 ? -top : 0;
      const farthestY = Math.max(Math.abs(bottom), Math.abs(top));
      const halfOuter = Math.sqrt(Math.max(0, perhaps - nearestY * nearestY)) / scaleX;
      if (lon0 + halfOuter < west || lon0 - halfOuter > east) continue;
      const outerFrom = columnOf(lon0 - halfOuter);
      const outerTo = columnOf(lon0 + halfOuter) + 1;
      let innerFrom = outerFrom;
      let innerTo = outerFrom;
      const innerSquare = surely - farthestY * farthestY;
      if (innerSquare > 0) {
        const halfInner = Math.sqrt(innerSquare) / scaleX;
        innerFrom = Math.max(outerFrom, Math.ceil((lon0 - halfInner - west) / cellWidth));
        innerTo = Math.min(outerTo, Math.floor((lon0 + halfInner - west) / cellWidth));
        if (innerTo < innerFrom) [innerFrom, innerTo] = [outerFrom, outerFrom];
      }
      const row = line * columns;
      measureRun(start[row + outerFrom] as number, start[row + innerFrom] as number);
      for (let i = start[row + innerFrom] as number, end = start[row + innerTo] as number; i < end; i++) {
        addBit(into, who[i] as number);
      }
      measureRun(start[row + innerTo] as number, start[row + outerTo] as number);
    }
  };

  /** Rings of cells about the start, until no unvisited cell can hold anything nearer than the last one kept. */
  const nearest: Nearby["nearest"] = (lon0, lat0, limit, accepts) => {
    const best = new Map<number, number>();
    const homeColumn = columnOf(lon0);
    const homeLine = lineOf(lat0);
    const scaleX = METRES_PER_DEGREE * Math.cos(((Math.max(Math.abs(lat0), Math.abs(north)) + 0.01) * Math.PI) / 180);
    const ringMetres = Math.min(cellWidth * scaleX, cellHeight * METRES_PER_DEGREE) * (1 - FLAT_ERROR);
    const visit = (line: number, column: number): void => {
      if (line < 0 || line >= lines || column < 0 || column >= columns) return;
      const cell = line * columns + column;
      for (let i = start[cell] as number, end = start[cell + 1] as number; i < end; i++) {
        const owner = who[i] as number;
        if (!accepts(owner)) continue;
        const metres = distanceMetres(lon0, lat0, xs[i] as number, ys[i] as number);
        if (metres < (best.get(owner) ?? Infinity)) best.set(owner, metres);
      }
    };
    const sorted = (): Found[] =>
      [...best]
        .map(([owner, metres]) => ({ owner, metres }))
        .sort((a, b) => a.metres - b.metres || a.owner - b.owner)
        .slice(0, limit);
    const rings = Math.max(columns, lines);
    for (let ring = 0; ring <= rings; ring++) {
      for (let column = homeColumn - ring; column <= homeColumn + ring; column++) {
        visit(homeLine - ring, column);
        if (ring > 0) visit(homeLine + ring, column);
      }
      for (let line = homeLine - ring + 1; line < homeLine + ring; line++) {
        visit(line, homeColumn - ring);
        visit(line, homeColumn + ring);
      }
      if (best.size < limit) continue;
      const found = sorted();
      const last = found[found.length - 1];
      // A start outside the grid is clamped into it, which only makes the rings' true distance greater.
      if (last !== undefined && last.metres < ring * ringMetres) return found;
    }
    return sorted();
  };

  return { addWithin, nearest };
}
