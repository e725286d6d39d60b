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

/**
 * The same for a table of wider areas (MSOAs), which says nothing of the LSOAs within: its people are taken to live as
 * all residents of the area do, people(d) = Σ N × residents in reach / residents, rounded at the end. How far that may
 * be wrong is known: of N people among R residents, r of them in reach, at least N - (R - r) and at most r are.
 * `widerOf` is the place of each LSOA's wider area in `people`.
 */
export function reachOfWiderPeople(
  table: LsoaPeople,
  widerOf: ArrayLike<number>,
  nearest: Nearest,
  people: readonly number[],
  distances: readonly number[] = REACH_METRES,
): Reached {
  const residentsWhere = (inside: (row: number) => boolean): Float64Array => {
    const sums = new Float64Array(people.length);
    for (let row = 0; row < table.count; row++) {
      const wider = widerOf[row] as number;
      if (inside(row)) sums[wider] = (sums[wider] as number) + (table.residents[row] as number);
    }
    return sums;
  };
  const residents = residentsWhere(() => true);
  // A map of some boroughs has wider areas without any LSOA in it.
  const counted = people.map((count, wider) => ((residents[wider] as number) > 0 ? count : 0));
  const sum = (part: (count: number, wider: number) => number): number =>
    Math.round(counted.reduce((all, count, wider) => all + (count === 0 ? 0 : part(count, wider)), 0));
  return {
    residents: sum((count) => count),
    within: distances.map((metres) => {
      const reached = residentsWhere((row) => (nearest.metres[row] as number) <= metres);
      const surely = residentsWhere((row) => (nearest.atMost[row] as number) <= metres);
      const atMost = residentsWhere((row) => (nearest.atLeast[row] as number) <= metres);
      return {
        metres,
        people: sum((count, wider) => (count * (reached[wider] as number)) / (residents[wider] as number)),
        surely: sum((count, wider) => Math.max(0, count - (residents[wider] as number) + (surely[wider] as number))),
        atMost: sum((count, wider) => Math.min(count, atMost[wider] as number)),
      };
    }),
  };
}
