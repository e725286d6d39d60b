import { STATED_FACETS, type StatedFacetId, type Vocabularies } from "../../services/facets.ts";
import type { Location, Organisation, Schedule, Service } from "../../services/service.ts";
import { isUuid, uuidOf } from "./uuid.ts";

/** An object of the feed; what is undefined or empty is left out when it is made. */
export type Entity = Readonly<Record<string, unknown>>;

/** Object without what the standard calls optional and the record does not state: undefined, "", empty lists. */
export function entity(fields: Readonly<Record<string, unknown>>): Entity {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

export const TERM_URI = "urn:x-asset-map:";

export const taxonomyId = (facet: string): string => uuidOf(`taxonomy/${facet}`);
export const termId = (facet: string, term: string): string => uuidOf(`term/${facet}/${term}`);
export const serviceId = (service: Service): string =>
  isUuid(service.id) ? service.id.toLowerCase() : uuidOf(`service/${service.sources[0]?.id ?? ""}/${service.id}`);
/** By charity or company number where there is one, so that one organisation of two sources is one. */
export function organisationId({ id, name, charityNumber, companyNumber }: Organisation): string {
  if (isUuid(id)) return id.toLowerCase();
  const key = charityNumber ?? companyNumber;
  return uuidOf(key === undefined ? `organisation/${id}/${name}` : `organisation/${key}/${name}`);
}

export function organization(organisation: Organisation): Entity {
  const { name, charityNumber, companyNumber, url } = organisation;
  const id = organisationId(organisation);
  const identifiers = [
    ["GB-CHC", "Charity number", charityNumber],
    ["GB-COH", "Company number", companyNumber],
  ] as const;
  return entity({
    id,
    name,
    // Required by the standard; our records hold no text about organisations.
    description: name,
    website: url,
    organization_identifiers: identifiers.flatMap(([scheme, type, identifier]) =>
      identifier === undefined
        ? []
        : [
            {
              id: uuidOf(`${id}/${scheme}`),
              identifier_scheme: scheme,
              identifier_type: type,
              identifier,
            },
          ],
    ),
  });
}

const FEED_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Spans of one time and frequency as one entry with its days; words of their own as another. */
export function schedules(owner: string, schedule: readonly Schedule[], text: string | undefined): readonly Entity[] {
  const spans = new Map<string, Schedule[]>();
  for (const span of schedule) {
    const key = `${span.opens} ${span.closes} ${span.frequency}`;
    spans.set(key, [...(spans.get(key) ?? []), span]);
  }
  const entries = [...spans].map(([key, same]) => {
    const [first] = same as [Schedule, ...Schedule[]];
    const often = {
      weekly: { freq: "WEEKLY", interval: 1 },
      fortnightly: { freq: "WEEKLY", interval: 2 },
      monthly: { freq: "MONTHLY", interval: 1 },
      // The standard has no word for "now and then".
      other: { asset_map: { frequency: "other" } },
    }[first.frequency];
    return {
      id: uuidOf(`${owner}/schedule/${key}`),
      ...often,
      byday: same.map(({ weekday }) => FEED_DAYS[weekday]).join(","),
      opens_at: first.opens,
      closes_at: first.closes,
    };
  });
  return text === undefined ? entries : [...entries, { id: uuidOf(`${owner}/schedule/text`), description: text }];
}

const GEOGRAPHY = "http://statistics.data.gov.uk/id/statistical-geography/";

export function serviceAreas(owner: string, { serviceArea }: Service, vocabularies: Vocabularies): readonly Entity[] {
  const area = (name: string, code: string): Entity => ({
    id: uuidOf(`${owner}/area/${code}`),
    name,
    uri: `${GEOGRAPHY}${code}`,
  });
  switch (serviceArea.scope) {
    case "boroughs":
      return serviceArea.boroughs.map((code) => area(vocabularies.borough.byId.get(code)?.label ?? code, code));
    case "london":
      return [area("Greater London", "E12000007")];
    case "wider":
      return [area("United Kingdom", "K02000001")];
    case "not-stated":
      return [];
  }
}

/** The standard's own form of a language holds an id only; name, code and note are HSDS's, or nobody could tell which. */
export function languages(owner: string, service: Service, vocabularies: Vocabularies): readonly Entity[] {
  const known = (service.terms.spokenLanguage ?? []).map((code) =>
    entity({
      id: uuidOf(`${owner}/language/${code}`),
      name: vocabularies.spokenLanguage.byId.get(code)?.label ?? code,
      code,
      note: service.qualifiers?.spokenLanguage?.[code],
    }),
  );
  const others = (service.unlisted?.spokenLanguage ?? []).map((name) => ({
    id: uuidOf(`${owner}/language/${name}`),
    name,
  }));
  return [...known, ...others];
}

/** A term as the feed lists it; a word that no vocabulary knows has no address. */
export function taxonomyTerm(facet: StatedFacetId, term: string, vocabularies: Vocabularies): Entity {
  const known = vocabularies[facet].byId.get(term);
  return entity({
    id: termId(facet, term),
    name: known?.label ?? term,
    description: known === undefined ? "A word of the source that is in no list of ours." : known.label,
    parent_id: known?.parent === undefined ? undefined : termId(facet, known.parent),
    taxonomy: facet,
    term_uri: known === undefined ? undefined : `${TERM_URI}${facet}:${term}`,
    code: known?.id,
  });
}

export function attributes(owner: string, service: Service, vocabularies: Vocabularies): readonly Entity[] {
  return STATED_FACETS.filter(({ id }) => id !== "spokenLanguage").flatMap(({ id }) => {
    const meant = service.qualifiers?.[id] ?? {};
    return [...(service.terms[id] ?? []), ...(service.unlisted?.[id] ?? [])].map((term) =>
      entity({
        id: uuidOf(`${owner}/attribute/${id}/${term}`),
        link_id: owner,
        link_type: "service",
        taxonomy_term_id: termId(id, term),
        value: meant[term],
        taxonomy_term: taxonomyTerm(id, term, vocabularies),
      }),
    );
  });
}

/** A location; its point is there only when we may draw it, its address only when we have one. */
export function location(owner: string, place: Location, number: number): Entity {
  const id = uuidOf(`${owner}/location/${number}`);
  const inLondon = place.borough !== null;
  const hasAddress = place.address !== undefined || place.postcode !== undefined;
  return entity({
    id,
    location_type: "physical",
    name: place.name,
    description: place.note,
    latitude: place.point?.[1],
    longitude: place.point?.[0],
    addresses: hasAddress
      ? [
          {
            id: uuidOf(`${id}/address`),
            // Our records hold an address as one line; the standard wants these parts, so what we don't know is empty.
            address_1: place.address ?? "",
            city: inLondon ? "London" : "",
            state_province: inLondon ? "Greater London" : "",
            postal_code: place.postcode ?? "",
            country: "GB",
            address_type: "physical",
          },
        ]
      : [],
    asset_map: entity({ precision: place.precision, borough: place.borough ?? undefined }),
  });
}
