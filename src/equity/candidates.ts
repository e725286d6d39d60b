import type { LsoaPeople } from "../services/lsoa-table.ts";
import { locationsOfRow } from "../services/rows.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { pointCertainty } from "./placement.ts";
import { inMostDeprivedFifth } from "./reach.ts";
import type { Gain, Reachable } from "./what-if.ts";

/** A place where a new service might be: a library or a hall of the index. */
export interface Candidate {
  readonly row: number;
  readonly location: number;
}

/** Locations of these rows that are known to their venue or postcode; vaguer ones can't be promised to anybody. */
export function candidatesAmong(index: ServiceIndex, rows: Uint32Array): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const row of rows) {
    const [first, end] = locationsOfRow(index, row);
    for (let location = first; location < end; location++) {
      if (pointCertainty(index, location) === "exact") found.push({ row, location });
    }
  }
  return found;
}

/** One place of the cover, in the order chosen. */
export interface CoverStep {
  readonly candidate: Candidate;
  /** Residents that it reaches and neither the selection nor an earlier step does. */
  readonly people: number;
  readonly deprived: number;
  /** Fewest and most that `people` may be, wherever the places known only to about 1 km lie. */
  readonly surely: number;
  readonly atMost: number;
  /** All residents newly reached by the steps up to this one. */
  readonly peopleSoFar: number;
}

/**
 * Whether an LSOA that nothing reaches at a distance (metres) stays out of reach wherever the places known only to
 * about 1 km may be.
 */
export function surelyOut({ atLeast }: Pick<Reachable, "atLeast">, metres: number): (row: number) => boolean {
  return (row) => (atLeast[row] as number) > metres;
}

/** Whose gain is largest comes first. */
export type CoverAim = "people" | "deprived";

/** The part of the best possible that the greedy choice is sure to reach: 1 - 1/e, about 63 %. */
export const GREEDY_BOUND = 1 - 1 / Math.E;

/**
 * Greedy cover: at each step the candidate that newly reaches most residents (by `aim`, then most of the other sort,
 * then the first listed), at most `steps` of them, ending when nothing more is gained. For the same number of places it
 * reaches at least 1 - 1/e of what the best possible set would: Nemhauser, Wolsey and Fisher, An analysis of
 * approximations for maximizing submodular set functions, Mathematical Programming 14 (1978), 265-294. Gains only
 * shrink as places are chosen, so an old gain is an upper bound and few need working out again (Minoux 1978).
 */
export function greedyCover(
  table: LsoaPeople,
  index: Pick<ServiceIndex, "lon" | "lat">,
  candidates: readonly Candidate[],
  whatIf: (lon: number, lat: number) => Gain,
  isSure: (row: number) => boolean,
  steps: number,
  aim: CoverAim = "people",
): readonly CoverStep[] {
  const reached = new Uint8Array(table.count);
  const open = candidates.map((candidate, order) => {
    const { people, deprived, lsoas, perhaps } = whatIf(
      index.lon[candidate.location] as number,
      index.lat[candidate.location] as number,
    );
    return { candidate, order, people, deprived, lsoas, perhaps, asOf: 0 };
  });
  type Open = (typeof open)[number];
  const better = (a: Open, b: Open): boolean => {
    const other = aim === "people" ? "deprived" : "people";
    if (a[aim] !== b[aim]) return a[aim] > b[aim];
    if (a[other] !== b[other]) return a[other] > b[other];
    return a.order < b.order;
  };
  const workOut = (entry: Open, step: number): void => {
    entry.people = 0;
    entry.deprived = 0;
    for (const row of entry.lsoas) {
      if (reached[row] === 1) continue;
      entry.people += table.residents[row] as number;
      if (inMostDeprivedFifth(table, row)) entry.deprived += table.residents[row] as number;
    }
    entry.asOf = step;
  };
  const chosen: CoverStep[] = [];
  let peopleSoFar = 0;
  for (let step = 0; step < steps; step++) {
    open.sort((a, b) => (better(a, b) ? -1 : 1));
    let best: Open | undefined;
    for (const entry of open) {
      // Sorted by what each gained at most: once that is no better than the best known, no later one can be.
      if (best !== undefined && !better(entry, best)) break;
      if (entry.asOf !== step) workOut(entry, step);
      if (best === undefined || better(entry, best)) best = entry;
    }
    if (best === undefined || best[aim] === 0) break;
    const { candidate, people, deprived, lsoas, perhaps } = best;
    const residentsOf = (rows: readonly number[]): number =>
      rows.reduce((sum, row) => sum + (reached[row] === 1 ? 0 : (table.residents[row] as number)), 0);
    const [surely, atMost] = [residentsOf(lsoas.filter(isSure)), people + residentsOf(perhaps)];
    for (const row of [...lsoas, ...perhaps]) reached[row] = 1;
    peopleSoFar += people;
    chosen.push({ candidate, people, deprived, surely, atMost, peopleSoFar });
    open.splice(open.indexOf(best), 1);
  }
  return chosen;
}
