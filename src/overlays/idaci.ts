import { decileOverlay } from "./decile-ramp.ts";

/** Income Deprivation Affecting Children Index 2025 (IoD2025 File 3). */
export const childrensIncome = decileOverlay("idaci", "idaci");
