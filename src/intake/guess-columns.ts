import { normalisePostcode } from "../services/postcode.ts";
import { isBlank } from "./cells.ts";
import { readDate } from "./dates.ts";
import { isEmail } from "./emails.ts";
import type { Field, MatchedHeadings } from "./headings.ts";
import { readPhones } from "./phones.ts";
import type { Table } from "./readers.ts";

/** Rows looked at, and the share of filled cells that must agree. */
const SAMPLE = 200;
const SHARE = 0.7;

/** Ten digits or more, which a spreadsheet may have robbed of their zero; words may stand behind. */
const startsLikePhone = (cell: string): boolean => /^\s*\(?\+?(?:\d[\s()-]*){10,13}(?!\d)/.test(cell);

const number = (text: string): number => (/^-?\d{1,3}\.\d{2,}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What a column's cells look like, the surest first. */
const LOOKS: readonly (readonly [field: Field, test: (cell: string) => boolean])[] = [
  ["email", (cell) => isEmail(cell.trim())],
  ["website", (cell) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(cell.trim())],
  ["postcode", (cell) => normalisePostcode(cell) !== null],
  ["phone", (cell) => startsLikePhone(cell) && readPhones(cell).phones.some(({ dial }) => dial !== null)],
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
  const differs = (cells: readonly string[]): boolean => new Set(cells).size >= cells.length * SHARE;
  // Organisations that are each named once may be what the list is of; those named again and again run what it is of.
  const organisation = matched.columns.get("organisation")?.[0];
  if (!taken.has("name") && (organisation === undefined || !differs(cellsOf(organisation)))) {
    const named = unknown.find((column) => {
      const cells = cellsOf(column);
      const words = cells.filter((cell) => /\p{L}{2}/u.test(cell) && cell.length < 120);
      const fits = words.length >= rows.slice(0, SAMPLE).length * SHARE && differs(cells);
      return fits && proposed[headings[column] ?? ""] === undefined;
    });
    if (named !== undefined) proposed[headings[named] ?? ""] = "name";
  }
  return proposed;
}
