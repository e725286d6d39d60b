import type { Feature, Geometry } from "geojson";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface Fineness {
  /** Corners of triangles smaller than this many square metres are left out (Visvalingam); 0 keeps every point. */
  readonly squareMetres: number;
  /** Steps of the grid across the whole of a topology: 10,000 are about 6 m over London. */
  readonly steps: number;
}

/** Square metres in a square degree at 51.5° north: 69,300 m × 111,250 m. */
const SQUARE_METRES = 69_300 * 111_250;

export type ShapeCollection = GeometryCollection<Readonly<Record<string, unknown>>>;

/**
 * Layers of features as one TopoJSON topology: shared edges once, simplified alike on both sides, on a grid. Features
 * keep their order and properties.
 */
export function toTopology(
  layers: Readonly<Record<string, readonly Feature<Geometry, Readonly<Record<string, unknown>>>[]>>,
  { squareMetres, steps }: Fineness,
): Topology<Record<string, ShapeCollection>> {
  const collections = Object.fromEntries(
    Object.entries(layers).map(([name, features]) => [
      name,
      { type: "FeatureCollection" as const, features: [...features] },
    ]),
  );
  const exact = topology(collections) as Topology<Record<string, ShapeCollection>>;
  const simpler = squareMetres === 0 ? exact : simplify(presimplify(exact), squareMetres / SQUARE_METRES);
  const { bbox: _, ...made } = quantize(simpler, steps);
  return made as Topology<Record<string, ShapeCollection>>;
}
