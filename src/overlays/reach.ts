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
 * Deprived areas are strong, others pale; mauve where there is none, green where there is one. The steps differ in
 * lightness as well, darkest first, so that they hold in grey print and for colour-blind readers.
 */
export const REACH_CLASSES = [
  { id: "gap", colour: "#6a1b4d", label: "equity.class.gap" },
  { id: "deprived", colour: "#5f9f8a", label: "equity.class.deprived" },
  { id: "none", colour: "#d9bfd0", label: "equity.class.none" },
  { id: "near", colour: "#f3f8f5", label: "equity.class.near" },
] as const satisfies readonly ReachClass[];

export type ReachClassId = (typeof REACH_CLASSES)[number]["id"];
