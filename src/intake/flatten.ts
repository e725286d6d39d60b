import { fieldOf } from "./headings.ts";
import type { JsonRecord } from "./json-table.ts";
import { isObject, type JsonObject, listText, objectsIn, textOf } from "./json-values.ts";

/** Objects within objects beyond this are left alone: no list of services needs more. */
const MAX_DEPTH = 4;
/** Keys under which a record keeps several places. */
const PLACES = /^(?:locations?|places?|venues?|addresses|address|sites?)$/i;
/** What an object in a list is called by. */
const LABELS = ["name", "label", "title", "term", "value"] as const;

const label = (item: unknown): string => {
  if (!isObject(item)) return textOf(item);
  const key = LABELS.find((known) => textOf(item[known]) !== "");
  return key === undefined ? "" : textOf(item[key]);
};

/**
 * Nested JSON as cells: `contact.telephone` becomes a heading of that name, a list of words or of things with a name
 * one cell, a list of places several places. Empty values give no cell.
 */
export function flattened(record: JsonObject, depth = 0, prefix = ""): JsonRecord {
  const cells = new Map<string, string>();
  const places: ReadonlyMap<string, string>[] = [];
  for (const [key, value] of Object.entries(record)) {
    const heading = prefix === "" ? key : `${prefix}.${key}`;
    if (Array.isArray(value)) {
      const objects = objectsIn(value);
      if (PLACES.test(key) && objects.length > 0) {
        for (const place of objects) places.push(flattened(place, depth + 1, heading).cells);
        continue;
      }
      const text = listText(value.map(label));
      if (text !== "") cells.set(heading, text);
    } else if (isObject(value)) {
      if (depth >= MAX_DEPTH) continue;
      const inner = flattened(value, depth + 1, heading);
      for (const [name, cell] of inner.cells) cells.set(name, cell);
      places.push(...inner.places);
    } else {
      const text = textOf(value);
      if (text.trim() !== "") cells.set(heading, text);
    }
  }
  return { cells, places };
}

/** What `contact.telephone` means when nobody says: the whole path if we know it, else its last part if nothing else has that. */
export function fieldsOfPaths(records: readonly JsonRecord[]): Record<string, string> {
  const headings = new Set<string>();
  for (const { cells, places } of records)
    for (const part of [cells, ...places]) for (const heading of part.keys()) headings.add(heading);
  const columns: Record<string, string> = {};
  const taken = new Set<string>();
  for (const heading of headings) {
    const field = fieldOf(heading);
    if (field !== null) taken.add(field);
  }
  for (const heading of headings) {
    const last = heading.slice(heading.lastIndexOf(".") + 1);
    if (fieldOf(heading) !== null || last === heading) continue;
    const field = fieldOf(last);
    // The id and the state of what a record belongs to are not the record's.
    if (field === null || taken.has(field) || /^(?:id|name|kind|status|description)$/.test(field)) continue;
    taken.add(field);
    columns[heading] = field;
  }
  return columns;
}
