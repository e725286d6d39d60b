import { STATED_FACETS } from "../services/facets.ts";
import { listCell, openingHoursText, statedPrecision, wholeWord } from "../services/flat-row.ts";
import type { Schedule } from "../services/service.ts";
import type { JsonRecord } from "./json-table.ts";
import { isObject, type JsonObject, objectsIn, textOf } from "./json-values.ts";

const object = (value: unknown): JsonObject => (isObject(value) ? value : {});
const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(textOf).filter((word) => word !== "") : [];

function serves(area: JsonObject): string {
  if (area.scope === "london") return "London-wide";
  if (area.scope === "wider") return "National";
  return listCell(words(area.boroughs));
}

function phone({ number, extension, note }: JsonObject): string {
  const [ext, more] = [textOf(extension), textOf(note)];
  return `${textOf(number)}${ext === "" ? "" : ` ext ${ext}`}${more === "" ? "" : ` (${more})`}`;
}

function schedules(value: unknown): readonly Schedule[] {
  return objectsIn(value).flatMap(({ weekday, opens, closes, frequency }) => {
    if (typeof weekday !== "number" || weekday < 0 || weekday > 6 || !Number.isInteger(weekday)) return [];
    const often = (["weekly", "fortnightly", "monthly", "other"] as const).find((known) => known === frequency);
    return [
      {
        weekday: weekday as Schedule["weekday"],
        opens: textOf(opens),
        closes: textOf(closes),
        frequency: often ?? "weekly",
      },
    ];
  });
}

/** Where a location of our own record is, as cells under our own headings. */
export function ownPlace(location: JsonObject): ReadonlyMap<string, string> {
  const point = Array.isArray(location.point) ? location.point : [];
  return filled({
    location_name: textOf(location.name),
    address: textOf(location.address),
    postcode: textOf(location.postcode),
    lat: textOf(point[1]),
    lon: textOf(point[0]),
    precision: statedPrecision(textOf(location.precision), textOf(location.postcode)),
    location_note: textOf(location.note),
    location_borough: textOf(location.borough),
  });
}

const filled = (cells: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(cells).filter(([, cell]) => cell !== ""));

/**
 * A record as our own GeoJSON holds it, as cells under our own headings: it then passes every check that a
 * spreadsheet's row passes, for anybody may have written it. Any JSON gives cells; nothing throws.
 */
export function ownRecord(service: JsonObject): JsonRecord {
  const organisation = object(service.organisation);
  const isOwn = organisation.id === service.id && organisation.name === service.name;
  const [eligibility, referral] = [object(service.eligibility), object(service.referral)];
  const [contacts, capacity, assured] = [object(service.contacts), object(service.capacity), object(service.assured)];
  const [terms, qualifiers, unlisted] = [object(service.terms), object(service.qualifiers), object(service.unlisted)];
  const source = object(objectsIn(service.sources)[0]);
  const facets = STATED_FACETS.map(({ id, column }) => {
    const meant = object(qualifiers[id]);
    const known = words(terms[id]).map((term) => {
      const qualifier = textOf(meant[term]);
      return qualifier === "" ? term : `${term} (${qualifier})`;
    });
    return [column, listCell([...known, ...words(unlisted[id]).map(wholeWord)])] as const;
  });
  const schedule = schedules(service.schedule);
  const said = textOf(service.scheduleText);
  const sourceId = textOf(source.id);
  const cells = filled({
    ...Object.fromEntries(facets),
    id: textOf(service.id),
    kind: textOf(service.kind),
    name: textOf(service.name),
    alternate_name: textOf(service.alternateName),
    organisation: isOwn ? "" : textOf(organisation.name),
    organisation_id: isOwn ? "" : textOf(organisation.id),
    charity_number: textOf(organisation.charityNumber),
    company_number: textOf(organisation.companyNumber),
    organisation_income: textOf(organisation.income),
    organisation_url: textOf(organisation.url),
    summary: textOf(service.summary),
    description: textOf(service.description),
    status: textOf(service.status),
    serves: serves(object(service.serviceArea)),
    eligibility: textOf(eligibility.text),
    min_age: textOf(eligibility.minAge),
    max_age: textOf(eligibility.maxAge),
    residence: textOf(eligibility.residence),
    referral: textOf(referral.text),
    referral_url: textOf(referral.url),
    cost_text: textOf(service.costText),
    opening_hours: schedule.length > 0 ? openingHoursText(schedule) : said,
    opening_note: schedule.length > 0 ? said : "",
    phone: listCell(objectsIn(contacts.phones).map(phone)),
    email: listCell(words(contacts.emails)),
    website: words(contacts.urls).join(" ; "),
    contact_text: textOf(contacts.text),
    capacity: textOf(capacity.state),
    capacity_as_of: textOf(capacity.asOf),
    assured_date: textOf(assured.date),
    assured_by: textOf(assured.by),
    assured_email: textOf(assured.email),
    source_record: sourceId === "" ? "" : `${sourceId}/${textOf(source.record)}`,
    source_url: textOf(source.url),
    source_date: source.dateInferred === true ? `${textOf(source.date)} (inferred)` : textOf(source.date),
    confidence: textOf(source.confidence),
    sensitive: service.sensitive === true ? "yes" : "",
    helps_too: textOf(service.helpsToo),
    host_setting: textOf(service.hostSetting),
  });
  return { cells, places: objectsIn(service.locations).map(ownPlace) };
}
