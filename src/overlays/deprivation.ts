import { decileOverlay } from "./decile-ramp.ts";

/** Index of Multiple Deprivation 2025, overall decile (MHCLG, IoD2025 File 1). */
export const deprivation = decileOverlay("deprivation", "imd");
