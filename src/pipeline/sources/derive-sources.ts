import { FIELDS } from "../../intake/headings.ts";
import { type OwnRow, readRawRows, toOwnCsv } from "./rows.ts";
import type { SourceEntry } from "./source-entry.ts";
import { SHIPPED, type ShippedSource } from "./sources-list.ts";
import type { Words } from "./words.ts";

export interface DerivedFile {
  /** In `data/sources`. */
  readonly file: string;
  readonly text: string;
}

export interface DerivedSources {
  /** The CSV files in the order of the list, then `sources.json`. */
  readonly files: readonly DerivedFile[];
  readonly entries: readonly SourceEntry[];
}

/** Fields that every row fills with the same value: said once in `sources.json` rather than on every row. */
function constantsOf(rows: readonly OwnRow[]): Readonly<Record<string, string>> {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return {};
  const constant = FIELDS.filter((field) => {
    const value = first[field] ?? "";
    return value !== "" && rows.every((row) => row[field] === value);
  });
  return Object.fromEntries(constant.map((field) => [field, first[field] ?? ""]));
}

/**
 * Our own source files made from raw ones: each raw row is one row, in our headings and words, and nothing is cleaned
 * that intake cleans. `read` gives the text of a raw file by its name; `incomes` whole pounds by charity number. Throws a sentence when two rows of a source
 * have one id or none, for a link to a record must go on meaning that record.
 */
export function deriveSources(
  read: (name: string) => string,
  words: Words,
  shipped: readonly ShippedSource[] = SHIPPED,
  incomes: ReadonlyMap<string, string> = new Map(),
): DerivedSources {
  const made = shipped.map(({ raw, derive, entry, withIncomes = false }: ShippedSource) => {
    const rows = derive(readRawRows(read(raw)), words).map((row): OwnRow => {
      const income = withIncomes ? incomes.get(row.charity_number ?? "") : undefined;
      return income === undefined ? row : { ...row, organisation_income: income };
    });
    const ids = new Set<string>();
    for (const { id = "", name = "" } of rows) {
      if (id === "" || ids.has(id)) throw new Error(`${raw}: the id "${id}" of "${name}" is empty or stands twice.`);
      ids.add(id);
    }
    const defaults = constantsOf(rows);
    const varying = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => defaults[field] === undefined)),
    );
    const file = `${entry.id}.csv`;
    const whole: SourceEntry = { ...entry, file, reader: "csv", rows: rows.length, columns: {}, defaults };
    return { entry: whole, file: { file, text: toOwnCsv(varying) } };
  });
  const entries = made.map(({ entry }) => entry);
  return {
    files: [...made.map(({ file }) => file), { file: "sources.json", text: `${JSON.stringify(entries, null, 2)}\n` }],
    entries,
  };
}
