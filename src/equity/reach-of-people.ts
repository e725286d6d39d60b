import type { LsoaPeople } from "../services/lsoa-table.ts";
import type { Nearest } from "./nearest.ts";
import { REACH_METRES, type Reached } from "./reach.ts";

/**
 * Reach among the people whom a census table counts LSOA by LSOA: Σ people of LSOAs with nearest ≤ d, for each
 * distance. `people` is in the order of the table, as published; the sum is over all of London, never shown by LSOA.
 * Everybody of an LSOA is in reach together, because the census says who lives there and not at which end of it.
 */
export function reachOfPeople(
  table: LsoaPeople,
  nearest: Nearest,
  people: readonly number[],
  distances: readonly number[] = REACH_METRES,
): Reached {
  const sum = (inReach: (row: number) => boolean): number => {
    let all = 0;
    for (let row = 0; row < table.count; row++) if (inReach(row)) all += people[row] ?? 0;
    return all;
  };
  return {
    residents: sum(() => true),
    within: distances.map((metres) => ({
      metres,
      people: sum((row) => (nearest.metres[row] as number) <= metres),
      surely: sum((row) => (nearest.atMost[row] as number) <= metres),
      atMost: sum((row) => (nearest.atLeast[row] as number) <= metres),
    })),
  };
}
