import { BOROUGH_CODES, type BoroughCode } from "../services/place.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { boroughsOf } from "./boroughs-of.ts";

/** Records of one source per 100,000 residents, where it lists most and where least. */
export interface SourceSpread {
  /** Place in the publication's list of sources. */
  readonly source: number;
  /** Records looked at that this source leads. */
  readonly records: number;
  readonly most: { readonly borough: BoroughCode; readonly records: number; readonly perHundredThousand: number };
  readonly least: { readonly borough: BoroughCode; readonly records: number; readonly perHundredThousand: number };
  /** Boroughs of which it lists nothing. */
  readonly without: readonly BoroughCode[];
  /**
   * Whether a comparison of boroughs must name it: it lists nothing of some borough, or at least `UNEVEN` times as much
   * per resident in one as in another.
   */
  readonly uneven: boolean;
}

/** How many times as much per resident makes a source uneven: our own line, drawn where the eye is misled. */
export const UNEVEN = 4;
/** Boroughs with fewer residents (the City of London) can't be compared per resident. */
const FEWEST_RESIDENTS = 50_000;
const PER = 100_000;

/**
 * For each source among the rows looked at, how evenly it covers the boroughs of the area. `residents` in the order of
 * BOROUGH_CODES.
 */
export function sourceSpreads(
  index: ServiceIndex,
  rows: Uint32Array,
  residents: readonly number[],
  area: readonly BoroughCode[] = BOROUGH_CODES,
): readonly SourceSpread[] {
  const belongsTo = boroughsOf(index);
  const counts = new Map<number, { records: number; readonly inBorough: number[] }>();
  for (const row of rows) {
    const source = index.sources[row] ?? 0;
    const known = counts.get(source) ?? { records: 0, inBorough: BOROUGH_CODES.map(() => 0) };
    counts.set(source, known);
    known.records++;
    for (const borough of belongsTo(row)) known.inBorough[borough] = (known.inBorough[borough] ?? 0) + 1;
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([source, { records, inBorough }]) => {
      const rates = BOROUGH_CODES.map((borough, number) => ({
        borough,
        records: inBorough[number] ?? 0,
        perHundredThousand: ((inBorough[number] ?? 0) / (residents[number] ?? Number.NaN)) * PER,
      }))
        .filter(({ borough }, number) => area.includes(borough) && (residents[number] ?? 0) >= FEWEST_RESIDENTS)
        .sort((a, b) => a.perHundredThousand - b.perHundredThousand);
      const [least, most] = [rates[0], rates[rates.length - 1]];
      if (least === undefined || most === undefined) return [];
      const without = BOROUGH_CODES.filter((borough, number) => area.includes(borough) && inBorough[number] === 0);
      const uneven = least.records === 0 || most.perHundredThousand >= UNEVEN * least.perHundredThousand;
      return [{ source, records, most, least, without, uneven }];
    });
}
