import type { Outcome } from "../services/issue.ts";
import { airtable } from "./airtable.ts";
import { csv } from "./csv.ts";
import { geoJson } from "./geojson.ts";
import { jsonList } from "./json-list.ts";
import { readJson } from "./json-values.ts";
import { openReferral } from "./open-referral.ts";
import { openReferral1 } from "./open-referral-1.ts";
import { openReferralTables } from "./open-referral-tables.ts";

export interface SourceRow {
  /** As a spreadsheet counts it: a cell of several lines is one row, and blank rows count. Records of JSON count from 1. */
  readonly row: number;
  /** One a heading; a short row lacks the last. */
  readonly cells: readonly string[];
  /** Further places of the same record, under the same headings: only what tells where they are is filled. */
  readonly places?: readonly (readonly string[])[];
}

/** A fault of the table as such, before anything in it is read. */
export interface TableFault {
  readonly row: number | null;
  readonly column: string | null;
  readonly fault: string;
  readonly found: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly remedy: string;
}

/** A source as rows of text, whatever form it came in. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly SourceRow[];
  readonly faults: readonly TableFault[];
  /** What parts the cells; "" where the form has no such thing. */
  readonly delimiter: string;
  /** Why nothing could be read at all, in a sentence; null when something could. */
  readonly trouble: string | null;
  /** Heading → our field, where the form itself says what a heading means. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** One form that a source may come in. `read` takes any text and never throws. */
export interface Reader {
  readonly id: string;
  readonly label: string;
  readonly extensions: readonly string[];
  /** Whether a text looks like this form; `json` is the text parsed, undefined when it is no JSON. */
  readonly recognises: (text: string, json: unknown) => boolean;
  readonly read: (text: string) => Table;
  /**
   * The same for a file in UTF-8 given with one character for each byte, for forms of which that is quicker; null where
   * only the decoded text tells.
   */
  readonly readByteText?: (text: string) => Table | null;
  /** For a form of several files: their texts by name. */
  readonly readFolder?: (files: ReadonlyMap<string, string>) => Table;
}

/** Every form we read, the most particular first. A new one is one file and one entry here. */
export const READERS = [
  geoJson,
  openReferral,
  openReferral1,
  airtable,
  jsonList,
  openReferralTables,
  csv,
] as const satisfies readonly Reader[];

/** In `sources.json`: find the form from the bytes. */
export const GUESS = "auto";

/** The reader with this id, or null. */
export function readerOf(id: string): Reader | null {
  return READERS.find((reader) => reader.id === id) ?? null;
}

/** The reader whose form a text has; what is no JSON is a table in text. */
export function guessReader(text: string): Reader {
  const begins = /^\ufeff?\s*[[{]/.test(text);
  const read = begins ? readJson(text) : null;
  const json = read?.status === "sound" ? read.json : undefined;
  // Broken JSON must be told as such, not as a CSV without headings.
  if (begins && json === undefined && /^\ufeff?\s*(?:\{|\[\s*[[{"])/.test(text)) return jsonList;
  return READERS.find((reader: Reader) => reader.recognises(text, json)) ?? csv;
}
