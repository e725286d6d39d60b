import type { Vocabularies } from "../../services/facets.ts";
import type { Service } from "../../services/service.ts";
import {
  attributes,
  type Entity,
  entity,
  languages,
  location,
  organisationId,
  organization,
  schedules,
  serviceAreas,
  serviceId,
} from "./parts.ts";
import { uuidOf } from "./uuid.ts";

/** A full date and time is what the standard wants of `last_modified`, and none of our sources gives one: left out. */
function plainFields(service: Service): Readonly<Record<string, unknown>> {
  const { contacts, eligibility, assured, referral } = service;
  return {
    id: serviceId(service),
    organization_id: organisationId(service.organisation),
    name: service.name,
    alternate_name: service.alternateName,
    description: service.description ?? service.summary,
    url: contacts.urls[0],
    email: contacts.emails[0],
    status: service.status,
    fees: service.costText,
    minimum_age: eligibility.minAge,
    maximum_age: eligibility.maxAge,
    eligibility_description: eligibility.text,
    application_process: referral.text,
    assured_date: assured.date,
    assurer_email: assured.email,
  };
}

/** What the standard has no place for, under the headings of our own CSV, so that our reader loses nothing. */
function extension(service: Service): Entity {
  const { organisation, eligibility, referral, contacts, capacity, assured, sources } = service;
  const [source] = sources;
  const isOwn = organisation.id === service.id && organisation.name === service.name;
  return entity({
    id: service.id,
    kind: service.kind,
    organisation_id: isOwn ? service.id : organisation.id,
    summary: service.summary,
    residence: eligibility.residence,
    referral_url: referral.url,
    email: contacts.emails.length > 1 ? contacts.emails.join("; ") : undefined,
    website: contacts.urls.length > 1 ? contacts.urls.join(" ; ") : undefined,
    contact_text: contacts.text,
    capacity: capacity?.state,
    capacity_as_of: capacity?.asOf,
    assured_by: assured.by,
    source_record: source === undefined ? undefined : `${source.id}/${source.record}`,
    source_url: source?.url,
    source_date: source?.dateInferred === true ? `${source.date ?? ""} (inferred)` : source?.date,
    confidence: source?.confidence,
    sensitive: service.sensitive ? "yes" : undefined,
    helps_too: service.helpsToo === undefined ? undefined : service.helpsToo ? "yes" : "no",
    host_setting: service.hostSetting,
    organisation_income: service.organisation.income,
  });
}

/** A service as `/services` lists it: what it has one of, and its organisation. */
export function listedService(service: Service): Entity {
  const { eligibility_description, application_process, ...plain } = plainFields(service);
  return entity({ ...plain, organization: organization(service.organisation) });
}

/** A service as `/services/{id}` gives it: Open Referral UK 3.0 with HSDS's further fields and our own extension. */
export function fullService(service: Service, vocabularies: Vocabularies): Entity {
  const id = serviceId(service);
  const { phones } = service.contacts;
  return entity({
    ...plainFields(service),
    organization: organization(service.organisation),
    schedules: schedules(id, service.schedule, service.scheduleText),
    service_areas: serviceAreas(id, service, vocabularies),
    service_at_locations: service.locations.map((place, i) => ({
      id: uuidOf(`${id}/at/${i}`),
      service_id: id,
      location: location(id, place, i),
    })),
    languages: languages(id, service, vocabularies),
    contacts:
      phones.length === 0
        ? []
        : [
            {
              id: uuidOf(`${id}/contact`),
              phones: phones.map(({ number, extension: ext, note }, i) =>
                entity({ id: uuidOf(`${id}/phone/${i}`), number, extension: ext, description: note }),
              ),
            },
          ],
    attributes: attributes(id, service, vocabularies),
    asset_map: extension(service),
  });
}
