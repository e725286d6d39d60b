import { normalisePostcode } from "../services/postcode.ts";
import { isBlank } from "./cells.ts";
import { readDate } from "./dates.ts";
import { isEmail } from "./emails.ts";
import type { Field, MatchedHeadings } from "./headings.ts";
import type { Table } from "./readers.ts";

/** Rows looked at, and the share of filled cells that must agree. */
const SAMPLE = 200;
const SHARE = 0.7;

const number = (text: string): number => (/^-?\d{1,3}\.\d{2,}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What a column's cells look like, the surest first. */
const LOOKS: readonly (readonly [field: Field, test: (cell: string) => boolean])[] = [
  ["email", (cell) => isEmail(cell.trim())],
  ["website", (cell) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(cell.trim())],
  ["postcode", (cell) => normalisePostcode(cell) !== null],
  ["phone", (cell) => /^\(?(?:\+44|0)[\d\s()+-]{8,16}$/.test(cell.trim())],
  ["lat", (cell) => number(cell) > 51.2 && number(cell) < 51.8],
  ["lon", (cell) => number(cell) > -0.6 && number(cell) < 0.4],
  [
    "address",
    (cell) => /^\d{1,4}[a-z]?[\s,].*\b(?:road|street|lane|avenue|way|close|hill|park|green|rd|st)\b/i.test(cell),
  ],
  ["source_date", (cell) => readDate(cell.trim(), "").date !== null && /[/-]/.test(cell)],
];

/**
 * For headings that nobody knows: what their cells look like (e-mail addresses, postcodes …), where no other column
 * holds that already; and for a file without names the first column of different words. A proposal for a person to
 * correct, by heading.
 */
export function guessColumns(
  { headings, rows }: Pick<Table, "headings" | "rows">,
  matched: MatchedHeadings,
): Readonly<Record<string, Field>> {
  const taken = new Set<Field>(matched.columns.keys());
  const proposed: Record<string, Field> = {};
  const unknown = headings.flatMap((heading, column) => (matched.unknown.includes(heading) ? [column] : []));
  const cellsOf = (column: number): string[] =>
    rows.slice(0, SAMPLE).flatMap(({ cells }) => (isBlank(cells[column] ?? "") ? [] : [cells[column] ?? ""]));
  for (const column of unknown) {
    const cells = cellsOf(column);
    if (cells.length === 0) continue;
    const look = LOOKS.find(
      ([field, test]) => !taken.has(field) && cells.filter(test).length >= Math.max(1, cells.length * SHARE),
    );
    if (look === undefined) continue;
    taken.add(look[0]);
    proposed[headings[column] ?? ""] = look[0];
  }
  if (!taken.has("name") && !taken.has("organisation")) {
    const named = unknown.find((column) => {
      const cells = cellsOf(column);
      const words = cells.filter((cell) => /\p{L}{2}/u.test(cell) && cell.length < 120);
      const fits = words.length >= rows.slice(0, SAMPLE).length * SHARE && new Set(cells).size >= cells.length * SHARE;
      return fits && proposed[headings[column] ?? ""] === undefined;
    });
    if (named !== undefined) proposed[headings[named] ?? ""] = "name";
  }
  return proposed;
}
