/** How old a record's last check is. Thresholds in months stand in the config; these are its defaults. */
export const FRESHNESS_MONTHS = { fresh: 3, fair: 6, old: 12 } as const;

/** `never`: no person has checked the record, whatever its source's date. */
export type Freshness = "fresh" | "fair" | "old" | "very-old" | "never";

/** Whole months from one ISO date to another; a date of a year or a month counts from its first day. */
export function monthsBetween(earlier: string, later: string): number {
  const [y1 = 0, m1 = 1, d1 = 1] = earlier.split("-").map(Number);
  const [y2 = 0, m2 = 1, d2 = 1] = later.split("-").map(Number);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

/** Band of an assured date as of `today` (ISO). A date in the future counts as fresh: clocks differ, people don't check tomorrow. */
export function freshnessOf(
  assuredDate: string | undefined,
  today: string,
  months: { readonly fresh: number; readonly fair: number; readonly old: number } = FRESHNESS_MONTHS,
): Freshness {
  if (assuredDate === undefined || assuredDate === "") return "never";
  const age = monthsBetween(assuredDate, today);
  if (age < months.fresh) return "fresh";
  if (age < months.fair) return "fair";
  if (age < months.old) return "old";
  return "very-old";
}
