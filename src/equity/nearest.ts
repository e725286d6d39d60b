import type { LsoaPeople } from "../services/lsoa-table.ts";
import { distanceMetres } from "../services/place.ts";
import { APPROXIMATE_METRES, type PlacedRows, pointCertainty } from "./placement.ts";
import { createPointGrid, unitVectors } from "./point-grid.ts";

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

/** What every selection over one index needs alike. */
interface Places {
  readonly vectors: Float64Array;
  /** 0 = no point, 1 = exact, 2 = approximate. */
  readonly certainty: Uint8Array;
}

const CERTAINTY = { none: 0, exact: 1, approximate: 2 } as const;
const placesOf = new WeakMap<PlacedRows, Places>();

/** Worked out once an index, because it does not depend on what is selected. */
function places(index: PlacedRows): Places {
  const known = placesOf.get(index);
  if (known !== undefined) return known;
  const certainty = new Uint8Array(index.lon.length);
  for (let location = 0; location < certainty.length; location++) {
    certainty[location] = CERTAINTY[pointCertainty(index, location)];
  }
  const made = { vectors: unitVectors(index.lon, index.lat), certainty };
  placesOf.set(index, made);
  return made;
}

interface Found {
  readonly metres: Float64Array;
  readonly location: Int32Array;
}

function nearestOf(index: PlacedRows, table: LsoaPeople, locations: Uint32Array): Found {
  const metres = new Float64Array(table.count).fill(Infinity);
  const location = new Int32Array(table.count).fill(-1);
  if (locations.length === 0) return { metres, location };
  const grid = createPointGrid(index.lon, index.lat, locations, places(index).vectors);
  for (let row = 0; row < table.count; row++) {
    const lon = table.lon[row] as number;
    const lat = table.lat[row] as number;
    const at = grid.nearest(lon, lat);
    location[row] = at;
    metres[row] = distanceMetres(lon, lat, index.lon[at] as number, index.lat[at] as number);
  }
  return { metres, location };
}

/** Locations of the rows, by how sure their point is. */
function pointsOf(index: PlacedRows, rows: Uint32Array): Readonly<Record<"exact" | "approximate", Uint32Array>> {
  const { certainty } = places(index);
  const exact = new Uint32Array(certainty.length);
  const approximate = new Uint32Array(certainty.length);
  let [exacts, approximates] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = index.locationStart[row + 1] as number;
    for (let location = index.locationStart[row] as number; location < end; location++) {
      if (certainty[location] === CERTAINTY.exact) exact[exacts++] = location;
      else if (certainty[location] === CERTAINTY.approximate) approximate[approximates++] = location;
    }
  }
  return { exact: exact.subarray(0, exacts), approximate: approximate.subarray(0, approximates) };
}

/** Works out `Nearest` for the services found (row numbers of the index, in any order, each once). */
export function nearestToLsoas(index: PlacedRows, rows: Uint32Array, table: LsoaPeople): Nearest {
  const { exact, approximate } = pointsOf(index, rows);
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
