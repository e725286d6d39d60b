import Papa from "papaparse";
import { fromByteText } from "./byte-text.ts";
import { cleanText } from "./clean-text.ts";
import { fieldOf } from "./headings.ts";
import type { Reader, SourceRow, Table, TableFault } from "./readers.ts";
import { cutCell, MAX_CELL, MAX_COLUMNS, MAX_ROWS, tooManyColumns, tooManyRows } from "./table-limits.ts";

/** A line with more separators than this is no table, and would take the parser seconds. */
export const ABSURD_COLUMNS = 50_000;
/** The heading row stands among the first rows of a file; notes and a title may stand above it. */
const HEADING_SEARCH = 20;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Whether any line is long enough to hold an absurd number of separators: known many times sooner than their number. */
function hasLongLine(text: string): boolean {
  for (let start = 0; ; ) {
    const end = text.indexOf("\n", start);
    if ((end < 0 ? text.length : end) - start > ABSURD_COLUMNS) return true;
    if (end < 0) return false;
    start = end + 1;
  }
}

/** The first row that has an absurd number of columns, as a quick scan sees it; null when none has. */
function absurdRow(text: string): number | null {
  if (!hasLongLine(text)) return null;
  let row = 1;
  let separators = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 10) {
      row++;
      separators = 0;
    } else if ((code === 44 || code === 59 || code === 9 || code === 124) && ++separators > ABSURD_COLUMNS) return row;
  }
  return null;
}

/** A text and what ends its lines. */
interface Lines {
  readonly text: string;
  readonly newline: "\n" | "\r\n";
}

/** A file of one kind of line end is left as it is; one of several, which a parser would cut at one of them only, is mended. */
function linesOf(text: string): Lines {
  if (!text.includes("\r")) return { text, newline: "\n" };
  const uniform = !/(?<!\r)\n/.test(text) && !/\r(?!\n)/.test(text);
  return uniform ? { text, newline: "\r\n" } : { text: text.replace(/\r+\n|\r/g, "\n"), newline: "\n" };
}

function parse({ text, newline }: Lines, delimiter: string, preview: number): string[][] {
  // All text, no header mode: guessing types drops the 0 of 02079460018, and a heading `__proto__` would be lost.
  return Papa.parse<string[]>(text, {
    delimiter,
    newline,
    preview,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  }).data;
}

const known = (cells: readonly string[]): number =>
  new Set(
    cells
      .flatMap((cell) => (cell.length > 60 ? [] : [fieldOf(cleanText(cell).text)]))
      .filter((field) => field !== null),
  ).size;

interface Layout {
  readonly delimiter: string;
  /** Number of the heading row, the first being 0. */
  readonly heading: number;
}

/** What a cell as the parser cut it says. */
type ReadCell = (cell: string) => string;
const AS_IT_IS: ReadCell = (cell) => cell;

/** The separator and heading row under which most headings are words that we know. */
export function layoutOf(lines: Lines, readCell: ReadCell): Layout {
  let best: Layout & { score: number } = { delimiter: ",", heading: 0, score: -1 };
  for (const delimiter of DELIMITERS) {
    const rows = parse({ ...lines, text: lines.text.slice(0, 400_000) }, delimiter, HEADING_SEARCH);
    rows.forEach((raw, heading) => {
      const cells = raw.map(readCell);
      const width = cells.filter((cell) => cell.trim() !== "").length;
      // Known headings decide; among equals the wider split, then the earlier row.
      const score = known(cells) * 1000 + Math.min(width, MAX_COLUMNS) - heading * 0.5;
      if (width > 0 && score > best.score) best = { delimiter, heading, score };
    });
  }
  return best;
}

const isTooLong = (cell: string): boolean => cell.length > MAX_CELL;

interface Fitting {
  readonly headings: readonly string[];
  readonly delimiter: string;
  readonly faults: TableFault[];
}

