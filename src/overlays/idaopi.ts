import { decileOverlay } from "./decile-ramp.ts";

/** Income Deprivation Affecting Older People Index 2025 (IoD2025 File 3). */
export const olderPeoplesIncome = decileOverlay("idaopi", "idaopi");
