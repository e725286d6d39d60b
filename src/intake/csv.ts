import Papa from "papaparse";
import { cleanText } from "./clean-text.ts";
import { fieldOf } from "./headings.ts";
import type { Reader, SourceRow, Table, TableFault } from "./readers.ts";
import { cutCell, MAX_CELL, MAX_COLUMNS, MAX_ROWS, tooManyRows } from "./table-limits.ts";

/** A line with more separators than this is no table, and would take the parser seconds. */
const ABSURD_COLUMNS = 50_000;
/** The heading row stands among the first rows of a file; notes and a title may stand above it. */
const HEADING_SEARCH = 20;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The first row that has an absurd number of columns, as a quick scan sees it; null when none has. */
function absurdRow(text: string): number | null {
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

function parse(text: string, delimiter: string, preview: number): string[][] {
  // All text, no header mode: guessing types drops the 0 of 02079460018, and a heading `__proto__` would be lost.
  // The line end is told, because a file of two kinds of line end would be cut at one of them only.
  return Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
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

/** The separator and heading row under which most headings are words that we know. */
function layoutOf(text: string): Layout {
  let best: Layout & { score: number } = { delimiter: ",", heading: 0, score: -1 };
  for (const delimiter of DELIMITERS) {
    const rows = parse(text.slice(0, 400_000), delimiter, HEADING_SEARCH);
    rows.forEach((cells, heading) => {
      const width = cells.filter((cell) => cell.trim() !== "").length;
      // Known headings decide; among equals the wider split, then the earlier row.
      const score = known(cells) * 1000 + Math.min(width, MAX_COLUMNS) - heading * 0.5;
      if (width > 0 && score > best.score) best = { delimiter, heading, score };
    });
  }
  return best;
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

const withPlainLineEnds = (text: string): string => (text.includes("\r") ? text.replace(/\r+\n|\r/g, "\n") : text);

function readTable(given: string): Table {
  const text = withPlainLineEnds(given);
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
  const { delimiter, heading } = layoutOf(text);
  const parsed = parse(text, delimiter, 0);
  const headings = (parsed[heading] ?? []).slice(0, MAX_COLUMNS).map((cell) => cleanText(cell).text);
  const faults: TableFault[] = [];
  const rows: SourceRow[] = [];
  let cut = 0;
  for (let i = heading + 1; i < parsed.length; i++) {
    const cells = parsed[i] as string[];
    if (isEmpty(cells)) continue;
    if (rows.length >= MAX_ROWS) {
      cut++;
      continue;
    }
    const row = i + 1;
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
    const kept = cells
      .slice(0, headings.length)
      .map((cell, column) => (cell.length <= MAX_CELL ? cell : cutCell(cell, row, headings[column] ?? null, faults)));
    rows.push({ row, cells: kept });
  }
  if (cut > 0) faults.push(tooManyRows(cut));
  const trouble = headings.every((cell) => cell === "") ? "It has no heading row." : null;
  return { headings, rows, faults, delimiter, trouble };
}

/** CSV with any of the usual separators; the heading row need not be the first; blank rows don't count. */
export const csv: Reader = {
  id: "csv",
  label: "CSV",
  extensions: ["csv", "tsv", "txt"],
  recognises: (_, json) => json === undefined,
  read: readTable,
};

/** The rows of a small table as objects keyed by its headings, the first row; a cell that is missing has no key. */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [headings = [], ...rows] =
    absurdRow(text) === null ? parse(withPlainLineEnds(text.replace(/^\ufeff/, "")), "", 0) : [];
  return rows
    .filter((cells) => !isEmpty(cells))
    .slice(0, MAX_ROWS)
    .map((cells) =>
      Object.fromEntries(
        cells.slice(0, MAX_COLUMNS).flatMap((cell, column) => {
          const heading = headings[column]?.trim();
          return heading === undefined ? [] : [[heading, cell.slice(0, MAX_CELL)] as const];
        }),
      ),
    );
}
