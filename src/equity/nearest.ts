import type { LsoaTable } from "../services/lsoa-table.ts";
import { distanceMetres } from "../services/place.ts";
import { locationsOfRow } from "../services/rows.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { APPROXIMATE_METRES, pointCertainty } from "./placement.ts";
import { createPointGrid } from "./point-grid.ts";

/**
 * For each LSOA, in the order of the table, how far its point is from the nearest fitting location: straight lines on
 * a sphere (`distanceMetres`), Infinity where nothing that fits has a point. The LSOA's point is that of `lsoas.json`:
 * the postcode nearest to the middle of its postcodes, so neither population-weighted nor a centroid.
 */
export interface Nearest {
  /** Metres, taking each location at its point. */
  readonly metres: Float64Array;
  /** Metres if every approximate location lay as near as it may: 1 km nearer than its point, but not below 0. */
  readonly atLeast: Float64Array;
  /** Metres if every approximate location lay as far as it may: 1 km beyond its point. */
  readonly atMost: Float64Array;
  /** The location that `metres` leads to; -1 where there is none. */
  readonly location: Int32Array;
}

interface Found {
  readonly metres: Float64Array;
  readonly location: Int32Array;
}

function nearestOf(index: ServiceIndex, table: LsoaTable, locations: readonly number[]): Found {
  const grid = createPointGrid(
    Float64Array.from(locations, (location) => index.lon[location] as number),
    Float64Array.from(locations, (location) => index.lat[location] as number),
  );
  const metres = new Float64Array(table.count).fill(Infinity);
  const location = new Int32Array(table.count).fill(-1);
  if (locations.length === 0) return { metres, location };
  for (let row = 0; row < table.count; row++) {
    const lon = table.lon[row] as number;
    const lat = table.lat[row] as number;
    const at = locations[grid.nearest(lon, lat)] as number;
    location[row] = at;
    metres[row] = distanceMetres(lon, lat, index.lon[at] as number, index.lat[at] as number);
  }
  return { metres, location };
}

/** Works out `Nearest` for the services found (row numbers of the index, in any order). */
export function nearestToLsoas(index: ServiceIndex, rows: Uint32Array, table: LsoaTable): Nearest {
  const exact: number[] = [];
  const approximate: number[] = [];
  for (const row of rows) {
    const [first, end] = locationsOfRow(index, row);
    for (let location = first; location < end; location++) {
      const certainty = pointCertainty(index, location);
      if (certainty === "exact") exact.push(location);
      else if (certainty === "approximate") approximate.push(location);
    }
  }
  const sure = nearestOf(index, table, exact);
  if (approximate.length === 0) return { ...sure, atLeast: sure.metres, atMost: sure.metres };
  const rough = nearestOf(index, table, approximate);
  const roughIsNearer = (row: number): boolean => (rough.metres[row] as number) < (sure.metres[row] as number);
  return {
    metres: sure.metres.map((metres, row) => Math.min(metres, rough.metres[row] as number)),
    atLeast: sure.metres.map((metres, row) =>
      Math.min(metres, Math.max(0, (rough.metres[row] as number) - APPROXIMATE_METRES)),
    ),
    atMost: sure.metres.map((metres, row) => Math.min(metres, (rough.metres[row] as number) + APPROXIMATE_METRES)),
    location: sure.location.map((location, row) => (roughIsNearer(row) ? (rough.location[row] as number) : location)),
  };
}
