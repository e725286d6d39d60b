import type { BoroughCode } from "./place.ts";

/** One of the 33, as `data/areas/boroughs.json` has it. */
export interface Borough {
  readonly code: BoroughCode;
  readonly name: string;
  /** As short as a label on a map wants it: "Kingston", "Kensington & Chelsea". */
  readonly short: string;
  /** Inner London by the ONS statistical definition (with Haringey and Newham, without Greenwich). */
  readonly inner: boolean;
  /** A point surely inside, for a label; degrees. */
  readonly label: readonly [lon: number, lat: number];
  readonly hectares: number;
  /** Usual residents, Census 2021. */
  readonly residents: number;
  /** Codes of its Integrated Care Board by the list of each year in `icbs.json`. */
  readonly icb: Readonly<Record<IcbListId, string>>;
}

/** The two lists of London's Integrated Care Boards: five until 31 March 2026, four since 1 April 2026. */
export const ICB_LISTS = ["2024", "2026"] as const;
export type IcbListId = (typeof ICB_LISTS)[number];

export interface Icb {
  readonly code: string;
  readonly ods: string;
  /** "NHS North East London Integrated Care Board". */
  readonly name: string;
  /** "North East London". */
  readonly short: string;
  readonly boroughs: readonly BoroughCode[];
}

/** `data/areas/icbs.json`. */
export interface IcbsFile {
  readonly lists: readonly {
    readonly id: IcbListId;
    /** First and last day, ISO; null = still so. */
    readonly from: string;
    readonly until: string | null;
    readonly icbs: readonly Icb[];
  }[];
}

/** `data/areas/boroughs.json`: in the order of BOROUGH_CODES. */
export interface BoroughsFile {
  readonly boroughs: readonly Borough[];
}
