import type { OverlayId } from "../overlays/overlays.ts";
import { isPlace, KINDS, type Kind } from "../services/kinds.ts";
import { type LonLat, PRECISIONS } from "../services/place.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { type Box, mercatorX, mercatorY } from "./mercator.ts";

/**
 * Where services stand that may be drawn: one entry a location, columns of equal length. Only `venue`, `postcode` and
 * `approximate` locations are ever in it; what is known to a borough only has no pin.
 */
export interface PointSet {
  readonly count: number;
  /** Row of the index; a row with several locations stands several times. */
  readonly rows: Uint32Array;
  /** Degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Place of the kind in `KINDS`. */
  readonly kinds: Uint8Array;
  /** Place of the precision in `PRECISIONS`. */
  readonly precisions: Uint8Array;
  /** 1 = drawn quietly, beneath the others: libraries, halls, faith buildings. */
  readonly quiet: Uint8Array;
  /** The same places in Web Mercator, each axis from 0 to 1, where they are worked out already. */
  readonly mercator?: { readonly x: Float64Array; readonly y: Float64Array };
}

/** Neighbourhoods shaded by whether one is in reach. */
export interface ReachShades {
  readonly id: "reach";
  /** LSOA 2021 codes; others stay unshaded. */
  readonly codes: readonly string[];
  /** For each of them the place of its class in REACH_CLASSES. */
  readonly classes: Uint8Array;
}

/** What the map shows: plain data. Parts are compared by identity, so a part shared with the last scene costs nothing. */
export interface Scene {
  readonly points: PointSet;
  /** Row of the service that is open, drawn with a marigold ring. */
  readonly selected: number | null;
  /** Row of the service under the pointer or focus, in the list or on the map. */
  readonly hovered: number | null;
  readonly overlay: { readonly id: OverlayId } | ReachShades | null;
  /** LSOA 2021 code of an area to outline. */
  readonly highlightArea: string | null;
  /** Where a person starts from; `radiusMetres` null = no ring. */
  readonly start: { readonly point: LonLat; readonly radiusMetres: number | null } | null;
  /** A box to move to when it changes; null leaves the view alone. */
  readonly view: Box | null;
}

/** Coarsest precision that may be drawn. */
export const COARSEST_DRAWN = PRECISIONS.indexOf("approximate");

/** What drawing asks of each location and row of an index, as numbers. */
interface Drawable {
  /** Place in `PRECISIONS` of each location, or NOT_DRAWN. */
  readonly precisions: Uint8Array;
  /** Place in `KINDS` of each row. */
  readonly kinds: Uint8Array;
  readonly quiet: Uint8Array;
  /** Web Mercator of each location that is drawn. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const NOT_DRAWN = 255;
/** Worked out once for an index: the points are gathered anew with every tick of a box. */
const drawables = new WeakMap<ServiceIndex, Drawable>();

function drawableOf(index: ServiceIndex): Drawable {
  const known = drawables.get(index);
  if (known !== undefined) return known;
  const { count, kinds, lon, lat } = index;
  const drawable = {
    precisions: new Uint8Array(lon.length),
    kinds: new Uint8Array(count),
    quiet: new Uint8Array(count),
    x: new Float64Array(lon.length),
    y: new Float64Array(lon.length),
  };
  // Loops by number: an iterator over 100,000 rows takes several times as long.
  for (let i = 0; i < lon.length; i++) {
    const place = PRECISIONS.indexOf(index.precision[i] ?? "none");
    const drawn = place <= COARSEST_DRAWN && !Number.isNaN(lon[i]) && !Number.isNaN(lat[i]);
    drawable.precisions[i] = drawn ? place : NOT_DRAWN;
    if (!drawn) continue;
    drawable.x[i] = mercatorX(lon[i] as number);
    drawable.y[i] = mercatorY(lat[i] as number);
  }
  for (let row = 0; row < count; row++) {
    const kind = kinds[row] as Kind;
    drawable.kinds[row] = KINDS.indexOf(kind);
    drawable.quiet[row] = isPlace(kind) ? 1 : 0;
  }
  drawables.set(index, drawable);
  return drawable;
}

/** The points of some rows of an index, in the order of the rows; locations without a drawable point are left out. */
export function pointsOf(index: ServiceIndex, rows: ArrayLike<number>): PointSet {
  const { locationStart, lon, lat } = index;
  const { precisions, kinds, quiet, x, y } = drawableOf(index);
  let room = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    room += (locationStart[row + 1] ?? 0) - (locationStart[row] ?? 0);
  }
  const points = {
    rows: new Uint32Array(room),
    lon: new Float64Array(room),
    lat: new Float64Array(room),
    kinds: new Uint8Array(room),
    precisions: new Uint8Array(room),
    quiet: new Uint8Array(room),
    x: new Float64Array(room),
    y: new Float64Array(room),
  };
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = locationStart[row + 1] ?? 0;
    for (let location = locationStart[row] ?? 0; location < end; location++) {
      const precision = precisions[location] as number;
      if (precision === NOT_DRAWN) continue;
      points.rows[count] = row;
      points.lon[count] = lon[location] as number;
      points.lat[count] = lat[location] as number;
      points.kinds[count] = kinds[row] as number;
      points.precisions[count] = precision;
      points.quiet[count] = quiet[row] as number;
      points.x[count] = x[location] as number;
      points.y[count] = y[location] as number;
      count++;
    }
  }
  return {
    count,
    rows: points.rows.subarray(0, count),
    lon: points.lon.subarray(0, count),
    lat: points.lat.subarray(0, count),
    kinds: points.kinds.subarray(0, count),
    precisions: points.precisions.subarray(0, count),
    quiet: points.quiet.subarray(0, count),
    mercator: { x: points.x.subarray(0, count), y: points.y.subarray(0, count) },
  };
}

export const NO_POINTS: PointSet = {
  count: 0,
  rows: new Uint32Array(),
  lon: new Float64Array(),
  lat: new Float64Array(),
  kinds: new Uint8Array(),
  precisions: new Uint8Array(),
  quiet: new Uint8Array(),
};

export const EMPTY_SCENE: Scene = {
  points: NO_POINTS,
  selected: null,
  hovered: null,
  overlay: null,
  highlightArea: null,
  start: null,
  view: null,
};

/** Which parts of a scene are not the same as in the last one; all of them when there was none. */
export function sceneChanges(last: Scene | null, next: Scene): ReadonlySet<keyof Scene> {
  const parts = Object.keys(next) as (keyof Scene)[];
  return new Set(parts.filter((part) => last === null || !Object.is(last[part], next[part])));
}
