import type { IntakeSource } from "../../intake/context.ts";
import type { Encoding } from "../../intake/decode-text.ts";
import type { Field } from "../../intake/headings.ts";
import type { PointSet } from "../../map/scene.ts";
import type { Issue } from "../../services/issue.ts";
import type { Service } from "../../services/service.ts";

/** What became of a row: taken as it was, taken with something to tell, or not taken. */
export const ROW_OUTCOMES = ["refused", "mended", "accepted"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Rows of each outcome that are listed on the page; the file of issues holds them all. */
export const SHOWN_ROWS = 200;

/** Heading → our field, or "" to leave the column out: as under `columns` in sources.json. */
export type ColumnMap = Readonly<Record<string, string>>;

/** A file before its rows are checked. */
export interface LookedAt {
  /** Id of the reader, and the readers there are. */
  readonly reader: string;
  readonly forms: readonly { readonly id: string; readonly label: string }[];
  readonly encoding: Encoding;
  /** "" where the form has no such thing. */
  readonly delimiter: string;
  readonly rows: number;
  /** What headings that nobody knows may mean, by what their cells look like; a person may say otherwise. */
  readonly guessed: ColumnMap;
  readonly columns: readonly {
    readonly heading: string;
    /** What the heading means without a person's help; null = nothing we know. */
    readonly field: Field | null;
    /** The first cells that are not empty, cut short. */
    readonly samples: readonly string[];
  }[];
}

export type ShownIssue = Pick<Issue, "column" | "found" | "outcome" | "message" | "remedy">;

export interface ShownRow {
  readonly row: number;
  /** Name of the service; "" when the row has none. */
  readonly name: string;
  readonly issues: readonly ShownIssue[];
}

/** What came of all rows: numbers, and the first rows of each outcome. The records themselves stay where they were made. */
export interface CheckSummary {
  readonly rows: number;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Records after rows of the same service were joined. */
  readonly services: number;
  /** Records with a place that may be drawn. */
  readonly placed: number;
  /** Records whose place is held back. */
  readonly sensitive: number;
  readonly issues: number;
  /** About the file as a whole. */
  readonly wholeFile: readonly ShownIssue[];
  /** What is told most often, with an example's words. */
  readonly common: readonly { readonly fault: string; readonly count: number; readonly message: string }[];
  readonly shown: Readonly<Record<RowOutcome, readonly ShownRow[]>>;
  /** False: the lists of postcodes and areas did not load, so no place was looked up. */
  readonly lookedUp: boolean;
}

export const CHECK_FILES = ["csv", "geojson", "issues"] as const;
export type CheckFile = (typeof CHECK_FILES)[number];

/** What the page asks of whoever does the work. One file at a time. */
export type Ask =
  | { readonly ask: "look"; readonly file: File; readonly reader: string | null }
  | { readonly ask: "check"; readonly columns: ColumnMap }
  | { readonly ask: "file"; readonly which: CheckFile }
  | { readonly ask: "points" }
  /** For a live source: its records themselves. */
  | { readonly ask: "take"; readonly source: IntakeSource; readonly bytes: Uint8Array<ArrayBuffer> };

export type Answer =
  | { readonly answer: "looked"; readonly look: LookedAt }
  | { readonly answer: "trouble"; readonly sentence: string }
  | { readonly answer: "progress"; readonly done: number; readonly of: number }
  | { readonly answer: "checked"; readonly summary: CheckSummary }
  | { readonly answer: "taken"; readonly services: readonly Service[] }
  | { readonly answer: "file"; readonly which: CheckFile; readonly blob: Blob }
  /** `names` and `rows` tell of each record what the points' rows number. */
  | {
      readonly answer: "points";
      readonly points: PointSet;
      readonly names: readonly string[];
    };

/** A line to whoever does the work, here or in a worker. Ending it ends the work at once. */
export interface CheckLine {
  ask(ask: Ask): void;
  end(): void;
}

/** Opens a line; `failed` is called when there can be none, or when it breaks. */
export type OpenLine = (hear: (answer: Answer) => void, failed: () => void) => CheckLine;

/** Files of the site that a check reads. */
export const WORLD_FILES = [
  "vocabulary.json",
  "areas/postcodes.bin.gz",
  "areas/lsoas.topo.json",
  "areas/lsoas.json",
] as const;
/** Where each of them stands, from the site's folder. */
export type WorldAddresses = Readonly<Record<(typeof WORLD_FILES)[number], string>>;
