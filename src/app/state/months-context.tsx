import { createContext, useContext } from "react";
import { FRESHNESS_MONTHS } from "../../services/freshness.ts";
import type { Publication } from "../../services/publication.ts";

/** Months from which a check counts as fair, old and very old, as the publisher set them. */
export const MonthsContext = createContext<Publication["thresholds"]>(FRESHNESS_MONTHS);

export function useMonths(): Publication["thresholds"] {
  return useContext(MonthsContext);
}
