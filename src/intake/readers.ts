import type { Outcome } from "../services/issue.ts";
import { csv } from "./csv.ts";

export interface SourceRow {
  /** As a spreadsheet counts it: a cell of several lines is one row, and blank rows count. */
  readonly row: number;
  /** One a heading; a short row lacks the last. */
  readonly cells: readonly string[];
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
  readonly delimiter: string;
  /** Why nothing could be read at all, in a sentence; null when something could. */
  readonly trouble: string | null;
}

/** One form that a source may come in. `read` takes any text and never throws. */
export interface Reader {
  readonly id: string;
  readonly label: string;
  readonly extensions: readonly string[];
  readonly read: (text: string) => Table;
}

/** Every form we read. A new one is one file and one entry here. */
export const READERS = [csv] as const satisfies readonly Reader[];

/** The reader with this id, or null. */
export function readerOf(id: string): Reader | null {
  return READERS.find((reader) => reader.id === id) ?? null;
}
