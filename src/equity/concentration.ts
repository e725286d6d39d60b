import type { LsoaPeople } from "../services/lsoa-table.ts";
import type { Nearest } from "./nearest.ts";

/** People of one rank of deprivation and how many of them are reached. */
export interface RankedGroup {
  /** 1 = most deprived. Groups of equal rank are taken together. */
  readonly rank: number;
  readonly people: number;
  readonly reached: number;
}

/** A point of the curve: up to this rank, this share of all people and this share of all those reached; both 0 to 1. */
export interface CurvePoint {
  readonly people: number;
  readonly reached: number;
}

export interface Concentration {
  /**
   * From -1 to 1: below 0, reach is found more among people in deprived areas; above 0, more among people in less
   * deprived areas; 0 where all ranks are reached alike. Null when nobody is reached: there is nothing to share out.
   */
  readonly index: number | null;
  /**
   * The index divided by 1 - share reached (Wagstaff 2005), because reach is a yes or no: the more are reached, the
   * nearer to 0 the plain index must lie. Null when nobody or everybody is reached.
   */
  readonly normalised: number | null;
  /** From (0, 0) to (1, 1), most deprived first; only the first point when nobody is reached. */
  readonly curve: readonly CurvePoint[];
}

/**
 * Concentration index of grouped data: C = Σ (p(t) L(t+1) - p(t+1) L(t)), where p is the cumulative share of people
 * and L that of those reached, groups in order of rank. Source: O'Donnell, van Doorslaer, Wagstaff and Lindelow,
 * Analyzing Health Equity Using Household Survey Data (World Bank, 2008), chapter 8 (after Fuller and Lury 1977).
 * Normalised after Wagstaff, The bounds of the concentration index when the variable of interest is binary, Health
 * Economics 14 (2005), 429-432. It describes areas; it explains nothing.
 */
export function concentration(groups: readonly RankedGroup[]): Concentration {
  const byRank = new Map<number, { people: number; reached: number }>();
  for (const { rank, people, reached } of groups) {
    const known = byRank.get(rank) ?? { people: 0, reached: 0 };
    byRank.set(rank, { people: known.people + people, reached: known.reached + reached });
  }
  const ordered = [...byRank].sort(([a], [b]) => a - b).map(([, group]) => group);
  const people = ordered.reduce((sum, group) => sum + group.people, 0);
  const reached = ordered.reduce((sum, group) => sum + group.reached, 0);
  const curve: CurvePoint[] = [{ people: 0, reached: 0 }];
  if (people === 0 || reached === 0) return { index: null, normalised: null, curve };
  // Whole people are added up and divided last, so that equal reach gives exactly the diagonal.
  let p = 0;
  let l = 0;
  let twiceArea = 0;
  for (const group of ordered) {
    const [before, reachedBefore] = [p, l];
    p += group.people;
    l += group.reached;
    twiceArea += before * l - p * reachedBefore;
    curve.push({ people: p / people, reached: l / reached });
  }
  const index = twiceArea === 0 ? 0 : twiceArea / people / reached;
  return { index, normalised: reached === people ? null : index / (1 - reached / people), curve };
}

/** Concentration of being within a distance (metres) over the LSOAs, ranked by IMD 2025 and weighted by residents. */
export function reachConcentration(table: LsoaPeople, nearest: Nearest, metres: number): Concentration {
  return concentration(
    Array.from({ length: table.count }, (_, row) => {
      const people = table.residents[row] as number;
      return {
        rank: table.imdRank[row] as number,
        people,
        reached: (nearest.metres[row] as number) <= metres ? people : 0,
      };
    }),
  );
}

/** The curve's height at a share of people (0 to 1), in a straight line between its points. */
export function curveAt(curve: readonly CurvePoint[], people: number): number {
  let before: CurvePoint = { people: 0, reached: 0 };
  for (const point of curve) {
    if (point.people >= people) {
      const run = point.people - before.people;
      return run === 0
        ? point.reached
        : before.reached + ((people - before.people) / run) * (point.reached - before.reached);
    }
    before = point;
  }
  return before.reached;
}
