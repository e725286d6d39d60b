import { barriers } from "./barriers.ts";
import { crime } from "./crime.ts";
import { deprivation } from "./deprivation.ts";
import { education } from "./education.ts";
import { employment } from "./employment.ts";
import { health } from "./health.ts";
import { childrensIncome } from "./idaci.ts";
import { olderPeoplesIncome } from "./idaopi.ts";
import { income } from "./income.ts";
import { living } from "./living.ts";
import type { Overlay } from "./overlay.ts";

/** Everything the map may be shaded by, in the order of the menu. A new one is a file and a line here. */
export const OVERLAYS = [
  deprivation,
  income,
  employment,
  education,
  health,
  crime,
  barriers,
  living,
  childrensIncome,
  olderPeoplesIncome,
] as const satisfies readonly Overlay[];

export type OverlayId = (typeof OVERLAYS)[number]["id"];

/** The overlay of that id, or null: an address from a leaflet may name one that no longer exists. */
export function overlayById(id: string): (typeof OVERLAYS)[number] | null {
  return OVERLAYS.find((overlay) => overlay.id === id) ?? null;
}
