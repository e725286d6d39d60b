import { wholeWord } from "../services/flat-row.ts";
import type { JsonRecord } from "./json-table.ts";
import { firstText, isObject, type JsonObject, listText, objectsIn, textOf } from "./json-values.ts";
import { ATTRIBUTE_COLUMNS, areaCells, attributeCells, languagesOf, OWN_EXTENSION } from "./open-referral-lists.ts";
import { placesOf } from "./open-referral-places.ts";
import { scheduleCells } from "./open-referral-schedules.ts";

/** Keys of a service that something of ours is made of; the others are told to the source's keeper. */
const USED = new Set([
  ...[
    "id",
    "name",
    "alternate_name",
    "status",
    "organization_id",
    "organization",
    "organisation",
    "description",
    "url",
  ],
  ...["email", "fees", "fees_description", "minimum_age", "maximum_age", "min_age", "max_age", "assured_date"],
  ...["assurer_email", "alert", "last_modified", "updated_at", "schedules", "regular_schedules", "service_areas"],
  ...["service_at_locations", "locations", "languages", "cost_options", "contacts", "phones", "attributes"],
  ...["application_process", "eligibility_description", "eligibilitys", "eligibility", "interpretation_services"],
  ...["service_taxonomys", "taxonomies", "link_taxonomies", "attending_type", "attending_access", "links"],
  ...["send_needs", "free", "needs_referral", "_id", "created_at", "score", "distance_away", "summary", OWN_EXTENSION],
]);

/** Keys of a service that nothing of ours is made of. */
export const unusedKeys = (service: JsonObject): readonly string[] =>
  Object.entries(service).flatMap(([key, value]) =>
    USED.has(key) || value === null || value === "" || (Array.isArray(value) && value.length === 0) ? [] : [key],
  );

/** What the headings of the tables made here mean; they are named as the standard names them. */
export const COLUMNS: Readonly<Record<string, string>> = {
  ...ATTRIBUTE_COLUMNS,
  "organization.name": "organisation",
  "organization.id": "organisation_id",
  "organization_identifiers (charity)": "charity_number",
  "organization_identifiers (company)": "company_number",
  "organization.website": "organisation_url",
  description: "description",
  "service_areas.name": "serves",
  "languages.name": "spoken_languages",
  interpretation_services: "spoken_languages",
  fees: "cost_text",
  "cost_options.free": "cost",
  minimum_age: "min_age",
  maximum_age: "max_age",
  last_modified: "source_date",
  assurer_email: "assured_email",
  application_process: "referral",
  eligibility_description: "eligibility",
  "schedules (times)": "opening_hours",
  "schedules (words)": "opening_note",
  "phones.number": "phone",
  url: "website",
  "contacts.name": "contact_text",
  attending_type: "format",
  attending_access: "how_to_get_in",
  "location.name": "location_name",
  "location.address": "address",
  "location.postal_code": "postcode",
  "location.latitude": "lat",
  "location.longitude": "lon",
  "location.borough": "location_borough",
  "location.country": "country",
  "service_areas (words)": "residence",
  "location.precision": "precision",
  "location.description": "location_note",
  "location.accessibility": "access",
};

const DELIVERED_AWAY = /^virtual$/i;

function phones(...groups: readonly unknown[]): string {
  const found: string[] = [];
  for (const phone of groups.flatMap(objectsIn)) {
    const number = firstText(phone, "number", "phone").replace(/^"+|"+$/g, "");
    const extension = textOf(phone.extension);
    const said = textOf(phone.description)
      .replace(/[;()\n]+/g, " ")
      .trim();
    if (number === "") continue;
    found.push(`${number}${extension === "" ? "" : ` ext ${extension}`}${said === "" ? "" : ` (${said})`}`);
  }
  return [...new Set(found)].join("; ");
}

function identifier(organisation: JsonObject, wanted: RegExp): string {
  const found = objectsIn(organisation.organization_identifiers).find((entry) =>
    wanted.test(`${textOf(entry.identifier_scheme)} ${textOf(entry.identifier_type)}`),
  );
  return found === undefined ? "" : textOf(found.identifier);
}

/** Prices in words, and "Free" where every price is none. */
function prices(service: JsonObject): { readonly words: string; readonly free: string } {
  const options = objectsIn(service.cost_options);
  const amounts = options.map(({ amount }) => (typeof amount === "string" ? Number(amount) : amount));
  const free = service.free === true || (options.length > 0 && amounts.every((amount) => amount === 0));
  const told = options.flatMap((option, i) => {
    const amount = amounts[i];
    const price =
      typeof amount === "number" && amount > 0 ? `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}` : "";
    const what = [price, firstText(option, "amount_description", "cost_type")].filter((part) => part !== "").join(" ");
    const who = textOf(option.option);
    return what === "" && who === "" ? [] : [who === "" ? what : what === "" ? who : `${who}: ${what}`];
  });
  const words = [firstText(service, "fees_description", "fees"), ...told].filter((part) => part !== "");
  return { words: [...new Set(words)].join(". "), free: free ? "Free" : "" };
}

