import { type Placement, placements } from "../../equity/placement.ts";
import { unplacedByBorough } from "../../equity/unplaced.ts";
import type { Selection } from "../../search/selection.ts";
import type { Ready } from "../state/store.ts";
import { searchOf } from "../state/use-results.ts";
import type { ReachFound } from "./reach-work.ts";

/** What a selection finds, before anybody's distance to it is known. */
export interface Found {
  readonly selection: Selection;
  /** The distance looked at most closely: one of REACH_METRES. */
  readonly metres: number;
  /** Services that the selection finds in its reading. */
  readonly rows: Uint32Array;
  /** How many more the wider reading would find: they leave out something chosen. */
  readonly moreMayFit: number;
  readonly stand: Readonly<Record<Placement, number>>;
  /** Services found that have no point, by borough in the order of BOROUGH_CODES. */
  readonly unplaced: readonly number[];
}

/** Everything that the page shows of one selection at one distance; charts, tables, files, map and print are made from it. */
export interface Analysis extends Found, ReachFound {}

/** Searches for the selection and says how the services found stand in space. `metres` must be one of REACH_METRES. */
export function findServices(ready: Ready, selection: Selection, metres: number, today: string): Found {
  const { index } = ready;
  const search = searchOf(ready);
  const { rows } = search.search(selection, today);
  const wider = search.search({ ...selection, reading: "may-fit" }, today).rows.length;
  return {
    selection,
    metres,
    rows,
    moreMayFit: wider - rows.length,
    stand: placements(index, rows),
    unplaced: unplacedByBorough(index, rows),
  };
}
