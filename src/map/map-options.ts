import type { LonLat } from "../services/place.ts";
import type { Assets } from "./basemap-assets.ts";
import type { Scheme } from "./colours.ts";
import type { Box } from "./mercator.ts";

/**
 * Why the map, or a part of it, can't be shown. With the first three there is no map: the list stands alone. With the
 * others the map goes on without the part.
 */
export type MapFailure =
  | "no-webgl"
  | "context-lost"
  | "broken"
  | "worker-lost"
  | "basemap-incomplete"
  | "areas-unavailable"
  | "pmtiles-not-supported";

/** Whether nothing of the map is left to see. */
export function isWholeMapLost(failure: MapFailure): boolean {
  return ["no-webgl", "context-lost", "broken", "worker-lost"].includes(failure);
}

/**
 * What lies under the marks. `embedded`: our own files, no other server asked. `style`: a MapLibre style the publisher
 * names; its server then learns what is looked at, and the page says so. `pmtiles` is not drawn yet: the embedded
 * basemap stands in and `onFailure` says so.
 */
export type Basemap =
  | { readonly kind: "embedded" }
  | { readonly kind: "style"; readonly url: string }
  | { readonly kind: "pmtiles"; readonly url: string };

export interface MapViewState {
  readonly centre: LonLat | null;
  readonly zoom: number;
  /** Degrees. */
  readonly box: Box;
}

/** Words of the map's own parts, in the reader's locale. */
export interface MapWords {
  /** Name of the map's region for screen readers, such as "Map of 42 services". */
  readonly label: string;
  /** Shown over an embedded map when one finger or a bare wheel would have moved it. */
  readonly touchHint: string;
  readonly wheelHint: string;
}

export interface MapViewOptions {
  readonly assets: Assets;
  readonly words: MapWords;
  readonly basemap: Basemap;
  /** What the map shows first and goes back to; default: all London. */
  readonly home?: Box | undefined;
  /** A publisher's own: `teal` of marks with a number, `marigold` of the mark that is chosen. */
  readonly colours?: { readonly teal?: string; readonly marigold?: string } | undefined;
  readonly scheme: Scheme;
  /** On another site's page: one finger and the bare wheel scroll that page, two fingers or Ctrl move the map. */
  readonly cooperative: boolean;
  /** Whether to jump instead of glide; default: what the device asks for. */
  readonly reducedMotion?: boolean;
  /** Writes a count in the reader's digits; default `String`. */
  readonly count?: (value: number) => string;
  /** A mark was pressed that can't be taken apart by zooming: one row, or all rows at that place in list order. */
  readonly onSelectRows?: (rows: readonly number[]) => void;
  /** The pointer is over the mark of one service, or no longer. */
  readonly onHover?: (row: number | null) => void;
  /** With an overlay on: LSOA under the pointer, and LSOA pressed beside every mark. */
  readonly onHoverArea?: (code: string | null) => void;
  readonly onSelectArea?: (code: string) => void;
  /** A place beside every mark was pressed; with an overlay on, `area` is the code of the LSOA there. */
  readonly onPressPlace?: (point: LonLat, area: string | null) => void;
  /** The view came to rest. */
  readonly onMoved?: (view: MapViewState) => void;
  readonly onFailure?: (failure: MapFailure) => void;
  /** The first view is drawn. */
  readonly onReady?: () => void;
}
