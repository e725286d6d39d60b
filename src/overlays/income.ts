import { decileOverlay } from "./decile-ramp.ts";

/** Income domain of the IMD 2025: people with a low income, in and out of work (IoD2025 File 7). */
export const income = decileOverlay("income", "income");
