import { decileOverlay } from "./decile-ramp.ts";

/** Education, skills and training domain of the IMD 2025 (IoD2025 File 7). */
export const education = decileOverlay("education", "education");
