import type { AreaProperty, Overlay, OverlayClass } from "./overlay.ts";

/** A neighbourhood: an LSOA of 2021 with its deciles (1 = most deprived tenth of England); a missing one is no data. */
export interface Area {
  /** LSOA 2021 code, `E01…`. */
  readonly code: string;
  /** Its readable name, such as "Hackney Central". */
  readonly name: string;
  /** Name of its borough. */
  readonly borough: string;
  readonly deciles: Readonly<Partial<Record<AreaProperty, number>>>;
}

/** The area's value for an overlay, or null when there is none or it falls into no class. */
export function areaValue(area: Pick<Area, "deciles">, overlay: Overlay): number | null {
  const value = area.deciles[overlay.property];
  return value === undefined || classOf(overlay, value) === null ? null : value;
}

/** The step of the ramp that a value falls into; null when it falls into none. */
export function classOf(overlay: Overlay, value: number): OverlayClass | null {
  return overlay.classes.find(({ from, to }) => value >= from && value <= to) ?? null;
}

export interface Sentence {
  readonly message: "overlay.area" | "overlay.areaMost" | "overlay.areaLeast" | "overlay.noData";
  readonly values: Readonly<Record<string, string | number>>;
  /** Values that are themselves messages: their words go into the sentence under the same name. */
  readonly words: Readonly<Record<string, Overlay["label"]>>;
}

/**
 * What to say of an area under the pointer or chosen from the list: message ids with their values, in order. The
 * decile is said in words because ten shades can't be told apart by eye.
 */
export function describeArea(area: Area, overlay: Overlay): readonly Sentence[] {
  const value = areaValue(area, overlay);
  if (value === null) return [{ message: "overlay.noData", values: {}, words: {} }];
  const first: Sentence = {
    message: "overlay.area",
    values: { area: area.name, borough: area.borough, decile: value },
    words: { measure: overlay.label },
  };
  const [lowest, highest] = [overlay.classes[0]?.from, overlay.classes.at(-1)?.to];
  if (value === lowest) return [first, { message: "overlay.areaMost", values: {}, words: {} }];
  if (value === highest) return [first, { message: "overlay.areaLeast", values: {}, words: {} }];
  return [first];
}
