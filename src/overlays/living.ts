import { decileOverlay } from "./decile-ramp.ts";

/** Living environment domain of the IMD 2025: quality of homes, air and roads (IoD2025 File 7). */
export const living = decileOverlay("living", "living");
