import type { LsoaPeople } from "../services/lsoa-table.ts";
import type { Nearest } from "./nearest.ts";
import { createPointGrid } from "./point-grid.ts";
import { inMostDeprivedFifth } from "./reach.ts";

/** Whom a service at a new point would reach that nothing of the selection reaches now. */
export interface Gain {
  /** Residents of LSOAs newly within the distance, each place taken at its point. */
  readonly people: number;
  /** Of these, residents of the most deprived fifth of areas. */
  readonly deprived: number;
  /** Newly reached wherever the places known only to about 1 km may be: never more than `people`. */
  readonly surely: number;
  /** Newly reached if those places lie as far off as they may: never fewer than `people`. */
  readonly atMost: number;
  /** Rows of the LSOAs that make `people`, in order. */
  readonly lsoas: readonly number[];
  /** Rows of the LSOAs that `atMost` has beside them: reached now only if a place known to about 1 km is near enough. */
  readonly perhaps: readonly number[];
  /** All residents within the distance of the point, reached already or not. */
  readonly peopleAround: number;
}

/** What a gain is worked out beside. */
export type Reachable = Pick<Nearest, "metres" | "atLeast" | "atMost">;

/**
 * Answers "what if a service stood here?" for one selection and distance (metres, straight line to the LSOAs' points):
 * gain = Σ residents of LSOAs within the distance of the point whose nearest place is farther. Places known only to
 * about 1 km count at their point; `surely` and `atMost` say what that may hide. Moving the point asks a grid of LSOAs:
 * well under a millisecond.
 */
export function createWhatIf(
  table: LsoaPeople,
  nearest: Reachable,
  metres: number,
): (lon: number, lat: number) => Gain {
  const grid = createPointGrid(table.lon, table.lat);
  return (lon, lat) => {
    const lsoas: number[] = [];
    const perhaps: number[] = [];
    let [people, deprived, surely, atMost, peopleAround] = [0, 0, 0, 0, 0];
    grid.within(lon, lat, metres, (row) => {
      const residents = table.residents[row] as number;
      peopleAround += residents;
      if ((nearest.atMost[row] as number) <= metres) return;
      atMost += residents;
      if ((nearest.metres[row] as number) <= metres) {
        perhaps.push(row);
        return;
      }
      lsoas.push(row);
      people += residents;
      if (inMostDeprivedFifth(table, row)) deprived += residents;
      if ((nearest.atLeast[row] as number) > metres) surely += residents;
    });
    const inOrder = (rows: number[]): number[] => rows.sort((a, b) => a - b);
    return { people, deprived, surely, atMost, lsoas: inOrder(lsoas), perhaps: inOrder(perhaps), peopleAround };
  };
}
