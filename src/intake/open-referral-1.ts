import { troubled } from "./json-table.ts";
import { isObject, readJson } from "./json-values.ts";
import { entriesOf, openReferralTable } from "./open-referral.ts";
import type { Reader, Table } from "./readers.ts";

/** Keys that only the first version's records have. */
const MARKS = [
  "regular_schedules",
  "eligibilitys",
  "service_taxonomys",
  "target_directories",
  "send_needs",
  "fundings",
];

function read(text: string): Table {
  const document = readJson(text);
  if (document.status === "faulty") return troubled(document.trouble);
  const services = entriesOf(document.json, "content").filter((entry) => "name" in entry);
  return services.length === 0
    ? troubled("It has no services of Open Referral 1.0 in it.")
    : openReferralTable(services);
}

/** Open Referral UK 1.0 and the Outpost directories close to it, as JSON: pages with `content`, or full records. */
export const openReferral1: Reader = {
  id: "open-referral-1",
  label: "Open Referral UK 1.0, Outpost",
  extensions: ["json"],
  recognises(_, json) {
    if (isObject(json) && Array.isArray(json.content) && ("totalPages" in json || "totalElements" in json)) return true;
    return entriesOf(json, "content")
      .slice(0, 5)
      .some((entry) => "name" in entry && MARKS.some((mark) => mark in entry));
  },
  read,
};
