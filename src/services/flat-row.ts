import { STATED_FACETS, type Vocabularies } from "./facets.ts";
import type { Location, Schedule, Service } from "./service.ts";

/** Headings of our own flat CSV, in order: one row a service at a location. Intake reads them back. */
export const FLAT_HEADINGS = [
  "id",
  "kind",
  "name",
  "alternate_name",
  "organisation",
  "organisation_id",
  "charity_number",
  "company_number",
  "organisation_url",
  "summary",
  "description",
  "status",
  "location_name",
  "address",
  "postcode",
  "lat",
  "lon",
  "precision",
  "location_note",
  "location_borough",
  "serves",
  "spoken_languages",
  "faiths",
  "specialisms",
  "communities",
  "who_for",
  "led_by",
  "how_to_get_in",
  "format",
  "cost",
  "access",
  "pathways",
  "eligibility",
  "min_age",
  "max_age",
  "residence",
  "referral",
  "referral_url",
  "cost_text",
  "opening_hours",
  "opening_note",
  "phone",
  "email",
  "website",
  "contact_text",
  "capacity",
  "capacity_as_of",
  "assured_date",
  "assured_by",
  "assured_email",
  "source_record",
  "source_url",
  "source_date",
  "confidence",
  "sensitive",
  "helps_too",
  "host_setting",
] as const;
export type FlatHeading = (typeof FLAT_HEADINGS)[number];

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

/**
 * Schedules as OpenStreetMap writes opening hours: `Mo 09:00-17:00; Tu 10:00-12:00,13:00-15:00`. What is not every
 * week says so in brackets, which is ours: `We 10:00-12:00 (fortnightly)`.
 */
export function openingHoursText(schedule: readonly Schedule[]): string {
  const spans = new Map<string, string[]>();
  for (const { weekday, opens, closes, frequency } of schedule) {
    const key = `${weekday} ${frequency}`;
    spans.set(key, [...(spans.get(key) ?? []), `${opens}-${closes}`]);
  }
  return [...spans]
    .map(([key, times]) => {
      const [weekday = "0", frequency] = key.split(" ");
      const often = frequency === "weekly" ? "" : ` (${frequency})`;
      return `${DAYS[Number(weekday)]} ${times.join(",")}${often}`;
    })
    .join("; ");
}

/** Values of a list as one cell. */
export const listCell = (values: readonly string[]): string => values.join("; ");

