/** Colours of the embedded basemap. Marks and overlays are the same in both schemes; the land beneath them is not. */
export interface BasemapColours {
  readonly land: string;
  readonly green: string;
  readonly water: string;
  readonly waterShaded: string;
  readonly outside: string;
  readonly border: string;
  readonly rail: string;
  readonly casing: string;
  readonly mainCasing: string;
  readonly street: string;
  /** Streets and A roads seen from far away. */
  readonly streetFar: string;
  readonly roadFar: string;
  readonly main: string;
  /** Roads above an overlay. */
  readonly roadShaded: string;
  readonly parkName: string;
  readonly mainNumber: string;
  readonly roadNumber: string;
  readonly station: string;
  readonly stationFill: string;
  readonly placeName: string;
  readonly smallPlaceName: string;
  readonly boroughName: string;
  readonly halo: string;
}

export type Scheme = "light" | "dark";

export const BASEMAP_COLOURS: Readonly<Record<Scheme, BasemapColours>> = {
  light: {
    land: "#f6f4ef",
    green: "#d9e7cf",
    water: "#bfd7e6",
    waterShaded: "#dfeaf0",
    outside: "#eae7e0",
    border: "#8b7f99",
    rail: "#a9a6b3",
    casing: "#cdc5b8",
    mainCasing: "#bfae94",
    street: "#ffffff",
    streetFar: "#e2dcd1",
    roadFar: "#ddd5c8",
    main: "#fffaf0",
    roadShaded: "#ffffff",
    parkName: "#4d6b3f",
    mainNumber: "#7a6440",
    roadNumber: "#7d756a",
    station: "#55505e",
    stationFill: "#ffffff",
    placeName: "#3a3640",
    smallPlaceName: "#5d5866",
    boroughName: "#5b4f6e",
    halo: "#ffffff",
  },
  dark: {
    land: "#1d2423",
    green: "#22332a",
    water: "#123546",
    waterShaded: "#1c3a48",
    outside: "#151a1a",
    border: "#8d84a0",
    rail: "#4d5356",
    casing: "#121717",
    mainCasing: "#121717",
    street: "#333c3b",
    streetFar: "#2a3231",
    roadFar: "#303938",
    main: "#4b5048",
    roadShaded: "#f4f2f8",
    parkName: "#93b48a",
    mainNumber: "#c4b08c",
    roadNumber: "#a9a59c",
    station: "#c9c6cf",
    stationFill: "#1d2423",
    placeName: "#e6e4dc",
    smallPlaceName: "#bdbbb5",
    boroughName: "#c2b8d4",
    halo: "#141a19",
  },
};
