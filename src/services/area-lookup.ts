import Flatbush from "flatbush";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { LsoaTable } from "./lsoa-table.ts";
import { BOROUGH_CODES, type BoroughCode, type Decile, type LonLat } from "./place.ts";
import { type AreaPolygon, createPolygonGrid } from "./polygon-grid.ts";

/** Shapes of the LSOAs, and Greater London as one area closed over the tidal Thames. */
export type LsoaTopology = Topology<{
  readonly lsoas: GeometryCollection<{ readonly code: string }>;
  readonly london: GeometryCollection;
}>;

export interface FoundArea {
  /** LSOA 2021 code. */
  readonly lsoa: string;
  readonly borough: BoroughCode;
  /** IMD 2025, 1 = most deprived tenth of England. */
  readonly decile: Decile | null;
}

export interface AreaLookup {
  /**
   * The LSOA a point lies in. LSOAs end at the high-water mark, so a point on the tidal Thames (a pier, a boat, a
   * bridge) gets the nearest one within 300 m. Null outside London and in the middle of the wide river.
   */
  lsoaAt(point: LonLat): FoundArea | null;
}

/** Cells of the grid that tells whether a point is in London at all: about 300 m each way. */
const LONDON_CELLS = 40_000;
/** Metres from which a bank of the Thames no longer speaks for the water. */
const FROM_BANK = 300;
/** Metres a degree at London's latitude: close enough for some hundred metres. */
const METRES = { lon: 69_300, lat: 111_250 } as const;

const polygons = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** Polygons or multipolygons of a topology's object, with their properties. */
function areas<P>(
  topology: Topology,
  collection: GeometryCollection<P & object>,
): { polygons: Position[][][]; properties: P }[] {
  return feature(topology, collection).features.flatMap(({ geometry, properties }) =>
    geometry?.type === "Polygon" || geometry?.type === "MultiPolygon"
      ? [{ polygons: polygons(geometry), properties }]
      : [],
  );
}

/**
 * Look-up of points in LSOAs. A point on a shared edge belongs to the LSOA with the lower code. Throws when a shape
 * has no row in the table: the two files are then not of one making.
 */
export function createAreaLookup(topology: LsoaTopology, lsoas: LsoaTable): AreaLookup {
  const shapes: AreaPolygon[] = areas(topology, topology.objects.lsoas).flatMap(
    ({ polygons, properties: { code } }) => {
      const row = lsoas.rowOf(code);
      if (row < 0) throw new Error(`The shape of ${code} has no row in the table of LSOAs.`);
      return polygons.map((rings) => ({ row, rings }));
    },
  );
  const london = createPolygonGrid(
    areas(topology, topology.objects.london).flatMap(({ polygons }) => polygons.map((rings) => ({ row: 0, rings }))),
    LONDON_CELLS,
  );
  const index = new Flatbush(Math.max(1, shapes.length));
  for (const { rings } of shapes) {
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const [lon = 0, lat = 0] of rings[0] ?? []) {
      [west, south, east, north] = [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ];
    }
    index.add(west, south, east, north);
  }
  if (shapes.length === 0) index.add(0, 0, 0, 0);
  index.finish();

  const grid = createPolygonGrid(shapes);
  const answers: FoundArea[] = [];
  const found = (row: number): FoundArea => {
    answers[row] ??= {
      lsoa: lsoas.codes[row] as string,
      borough: BOROUGH_CODES[lsoas.boroughs[row] as number] as BoroughCode,
      decile: lsoas.decileOf(row),
    };
    return answers[row];
  };
  const shapesIn = (west: number, south: number, east: number, north: number): AreaPolygon[] =>
    index
      .search(west, south, east, north)
      .flatMap((i) => shapes[i] ?? [])
      .sort((a, b) => a.row - b.row);

  return {
    lsoaAt(point) {
      const [lon, lat] = point;
      const inside = grid.rowAt(lon, lat);
      if (inside >= 0) return found(inside);
      if (london.rowAt(lon, lat) < 0) return null;
      const [dLon, dLat] = [FROM_BANK / METRES.lon, FROM_BANK / METRES.lat];
      let nearest: AreaPolygon | null = null;
      let least: number = FROM_BANK;
      for (const shape of shapesIn(lon - dLon, lat - dLat, lon + dLon, lat + dLat)) {
        const metres = metresTo(shape.rings, point);
        if (metres < least) [nearest, least] = [shape, metres];
      }
      return nearest === null ? null : found(nearest.row);
    },
  };
}

/** Metres from a point to the nearest edge of a polygon, on a flat map about the point. */
function metresTo(rings: Position[][], [lon, lat]: LonLat): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let [x1, y1] = [Number.NaN, Number.NaN];
    for (const [ringLon = 0, ringLat = 0] of ring) {
      const x2 = (ringLon - lon) * METRES.lon;
      const y2 = (ringLat - lat) * METRES.lat;
      if (!Number.isNaN(x1)) least = Math.min(least, metresToEdge(x1, y1, x2, y2));
      x1 = x2;
      y1 = y2;
    }
  }
  return least;
}

/** Metres from the origin to an edge. */
function metresToEdge(x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}
