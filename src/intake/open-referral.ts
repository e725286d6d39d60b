import { tableOf, troubled } from "./json-table.ts";
import { isObject, type JsonObject, objectsIn, readJson, textOf } from "./json-values.ts";
import { namelessLanguages, OWN_EXTENSION } from "./open-referral-lists.ts";
import { COLUMNS, openReferralRecord, unusedKeys } from "./open-referral-service.ts";
import type { Reader, Table, TableFault } from "./readers.ts";

const STATUS = /^(?:active|inactive|defunct|temporarily closed)$/;

/** Keys that services of the standard have and lists of other things don't. */
const isService = (object: JsonObject): boolean =>
  STATUS.test(textOf(object.status)) ||
  ["service_at_locations", "organization_id", "assured_date", "schedules", "service_areas", "regular_schedules"].some(
    (key) => key in object,
  );

const withoutServices = (entry: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "services"));

/** Services in an entry of a list: itself, those of an organisation, or the one at a location. */
function servicesOf(entry: JsonObject): readonly JsonObject[] {
  if (Array.isArray(entry.services)) {
    return objectsIn(entry.services).map((service) => ({ organization: withoutServices(entry), ...service }));
  }
  if (isObject(entry.service) && (isObject(entry.location) || "service_id" in entry)) {
    return [{ ...entry.service, service_at_locations: [entry] }];
  }
  return isService(entry) ? [entry] : [];
}

/** The entries of a document: of a page, of several pages one after the other, or itself. */
export function entriesOf(json: unknown, list: "contents" | "content"): readonly JsonObject[] {
  const pages = objectsIn(json);
  return pages.some((page) => Array.isArray(page[list])) ? pages.flatMap((page) => objectsIn(page[list])) : pages;
}

/** What a document that holds no services seems to be, in a sentence. */
function whatItIs(json: unknown): string {
  const [entry] = entriesOf(json, "contents");
  if (isObject(json) && "openapi_url" in json) {
    return "This is the first page of an Open Referral feed, which holds no services. Give the address of its list, which ends in /services.";
  }
  if (entry === undefined) return "The list is empty: it has no services.";
  if ("taxonomy_terms" in entry || "term_uri" in entry || "version" in entry)
    return "This is a list of terms, not of services. The services are at the feed's /services.";
  if ("organization_identifiers" in entry || "website" in entry)
    return "This is a list of organisations, not of services. The services are at the feed's /services.";
  return "It has no services of Open Referral in it. The services are at the feed's /services.";
}

/** Services as a table, with a fault for what the standard's own form leaves out. Also for 1.0, whose pages differ. */
export function openReferralTable(services: readonly JsonObject[]): Table {
  const faults: TableFault[] = [];
  const unused = new Set<string>();
  services.forEach((service, i) => {
    for (const key of unusedKeys(service)) unused.add(key);
    const nameless = namelessLanguages(service);
    if (nameless > 0) {
      faults.push({
        row: i + 1,
        column: "languages",
        fault: "language-without-name",
        found: "",
        outcome: "left-out",
        message: `The record has ${nameless === 1 ? "a spoken language" : `${nameless} spoken languages`} without a name, so nobody can tell which.`,
        remedy: "Give each language its name (HSDS languages.name).",
      });
    }
  });
  const records = services.map(openReferralRecord);
  return tableOf({ records, columns: COLUMNS, faults, unused: ["name", ...unused] });
}

function read(text: string): Table {
  const document = readJson(text);
  if (document.status === "faulty") return troubled(document.trouble);
  const services = entriesOf(document.json, "contents").flatMap(servicesOf);
  return services.length === 0 ? troubled(whatItIs(document.json)) : openReferralTable(services);
}

function recognises(_: string, json: unknown): boolean {
  if (isObject(json) && ("openapi_url" in json || (Array.isArray(json.contents) && "total_items" in json))) return true;
  const entries = entriesOf(json, "contents").slice(0, 5);
  const ours = (entry: JsonObject): boolean =>
    typeof entry.id === "string" &&
    (["service_at_locations", "assured_date", "organization_identifiers", OWN_EXTENSION].some((key) => key in entry) ||
      ("organization_id" in entry && STATUS.test(textOf(entry.status))));
  return entries.some(
    (entry) =>
      ours(entry) ||
      (isObject(entry.service) && ours(entry.service)) ||
      (("taxonomy_terms" in entry || "term_uri" in entry) && "id" in entry),
  );
}

/**
 * Open Referral UK 3.0 and HSDS 3.0 as JSON: a page of `/services`, pages one after the other, full records, one
 * record, services at locations, or an organisation with its services.
 */
export const openReferral: Reader = {
  id: "open-referral",
  label: "Open Referral UK 3.0, HSDS 3.0",
  extensions: ["json", "ndjson"],
  recognises,
  read,
};
