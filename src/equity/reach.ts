import type { LsoaPeople } from "../services/lsoa-table.ts";
import type { Grouping } from "./groupings.ts";
import type { Nearest } from "./nearest.ts";

/** The three distances of every table, in metres. */
export const REACH_METRES = [500, 1_000, 2_000] as const;

/** People within one distance. All three are sums of residents of whole LSOAs: an LSOA is in reach as its point is. */
export interface Within {
  readonly metres: number;
  /** Residents of LSOAs whose point is no farther than `metres` from a fitting location. */
  readonly people: number;
  /** Of these, those in reach even if every approximate location lay 1 km farther off. Never more than `people`. */
  readonly surely: number;
  /** Those in reach if every approximate location lay 1 km nearer. Never fewer than `people`. */
  readonly atMost: number;
}

/** Reach among one set of residents. A share is `people / residents`. */
export interface Reached {
  /** Usual residents, Census 2021 (21 March 2021). */
  readonly residents: number;
  /** One for each distance, in their order. */
  readonly within: readonly Within[];
}

export interface ReachLine {
  readonly id: string;
  readonly all: Reached;
  /** The same for residents of LSOAs in the most deprived fifth of England (IMD 2025 deciles 1 and 2). */
  readonly deprived: Reached;
}

/** Whether an LSOA is in the most deprived fifth of England: of areas, not of people. */
export function inMostDeprivedFifth(table: LsoaPeople, row: number): boolean {
  return (table.deciles.imd[row] ?? 0) <= 2;
}

/** All LSOAs as one group. */
export const LONDON: Pick<Grouping, "ids"> = { ids: ["london"] };

/** Reach in each group of LSOAs at each distance: reach(g, d) = Σ residents of LSOAs in g with nearest ≤ d. */
export function reachByGroup(
  table: LsoaPeople,
  nearest: Nearest,
  grouping: Grouping | typeof LONDON,
  distances: readonly number[] = REACH_METRES,
): readonly ReachLine[] {
  const groups = grouping.ids.length;
  const cells = distances.length * 3;
  const size = 1 + cells;
  // For each group: all residents, then those of the most deprived fifth; each as residents and three sums a distance.
  const sums = new Float64Array(groups * 2 * size);
  const add = (at: number, row: number, residents: number): void => {
    sums[at] = (sums[at] as number) + residents;
    for (let d = 0; d < distances.length; d++) {
      const limit = distances[d] as number;
      const cell = at + 1 + d * 3;
      if ((nearest.metres[row] as number) <= limit) sums[cell] = (sums[cell] as number) + residents;
      if ((nearest.atMost[row] as number) <= limit) sums[cell + 1] = (sums[cell + 1] as number) + residents;
      if ((nearest.atLeast[row] as number) <= limit) sums[cell + 2] = (sums[cell + 2] as number) + residents;
    }
  };
  for (let row = 0; row < table.count; row++) {
    const group = "of" in grouping ? (grouping.of[row] as number) : 0;
    const residents = table.residents[row] as number;
    add(group * 2 * size, row, residents);
    if (inMostDeprivedFifth(table, row)) add((group * 2 + 1) * size, row, residents);
  }
  const reached = (at: number): Reached => ({
    residents: sums[at] as number,
    within: distances.map((metres, d) => ({
      metres,
      people: sums[at + 1 + d * 3] as number,
      surely: sums[at + 2 + d * 3] as number,
      atMost: sums[at + 3 + d * 3] as number,
    })),
  });
  return grouping.ids.map((id, group) => ({
    id,
    all: reached(group * 2 * size),
    deprived: reached((group * 2 + 1) * size),
  }));
}

/** Part of the whole from 0 to 1; null when there is nobody to count, so that no share is made up. */
export function share(people: number, residents: number): number | null {
  return residents > 0 ? people / residents : null;
}
