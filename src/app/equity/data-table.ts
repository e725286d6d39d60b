import type { Words } from "../../locale/words.ts";
import { csvCell } from "../../services/flat-row.ts";

/**
 * A number, words, words that their publisher has in English only (`english`), or words that only a reader needs
 * (`shown`): in the file such a cell is empty.
 */
export type Cell = number | string | { readonly shown: string } | { readonly english: string };

/** How a column's numbers are written: whole numbers, shares from 0 to 1, or with some decimals. */
export type CellKind = "text" | "whole" | "share" | "decimal" | "kilometres";

export interface Column {
  readonly label: string;
  readonly kind: CellKind;
  /** Only in the file: too wide for a screen. */
  readonly onlyInFile?: boolean;
}

/** One table, shown on the page and taken away as a file: both are written from these cells. */
export interface DataTable {
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A share as per cent with at most one decimal; some are not none, and nearly all are not all. */
export function percent(words: Words, share: number | null): string {
  if (share === null) return words.t("equity.notKnown");
  if (share > 0 && share < 0.0005) return words.t("equity.underShare");
  if (share < 1 && share >= 0.9995) return words.t("equity.overShare");
  return new Intl.NumberFormat(words.locale === "en" ? "en-GB" : words.locale, {
    style: "percent",
    maximumFractionDigits: 1,
  }).format(share);
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** A cell in a reader's words. */
export function cellText(words: Words, kind: CellKind, cell: Cell): string {
  if (typeof cell === "object") return "english" in cell ? cell.english : cell.shown;
  if (typeof cell === "string") return cell;
  switch (kind) {
    case "share":
      return percent(words, cell);
    case "decimal":
      return words.number(rounded(cell, cell < 0.1 ? 3 : cell < 10 ? 2 : 1));
    case "kilometres":
      return words.t("equity.km", { km: words.number(rounded(cell, 1)) });
    case "whole":
    case "text":
      return words.number(rounded(cell, 0));
  }
}

/** Decimals in files: enough to work the page's own figures out again. */
const FILE_DECIMALS: Readonly<Record<CellKind, number>> = { text: 0, whole: 0, share: 6, decimal: 6, kilometres: 3 };

function fileCell(cell: Cell, kind: CellKind): string {
  if (typeof cell === "number") return String(rounded(cell, FILE_DECIMALS[kind]));
  if (typeof cell === "string") return csvCell(cell);
  return "english" in cell ? csvCell(cell.english) : "";
}

/**
 * The table as CSV with a byte order mark: numbers bare with a decimal point, unknown left empty, cells that a
 * spreadsheet would run made harmless. The last column holds the note in its first row, so that the figures don't
 * travel without it and every row has as many cells.
 */
export function toCsv(table: DataTable, noteHeading: string, note: string): string {
  const rows = table.rows.map((cells, i) =>
    [...cells.map((cell, c) => fileCell(cell, table.columns[c]?.kind ?? "text")), i === 0 ? csvCell(note) : ""].join(
      ",",
    ),
  );
  const heading = [...table.columns.map(({ label }) => csvCell(label)), csvCell(noteHeading)].join(",");
  return `\ufeff${[heading, ...rows].join("\r\n")}\r\n`;
}
