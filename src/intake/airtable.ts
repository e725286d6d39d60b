import { flattened } from "./flatten.ts";
import { tableOf, troubled } from "./json-table.ts";
import { isObject, type JsonObject, objectsIn, readJson, textOf } from "./json-values.ts";
import type { Reader, Table } from "./readers.ts";

/** Rows of a base as it exports them, or null. Pages joined into one list have their `records` one after the other. */
function rowsIn(json: unknown): readonly JsonObject[] | null {
  const pages = Array.isArray(json) ? objectsIn(json) : isObject(json) ? [json] : [];
  const rows = pages.flatMap((page) => (Array.isArray(page.records) ? objectsIn(page.records) : []));
  return rows.length > 0 && rows.every(({ fields }) => isObject(fields)) ? rows : null;
}

function read(text: string): Table {
  const document = readJson(text);
  if (document.status === "faulty") return troubled(document.trouble);
  const rows = rowsIn(document.json);
  if (rows === null) return troubled("It has no records with fields, as an Airtable base gives them.");
  const records = rows.map(({ id, fields }) => {
    const { cells, places } = flattened(isObject(fields) ? fields : {});
    const known = textOf(id);
    return { cells: known === "" ? cells : new Map([["id", known], ...cells]), places };
  });
  return tableOf({ records });
}

/** An Airtable base as its API gives it: `records[].fields`, keyed by the base's own column names. */
export const airtable: Reader = {
  id: "airtable",
  label: "Airtable JSON",
  extensions: ["json"],
  recognises: (_, json) => rowsIn(json) !== null,
  read,
};
