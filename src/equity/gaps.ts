import type { LsoaPeople } from "../services/lsoa-table.ts";
import type { Nearest } from "./nearest.ts";
import type { PlacedRows } from "./placement.ts";
import { inMostDeprivedFifth } from "./reach.ts";

/** An LSOA of the most deprived fifth of England with nothing that fits in reach. */
export interface Gap {
  /** Row of the table. */
  readonly lsoa: number;
  readonly residents: number;
  /** The nearest that fits, however far, and metres to it in a straight line; null when nothing that fits has a point. */
  readonly nearest: { readonly row: number; readonly location: number; readonly metres: number } | null;
  /** Whether one known only to about 1 km may in truth be within the distance. */
  readonly mayBeInReach: boolean;
}

/** The row that a location belongs to: a binary search in `locationStart`. */
export function rowOfLocation(index: Pick<PlacedRows, "count" | "locationStart">, location: number): number {
  let low = 0;
  let high = index.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.locationStart[middle] as number) <= location) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Gaps at a distance in metres: most residents first, then more deprived (IMD 2025 rank), then by code. */
export function gaps(index: PlacedRows, table: LsoaPeople, nearest: Nearest, metres: number): readonly Gap[] {
  const found: Gap[] = [];
  for (let lsoa = 0; lsoa < table.count; lsoa++) {
    const away = nearest.metres[lsoa] as number;
    if (!inMostDeprivedFifth(table, lsoa) || away <= metres) continue;
    const location = nearest.location[lsoa] as number;
    found.push({
      lsoa,
      residents: table.residents[lsoa] as number,
      nearest: location < 0 ? null : { row: rowOfLocation(index, location), location, metres: away },
      mayBeInReach: (nearest.atLeast[lsoa] as number) <= metres,
    });
  }
  const rank = (gap: Gap): number => table.imdRank[gap.lsoa] as number;
  return found.sort((a, b) => b.residents - a.residents || rank(a) - rank(b) || a.lsoa - b.lsoa);
}