/** A row without the cells that have no heading, and without what no cell may hold. */
function fitted(cells: readonly string[], row: number, { headings, delimiter, faults }: Fitting): readonly string[] {
  const beyond = cells.slice(headings.length).filter((cell) => cell.trim() !== "");
  if (beyond.length > 0) {
    faults.push({
      row,
      column: null,
      fault: "too-many-cells",
      found: beyond.slice(0, 5).join(delimiter),
      outcome: "left-out",
      message: "This row has more cells than the heading row, so the last ones were left out.",
      remedy: "Put quotation marks around a cell that has a comma in it.",
    });
  }
  return cells.slice(0, headings.length).map((cell, column) => cutCell(cell, row, headings[column] ?? null, faults));
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

function readTable(text: string, readCell: ReadCell = AS_IT_IS): Table {
  const absurd = absurdRow(text);
  if (absurd !== null) {
    return {
      headings: [],
      rows: [],
      faults: [],
      delimiter: "",
      trouble: `Line ${absurd} has more than ${ABSURD_COLUMNS} columns, so this is not a list of services.`,
    };
  }
  const lines = linesOf(text);
  const { delimiter, heading } = layoutOf(lines, readCell);
  const parsed = parse(lines, delimiter, 0);
  const headings = (parsed[heading] ?? []).slice(0, MAX_COLUMNS).map((cell) => cleanText(readCell(cell)).text);
  const faults: TableFault[] = [];
  const rows: SourceRow[] = [];
  const layout = { headings, delimiter, faults };
  let cut = 0;
  for (let i = heading + 1; i < parsed.length; i++) {
    const cells = parsed[i] as string[];
    if (readCell !== AS_IT_IS) for (let k = 0; k < cells.length; k++) cells[k] = readCell(cells[k] as string);
    if (isEmpty(cells)) continue;
    if (rows.length >= MAX_ROWS) {
      cut++;
      continue;
    }
    const row = i + 1;
    const kept = cells.length > headings.length || cells.some(isTooLong) ? fitted(cells, row, layout) : cells;
    rows.push({ row, cells: kept });
  }
  if (cut > 0) faults.push(tooManyRows(cut));
  const trouble = headings.every((cell) => cell === "") ? "It has no heading row." : null;
  return { headings, rows, faults, delimiter, trouble };
}

/** In UTF-8: a blank other than those of ASCII after a quotation mark. The parser drops blanks there, if it sees them. */
const BLANK_BEHIND_QUOTE =
  /"[\t-\r ]*(?:\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80|\xef\xbb\xbf)/;
const BYTE_ORDER_MARK = "\xef\xbb\xbf";

/** CSV with any of the usual separators; the heading row need not be the first; blank rows don't count. */
export const csv: Reader = {
  id: "csv",
  label: "CSV",
  extensions: ["csv", "tsv", "txt"],
  recognises: (_, json) => json === undefined,
  read: (text) => readTable(text),
  readByteText: (text) =>
    BLANK_BEHIND_QUOTE.test(text) || text.startsWith(BYTE_ORDER_MARK) ? null : readTable(text, fromByteText),
};

/**
 * The rows of a table that is joined to others, as objects keyed by its headings, the first row; a cell that is missing
 * has no key. What is cut or left out is told in `faults`, with the file's name, for no row of the whole is its own.
 */
export function csvRows(text: string, file: string, faults: TableFault[]): readonly Readonly<Record<string, string>>[] {
  const absurd = absurdRow(text);
  const [headings = [], ...rows] = absurd === null ? parse(linesOf(text.replace(/^\ufeff/, "")), "", 0) : [];
  const told: TableFault[] = [];
  const taken: Readonly<Record<string, string>>[] = [];
  if (absurd !== null) told.push(tooManyColumns(ABSURD_COLUMNS - MAX_COLUMNS));
  else if (headings.length > MAX_COLUMNS) told.push(tooManyColumns(headings.length - MAX_COLUMNS));
  let cut = 0;
  rows.forEach((cells, i) => {
    if (isEmpty(cells)) return;
    if (taken.length >= MAX_ROWS) {
      cut++;
      return;
    }
    const entries = cells.slice(0, MAX_COLUMNS).flatMap((cell, column) => {
      const heading = headings[column]?.trim();
      return heading === undefined ? [] : [[heading, cutCell(cell, i + 2, heading, told)] as const];
    });
    taken.push(Object.fromEntries(entries));
  });
  if (cut > 0) told.push(tooManyRows(cut));
  for (const fault of told) {
    const where = fault.row === null ? file : `${file}, row ${fault.row}`;
    faults.push({ ...fault, row: null, message: `${where}: ${fault.message}` });
  }
  return taken;
}
