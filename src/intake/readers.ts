import type { Outcome } from "../services/issue.ts";
import { csv } from "./csv.ts";

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
  readonly recognises?: (text: string, json: unknown) => boolean;
  readonly read: (text: string) => Table;
  /** For a form of several files: their texts by name. */
  readonly readFolder?: (files: ReadonlyMap<string, string>) => Table;
}

/** Every form we read. A new one is one file and one entry here. */
export const READERS = [csv] as const satisfies readonly Reader[];

/** In `sources.json`: find the form from the bytes. */
export const GUESS = "auto";

/** The reader with this id, or null. */
export function readerOf(id: string): Reader | null {
  return READERS.find((reader) => reader.id === id) ?? null;
}
