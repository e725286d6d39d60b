import { OVERLAY_OPACITY, type Overlay } from "../overlays/overlay.ts";
import { REACH_CLASSES } from "../overlays/reach.ts";
import { HATCH_IMAGE, MARK_COLOURS } from "./mark-images.ts";
import type { Layer } from "./style-types.ts";

type FillLayer = Extract<Layer, { type: "fill" }>;
type FillColour = NonNullable<NonNullable<FillLayer["paint"]>["fill-color"]>;

/** Name of an area's state that holds its class of reach. */
export const REACH_STATE = "reach";
export const OVERLAY_LAYER = "asset-overlay";
export const NO_DATA_LAYER = "asset-overlay-no-data";
export const AREA_EDGE_LAYERS = ["asset-area-edge-ground", "asset-area-edge"] as const;

/** Colour of an area by the overlay's classes: the same colours as its legend, because both are made from them. */
export function overlayColour({ property, classes, noData }: Overlay): FillColour {
  const steps = classes.flatMap(({ from, colour }) => [from, colour]);
  // MapLibre types a step's stops one by one; ours are as many as the description has.
  return ["step", ["coalesce", ["get", property], 0], noData.colour, ...steps] as FillColour;
}

/** Colour of an area by its class of reach, which changes with what is looked for: told apart from its fixed deciles. */
export const REACH_COLOUR = [
  "match",
  ["feature-state", REACH_STATE],
  ...REACH_CLASSES.flatMap(({ colour }, place) => [place, colour]),
  // Until the classes have come an area is as the land beneath it.
  "rgba(0, 0, 0, 0)",
] as FillColour;

/** Whether an area has nothing to be shaded by; such areas are hatched as well, so that grey is not taken for pale. */
export function hasNoData({ property }: Overlay): NonNullable<FillLayer["filter"]> {
  return ["!", ["has", property]];
}

/** The overlay's layers, to be put above the land and beneath everything else; hidden until an overlay is chosen. */
export function overlayLayers(): readonly Layer[] {
  return [
    {
      id: OVERLAY_LAYER,
      type: "fill",
      source: "asset-areas",
      layout: { visibility: "none" },
      // Without antialiasing the land shows as white cracks between areas at zoom 9.
      paint: { "fill-color": "#dddddd", "fill-opacity": OVERLAY_OPACITY, "fill-antialias": true },
    },
    {
      id: NO_DATA_LAYER,
      type: "fill",
      source: "asset-areas",
      layout: { visibility: "none" },
      paint: { "fill-pattern": HATCH_IMAGE },
    },
  ];
}

/** The outline of one area, above the roads: dark with a white ground, so that it shows on every class. */
export function areaEdgeLayers(): readonly Layer[] {
  const none: NonNullable<FillLayer["filter"]> = ["==", ["get", "code"], ""];
  const [ground, edge] = AREA_EDGE_LAYERS;
  return [
    {
      id: ground,
      type: "line",
      source: "asset-areas",
      filter: none,
      layout: { "line-join": "round" },
      paint: { "line-color": MARK_COLOURS.ring, "line-width": 5 },
    },
    {
      id: edge,
      type: "line",
      source: "asset-areas",
      filter: none,
      layout: { "line-join": "round" },
      paint: { "line-color": MARK_COLOURS.edge, "line-width": 2 },
    },
  ];
}
