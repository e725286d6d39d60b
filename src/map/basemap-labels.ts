import type { BasemapColours } from "./colours.ts";
import type { Layer } from "./style-types.ts";

type SymbolLayer = Extract<Layer, { type: "symbol" }>;
type SymbolLayout = NonNullable<SymbolLayer["layout"]>;

/**
 * Without `glyphs` in the style MapLibre draws names with fonts of the device: these, else any plain sans. The weight
 * is read from the first name of the list, so the bold list begins with a name that only says "bold".
 */
export const PLAIN = ["Segoe UI", "Roboto", "Helvetica Neue", "Arial", "system-ui"];
export const BOLD = ["bold", ...PLAIN];

/** Where a name may stand instead when a mark is in its way: in the middle, else above, below or beside. */
const DODGE: NonNullable<SymbolLayout["text-variable-anchor-offset"]> = [
  "center",
  [0, 0],
  "top",
  [0, 0.9],
  "bottom",
  [0, -0.9],
  "left",
  [1, 0],
  "right",
  [-1, 0],
];

/** A borough is large: its name may go farther and still stand in it. */
const DODGE_FAR: typeof DODGE = [
  ...DODGE,
  "top",
  [0, 1.8],
  "bottom",
  [0, -1.8],
  "left",
  [2, 0],
  "right",
  [-2, 0],
  "top",
  [0, 2.8],
  "bottom",
  [0, -2.8],
];

interface Ink {
  readonly colour: string;
  readonly halo: string;
}

function label(
  id: string,
  source: string,
  zooms: { readonly minzoom: number; readonly maxzoom?: number },
  filter: SymbolLayer["filter"],
  layout: SymbolLayout,
  { colour, halo }: Ink,
): SymbolLayer {
  return {
    id,
    type: "symbol",
    source,
    ...zooms,
    ...(filter === undefined ? {} : { filter }),
    layout: { "text-font": PLAIN, "text-padding": 4, "text-max-width": 7, ...layout },
    paint: { "text-color": colour, "text-halo-color": halo, "text-halo-width": 1.6, "text-opacity": 1 },
  };
}

function parkNames({ parkName, halo }: BasemapColours): SymbolLayer {
  const hectares: SymbolLayer["filter"] = [">=", ["get", "ha"], ["step", ["zoom"], 60, 13, 15, 14, 4]];
  return label(
    "park-names",
    "park-names",
    { minzoom: 12 },
    hectares,
    { "text-field": ["get", "name"], "text-size": 11 },
    { colour: parkName, halo },
  );
}

function roadNumbers({ mainNumber, roadNumber, halo }: BasemapColours): SymbolLayer[] {
  const layout: SymbolLayout = {
    "symbol-placement": "line",
    "symbol-spacing": 360,
    "text-rotation-alignment": "viewport",
    "text-field": ["get", "ref"],
    "text-padding": 14,
    "text-size": ["interpolate", ["linear"], ["zoom"], 11, 9.5, 14, 11.5],
  };
  const numbered: SymbolLayer["filter"] = ["has", "ref"];
  const main: SymbolLayer["filter"] = ["in", ["get", "class"], ["literal", ["primary", "motorway"]]];
  return [
    label("a-road-numbers", "roads", { minzoom: 12.7 }, ["all", numbered, ["!", main]], layout, {
      colour: roadNumber,
      halo,
    }),
    label("main-road-numbers", "roads", { minzoom: 10.7 }, ["all", numbered, main], layout, {
      colour: mainNumber,
      halo,
    }),
  ];
}

function stations({ station, stationFill, halo }: BasemapColours): Layer[] {
  return (["stations", "stations-osm"] as const).flatMap((source): Layer[] => [
    {
      id: `${source}-dots`,
      type: "circle",
      source,
      minzoom: 11.3,
      filter: ["any", ["!=", ["get", "tramOnly"], true], [">=", ["zoom"], 13]],
      paint: {
        "circle-color": stationFill,
        "circle-stroke-color": station,
        "circle-stroke-width": 1.3,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11.3, 1.8, 14, 2.8],
      },
    },
    label(
      `${source}-names`,
      source,
      { minzoom: 12.6 },
      ["any", ["!=", ["get", "tramOnly"], true], [">=", ["zoom"], 14]],
      {
        "text-field": ["get", "name"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 12.6, 10, 14, 12],
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.55,
        "text-justify": "auto",
        "text-padding": 2,
      },
      { colour: station, halo },
    ),
  ]);
}

/** Zooms from which places of a rank are named: 1 metropolitan centre … 5 small neighbourhood. */
const RANKS = [
  { rank: 5, minzoom: 13.2, size: 11.5 },
  { rank: 4, minzoom: 12.2, size: 11.5 },
  { rank: 3, minzoom: 11.4, size: 12 },
  { rank: 2, minzoom: 10.2, size: 12.5 },
  { rank: 1, minzoom: 10.2, size: 13.5 },
] as const;

function placeNames({ placeName, smallPlaceName, halo }: BasemapColours): SymbolLayer[] {
  return RANKS.map(({ rank, minzoom, size }) =>
    label(
      `places-${rank}`,
      "neighbourhoods",
      { minzoom },
      ["==", ["get", "rank"], rank],
      {
        "text-field": ["get", "name"],
        "text-font": rank <= 2 ? BOLD : PLAIN,
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, size, 15, size + 3],
        "text-variable-anchor-offset": DODGE,
        "text-justify": "auto",
        "text-padding": rank <= 2 ? 2 : 4,
      },
      { colour: rank >= 4 ? smallPlaceName : placeName, halo },
    ),
  );
}

/** Names and numbers, least important first: MapLibre places the last layer first, so that it wins. */
export function basemapLabels(colours: BasemapColours): readonly Layer[] {
  return [
    parkNames(colours),
    ...roadNumbers(colours),
    ...stations(colours),
    ...placeNames(colours),
    // Borough and centre names together would put "Croydon" and "Harrow" twice: boroughs first, centres from 10.2.
    label(
      "borough-names",
      "boroughs",
      { minzoom: 8, maxzoom: 10.2 },
      undefined,
      {
        "text-field": ["get", "name"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 9, 10, 10, 11.5],
        "text-max-width": 6,
        "text-variable-anchor-offset": DODGE_FAR,
        "text-justify": "auto",
        "text-padding": 2,
      },
      { colour: colours.boroughName, halo: colours.halo },
    ),
  ];
}
