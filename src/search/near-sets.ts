import { distanceMetres, METRES_PER_MILE } from "../services/place.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { addBit, allBits, type Bits, hasBit, keepOnly, noBits, removeAll, sumOfSets } from "./bits.ts";
import { type Nearby, nearbySlices } from "./nearby.ts";
import { type Digit, moreFirst } from "./order.ts";
import type { Near } from "./selection.ts";
import type { Slices } from "./slices.ts";
import { addTermSet, type TermSets } from "./term-sets.ts";

/** Edges of the bands in which "nearer" is judged, in miles; a last band holds all beyond, then come those with no place. */
export const BAND_MILES = [0.5, 1, 2, 3, 5, 10] as const;

export interface NearSets {
  readonly nearby: Nearby;
  /** Services with a point that may be drawn. */
  readonly placed: Bits;
  /** Services that a start and a radius leave; null when they turn nothing away. */
  within(near: Near | null): Bits | null;
  /** Digits of the order by distance, greatest first; none without a start. */
  bands(near: Near | null): readonly Digit[];
  /** Metres to the nearest location of a row, straight line; null when it has no point. */
  distance(row: number, near: Near): number | null;
}

/** Borough of the listed location nearest to a start; null when no location has both a point and a borough. */
export function boroughOfStart(index: ServiceIndex, { point: [lon0, lat0], borough }: Near): string | null {
  if (borough !== undefined) return borough;
  const squash = Math.cos((lat0 * Math.PI) / 180);
  let nearest: string | null = null;
  let least = Infinity;
  for (let i = 0; i < index.lon.length; i++) {
    const dx = ((index.lon[i] as number) - lon0) * squash;
    const dy = (index.lat[i] as number) - lat0;
    const square = dx * dx + dy * dy;
    if (square < least && index.boroughs[i] != null) [nearest, least] = [index.boroughs[i] as string, square];
  }
  return nearest;
}

/** What a service index knows of places, by rank. */
export function* nearSetSlices(index: ServiceIndex, rankOf: Uint32Array, { facets }: TermSets): Slices<NearSets> {
  const { count, locationStart, lon, lat, flags } = index;
  const owners = new Uint32Array(lon.length);
  const placed = noBits(count);
  /** No pin, and either London-wide or tied to no borough at all: no start can rule these out. */
  const anywhere = allBits(count);
  for (let row = 0; row < count; row++) {
    const rank = rankOf[row] as number;
    for (let i = locationStart[row] as number; i < (locationStart[row + 1] as number); i++) {
      owners[i] = rank;
      if (!Number.isNaN(lon[i] as number)) addBit(placed, rank);
    }
  }
  yield;
  removeAll(anywhere, facets.borough.says);
  for (let row = 0; row < count; row++) {
    if (((flags[row] as number) & 1) === 1) addBit(anywhere, rankOf[row] as number);
  }
  removeAll(anywhere, placed);
  const unplaced = allBits(count);
  removeAll(unplaced, placed);
  yield;
  const nearby = yield* nearbySlices(lon, lat, owners);

  const circle = ([lon0, lat0]: Near["point"], metres: number): Bits => {
    const bits = noBits(count);
    nearby.addWithin(bits, lon0, lat0, metres);
    return bits;
  };
  // A person starts from one place and then ticks boxes: what depends on the start alone is kept until it moves.
  let last: { readonly key: string; readonly bands: Digit[] } | null = null;
  let lastWithin: { readonly key: string; readonly within: Bits } | null = null;

  return {
    nearby,
    placed,
    within(near) {
      if (near === null || near.radius === null) return null;
      const key = `${near.point} ${near.radius} ${near.borough}`;
      if (lastWithin?.key === key) return lastWithin.within;
      const within = circle(near.point, near.radius);
      const borough = boroughOfStart(index, near);
      const number = borough === null ? undefined : facets.borough.numberOf.get(borough);
      const local = noBits(count);
      if (number !== undefined)
        addTermSet(local, facets.borough.exactly[number] ?? { size: 0, ranks: new Uint32Array() });
      keepOnly(local, unplaced);
      for (let w = 0; w < within.length; w++) {
        within[w] = (within[w] as number) | (local[w] as number) | (anywhere[w] as number);
      }
      lastWithin = { key, within };
      return within;
    },
    bands(near) {
      if (near === null) return [];
      const key = `${near.point}`;
      if (last?.key !== key) {
        const circles = BAND_MILES.map((miles) => circle(near.point, miles * METRES_PER_MILE));
        const around = moreFirst(sumOfSets(circles, () => noBits(count)));
        last = { key, bands: [{ plane: unplaced, ones: "last" }, ...around] };
      }
      return last.bands;
    },
    distance(row, { point: [lon0, lat0] }) {
      if (!hasBit(placed, rankOf[row] as number)) return null;
      let least = Infinity;
      for (let i = locationStart[row] as number; i < (locationStart[row + 1] as number); i++) {
        const metres = distanceMetres(lon0, lat0, lon[i] as number, lat[i] as number);
        if (metres < least) least = metres;
      }
      return least;
    },
  };
}
