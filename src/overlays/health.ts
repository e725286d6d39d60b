import { decileOverlay } from "./decile-ramp.ts";

/** Health deprivation and disability domain of the IMD 2025 (IoD2025 File 7). */
export const health = decileOverlay("health", "health");
