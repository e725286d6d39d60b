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

type Cell = string | number | undefined;

/** What a service says that does not hang on a place, by heading; in the order of FLAT_HEADINGS all the same. */
function serviceCells(service: Service, vocabularies: Vocabularies): ReadonlyMap<FlatHeading, Cell> {
  const { organisation, eligibility, referral, contacts, capacity, assured, sources } = service;
  const [source] = sources;
  // A group that runs itself has no organisation beside it; any other keeps its own name and id.
  const ownOrganisation = organisation.id === service.id && organisation.name === service.name;
  const cells = new Map<FlatHeading, Cell>([
    ["id", service.id],
    ["kind", service.kind],
    ["name", service.name],
    ["alternate_name", service.alternateName],
    ["organisation", ownOrganisation ? "" : organisation.name],
    ["organisation_id", ownOrganisation ? "" : organisation.id],
    ["charity_number", organisation.charityNumber],
    ["company_number", organisation.companyNumber],
    ["organisation_url", organisation.url],
    ["summary", service.summary],
    ["description", service.description],
    ["status", service.status],
    ["serves", servesText(service, vocabularies)],
    ["eligibility", eligibility.text],
    ["min_age", eligibility.minAge],
    ["max_age", eligibility.maxAge],
    ["residence", eligibility.residence],
    ["referral", referral.text],
    ["referral_url", referral.url],
    ["cost_text", service.costText],
    ["opening_hours", service.schedule.length > 0 ? openingHoursText(service.schedule) : service.scheduleText],
    ["opening_note", service.schedule.length > 0 ? service.scheduleText : ""],
    ["phone", listCell(contacts.phones.map(phoneText))],
    ["email", listCell(contacts.emails)],
    ["website", contacts.urls.join(" ; ")],
    ["contact_text", contacts.text],
    ["capacity", capacity?.state],
    ["capacity_as_of", capacity?.asOf],
    ["assured_date", assured.date],
    ["assured_by", assured.by],
    ["assured_email", assured.email],
    ["source_record", source === undefined ? "" : `${source.id}/${source.record}`],
    ["source_url", source?.url],
    ["source_date", source?.dateInferred === true ? `${source.date ?? ""} (inferred)` : source?.date],
    ["confidence", source?.confidence],
    ["sensitive", service.sensitive ? "yes" : ""],
    ["helps_too", service.helpsToo === undefined ? "" : service.helpsToo ? "yes" : "no"],
    ["host_setting", service.hostSetting],
  ]);
  for (const { id, column } of STATED_FACETS) {
    const terms = service.terms[id];
    const others = service.unlisted?.[id];
    if (terms === undefined && others === undefined) continue;
    const meant = service.qualifiers?.[id];
    const known = (terms ?? []).map((term) => {
      const label = vocabularies[id].byId.get(term)?.label ?? term;
      const qualifier = meant?.[term];
      return qualifier === undefined ? label : `${label} (${qualifier})`;
    });
    cells.set(column, listCell(others === undefined ? known : [...known, ...others.map(wholeWord)]));
  }
  return cells;
}

function phoneText({ number, extension, note }: Service["contacts"]["phones"][number]): string {
  return [number, extension === undefined ? "" : ` ext ${extension}`, note === undefined ? "" : ` (${note})`].join("");
}

/** What tells where a place is, by heading. */
function placeCells(location: Location, vocabularies: Vocabularies): ReadonlyMap<FlatHeading, Cell> {
  const { borough, point } = location;
  return new Map<FlatHeading, Cell>([
    ["location_name", location.name],
    ["address", location.address],
    ["postcode", location.postcode],
    ["lat", point?.[1]],
    ["lon", point?.[0]],
    ["precision", statedPrecision(location.precision, location.postcode)],
    ["location_note", location.note],
    ["location_borough", borough === null ? "" : (vocabularies.borough.byId.get(borough)?.label ?? borough)],
  ]);
}

/**
 * A cell for a spreadsheet: quoted where it must be; one that a spreadsheet would run as a formula (`=`, `+`, `-`,
 * `@` or their full-width forms, also behind spaces, tabs and other blanks) gets an apostrophe before it, which our
 * own intake takes off again.
 */
export function csvCell(value: string): string {
  if (value === "") return value;
  // Most cells begin with a letter or a digit, and no spreadsheet runs those.
  const plain = PLAIN_START.test(value);
  const safe = !plain && RUNS.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return (plain ? QUOTED_INSIDE : QUOTED_ANYWHERE).test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const PLAIN_START = /^[A-Za-z0-9]/;
const RUNS = /^[\s\p{Cf}\u0000]*[=+\-@＝＋－＠]/u;
const QUOTED_INSIDE = /[",\r\n;\t]|\s$/;
const QUOTED_ANYWHERE = /[",\r\n;\t]|^\s|\s$|^'/;

/** The lines of our own flat CSV, each with its line end: the headings, then one for each service at each location. */
export function* flatCsvLines(services: Iterable<Service>, vocabularies: Vocabularies): Generator<string> {
  yield `\ufeff${FLAT_HEADINGS.join(",")}\r\n`;
  const nowhere: ReadonlyMap<FlatHeading, Cell> = new Map();
  for (const service of services) {
    const cells = serviceCells(service, vocabularies);
    const places =
      service.locations.length === 0 ? [nowhere] : service.locations.map((at) => placeCells(at, vocabularies));
    for (const place of places) {
      let line = "";
      for (const heading of FLAT_HEADINGS) {
        const cell = cells.get(heading) ?? place.get(heading);
        if (heading !== "id") line += ",";
        if (cell !== undefined && cell !== "") line += typeof cell === "number" ? cell : csvCell(cell);
      }
      yield `${line}\r\n`;
    }
  }
}

/** Services as our own flat CSV with a byte order mark, so that spreadsheets read it as UTF-8; one row a location. */
export function toFlatCsv(services: readonly Service[], vocabularies: Vocabularies): string {
  return [...flatCsvLines(services, vocabularies)].join("");
}
