import { type Candidate, type CoverAim, type CoverStep, greedyCover, surelyOut } from "../../equity/candidates.ts";
import { type Concentration, reachConcentration } from "../../equity/concentration.ts";
import { type Gap, gaps } from "../../equity/gaps.ts";
import { byBorough, byDecile, byIcb, icbsOf } from "../../equity/groupings.ts";
import { type Nearest, nearestToLsoas } from "../../equity/nearest.ts";
import type { PlacedRows } from "../../equity/placement.ts";
import { LONDON, type ReachLine, reachByGroup } from "../../equity/reach.ts";
import { createWhatIf, type Reachable } from "../../equity/what-if.ts";
import { ICB_LISTS, type IcbListId, type IcbsFile } from "../../services/borough.ts";
import type { LsoaPeople } from "../../services/lsoa-table.ts";

/** What every answer is worked out from: plain data, sent to the worker once. */
export interface ReachWorld {
  readonly placed: PlacedRows;
  readonly people: LsoaPeople;
  readonly icbs: IcbsFile;
}

/** The world of an index and its areas, without the columns and functions that no answer needs. */
export function reachWorldOf(index: PlacedRows, table: LsoaPeople, icbs: IcbsFile): ReachWorld {
  const { count, locationStart, lon, lat, precision } = index;
  return {
    placed: { count, locationStart, lon, lat, precision },
    people: {
      count: table.count,
      lon: table.lon,
      lat: table.lat,
      boroughs: table.boroughs,
      residents: table.residents,
      imdRank: table.imdRank,
      deciles: table.deciles,
    },
    icbs,
  };
}

/** Reach of the rows found; `metres` is the distance looked at most closely. */
export interface ReachAsk {
  readonly ask: "reach";
  readonly rows: Uint32Array;
  readonly metres: number;
}

/** The best places for one more, beside what is in reach already. */
export interface CoverAsk {
  readonly ask: "cover";
  /** How far the LSOAs are from the selection. */
  readonly nearest: Reachable;
  readonly metres: number;
  readonly candidates: readonly Candidate[];
  readonly steps: number;
  readonly aim: CoverAim;
}

export interface ReachFound {
  readonly nearest: Nearest;
  readonly london: ReachLine;
  readonly deciles: readonly ReachLine[];
  readonly boroughs: readonly ReachLine[];
  readonly icbs: Readonly<Record<IcbListId, readonly ReachLine[]>>;
  readonly concentration: Concentration;
  readonly gaps: readonly Gap[];
}

/** All that the page shows of who is near what was found. */
export function findReach({ placed, people, icbs }: ReachWorld, { rows, metres }: Omit<ReachAsk, "ask">): ReachFound {
  const nearest = nearestToLsoas(placed, rows, people);
  const [london] = reachByGroup(people, nearest, LONDON);
  if (london === undefined) throw new Error("Reach has no line for London.");
  const boards = (list: IcbListId) => reachByGroup(people, nearest, byIcb(people, icbsOf(icbs, list)));
  return {
    nearest,
    london,
    deciles: reachByGroup(people, nearest, byDecile(people)),
    boroughs: reachByGroup(people, nearest, byBorough(people)),
    icbs: Object.fromEntries(ICB_LISTS.map((list) => [list, boards(list)])) as ReachFound["icbs"],
    concentration: reachConcentration(people, nearest, metres),
    gaps: gaps(placed, people, nearest, metres),
  };
}

/** The best of the candidate places, largest gain first. */
export function findCover({ placed, people }: ReachWorld, ask: Omit<CoverAsk, "ask">): readonly CoverStep[] {
  const whatIf = createWhatIf(people, ask.nearest, ask.metres);
  const isSure = surelyOut(ask.nearest, ask.metres);
  return greedyCover(people, placed, ask.candidates, whatIf, isSure, ask.steps, ask.aim);
}
