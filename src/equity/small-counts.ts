/** Counts of people below this are not shown, so that nobody can be picked out. */
export const SMALLEST_COUNT = 10;

/** People as they may be shown: a number, or "fewer than 10". */
export type PeopleCount = number | "under-10";

/** A count of people in one area as it may be shown; 0 is hidden as well, or a gap would give it away. */
export function shownCount(people: number): PeopleCount {
  return people < SMALLEST_COUNT ? "under-10" : people;
}

/**
 * A total over areas as it may be shown beside them: to the nearest 100 where an area's count is hidden, because the
 * exact total less the others would tell what was hidden.
 */
export function shownTotal(counts: readonly number[]): PeopleCount {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hides = counts.some((count) => shownCount(count) === "under-10");
  return shownCount(hides && total >= SMALLEST_COUNT ? Math.max(SMALLEST_COUNT, Math.round(total / 100) * 100) : total);
}

/**
 * A part of some people as it may be shown: hidden where the part or the rest of them is under 10. That nobody is in
 * reach where nothing is tells of nobody, and may be shown.
 */
export function shownPart(part: number, all: number, anythingInReach: boolean): PeopleCount {
  if (part === 0 && !anythingInReach) return 0;
  const rest = all - part;
  return rest > 0 && rest < SMALLEST_COUNT ? "under-10" : shownCount(part);
}
