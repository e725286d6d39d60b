import type { StatedFacetId, Vocabularies } from "./facets.ts";
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
  "organisation_income",
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

/** A service at one of its places, if it has any; `own` where its organisation is more than itself. */
interface FlatRow {
  readonly service: Service;
  readonly place: Location | null;
  readonly own: Service["organisation"] | null;
  readonly source: Service["sources"][number] | null;
  readonly vocabularies: Vocabularies;
}

const stated =
  (id: StatedFacetId) =>
  ({ service, vocabularies }: FlatRow): Cell => {
    const terms = service.terms[id];
    const others = service.unlisted?.[id];
    if (terms === undefined && others === undefined) return undefined;
    const meant = service.qualifiers?.[id];
    let cell = "";
    for (const term of terms ?? []) {
      const label = vocabularies[id].byId.get(term)?.label ?? term;
      const qualifier = meant?.[term];
      if (cell !== "") cell += "; ";
      cell += qualifier === undefined ? label : `${label} (${qualifier})`;
    }
    if (others === undefined) return cell;
    return listCell([...(cell === "" ? [] : [cell]), ...others.map(wholeWord)]);
  };

/** What stands in each column; a heading without its cell does not compile. */
const CELLS: Readonly<Record<FlatHeading, (row: FlatRow) => Cell>> = {
  id: ({ service }) => service.id,
  kind: ({ service }) => service.kind,
  name: ({ service }) => service.name,
  alternate_name: ({ service }) => service.alternateName,
  organisation: ({ own }) => own?.name,
  organisation_id: ({ own }) => own?.id,
  charity_number: ({ service }) => service.organisation.charityNumber,
  company_number: ({ service }) => service.organisation.companyNumber,
  organisation_income: ({ service }) => service.organisation.income,
  organisation_url: ({ service }) => service.organisation.url,
  summary: ({ service }) => service.summary,
  description: ({ service }) => service.description,
  status: ({ service }) => service.status,
  location_name: ({ place }) => place?.name,
  address: ({ place }) => place?.address,
  postcode: ({ place }) => place?.postcode,
  lat: ({ place }) => place?.point?.[1],
  lon: ({ place }) => place?.point?.[0],
  precision: ({ place }) => (place === null ? undefined : statedPrecision(place.precision, place.postcode)),
  location_note: ({ place }) => place?.note,
  location_borough: ({ place, vocabularies }) =>
    place === null || place.borough === null
      ? undefined
      : (vocabularies.borough.byId.get(place.borough)?.label ?? place.borough),
  serves: ({ service, vocabularies }) => servesText(service, vocabularies),
  spoken_languages: stated("spokenLanguage"),
  faiths: stated("faith"),
  specialisms: stated("specialism"),
  communities: stated("community"),
  who_for: stated("whoFor"),
  led_by: stated("ledBy"),
  how_to_get_in: stated("howToGetIn"),
  format: stated("format"),
  cost: stated("cost"),
  access: stated("access"),
  pathways: stated("pathway"),
  eligibility: ({ service }) => service.eligibility.text,
  min_age: ({ service }) => service.eligibility.minAge,
  max_age: ({ service }) => service.eligibility.maxAge,
  residence: ({ service }) => service.eligibility.residence,
  referral: ({ service }) => service.referral.text,
  referral_url: ({ service }) => service.referral.url,
  cost_text: ({ service }) => service.costText,
  opening_hours: ({ service }) =>
    service.schedule.length > 0 ? openingHoursText(service.schedule) : service.scheduleText,
  opening_note: ({ service }) => (service.schedule.length > 0 ? service.scheduleText : undefined),
  phone: ({ service }) => listCell(service.contacts.phones.map(phoneText)),
  email: ({ service }) => listCell(service.contacts.emails),
  website: ({ service }) => service.contacts.urls.join(" ; "),
  contact_text: ({ service }) => service.contacts.text,
  capacity: ({ service }) => service.capacity?.state,
  capacity_as_of: ({ service }) => service.capacity?.asOf,
  assured_date: ({ service }) => service.assured.date,
  assured_by: ({ service }) => service.assured.by,
  assured_email: ({ service }) => service.assured.email,
  source_record: ({ source }) => (source === null ? undefined : `${source.id}/${source.record}`),
  source_url: ({ source }) => source?.url,
  source_date: ({ source }) => (source?.dateInferred === true ? `${source.date ?? ""} (inferred)` : source?.date),
  confidence: ({ source }) => source?.confidence,
  sensitive: ({ service }) => (service.sensitive ? "yes" : undefined),
  helps_too: ({ service: { helpsToo } }) => (helpsToo === undefined ? undefined : helpsToo ? "yes" : "no"),
  host_setting: ({ service }) => service.hostSetting,
};
const IN_ORDER = FLAT_HEADINGS.map((heading) => CELLS[heading]);

function phoneText({ number, extension, note }: Service["contacts"]["phones"][number]): string {
  return [number, extension === undefined ? "" : ` ext ${extension}`, note === undefined ? "" : ` (${note})`].join("");
}

/**
 * A cell for a spreadsheet: quoted where it must be; one that a spreadsheet would run as a formula (`=`, `+`, `-`,
 * `@` or their full-width forms, also behind spaces, tabs and other blanks) gets an apostrophe before it, which our
 * own intake takes off again.
 */
export function csvCell(value: string): string {
  if (value === "") return value;
  if (SIMPLE.test(value)) return value;
  // Most cells begin with a letter or a digit, and no spreadsheet runs those.
  const plain = PLAIN_START.test(value);
  const safe = !plain && RUNS.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return (plain ? QUOTED_INSIDE : QUOTED_ANYWHERE).test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A letter or a digit, and nothing after it that needs quotation marks. */
const SIMPLE = /^[A-Za-z0-9](?:[^",\r\n;\t]*[^",\r\n;\t\s])?$/;
const PLAIN_START = /^[A-Za-z0-9]/;
const RUNS = /^[\s\p{Cf}\u0000]*[=+\-@＝＋－＠]/u;
const QUOTED_INSIDE = /[",\r\n;\t]|\s$/;
const QUOTED_ANYWHERE = /[",\r\n;\t]|^\s|\s$|^'/;

/** The lines of our own flat CSV, each with its line end: the headings, then one for each service at each location. */
export function* flatCsvLines(services: Iterable<Service>, vocabularies: Vocabularies): Generator<string> {
  yield `\ufeff${FLAT_HEADINGS.join(",")}\r\n`;
  for (const service of services) {
    const { organisation, locations, sources } = service;
    // A group that runs itself has no organisation beside it; any other keeps its own name and id.
    const own = organisation.id === service.id && organisation.name === service.name ? null : organisation;
    for (const place of locations.length === 0 ? NOWHERE : locations) {
      const row: FlatRow = { service, place, own, source: sources[0] ?? null, vocabularies };
      let line = "";
      for (let i = 0; i < IN_ORDER.length; i++) {
        const cell = (IN_ORDER[i] as (typeof IN_ORDER)[number])(row);
        if (i > 0) line += ",";
        if (cell !== undefined && cell !== "") line += typeof cell === "number" ? cell : csvCell(cell);
      }
      yield `${line}\r\n`;
    }
  }
}

const NOWHERE = [null] as const;

/** Services as our own flat CSV with a byte order mark, so that spreadsheets read it as UTF-8; one row a location. */
export function toFlatCsv(services: readonly Service[], vocabularies: Vocabularies): string {
  return [...flatCsvLines(services, vocabularies)].join("");
}
