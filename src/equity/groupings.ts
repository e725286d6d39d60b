import type { Icb, IcbListId, IcbsFile } from "../services/borough.ts";
import type { LsoaPeople } from "../services/lsoa-table.ts";
import { BOROUGH_CODES } from "../services/place.ts";

/** A way of putting each LSOA into one of some groups. */
export interface Grouping {
  /** Official codes, or "1" … "10" for deciles. */
  readonly ids: readonly string[];
  /** For each LSOA the place of its group in `ids`. */
  readonly of: Uint8Array;
}

/** Deciles of England of the whole index (IMD 2025): "1" = most deprived tenth. London has few areas in some. */
export function byDecile(table: LsoaPeople): Grouping {
  return {
    ids: Array.from({ length: 10 }, (_, i) => String(i + 1)),
    of: table.deciles.imd.map((decile) => decile - 1),
  };
}

/** The 33 boroughs by code. */
export function byBorough(table: LsoaPeople): Grouping {
  return { ids: BOROUGH_CODES, of: table.boroughs };
}

/** The boards of one of the two lists. Throws a sentence when a borough is in none of them. */
export function byIcb(table: LsoaPeople, icbs: readonly Icb[]): Grouping {
  const ofBorough = BOROUGH_CODES.map((code) => icbs.findIndex(({ boroughs }) => boroughs.includes(code)));
  const of = table.boroughs.map((borough) => {
    const icb = ofBorough[borough] ?? -1;
    if (icb < 0) throw new Error(`The borough ${BOROUGH_CODES[borough]} is in no Integrated Care Board of the list.`);
    return icb;
  });
  return { ids: icbs.map(({ code }) => code), of };
}

/** The boards of the list that has this name, five of 2024 or four of 2026; none when the file lacks it. */
export function icbsOf(file: IcbsFile, list: IcbListId): readonly Icb[] {
  return file.lists.find(({ id }) => id === list)?.icbs ?? [];
}