/** A word that no vocabulary knows, so that a list's reader takes it as a whole: in quotation marks where it would be cut. */
export function wholeWord(word: string): string {
  return /[;,|/&+()"\n]|\band\b/i.test(word) ? `"${word.replaceAll('"', '""')}"` : word;
}

function servesText({ serviceArea }: Service, vocabularies: Vocabularies): string {
  switch (serviceArea.scope) {
    case "boroughs":
      return listCell(serviceArea.boroughs.map((code) => vocabularies.borough.byId.get(code)?.label ?? code));
    case "london":
      return "London-wide";
    case "wider":
      return "National";
    case "not-stated":
      return "";
  }
}

/**
 * How fine a place is, where a reader must be told: one known to a borough that has a postcode all the same has one
 * that nobody could look up yet, which is worth another try.
 */
export function statedPrecision(precision: string, postcode: string | undefined): string {
  return precision === "none" || (precision === "borough" && postcode !== undefined && postcode !== "")
    ? ""
    : precision;
}

function flatRow(service: Service, location: Location | undefined, vocabularies: Vocabularies): Record<string, string> {
  const { organisation, eligibility, referral, contacts, capacity, assured, sources } = service;
  const facets = STATED_FACETS.map(({ id, column }) => {
    const meant = service.qualifiers?.[id] ?? {};
    const known = (service.terms[id] ?? []).map((term) => {
      const label = vocabularies[id].byId.get(term)?.label ?? term;
      const qualifier = meant[term];
      return qualifier === undefined ? label : `${label} (${qualifier})`;
    });
    return [column, listCell([...known, ...(service.unlisted?.[id] ?? []).map(wholeWord)])] as const;
  });
  const borough = location?.borough ?? null;
  // A group that runs itself has no organisation beside it; any other keeps its own name and id.
  const ownOrganisation = organisation.id === service.id && organisation.name === service.name;
  const values: Readonly<Partial<Record<FlatHeading, string | number | undefined>>> = {
    ...Object.fromEntries(facets),
    id: service.id,
    kind: service.kind,
    name: service.name,
    alternate_name: service.alternateName,
    organisation: ownOrganisation ? "" : organisation.name,
    organisation_id: ownOrganisation ? "" : organisation.id,
    charity_number: organisation.charityNumber,
    company_number: organisation.companyNumber,
    organisation_url: organisation.url,
    summary: service.summary,
    description: service.description,
    status: service.status,
    location_name: location?.name,
    address: location?.address,
    postcode: location?.postcode,
    lat: location?.point?.[1],
    lon: location?.point?.[0],
    precision: location === undefined ? "" : statedPrecision(location.precision, location.postcode),
    location_note: location?.note,
    location_borough: borough === null ? "" : (vocabularies.borough.byId.get(borough)?.label ?? borough),
    serves: servesText(service, vocabularies),
    eligibility: eligibility.text,
    min_age: eligibility.minAge,
    max_age: eligibility.maxAge,
    residence: eligibility.residence,
    referral: referral.text,
    referral_url: referral.url,
    cost_text: service.costText,
    opening_hours: service.schedule.length > 0 ? openingHoursText(service.schedule) : service.scheduleText,
    opening_note: service.schedule.length > 0 ? service.scheduleText : "",
    phone: listCell(
      contacts.phones.map(({ number, extension, note }) =>
        [number, extension === undefined ? "" : ` ext ${extension}`, note === undefined ? "" : ` (${note})`].join(""),
      ),
    ),
    email: listCell(contacts.emails),
    website: contacts.urls.join(" ; "),
    contact_text: contacts.text,
    capacity: capacity?.state,
    capacity_as_of: capacity?.asOf,
    assured_date: assured.date,
    assured_by: assured.by,
    assured_email: assured.email,
    source_record: sources[0] === undefined ? "" : `${sources[0].id}/${sources[0].record}`,
    source_url: sources[0]?.url,
    source_date: sources[0]?.dateInferred === true ? `${sources[0].date ?? ""} (inferred)` : sources[0]?.date,
    confidence: sources[0]?.confidence,
    sensitive: service.sensitive ? "yes" : "",
    helps_too: service.helpsToo === undefined ? "" : service.helpsToo ? "yes" : "no",
    host_setting: service.hostSetting,
  };
  return Object.fromEntries(Object.entries(values).map(([heading, value]) => [heading, String(value ?? "")]));
}

/**
 * A cell for a spreadsheet: quoted where it must be; one that a spreadsheet would run as a formula (`=`, `+`, `-`,
 * `@` or their full-width forms, also behind spaces, tabs and other blanks) gets an apostrophe before it, which our
 * own intake takes off again.
 */
export function csvCell(value: string): string {
  const safe =
    /^[\s\p{Cf}\u0000]*[=+\-@＝＋－＠]/u.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Services as our own flat CSV with a byte order mark, so that spreadsheets read it as UTF-8; one row a location. */
export function toFlatCsv(services: readonly Service[], vocabularies: Vocabularies): string {
  const rows = services.flatMap((service) => {
    const locations = service.locations.length === 0 ? [undefined] : service.locations;
    return locations.map((location) => {
      const row = flatRow(service, location, vocabularies);
      return FLAT_HEADINGS.map((heading) => csvCell(row[heading] ?? "")).join(",");
    });
  });
  return `\ufeff${[FLAT_HEADINGS.join(","), ...rows].join("\r\n")}\r\n`;
}
