/**
 * How large an organisation is, by pounds of income a year, from small to large; "none" where nobody states it. Under
 * £100,000 is what the sector itself calls micro and small, £1 million and over large (NCVO, UK Civil Society Almanac).
 * It counts for parity alone, never for the order of results.
 */
export const SIZES = ["none", "under-100k", "100k-to-1m", "1m-and-over"] as const;
export type OrganisationSize = (typeof SIZES)[number];

/** Pounds a year at which the second and the third size begin. */
export const SIZE_STEPS = [100_000, 1_000_000] as const;

/** The size of an organisation with this income, in pounds a year. */
export function sizeOf(income: number | undefined): OrganisationSize {
  if (income === undefined) return "none";
  if (income < SIZE_STEPS[0]) return "under-100k";
  return income < SIZE_STEPS[1] ? "100k-to-1m" : "1m-and-over";
}

/** In `ServiceIndex.flags`, the size's place in `SIZES` stands above the bits 1, 2 and 4. */
const SHIFT = 3;
export const sizeAsFlags = (size: OrganisationSize): number => SIZES.indexOf(size) << SHIFT;
export const sizeInFlags = (flags: number): OrganisationSize => SIZES[flags >> SHIFT] ?? "none";
