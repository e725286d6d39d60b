import type { LegendLabel, Overlay, OverlayClass } from "./overlay.ts";

/**
 * One hue, dark to light, decile 1 (most deprived) darkest. The steps differ in lightness, not in hue, so they hold
 * for colour-blind readers and in grey print; the darkest stops short of black so that names stay legible on it.
 */
const COLOURS = [
  "#4b2e83",
  "#5f4596",
  "#745da7",
  "#8a77b7",
  "#9f90c6",
  "#b4a9d3",
  "#c8c0df",
  "#d9d4ea",
  "#e8e5f2",
  "#f4f2f8",
] as const;

/** Ten purples can't be told apart one by one: the legend names the ends and the middle, the area panel the rest. */
const LABELS: Readonly<Record<number, LegendLabel>> = {
  1: "overlay.most",
  5: "overlay.middle",
  10: "overlay.least",
};

export const DECILE_CLASSES: readonly OverlayClass[] = COLOURS.map((colour, i) => ({
  from: i + 1,
  to: i + 1,
  colour,
  label: LABELS[i + 1] ?? null,
}));

/** An overlay of deciles of England: 1 = most deprived tenth, 10 = least. */
export function decileOverlay<Id extends string>(id: Id, property: Overlay["property"]): Overlay<Id> {
  return {
    id,
    label: `overlay.${id}`,
    property,
    classes: DECILE_CLASSES,
    noData: { colour: "#dddddd", label: "overlay.noData" },
    direction: "overlay.direction",
    source: "overlay.source",
  };
}
