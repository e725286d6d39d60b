import { distanceMetres } from "../../services/place.ts";
import { LONDON_OUTLINE } from "./lsoas.ts";
import { type RawFeature, type ReadRaw, readGeoJson } from "./raw-files.ts";
import { type Fineness, toTopology } from "./topology.ts";

type Properties = Readonly<Record<string, string | number>>;

/** One layer of the basemap: a file `basemap/<layer>.json` with one object of the same name. */
export interface BasemapLayer {
  readonly layer: string;
  readonly from: readonly string[];
  readonly fineness: Fineness;
  /** Properties that drawing needs, or null for a feature that is not drawn. */
  readonly properties: (feature: RawFeature, path: string) => Properties | null;
}

/** Publisher's own lines: they are generalised enough. */
const AS_GIVEN: Fineness = { squareMetres: 0, steps: 20_000 };
/** About 12 m of an edge, which is one pixel at zoom 13. */
const SOFT: Fineness = { squareMetres: 250, steps: 20_000 };

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const road = ({ properties }: RawFeature): Properties => ({
  class: text(properties.class),
  ...(text(properties.ref) === "" ? {} : { ref: text(properties.ref) }),
});

/** Parks of a hectare and more: smaller ones are less than a pixel until the last zoom. */
const park = ({ properties }: RawFeature): Properties | null => {
  const ha = Number(properties.ha);
  return ha >= 1 ? { name: text(properties.name), ha: Math.round(ha) } : null;
};

export const BASEMAP: readonly BasemapLayer[] = [
  {
    layer: "roads",
    from: ["basemap/roads_london.geojson"],
    fineness: AS_GIVEN,
    properties: (feature) => (feature.properties.class === "street" ? null : road(feature)),
  },
  {
    layer: "streets",
    from: ["basemap/roads_london.geojson"],
    fineness: AS_GIVEN,
    properties: (feature) => (feature.properties.class === "street" ? { class: "street" } : null),
  },
  { layer: "green-os", from: ["basemap/parks_os.geojson"], fineness: SOFT, properties: park },
  { layer: "green-osm", from: ["basemap/parks_osm_extra.geojson"], fineness: SOFT, properties: park },
  {
    layer: "water",
    from: ["basemap/water_thames_os.geojson", "basemap/water_lakes_os.geojson"],
    fineness: SOFT,
    properties: ({ properties }) =>
      text(properties.name) === "" ? { kind: "lake" } : { kind: "river", name: text(properties.name) },
  },
  {
    layer: "waterways-osm",
    from: ["basemap/waterways_osm.geojson"],
    fineness: SOFT,
    // The Thames is an area in `water`. Names are left out: many are those of single locks and towpaths.
    properties: ({ properties }) => (text(properties.name) === "River Thames" ? null : { kind: text(properties.kind) }),
  },
  {
    layer: "rail",
    from: ["basemap/rail_network_rail_waymarks.geojson", "basemap/rail_tfl.geojson"],
    fineness: { squareMetres: 150, steps: 20_000 },
    properties: ({ properties }, path) => {
      if (path.endsWith("waymarks.geojson")) return { kind: "rail" };
      // Lines drawn straight from station to station would cut across houses.
      return properties.geom === "track" && properties.mode === "tube"
        ? { kind: "tube", name: text(properties.name) }
        : null;
    },
  },
  {
    layer: "lines",
    from: ["basemap/borough_lines_inner.geojson", LONDON_OUTLINE],
    fineness: AS_GIVEN,
    properties: (_, path) => ({ kind: path === LONDON_OUTLINE ? "outline" : "borough" }),
  },
];

/** A layer as a topology; throws a sentence when none of a file's features is drawn. */
export function deriveBasemapLayer(read: ReadRaw, { layer, from, fineness, properties }: BasemapLayer) {
  const features = from.flatMap((path) => {
    const drawn = readGeoJson(read, path).flatMap((feature) => {
      const kept = properties(feature, path);
      return kept === null ? [] : [{ type: "Feature" as const, properties: kept, geometry: feature.geometry }];
    });
    if (drawn.length === 0) throw new Error(`The file "${path}" holds nothing for the basemap's layer "${layer}".`);
    return drawn;
  });
  return toTopology({ [layer]: nameOnce(features) }, fineness);
}

/** Metres within which two pieces of one name are one park: else "Clapham Common" would stand four times. */
const ONE_PARK = 2500;

/** Leaves a park's name on its largest piece only. */
function nameOnce<F extends { readonly properties: Properties; readonly geometry: RawFeature["geometry"] }>(
  features: readonly F[],
): F[] {
  const named = new Map<string, [lon: number, lat: number][]>();
  const largestFirst = [...features].sort((a, b) => Number(b.properties.ha ?? 0) - Number(a.properties.ha ?? 0));
  const nameless = new Set<F>();
  for (const feature of largestFirst) {
    const { name, ha } = feature.properties;
    const [lon, lat] = firstPosition(feature.geometry);
    if (typeof name !== "string" || ha === undefined) continue;
    const places = named.get(name) ?? [];
    if (name === "" || places.some(([x, y]) => distanceMetres(x, y, lon, lat) < ONE_PARK)) nameless.add(feature);
    else named.set(name, [...places, [lon, lat]]);
  }
  return features.map((feature) => {
    if (!nameless.has(feature)) return feature;
    const { name: _, ...properties } = feature.properties;
    return { ...feature, properties };
  });
}

function firstPosition(geometry: RawFeature["geometry"]): [lon: number, lat: number] {
  let inner: unknown = "coordinates" in geometry ? geometry.coordinates : [];
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  const [lon, lat] = Array.isArray(inner) ? inner : [];
  return [Number(lon ?? 0), Number(lat ?? 0)];
}
