import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { BoroughsFile } from "../services/borough.ts";
import {
  decodeNeighbourhoods,
  decodeStations,
  type NeighbourhoodsFile,
  type StationsFile,
} from "../services/named-points.ts";
import type { BasemapSource } from "./basemap-layers.ts";
import { parkNames } from "./park-names.ts";

/** Files the map asks for, by name; the page says where they are. */
export type AssetName =
  | "basemap/roads"
  | "basemap/streets"
  | "basemap/green-os"
  | "basemap/green-osm"
  | "basemap/water"
  | "basemap/waterways-osm"
  | "basemap/rail"
  | "basemap/lines"
  | "neighbourhoods"
  | "stations"
  | "stations-osm"
  | "boroughs"
  | "lsoas"
  | "lsoas.topo";

/** Loads one file as parsed JSON; rejects when it can't. Handed in, so that the map knows no address. */
export interface Assets {
  load(name: AssetName): Promise<unknown>;
}

/** What the first view needs, then what closer views need: the second group waits until the first is drawn. */
export const ASSET_GROUPS = [
  ["basemap/lines", "basemap/water", "boroughs", "basemap/roads", "basemap/green-os", "neighbourhoods"],
  ["basemap/rail", "basemap/streets", "stations", "stations-osm", "basemap/waterways-osm", "basemap/green-osm"],
] as const satisfies readonly (readonly AssetName[])[];
export type BasemapAsset = (typeof ASSET_GROUPS)[number][number];

type Collection = FeatureCollection<Geometry | null>;

const collection = (features: readonly Feature<Geometry | null>[]): Collection => ({
  type: "FeatureCollection",
  features: [...features],
});

function isTopology(json: unknown): json is Topology {
  return typeof json === "object" && json !== null && "type" in json && json.type === "Topology" && "objects" in json;
}

/** Features of a TopoJSON file, each with the name of its layer as `layer`. Throws a sentence when the file is none. */
export function featuresOf(name: AssetName, json: unknown): readonly Feature<Geometry | null>[] {
  if (!isTopology(json)) throw new Error(`The map's file "${name}" is not TopoJSON.`);
  return Object.entries(json.objects).flatMap(([layer, object]) => {
    const { features } = feature(json, object as GeometryCollection);
    return features.map((each) => ({ ...each, properties: { ...each.properties, layer } }));
  });
}

const point = (lon: number, lat: number, properties: Feature["properties"]): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [lon, lat] },
});

/** The world with London cut out of it: what lies outside is drawn paler. */
function outsideOf(features: readonly Feature<Geometry | null>[]): Collection {
  const holes = features.flatMap(({ geometry, properties }): Position[][] => {
    if (properties?.kind !== "outline" || geometry === null) return [];
    if (geometry.type === "Polygon") return geometry.coordinates.slice(0, 1);
    return geometry.type === "MultiPolygon" ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1)) : [];
  });
  const world: Position[] = [
    [-4, 49],
    [4, 49],
    [4, 54],
    [-4, 54],
    [-4, 49],
  ];
  return collection([
    { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [world, ...holes] } },
  ]);
}

/** What a loaded asset puts into which sources of the basemap. Throws a sentence when the file has another form. */
export function sourcesOf(name: BasemapAsset, json: unknown): Readonly<Partial<Record<BasemapSource, Collection>>> {
  switch (name) {
    case "basemap/lines": {
      const features = featuresOf(name, json);
      return { lines: collection(features), outside: outsideOf(features) };
    }
    case "basemap/green-os": {
      const features = featuresOf(name, json);
      return { "green-os": collection(features), "park-names": parkNames(features) };
    }
    case "basemap/green-osm":
      return { "green-osm": collection(featuresOf(name, json)) };
    case "basemap/water":
      return { water: collection(featuresOf(name, json)) };
    case "basemap/waterways-osm":
      return { "waterways-osm": collection(featuresOf(name, json)) };
    case "basemap/roads":
      return { roads: collection(featuresOf(name, json)) };
    case "basemap/streets":
      return { streets: collection(featuresOf(name, json)) };
    case "basemap/rail":
      return { rail: collection(featuresOf(name, json)) };
    case "neighbourhoods":
      return {
        neighbourhoods: collection(
          decodeNeighbourhoods(json as NeighbourhoodsFile).map((place) =>
            point(place.lon, place.lat, { name: place.name, rank: place.rank }),
          ),
        ),
      };
    case "stations":
    case "stations-osm":
      return {
        [name]: collection(
          decodeStations(json as StationsFile).map(({ name: station, lon, lat, modes }) =>
            point(lon, lat, { name: station, tramOnly: modes.every((mode) => mode === "tram") }),
          ),
        ),
      };
    case "boroughs":
      return {
        boroughs: collection(
          (json as BoroughsFile).boroughs.map(({ short, label }) => point(...label, { name: short })),
        ),
      };
  }
}
