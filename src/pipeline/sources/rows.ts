import Papa from "papaparse";
import { FIELDS, type Field } from "../../intake/headings.ts";

/** A row of a raw file: its own headings, every cell text. */
export type RawRow = Readonly<Record<string, string>>;

/** A row of one of our own files: our headings; a field that is absent was not stated. */
export type OwnRow = Readonly<Partial<Record<Field, string>>>;

/** Rows of a raw CSV by its own headings; cells are trimmed, and a heading that a short row lacks reads as "". */
export function readRawRows(text: string): readonly RawRow[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: "greedy",
  });
  const headings = meta.fields ?? [];
  return data.map((row) => Object.fromEntries(headings.map((heading) => [heading, (row[heading] ?? "").trim()])));
}

/** The cell under a heading; "" when the file has no such heading. */
export function cell(row: RawRow, heading: string): string {
  return row[heading] ?? "";
}

/** The values of a list cell: raw lists stand with `; ` between. */
export function listIn(row: RawRow, heading: string): readonly string[] {
  return cell(row, heading)
    .split(";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** A list as it stands in one of our cells, each value once. */
export function listed(values: readonly string[]): string {
  return [...new Set(values)].join("; ");
}

/**
 * Our own flat CSV: headings in the order of `FIELDS`, those that no row fills left out, one header row, lines ended
 * by a line feed. The same rows give the same bytes.
 */
export function toOwnCsv(rows: readonly OwnRow[]): string {
  const fields = FIELDS.filter((field) => rows.some((row) => (row[field] ?? "") !== ""));
  const data = rows.map((row) => fields.map((field) => row[field] ?? ""));
  return `${Papa.unparse({ fields: [...fields], data }, { newline: "\n" })}\n`;
}

/** Letters a to z and digits with hyphens between, at most 80 characters: what ids are made of. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}
