import { distanceMetres, EARTH_RADIUS_METRES } from "../services/place.ts";

/** Points sorted into cells of about two points each, for questions of distance. Answers are positions in the given columns. */
export interface PointGrid {
  readonly count: number;
  /** Position of the point nearest to a place in degrees, the first of equals; -1 when there are no points. */
  nearest(lon: number, lat: number): number;
  /** Calls `visit` with each point no farther than `metres` (`distanceMetres`), in no stated order. */
  within(lon: number, lat: number, metres: number, visit: (position: number, metres: number) => void): void;
}

const RADIANS = Math.PI / 180;
/** A degree of latitude, in metres on our sphere. */
const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS;
/** Flat bounds on a round earth are made this much shorter: over 2.5° of longitude they are off by less than 0.04 %. */
const SAFE = 0.999;
const PER_CELL = 2;

/** Unit vectors of points in degrees, three numbers each; for points without a place they are not numbers. */
export function unitVectors(lon: Float64Array, lat: Float64Array): Float64Array {
  const vectors = new Float64Array(lon.length * 3);
  for (let i = 0; i < lon.length; i++) {
    const y = (lat[i] as number) * RADIANS;
    const x = (lon[i] as number) * RADIANS;
    const ring = Math.cos(y);
    vectors[i * 3] = ring * Math.cos(x);
    vectors[i * 3 + 1] = ring * Math.sin(x);
    vectors[i * 3 + 2] = Math.sin(y);
  }
  return vectors;
}

const allOf = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

/**
 * Makes the grid of some positions (in any order; left out, all) in columns of degrees; their points must have a place
 * and lie within 2.5° of each other. Points are compared by the squared chord between unit vectors, which orders them
 * as the great-circle distance does and needs no trigonometry for each pair; vectors made before may be handed in.
 */
export function createPointGrid(
  lon: Float64Array,
  lat: Float64Array,
  chosen: Uint32Array = allOf(lon.length),
  vectors: Float64Array = unitVectors(lon, lat),
): PointGrid {
  const count = chosen.length;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const x = lon[chosen[i] as number] as number;
    const y = lat[chosen[i] as number] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const shrink = Math.cos(((south + north) / 2) * RADIANS);
  const area = Math.max((east - west) * shrink, 1e-4) * Math.max(north - south, 1e-4);
  const height = count === 0 ? 1 : Math.sqrt((area * PER_CELL) / count);
  const width = count === 0 ? 1 : height / shrink;
  // A thin strip of points would otherwise make more cells than points.
  const columns = count === 0 ? 1 : Math.min(1024, Math.floor((east - west) / width) + 1);
  const lines = count === 0 ? 1 : Math.min(1024, Math.floor((north - south) / height) + 1);
  const column = (x: number): number => Math.min(columns - 1, Math.max(0, Math.floor((x - west) / width)));
  const line = (y: number): number => Math.min(lines - 1, Math.max(0, Math.floor((y - south) / height)));

  // A counting sort by cell.
  const cellOf = new Uint32Array(count);
  const start = new Uint32Array(columns * lines + 1);
  for (let i = 0; i < count; i++) {
    const position = chosen[i] as number;
    const cell = line(lat[position] as number) * columns + column(lon[position] as number);
    cellOf[i] = cell;
    start[cell + 1] = (start[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < columns * lines; cell++) {
    start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
  }
  const next = start.slice(0, -1);
  const positions = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const cell = cellOf[i] as number;
    const at = next[cell] as number;
    next[cell] = at + 1;
    positions[at] = chosen[i] as number;
  }

  const nearest = (x: number, y: number): number => {
    const ring = Math.cos(y * RADIANS);
    const ux = ring * Math.cos(x * RADIANS);
    const uy = ring * Math.sin(x * RADIANS);
    const uz = Math.sin(y * RADIANS);
    const perDegreeEast = METRES_PER_DEGREE * ring * SAFE;
    const perDegreeNorth = METRES_PER_DEGREE * SAFE;
    const cx = column(x);
    const cy = line(y);
    let best = Infinity;
    let found = -1;
    const look = (cell: number): void => {
      const end = start[cell + 1] as number;
      for (let at = start[cell] as number; at < end; at++) {
        const position = positions[at] as number;
        const dx = (vectors[position * 3] as number) - ux;
        const dy = (vectors[position * 3 + 1] as number) - uy;
        const dz = (vectors[position * 3 + 2] as number) - uz;
        const chord = dx * dx + dy * dy + dz * dz;
        if (chord < best || (chord === best && position < found)) {
          best = chord;
          found = position;
        }
      }
    };
    for (let k = 0; ; k++) {
      const [left, right, bottom, top] = [cx - k, cx + k, cy - k, cy + k];
      for (let row = Math.max(0, bottom); row <= Math.min(lines - 1, top); row++) {
        if (row === bottom || row === top) {
          for (let at = Math.max(0, left); at <= Math.min(columns - 1, right); at++) look(row * columns + at);
        } else {
          if (left >= 0) look(row * columns + left);
          if (right < columns) look(row * columns + right);
        }
      }
      // Nothing outside the square of cells looked at can be nearer than its nearest open side.
      let open = Infinity;
      if (left > 0) open = Math.min(open, (x - (west + left * width)) * perDegreeEast);
      if (right < columns - 1) open = Math.min(open, (west + (right + 1) * width - x) * perDegreeEast);
      if (bottom > 0) open = Math.min(open, (y - (south + bottom * height)) * perDegreeNorth);
      if (top < lines - 1) open = Math.min(open, (south + (top + 1) * height - y) * perDegreeNorth);
      if (open === Infinity) return found;
      const angle = Math.max(0, open) / EARTH_RADIUS_METRES;
      if (best < angle * angle * SAFE) return found;
    }
  };

  const within: PointGrid["within"] = (x, y, metres, visit) => {
    if (count === 0) return;
    const north = metres / (METRES_PER_DEGREE * SAFE);
    const east = north / Math.cos(Math.min(89, Math.abs(y) + north) * RADIANS);
    const [left, right] = [column(x - east), column(x + east)];
    for (let row = line(y - north); row <= line(y + north); row++) {
      const end = start[row * columns + right + 1] as number;
      for (let at = start[row * columns + left] as number; at < end; at++) {
        const position = positions[at] as number;
        const distance = distanceMetres(x, y, lon[position] as number, lat[position] as number);
        if (distance <= metres) visit(position, distance);
      }
    }
  };
  return { count, nearest: count === 0 ? () => -1 : nearest, within };
}
