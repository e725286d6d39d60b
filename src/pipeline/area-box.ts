import type { Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { BOROUGH_CODES, type BoroughCode } from "../services/place.ts";

/** `data/areas/boroughs.topo.json`. */
export type BoroughTopology = Topology<{ readonly boroughs: GeometryCollection<{ readonly code: string }> }>;

export type AreaBox = readonly [west: number, south: number, east: number, north: number];

/** The box around some boroughs, in degrees rounded outwards to about 100 m; null for all of London. */
export function boxOfBoroughs(topology: BoroughTopology, area: readonly BoroughCode[]): AreaBox | null {
  if (area.length === BOROUGH_CODES.length) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  const grow = ([lon = 0, lat = 0]: Position): void => {
    [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  };
  for (const { geometry, properties } of feature(topology, topology.objects.boroughs).features) {
    if (!area.some((code) => code === properties.code)) continue;
    if (geometry?.type === "Polygon") geometry.coordinates.flat().forEach(grow);
    else if (geometry?.type === "MultiPolygon") geometry.coordinates.flat(2).forEach(grow);
  }
  if (west > east) return null;
  return [
    Math.floor(west * 1e3) / 1e3,
    Math.floor(south * 1e3) / 1e3,
    Math.ceil(east * 1e3) / 1e3,
    Math.ceil(north * 1e3) / 1e3,
  ];
}
