import { decileOverlay } from "./decile-ramp.ts";

/** Barriers to housing and services domain of the IMD 2025 (IoD2025 File 7). */
export const barriers = decileOverlay("barriers", "barriers");
