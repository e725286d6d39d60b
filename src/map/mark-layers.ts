import type { FeatureCollection } from "geojson";
import { BOLD } from "./basemap-labels.ts";
import type { BasemapLook } from "./basemap-layers.ts";
import { MARK_COLOURS } from "./mark-images.ts";
import type { Layer, Style } from "./style-types.ts";

/** Sources of everything that stands on the basemap. The prefix keeps them apart from those of a publisher's style. */
export const MARK_SOURCES = ["asset-areas", "asset-discs", "asset-start", "asset-marks", "asset-chosen"] as const;
export type MarkSource = (typeof MARK_SOURCES)[number];

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

export function markSources(): Style["sources"] {
  return Object.fromEntries(
    MARK_SOURCES.map((id) => [
      id,
      id === "asset-areas"
        ? ({ type: "geojson", data: NOTHING, promoteId: "code", maxzoom: 13 } as const)
        : ({ type: "geojson", data: NOTHING, maxzoom: 16, buffer: 64 } as const),
    ]),
  );
}

function marks(id: string, quiet: boolean): Layer {
  return {
    id,
    type: "symbol",
    source: "asset-marks",
    filter: ["==", ["get", "quiet"], quiet],
    layout: {
      "icon-image": ["get", "image"],
      "icon-allow-overlap": true,
      // Marks are placed before the names, and a name that would run into one moves aside or waits.
      "icon-ignore-placement": false,
      "icon-padding": 1,
      "symbol-z-order": "source",
      "text-field": ["get", "label"],
      "text-font": BOLD,
      "text-size": ["get", "textSize"],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
      "text-max-width": 99,
      // The front one of two sheets lies below and left of the middle.
      "text-offset": ["case", ["==", ["get", "form"], "several"], ["literal", [-0.22, 0.22]], ["literal", [0, 0]]],
    },
    paint: { "text-color": ["get", "textColour"] },
  };
}

/** How discs are drawn on one look of the land; all are paint properties of the layers below. */
export interface DiscPaint {
  readonly fillOpacity: FillOpacity;
  readonly edgeColour: LineColour;
  readonly edgeOpacity: number;
  readonly groundOpacity: number;
}
type FillOpacity = NonNullable<NonNullable<Extract<Layer, { type: "fill" }>["paint"]>["fill-opacity"]>;
type LineColour = NonNullable<NonNullable<Extract<Layer, { type: "line" }>["paint"]>["line-color"]>;

/**
 * On a shaded map discs are a line only, for a tint would turn one class into another; on dark land the line is light.
 * Close in they pale, because a disc may then fill the screen.
 */
export function discPaint({ scheme, shaded }: BasemapLook): DiscPaint {
  if (shaded) return { fillOpacity: 0, edgeColour: MARK_COLOURS.edge, edgeOpacity: 0.9, groundOpacity: 0.75 };
  const dark = scheme === "dark";
  const strength = (chosen: number, other: number) => [
    "case",
    ["get", "chosen"],
    dark ? chosen * 2 : chosen,
    dark ? other * 2 : other,
  ];
  const fill = ["interpolate", ["linear"], ["zoom"], 11, strength(0.18, 0.12), 13.5, strength(0.1, 0.06)];
  return {
    fillOpacity: fill as FillOpacity,
    edgeColour: dark ? "#d5dcd9" : ["get", "colour"],
    edgeOpacity: 0.5,
    groundOpacity: 0,
  };
}

/** Layers above the basemap, bottom to top: discs of about 1 km, the start, quiet marks, marks, the chosen ones. */
export function markLayers(): readonly Layer[] {
  const disc = discPaint({ scheme: "light", shaded: false });
  return [
    {
      id: "asset-discs",
      type: "fill",
      source: "asset-discs",
      paint: { "fill-color": ["get", "colour"], "fill-opacity": disc.fillOpacity },
    },
    {
      id: "asset-disc-edge-ground",
      type: "line",
      source: "asset-discs",
      paint: { "line-color": MARK_COLOURS.ring, "line-opacity": disc.groundOpacity, "line-width": 2.4 },
    },
    {
      id: "asset-disc-edges",
      type: "line",
      source: "asset-discs",
      paint: {
        "line-color": disc.edgeColour,
        "line-opacity": disc.edgeOpacity,
        "line-width": 1.2,
        "line-dasharray": [2, 2.5],
      },
    },
    {
      id: "asset-start-ring-ground",
      type: "line",
      source: "asset-start",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "line-color": MARK_COLOURS.ring, "line-width": 3.4, "line-opacity": 0.8 },
    },
    {
      id: "asset-start-ring",
      type: "line",
      source: "asset-start",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "line-color": MARK_COLOURS.edge, "line-width": 1.4 },
    },
    marks("asset-quiet", true),
    {
      id: "asset-start",
      type: "circle",
      source: "asset-start",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": MARK_COLOURS.edge,
        "circle-radius": 5,
        "circle-stroke-color": MARK_COLOURS.ring,
        "circle-stroke-width": 3,
      },
    },
    marks("asset-marks", false),
    {
      id: "asset-chosen",
      type: "symbol",
      source: "asset-chosen",
      layout: {
        "icon-image": ["get", "image"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-z-order": "source",
      },
    },
  ];
}
