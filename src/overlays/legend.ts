import type { Overlay } from "./overlay.ts";

/** One line of a legend; `label` is a message id, or null for a step that its neighbours explain. */
export interface LegendStep {
  readonly colour: string;
  readonly label: Overlay["noData"]["label"] | NonNullable<Overlay["classes"][number]["label"]> | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Drawn with a hatch, so that it is told from a pale step without colour. */
  readonly hatched: boolean;
}

/** The legend of an overlay, first class first, no data last: made from the description that the layer is made from. */
export function legendOf(overlay: Overlay): readonly LegendStep[] {
  return [
    ...overlay.classes.map(({ colour, label, from, to }) => ({ colour, label, from, to, hatched: false })),
    { colour: overlay.noData.colour, label: overlay.noData.label, from: null, to: null, hatched: true },
  ];
}
