import { type Concentration, reachConcentration } from "../../equity/concentration.ts";
import { type Gap, gaps } from "../../equity/gaps.ts";
import { byBorough, byDecile, byIcb, icbsOf } from "../../equity/groupings.ts";
import { type Nearest, nearestToLsoas } from "../../equity/nearest.ts";
import { type Placement, placements } from "../../equity/placement.ts";
import { LONDON, type ReachLine, reachByGroup } from "../../equity/reach.ts";
import { unplacedByBorough } from "../../equity/unplaced.ts";
import type { Selection } from "../../search/selection.ts";
import { ICB_LISTS, type IcbListId } from "../../services/borough.ts";
import type { Ready } from "../state/store.ts";
import { searchOf } from "../state/use-results.ts";
import type { EquityData } from "./use-equity-data.ts";

/** Everything that the page shows of one selection at one distance; charts, tables and files are all made from it. */
export interface Analysis {
  readonly selection: Selection;
  readonly metres: number;
  /** Services that the selection finds in its reading. */
  readonly rows: Uint32Array;
  /** How many more the wider reading would find: they leave out something chosen. */
  readonly moreMayFit: number;
  readonly stand: Readonly<Record<Placement, number>>;
  readonly nearest: Nearest;
  readonly london: ReachLine;
  readonly deciles: readonly ReachLine[];
  readonly boroughs: readonly ReachLine[];
  readonly icbs: Readonly<Record<IcbListId, readonly ReachLine[]>>;
  readonly concentration: Concentration;
  readonly gaps: readonly Gap[];
  /** Services found that have no point, by borough in the order of BOROUGH_CODES. */
  readonly unplaced: readonly number[];
}

/** Works all of it out, from the search to the gaps. `metres` must be one of REACH_METRES. */
export function analyse(ready: Ready, data: EquityData, selection: Selection, metres: number, today: string): Analysis {
  const { index } = ready;
  const { table } = data;
  const search = searchOf(ready);
  const { rows } = search.search(selection, today);
  const wider = search.search({ ...selection, reading: "may-fit" }, today).rows.length;
  const nearest = nearestToLsoas(index, rows, table);
  const [london] = reachByGroup(table, nearest, LONDON);
  if (london === undefined) throw new Error("Reach has no line for London.");
  const boards = (list: IcbListId) => reachByGroup(table, nearest, byIcb(table, icbsOf(data.icbs, list)));
  return {
    selection,
    metres,
    rows,
    moreMayFit: wider - rows.length,
    stand: placements(index, rows),
    nearest,
    london,
    deciles: reachByGroup(table, nearest, byDecile(table)),
    boroughs: reachByGroup(table, nearest, byBorough(table)),
    icbs: Object.fromEntries(ICB_LISTS.map((list) => [list, boards(list)])) as Analysis["icbs"],
    concentration: reachConcentration(table, nearest, metres),
    gaps: gaps(index, table, nearest, metres),
    unplaced: unplacedByBorough(index, rows),
  };
}
