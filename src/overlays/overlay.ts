/** One step of a ramp: values from `from` up to `to`, both included, have this colour. */
export interface OverlayClass {
  readonly from: number;
  readonly to: number;
  /** `#rrggbb`, before it is laid over the map at `OVERLAY_OPACITY`. */
  readonly colour: string;
  /** Words beside the step in the legend; null where a neighbour's words carry the meaning. */
  readonly label: LegendLabel | null;
}

export type LegendLabel = "overlay.most" | "overlay.middle" | "overlay.least";

/** Columns of an area that may be shaded; the area file holds one decile a column. */
export type AreaProperty =
  | "imd"
  | "income"
  | "employment"
  | "education"
  | "health"
  | "crime"
  | "barriers"
  | "living"
  | "idaci"
  | "idaopi";

/**
 * What may be shaded beneath the services: a pure description. Layer, legend, table and test are made from it.
 * `label`, `direction`, `noData.label` and `source` are ids of messages.
 */
export interface Overlay<Id extends string = string> {
  readonly id: Id;
  readonly label: `overlay.${Id}`;
  readonly property: AreaProperty;
  /** Ascending by value, without gaps. */
  readonly classes: readonly OverlayClass[];
  readonly noData: { readonly colour: string; readonly label: "overlay.noData" };
  /** Which end is which, spelled out. */
  readonly direction: "overlay.direction";
  readonly source: "overlay.source";
}

/** How strongly an overlay covers the land beneath it, so that roads and lines drawn above it keep their tone. */
export const OVERLAY_OPACITY = 0.88;
