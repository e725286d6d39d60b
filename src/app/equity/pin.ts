import { EARTH_RADIUS_METRES, type LonLat, lonLat } from "../../services/place.ts";

/** A place that is tried out, on this page only: it is in no address and is kept nowhere. */
export interface Pin {
  readonly point: LonLat;
  /** Row of its neighbourhood in the table of LSOAs; null where only the point is known. */
  readonly area: number | null;
  /** West, south, east, north that the map should go to; null when the person sees the place already. */
  readonly view: readonly [number, number, number, number] | null;
}

/** The pin, and the pins before it, newest last. */
export interface PinHistory {
  readonly now: Pin | null;
  readonly before: readonly (Pin | null)[];
}

export const NO_PIN: PinHistory = { now: null, before: [] };
/** Steps that can be undone. */
const MOST_KEPT = 100;

/** Puts the pin somewhere, or takes it away. */
export function putPin({ now, before }: PinHistory, next: Pin | null): PinHistory {
  return { now: next, before: [...before, now].slice(-MOST_KEPT) };
}

/** The pin as it was before; nothing happens when there is nothing to undo. */
export function undoPin(history: PinHistory): PinHistory {
  if (history.before.length === 0) return history;
  return { now: history.before.at(-1) ?? null, before: history.before.slice(0, -1) };
}

export const DIRECTIONS = ["north", "west", "east", "south"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How far one press moves the pin, and one with Shift held. */
export const STEP_METRES = 100;
export const STRIDE_METRES = 500;

const EAST: Readonly<Record<Direction, number>> = { north: 0, south: 0, east: 1, west: -1 };
const NORTH: Readonly<Record<Direction, number>> = { north: 1, south: -1, east: 0, west: 0 };

/** The point some metres away in a direction, on the sphere of `distanceMetres`; null beyond London's box. */
export function movedPoint([lon, lat]: LonLat, direction: Direction, metres: number): LonLat | null {
  const degrees = ((metres / EARTH_RADIUS_METRES) * 180) / Math.PI;
  const across = degrees / Math.cos((lat * Math.PI) / 180);
  return lonLat(lon + EAST[direction] * across, lat + NORTH[direction] * degrees);
}

/** Around a point, wide enough to see a distance in metres on all sides. */
export function boxOf([lon, lat]: LonLat, metres: number): Pin["view"] {
  const dLat = ((metres / EARTH_RADIUS_METRES) * 180) / Math.PI;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
}
