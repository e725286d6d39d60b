import { locationsOfRow } from "../services/rows.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { rowsSaying } from "./says.ts";

/**
 * How a service stands in space, the first of these that is true of it:
 * - `point`: a location known to its venue or postcode (about 100 m);
 * - `approximate`: a location known to about 1 km;
 * - `remote`: no point, and it says that it works online or by phone;
 * - `london`: no point, and it serves all London or wider;
 * - `borough`: no point, but a borough where it stands or that it serves;
 * - `nowhere`: says nothing of where, or its place is kept secret for safety and no borough is given.
 */
export const PLACEMENTS = ["point", "approximate", "remote", "london", "borough", "nowhere"] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Where the rows of an index stand, and no more: plain data, fit to be sent to a worker. */
export type PlacedRows = Pick<ServiceIndex, "count" | "locationStart" | "lon" | "lat" | "precision">;

/** How far a location of precision `approximate` may be from its point, in metres. */
export const APPROXIMATE_METRES = 1_000;

/** Whether a location has a point that distances may be measured from, and how sure it is. */
export function pointCertainty(
  index: Pick<PlacedRows, "lon" | "lat" | "precision">,
  location: number,
): "exact" | "approximate" | "none" {
  const precision = index.precision[location];
  if (!Number.isFinite(index.lon[location]) || !Number.isFinite(index.lat[location])) return "none";
  if (precision === "venue" || precision === "postcode") return "exact";
  return precision === "approximate" ? "approximate" : "none";
}

/** Whether a row has a location that distances may be measured from. */
export function hasPoint(index: ServiceIndex, row: number): boolean {
  const [first, end] = locationsOfRow(index, row);
  for (let location = first; location < end; location++) {
    if (pointCertainty(index, location) !== "none") return true;
  }
  return false;
}

/** Bit of `ServiceIndex.flags`: serves all London or wider. */
export const SERVES_LONDON = 1;

/** How many of the rows stand how: each row is counted once, so that the counts add up to the number of rows. */
export function placements(index: ServiceIndex, rows: Uint32Array): Readonly<Record<Placement, number>> {
  const remote = rowsSaying(index, "format", ["online", "phone"]);
  const counts: Record<Placement, number> = { point: 0, approximate: 0, remote: 0, london: 0, borough: 0, nowhere: 0 };
  const inBorough = rowsSaying(index, "borough", index.facets.borough.terms);
  for (const row of rows) {
    const [first, end] = locationsOfRow(index, row);
    let best: Placement | null = null;
    for (let location = first; location < end && best !== "point"; location++) {
      const certainty = pointCertainty(index, location);
      if (certainty === "exact") best = "point";
      else if (certainty === "approximate") best = "approximate";
    }
    if (best === null) {
      if (remote[row] === 1) best = "remote";
      else if (((index.flags[row] ?? 0) & SERVES_LONDON) !== 0) best = "london";
      else best = inBorough[row] === 1 ? "borough" : "nowhere";
    }
    counts[best]++;
  }
  return counts;
}
