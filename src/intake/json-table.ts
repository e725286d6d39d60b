import type { SourceRow, Table, TableFault } from "./readers.ts";
import { cutCell, MAX_COLUMNS, MAX_ROWS, tooManyColumns, tooManyRows } from "./table-limits.ts";

/** One record of a JSON source as cells by heading; each of its places as cells of their own. */
export interface JsonRecord {
  readonly cells: ReadonlyMap<string, string>;
  readonly places: readonly ReadonlyMap<string, string>[];
}

export interface JsonTable {
  /** In the order of the source; a record's number in reports is its place in this list, the first being 1. */
  readonly records: readonly JsonRecord[];
  readonly columns?: Readonly<Record<string, string>>;
  readonly faults?: readonly TableFault[];
  /** Keys that the source has and nothing of ours is made of; told once. */
  readonly unused?: readonly string[];
}

/** A table of nothing, with the sentence that says why. */
export const troubled = (trouble: string): Table => ({
  headings: [],
  rows: [],
  faults: [],
  delimiter: "",
  trouble,
});

/**
 * Records as a table: the headings are all that any record has, in the order in which they first occur. The first place
 * stands with the record itself, the others beside it.
 */
export function tableOf({ records, columns = {}, faults: given = [], unused = [] }: JsonTable): Table {
  const numbers = new Map<string, number>();
  let beyond = 0;
  const kept = records.slice(0, MAX_ROWS);
  for (const { cells, places } of kept) {
    for (const part of [cells, ...places]) {
      for (const heading of part.keys()) {
        if (numbers.has(heading)) continue;
        if (numbers.size < MAX_COLUMNS) numbers.set(heading, numbers.size);
        else beyond++;
      }
    }
  }
  for (const key of unused) if (numbers.size < MAX_COLUMNS && !numbers.has(key)) numbers.set(key, numbers.size);
  const headings = [...numbers.keys()];
  const faults: TableFault[] = [...given];
  const line = (row: number, ...parts: readonly ReadonlyMap<string, string>[]): string[] => {
    const cells = headings.map(() => "");
    for (const part of parts) {
      for (const [heading, cell] of part) {
        const at = numbers.get(heading);
        if (at !== undefined) cells[at] = cutCell(cell, row, heading, faults);
      }
    }
    return cells;
  };
  const rows = kept.map(({ cells, places }, i): SourceRow => {
    const [first = new Map<string, string>(), ...others] = places;
    const row = i + 1;
    return {
      row,
      cells: line(row, cells, first),
      ...(others.length === 0 ? {} : { places: others.map((place) => line(row, place)) }),
    };
  });
  if (records.length > kept.length) faults.push(tooManyRows(records.length - kept.length));
  if (beyond > 0) faults.push(tooManyColumns(beyond));
  const trouble = records.length === 0 ? "It has no records in it." : null;
  return { headings, rows, faults, delimiter: "", trouble, columns };
}
