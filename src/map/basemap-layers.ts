import { basemapLabels } from "./basemap-labels.ts";
import { BASEMAP_COLOURS, type BasemapColours, type Scheme } from "./colours.ts";
import { byZoom, type Layer, type LayerFilter, type Style } from "./style-types.ts";

/** How the land is drawn: `shaded` while an overlay lies on it, which greens and coloured roads would only muddle. */
export interface BasemapLook {
  readonly scheme: Scheme;
  readonly shaded: boolean;
}

/** Sources of the basemap; each is filled when its asset has come. */
export const BASEMAP_SOURCES = [
  "green-os",
  "green-osm",
  "waterways-osm",
  "water",
  "outside",
  "lines",
  "rail",
  "streets",
  "roads",
  "park-names",
  "stations",
  "stations-osm",
  "neighbourhoods",
  "boroughs",
] as const;
export type BasemapSource = (typeof BASEMAP_SOURCES)[number];

/** The overlay is drawn directly above the land, beneath this layer. */
export const FIRST_LAYER_ABOVE_OVERLAY = "green-os";

const ROUND = { "line-cap": "round", "line-join": "round" } as const;
/** Hectares from which a green is drawn, by zoom. */
const GREEN_HECTARES: LayerFilter = [">=", ["get", "ha"], ["step", ["zoom"], 20, 11, 5, 12, 2, 13, 0]];

function greens(look: BasemapLook, colours: BasemapColours): Layer[] {
  return (["green-os", "green-osm"] as const).map((source) => ({
    id: source,
    type: "fill",
    source,
    minzoom: source === "green-osm" ? 11 : 0,
    filter: GREEN_HECTARES,
    layout: { visibility: look.shaded ? "none" : "visible" },
    paint: { "fill-color": colours.green },
  }));
}

function waters({ shaded }: BasemapLook, colours: BasemapColours): Layer[] {
  const colour = shaded ? colours.waterShaded : colours.water;
  return [
    {
      id: "waterways",
      type: "line",
      source: "waterways-osm",
      minzoom: 11,
      layout: ROUND,
      paint: { "line-color": colour, "line-width": byZoom([11, 0.7], [14, 2.2]) },
    },
    { id: "water", type: "fill", source: "water", paint: { "fill-color": colour } },
    {
      id: "outside",
      type: "fill",
      source: "outside",
      paint: { "fill-color": colours.outside, "fill-opacity": shaded ? 0.9 : 0.65 },
    },
    {
      id: "outline",
      type: "line",
      source: "lines",
      filter: ["==", ["get", "kind"], "outline"],
      layout: ROUND,
      paint: { "line-color": colours.border, "line-opacity": 0.6, "line-width": byZoom([9, 1], [13, 1.8]) },
    },
  ];
}

function rails(colours: BasemapColours): Layer[] {
  return [
    {
      id: "rail",
      type: "line",
      source: "rail",
      minzoom: 10.5,
      filter: ["==", ["get", "kind"], "rail"],
      layout: ROUND,
      paint: { "line-color": colours.rail, "line-width": byZoom([10.5, 0.6], [13, 1.2]) },
    },
    {
      id: "tube",
      type: "line",
      source: "rail",
      minzoom: 12.5,
      filter: ["==", ["get", "kind"], "tube"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.rail,
        "line-width": byZoom([12.5, 0.8], [14, 1.2]),
        "line-dasharray": [3, 2.5],
      },
    },
  ];
}

const MAIN: LayerFilter = ["in", ["get", "class"], ["literal", ["primary", "motorway"]]];
const A_ROAD: LayerFilter = ["==", ["get", "class"], "a_road"];

