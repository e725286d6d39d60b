import type { TableFault } from "./readers.ts";

/** Columns beyond this are left out and reported. */
export const MAX_COLUMNS = 200;
/** Characters of a cell beyond this are cut and reported. */
export const MAX_CELL = 20_000;
/** Rows beyond this are left out and reported. */
export const MAX_ROWS = 200_000;

/** A cell as long as we take them; what is cut is told. */
export function cutCell(cell: string, row: number, column: string | null, faults: TableFault[]): string {
  if (cell.length <= MAX_CELL) return cell;
  faults.push({
    row,
    column,
    fault: "cell-too-long",
    found: cell.slice(0, 200),
    outcome: "repaired",
    message: `This cell has ${cell.length} characters. It was cut to ${MAX_CELL}.`,
    remedy: "Keep descriptions short; link to a page for the rest.",
  });
  return cell.slice(0, MAX_CELL);
}

export const tooManyRows = (cut: number): TableFault => ({
  row: null,
  column: null,
  fault: "too-many-rows",
  found: String(cut),
  outcome: "left-out",
  message: `The file has more than ${MAX_ROWS} rows; the last ${cut} were left out.`,
  remedy: "Split the file.",
});

export const tooManyColumns = (cut: number): TableFault => ({
  row: null,
  column: null,
  fault: "too-many-columns",
  found: String(cut),
  outcome: "left-out",
  message: `The file has more than ${MAX_COLUMNS} columns; the last ${cut} were left out.`,
  remedy: "Leave out the columns that do not matter here.",
});
