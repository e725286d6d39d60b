import { REACH_CLASSES, type ReachClassId } from "../overlays/reach.ts";
import type { LsoaPeople } from "../services/lsoa-table.ts";
import type { Nearest } from "./nearest.ts";
import { inMostDeprivedFifth } from "./reach.ts";

const CLASS: Readonly<Record<ReachClassId, number>> = {
  gap: REACH_CLASSES.findIndex(({ id }) => id === "gap"),
  none: REACH_CLASSES.findIndex(({ id }) => id === "none"),
  deprived: REACH_CLASSES.findIndex(({ id }) => id === "deprived"),
  near: REACH_CLASSES.findIndex(({ id }) => id === "near"),
};

/**
 * For each LSOA the place of its class in REACH_CLASSES, at a distance in metres: what the map is shaded by. "gap" is
 * exactly what `gaps` lists: in the most deprived fifth of England with nothing that fits in reach.
 */
export function areaReach(table: LsoaPeople, nearest: Pick<Nearest, "metres">, metres: number): Uint8Array {
  return Uint8Array.from({ length: table.count }, (_, row) => {
    const inReach = (nearest.metres[row] as number) <= metres;
    if (inMostDeprivedFifth(table, row)) return inReach ? CLASS.deprived : CLASS.gap;
    return inReach ? CLASS.near : CLASS.none;
  });
}
