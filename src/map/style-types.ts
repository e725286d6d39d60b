import type { MapOptions } from "maplibre-gl";

/** A MapLibre style and its parts, as the installed MapLibre types them. */
export type Style = Exclude<NonNullable<MapOptions["style"]>, string>;
export type Layer = Style["layers"][number];
export type LayerFilter = NonNullable<Extract<Layer, { type: "line" }>["filter"]>;

type Stops = readonly (readonly [zoom: number, value: number])[];

/** A number that grows with the zoom, between stops, at the rate at which roads grow on screen. */
export function byZoom(...stops: Stops): ["interpolate", ["exponential", number], ["zoom"], ...number[]] {
  return ["interpolate", ["exponential", 1.5], ["zoom"], ...stops.flat()];
}
