import { decileOverlay } from "./decile-ramp.ts";

/** Crime domain of the IMD 2025: the risk of being a victim where one lives (IoD2025 File 7). */
export const crime = decileOverlay("crime", "crime");
