/**
 * How a neighbourhood stands towards what a person looks for: in the most deprived fifth or not, with one in reach or
 * not. The order of `REACH_CLASSES`; its place there is the value that the map shades by.
 */
export interface ReachClass {
  readonly id: "gap" | "none" | "deprived" | "near";
  /** `#rrggbb`, before it is laid over the map at `OVERLAY_OPACITY`. */
  readonly colour: string;
  readonly label: `equity.class.${"gap" | "none" | "deprived" | "near"}`;
}

/**
 * Darkest where deprived areas have none, then other areas with none; lighter and of another hue where there is one.
 * The steps differ in lightness, so that they hold in grey print and for colour-blind readers.
 */
export const REACH_CLASSES = [
  { id: "gap", colour: "#6a1b4d", label: "equity.class.gap" },
  { id: "none", colour: "#b5759b", label: "equity.class.none" },
  { id: "deprived", colour: "#b3d6c6", label: "equity.class.deprived" },
  { id: "near", colour: "#eef6f1", label: "equity.class.near" },
] as const satisfies readonly ReachClass[];

export type ReachClassId = (typeof REACH_CLASSES)[number]["id"];
