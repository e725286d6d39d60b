import { fieldsOfPaths, flattened } from "./flatten.ts";
import { tableOf, troubled } from "./json-table.ts";
import { isObject, type JsonObject, objectsIn, readJson } from "./json-values.ts";
import type { Reader, Table } from "./readers.ts";

/** Keys under which an answer keeps its list, the likeliest first. */
const LISTS = ["services", "contents", "content", "results", "items", "data", "records", "value", "organisations"];

/** The list of records in a document: itself, or what stands under a usual key, or its only list of objects. */
export function recordsIn(json: unknown): readonly JsonObject[] | null {
  if (Array.isArray(json)) return objectsIn(json);
  if (!isObject(json)) return null;
  const named = LISTS.find((key) => Array.isArray(json[key]) || (key === "data" && isObject(json[key])));
  if (named !== undefined) return Array.isArray(json[named]) ? objectsIn(json[named]) : recordsIn(json[named]);
  const lists = Object.values(json).filter((value) => Array.isArray(value) && value.some(isObject));
  return lists.length === 1 ? objectsIn(lists[0]) : "name" in json || "title" in json ? [json] : null;
}

function read(text: string): Table {
  const document = readJson(text);
  if (document.status === "faulty") return troubled(document.trouble);
  const found = recordsIn(document.json);
  if (found === null) return troubled("There is no list of services in it.");
  // Terms in a tree, as directories give out their categories: each has its children and a name for addresses.
  if (found.length > 0 && found.every((entry) => "slug" in entry && Array.isArray(entry.children)))
    return troubled("This is a list of terms, not of services. Give the file or the address of the services.");
  const records = found.map((record) => flattened(record));
  return tableOf({ records, columns: fieldsOfPaths(records) });
}

/** Any JSON with a list of objects in it, such as a council's own API: headings are found by the words of its keys. */
export const jsonList: Reader = {
  id: "json",
  label: "JSON",
  extensions: ["json", "ndjson"],
  recognises: (_, json) => json !== undefined && recordsIn(json) !== null,
  read,
};