function roads({ shaded }: BasemapLook, colours: BasemapColours): Layer[] {
  const road = (
    id: string,
    source: "roads" | "streets",
    minzoom: number,
    paint: RoadPaint,
    filter?: LayerFilter,
  ): Layer => ({
    id,
    type: "line",
    source,
    minzoom,
    ...(filter === undefined ? {} : { filter }),
    layout: ROUND,
    paint,
  });
  return [
    road("street-casing", "streets", 13, { "line-color": colours.casing, "line-width": byZoom([13, 2.2], [15, 6]) }),
    road(
      "a-road-casing",
      "roads",
      11,
      { "line-color": colours.casing, "line-width": byZoom([11, 1.8], [13, 4], [15, 8.5]) },
      A_ROAD,
    ),
    road(
      "main-casing",
      "roads",
      0,
      { "line-color": colours.mainCasing, "line-width": byZoom([9, 1.5], [11, 3], [13, 5.4], [15, 10.5]) },
      MAIN,
    ),
    road("street", "streets", 11.8, {
      "line-color": shaded ? colours.roadShaded : ["step", ["zoom"], colours.streetFar, 13, colours.street],
      "line-opacity": ["interpolate", ["linear"], ["zoom"], 11.8, 0, 12.3, 1],
      "line-width": byZoom([11.8, 0.6], [13, 1.3], [15, 4.6]),
    }),
    road(
      "a-road",
      "roads",
      10,
      {
        "line-color": shaded ? colours.roadShaded : ["step", ["zoom"], colours.roadFar, 11, colours.street],
        "line-width": byZoom([10, 0.7], [11, 1], [13, 2.8], [15, 6.8]),
      },
      A_ROAD,
    ),
    road(
      "main-road",
      "roads",
      0,
      {
        "line-color": shaded ? colours.roadShaded : colours.main,
        "line-width": byZoom([9, 0.6], [11, 1.8], [13, 4], [15, 8.6]),
      },
      MAIN,
    ),
  ];
}
type RoadPaint = NonNullable<Extract<Layer, { type: "line" }>["paint"]>;

/** Every layer of the embedded basemap, bottom to top: calm from far, honest to zoom 14. */
export function basemapLayers(look: BasemapLook): readonly Layer[] {
  const colours = BASEMAP_COLOURS[look.scheme];
  return [
    { id: "land", type: "background", paint: { "background-color": colours.land } },
    ...greens(look, colours),
    ...waters(look, colours),
    ...rails(colours),
    ...roads(look, colours),
    {
      id: "borough-lines",
      type: "line",
      source: "lines",
      filter: ["==", ["get", "kind"], "borough"],
      layout: ROUND,
      paint: {
        "line-color": colours.border,
        "line-opacity": 0.75,
        "line-dasharray": [4, 2],
        "line-width": byZoom([9, 0.8], [13, 1.6]),
      },
    },
    ...basemapLabels(colours),
  ];
}

/**
 * The embedded basemap as a MapLibre style with empty sources. It names no glyphs, sprite, tiles or address of any kind:
 * names are drawn with the fonts of the device.
 */
export function basemapStyle(look: BasemapLook): Style {
  return {
    version: 8,
    sources: Object.fromEntries(
      BASEMAP_SOURCES.map((source) => [
        source,
        { type: "geojson", data: { type: "FeatureCollection", features: [] }, maxzoom: 14 } as const,
      ]),
    ),
    layers: [...basemapLayers(look)],
  };
}

/** One property of one layer that differs between two looks. */
export interface LayerChange {
  readonly layer: string;
  readonly part: "paint" | "layout";
  readonly property: string;
  readonly value: unknown;
}

/** What to set on a map that has one look so that it has the other: same layers, other colours. */
export function lookChanges(from: BasemapLook, to: BasemapLook): readonly LayerChange[] {
  const before = new Map(basemapLayers(from).map((layer) => [layer.id, layer]));
  return basemapLayers(to).flatMap((layer) =>
    (["paint", "layout"] as const).flatMap((part) => {
      const old: Readonly<Record<string, unknown>> = { ...before.get(layer.id)?.[part] };
      return Object.entries({ ...layer[part] })
        .filter(([property, value]) => JSON.stringify(value) !== JSON.stringify(old[property]))
        .map(([property, value]): LayerChange => ({ layer: layer.id, part, property, value }));
    }),
  );
}