function contactWords(contacts: readonly JsonObject[]): string {
  return contacts
    .map((contact) => [textOf(contact.name), textOf(contact.title)].filter((part) => part !== "").join(", "))
    .filter((words) => words !== "")
    .join("; ");
}

/**
 * A service of Open Referral as cells: 3.0, HSDS 3.0 and 1.0 side by side, for real feeds mix them. The standard's
 * own places for things are read, then what our feed adds under `asset_map`. Any JSON gives cells; nothing throws.
 */
export function openReferralRecord(service: JsonObject): JsonRecord {
  const organisation = [service.organization, service.organisation].find(isObject) ?? {};
  const contacts = objectsIn(service.contacts);
  const own = isObject(service[OWN_EXTENSION]) ? service[OWN_EXTENSION] : null;
  const eligibility = [...objectsIn(service.eligibilitys), ...objectsIn(service.eligibility)];
  const at = objectsIn(service.service_at_locations);
  const cost = prices(service);
  const alert = textOf(service.alert);
  const away = at.some(({ location }) => isObject(location) && DELIVERED_AWAY.test(textOf(location.location_type)));
  const called = phones(
    service.phones,
    ...contacts.map(({ phones: own_ }) => own_),
    contacts.filter(({ phone }) => phone),
  );
  const cells: Record<string, string> = {
    id: textOf(service.id) || textOf(service._id),
    name: textOf(service.name),
    alternate_name: textOf(service.alternate_name),
    status: textOf(service.status),
    "organization.name": textOf(organisation.name),
    "organization.id": textOf(organisation.name) === "" ? "" : textOf(organisation.id),
    "organization_identifiers (charity)": identifier(organisation, /GB-CHC|charity/i),
    "organization_identifiers (company)": identifier(organisation, /GB-COH|company/i),
    "organization.website": firstText(organisation, "website", "url", "uri"),
    description: [textOf(service.description).trim(), alert.trim()].filter((part) => part !== "").join("\n\n"),
    ...areaCells(service),
    "languages.name": languagesOf(service, own !== null),
    interpretation_services: textOf(service.interpretation_services),
    fees: own === null ? cost.words : firstText(service, "fees_description", "fees"),
    "cost_options.free": own === null ? cost.free : "",
    minimum_age:
      firstText(service, "minimum_age", "min_age") || firstText(eligibility[0] ?? {}, "minimum_age", "min_age"),
    maximum_age:
      firstText(service, "maximum_age", "max_age") || firstText(eligibility[0] ?? {}, "maximum_age", "max_age"),
    assured_date: textOf(service.assured_date),
    last_modified: own === null ? firstText(service, "last_modified", "updated_at") : "",
    assurer_email: textOf(service.assurer_email),
    application_process:
      textOf(service.application_process) || (service.needs_referral === true ? "You need a referral." : ""),
    eligibility_description:
      textOf(service.eligibility_description) || listText(eligibility.map((one) => textOf(one.eligibility))),
    ...scheduleCells(service),
    "phones.number": called || phones(...at.map(({ phones: there }) => there), organisation.phones),
    email: [firstText(service, "email"), ...contacts.map(({ email }) => textOf(email)), textOf(organisation.email)]
      .filter((email) => email !== "")
      .slice(0, own === null ? 1 : 20)
      .join("; "),
    url: [textOf(service.url), ...objectsIn(service.links).map(({ url }) => textOf(url))]
      .filter((url) => url !== "")
      .join(" ; "),
    "contacts.name": own === null ? contactWords(contacts) : "",
    attending_type: textOf(service.attending_type) || (away && own === null ? "online" : ""),
    attending_access: textOf(service.attending_access),
    ...attributeCells(service),
    ...(own === null ? {} : ownCells(own)),
  };
  return {
    cells: new Map(Object.entries(cells).filter(([, cell]) => cell.trim() !== "")),
    places: placesOf(service, own !== null),
  };
}

/** What our own feed adds, already under our own headings. */
function ownCells(own: JsonObject): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [key, value] of Object.entries(own)) {
    cells[key] = Array.isArray(value) ? value.map(textOf).map(wholeWord).join("; ") : textOf(value);
  }
  return cells;
}
