import type { StatedFacetId } from "../services/facets.ts";
import { distanceMetres, PRECISIONS } from "../services/place.ts";
import type { Location, Service, ServiceArea } from "../services/service.ts";
import { secretsOf, withoutWhereabouts } from "./sensitive.ts";

/** Metres within which two places of one name are the same place. */
export const SAME_PLACE_METRES = 100;

const isExact = ({ point, precision }: Location): boolean =>
  point !== null && (precision === "venue" || precision === "postcode");

/** Metres between two exact points; infinity where either location has none. */
export function exactMetres(a: Location, b: Location): number {
  if (!isExact(a) || !isExact(b) || a.point === null || b.point === null) return Number.POSITIVE_INFINITY;
  return distanceMetres(a.point[0], a.point[1], b.point[0], b.point[1]);
}

/** Whether two locations are one place: the same postcode, or exact points at most 100 m apart. */
export function isSamePlace(a: Location, b: Location): boolean {
  return (a.postcode !== undefined && a.postcode === b.postcode) || exactMetres(a, b) <= SAME_PLACE_METRES;
}

const fineness = ({ precision }: Location): number => PRECISIONS.indexOf(precision);

/** Places of both, each once, as finely as either knows it. */
function joinedLocations(first: readonly Location[], second: readonly Location[]): readonly Location[] {
  const joined = [...first];
  for (const location of second) {
    const at = joined.findIndex(
      (known) =>
        isSamePlace(known, location) || (known.borough === location.borough && !(isExact(known) && isExact(location))),
    );
    const known = joined[at];
    if (known === undefined) joined.push(location);
    else if (isSamePlace(known, location)) joined[at] = { ...location, ...known };
    else if (fineness(location) < fineness(known)) joined[at] = location;
  }
  return joined;
}

function joinedArea(first: ServiceArea, second: ServiceArea): ServiceArea {
  if (first.scope === "boroughs" && second.scope === "boroughs") {
    return { scope: "boroughs", boroughs: [...new Set([...first.boroughs, ...second.boroughs])].sort() };
  }
  return first.scope === "not-stated" ? second : first;
}

type Lists = Readonly<Partial<Record<StatedFacetId, readonly string[]>>>;

function joinedLists(first: Lists, second: Lists): Lists {
  const facets = [...new Set([...Object.keys(first), ...Object.keys(second)])] as StatedFacetId[];
  return Object.fromEntries(
    facets.map((facet) => [facet, [...new Set([...(first[facet] ?? []), ...(second[facet] ?? [])])]]),
  );
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}

/** Later of two dates of any precision; a date without a day counts from its first. */
const later = (a: Service["assured"], b: Service["assured"]): Service["assured"] =>
  (b.date ?? "") > (a.date ?? "") ? b : a;

/**
 * Two records of one service as one. The first leads: its words stand where both have some; the second fills what
 * the first lacks; terms, contacts, places and sources are those of both. Where either is sensitive, the result is,
 * and neither's place nor any mention of it in the other's text is left.
 */
export function joinServices(first: Service, second: Service): Service {
  const qualifiers: Record<string, Readonly<Record<string, string>>> = {};
  for (const from of [second.qualifiers, first.qualifiers]) {
    for (const [facet, meant] of Object.entries(from ?? {})) qualifiers[facet] = { ...qualifiers[facet], ...meant };
  }
  const unlisted = joinedLists(first.unlisted ?? {}, second.unlisted ?? {});
  const { organisation: one } = first;
  const joined: Service = {
    ...second,
    ...first,
    // The id of a record without a place may have been made from its borough's name; the sensitive twin's was not.
    id: !first.sensitive && second.sensitive ? second.id : first.id,
    organisation:
      one.name === first.name && second.organisation.name !== second.name
        ? { ...one, ...second.organisation }
        : { ...second.organisation, ...one },
    summary: first.summary === "" ? second.summary : first.summary,
    locations: joinedLocations(first.locations, second.locations),
    serviceArea: joinedArea(first.serviceArea, second.serviceArea),
    terms: joinedLists(first.terms, second.terms),
    ...(Object.keys(qualifiers).length > 0 ? { qualifiers: qualifiers as NonNullable<Service["qualifiers"]> } : {}),
    ...(Object.keys(unlisted).length > 0 ? { unlisted } : {}),
    eligibility: { ...second.eligibility, ...first.eligibility },
    referral: { ...second.referral, ...first.referral },
    schedule: first.schedule.length > 0 ? first.schedule : second.schedule,
    contacts: {
      ...second.contacts,
      ...first.contacts,
      phones: uniqueBy(
        [...first.contacts.phones, ...second.contacts.phones],
        ({ dial, number, extension }) => `${dial ?? number}x${extension ?? ""}`,
      ),
      emails: [...new Set([...first.contacts.emails, ...second.contacts.emails])],
      urls: uniqueBy([...first.contacts.urls, ...second.contacts.urls], (url) =>
        url
          .replace(/^https?:\/\/(?:www\.)?/i, "")
          .replace(/\/$/, "")
          .toLowerCase(),
      ),
    },
    assured: later(first.assured, second.assured),
    sources: uniqueBy([...first.sources, ...second.sources], ({ id, record }) => `${id} ${record}`),
    sensitive: first.sensitive || second.sensitive,
  };
  return joined.sensitive ? withoutPlaces(joined) : joined;
}

/** The strings that would give away where a service is. */
export function whereaboutsOf(service: Service): readonly string[] {
  return secretsOf(
    [service.name, service.organisation.name],
    service.locations.flatMap(({ name, address, postcode, point, precision }) => [
      ...(isExactWord(precision) ? [name ?? ""] : []),
      address ?? "",
      postcode ?? "",
      ...(point === null ? [] : [String(point[0]), String(point[1])]),
    ]),
  );
}

const isExactWord = (precision: Location["precision"]): boolean => precision === "venue" || precision === "postcode";

/** A service made sensitive after the fact: no places, and no word of them in its texts. */
export function withoutPlaces(service: Service): Service {
  const secrets = whereaboutsOf(service);
  const clean = (text: string): string => withoutWhereabouts(text, secrets);
  const { alternateName, description, scheduleText, costText, contacts, eligibility, referral } = service;
  return {
    ...service,
    sensitive: true,
    locations: [],
    name: clean(service.name),
    ...(alternateName === undefined ? {} : { alternateName: clean(alternateName) }),
    organisation: { ...service.organisation, name: clean(service.organisation.name) },
    summary: clean(service.summary),
    ...(description === undefined ? {} : { description: clean(description) }),
    ...(scheduleText === undefined ? {} : { scheduleText: clean(scheduleText) }),
    ...(costText === undefined ? {} : { costText: clean(costText) }),
    contacts: contacts.text === undefined ? contacts : { ...contacts, text: clean(contacts.text) },
    eligibility: eligibility.text === undefined ? eligibility : { ...eligibility, text: clean(eligibility.text) },
    referral: referral.text === undefined ? referral : { ...referral, text: clean(referral.text) },
  };
}
