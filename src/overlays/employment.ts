import { decileOverlay } from "./decile-ramp.ts";

/** Employment domain of the IMD 2025: people of working age shut out of work (IoD2025 File 7). */
export const employment = decileOverlay("employment", "employment");
