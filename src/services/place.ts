import type { Brand } from "./brand.ts";

/** Degrees, WGS84, longitude first as in GeoJSON. */
export type LonLat = Brand<readonly [lon: number, lat: number], "LonLat">;

/** West, south, east, north of a box around Greater London, in degrees. */
export const LONDON_BOX = [-0.52, 51.28, 0.34, 51.7] as const;

/** The only way to make a point: null means that these numbers are no place in Greater London's box. */
export function lonLat(lon: number, lat: number): LonLat | null {
  const [west, south, east, north] = LONDON_BOX;
  const inside = lon >= west && lon <= east && lat >= south && lat <= north;
  return inside ? ([lon, lat] as const as LonLat) : null;
}

/**
 * How finely a location may be drawn and described, finest first. `approximate` is about 1 km; `borough` is
 * known to a borough only and never gets a pin; `none` has no place at all.
 */
export const PRECISIONS = ["venue", "postcode", "approximate", "borough", "none"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** GSS code of one of the 33 London authorities: E09000001 (City of London) to E09000033 (Westminster). */
export type BoroughCode = Brand<string, "BoroughCode">;

/** The 33 codes in order; a borough's place in this list is its number in compact files. */
export const BOROUGH_CODES: readonly BoroughCode[] = Array.from(
  { length: 33 },
  (_, i) => `E09${String(i + 1).padStart(6, "0")}` as BoroughCode,
);

const KNOWN_CODES: ReadonlySet<string> = new Set(BOROUGH_CODES);

/** The code if it is one of the 33, else null. */
export function boroughCode(text: string): BoroughCode | null {
  return KNOWN_CODES.has(text) ? (text as BoroughCode) : null;
}

/** 1 is the most deprived tenth of English neighbourhoods, 10 the least (IMD 2025). */
export type Decile = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The number as a decile, or null when it is not a whole number from 1 to 10. */
export function decile(value: number): Decile | null {
  return Number.isInteger(value) && value >= 1 && value <= 10 ? (value as Decile) : null;
}

/** Mean radius of the earth in metres, the one that Turf uses (IUGG mean radius R1). */
export const EARTH_RADIUS_METRES = 6_371_008.8;

/** Great-circle distance in metres between two points in degrees: the haversine formula on a sphere. */
export function distanceMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const radians = Math.PI / 180;
  const dLat = (lat2 - lat1) * radians;
  const dLon = (lon2 - lon1) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

export const METRES_PER_MILE = 1609.344;
