import { STATED_FACETS, type Vocabularies } from "../../services/facets.ts";
import type { PublishedSource } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import { type Entity, entity, location, organization, serviceId, TERM_URI, taxonomyId, taxonomyTerm } from "./parts.ts";
import { fullService, listedService } from "./service-document.ts";
import { uuidOf } from "./uuid.ts";

export interface FeedInput {
  readonly services: readonly Service[];
  readonly vocabularies: Vocabularies;
  readonly title: string;
  readonly publisher: string;
  readonly sources: readonly PublishedSource[];
  /** Whether the optional lists have a document for each of their entries too. */
  readonly single: boolean;
}

/** What `/` says: which standard this is, where its description stands, and on what terms the data are given. */
function details({ title, publisher, sources }: FeedInput): Entity {
  return {
    version: "HSDS-UK-3.0",
    profile: "https://docs.openreferraluk.org/en/3.0-uk/",
    openapi_url: "https://openreferraluk.org/specifications/3.0/openapi.json",
    title,
    publisher,
    sources: sources.map(({ id, title: called, licence, credit }) => ({ id, title: called, licence, credit })),
  };
}

/**
 * JSON that a plain file server may well call a web page: signs that could begin a tag are written as escapes, which
 * mean the same in JSON and nothing in HTML.
 */
export function feedText(value: unknown): string {
  return `${JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}\n`;
}

/** All of a list as its one page: a static server gives the same answer to every `?page=`. */
const page = (contents: readonly Entity[]): Entity => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: true,
  empty: contents.length === 0,
  contents,
});

interface Lists {
  readonly organizations: readonly Entity[];
  readonly taxonomies: readonly Entity[];
  readonly taxonomy_terms: readonly Entity[];
  readonly service_at_locations: readonly Entity[];
}

const byId = (entities: Iterable<Entity>): readonly Entity[] => [
  ...new Map([...entities].map((one) => [String(one.id), one])).values(),
];

function optionalLists({ services, vocabularies }: FeedInput): Lists {
  const terms = STATED_FACETS.flatMap(({ id }) => {
    const listed = vocabularies[id].terms.map((term) => term.id);
    const others = new Set(services.flatMap(({ unlisted }) => unlisted?.[id] ?? []));
    return [...listed, ...(id === "spokenLanguage" ? [] : others)].map((term) => taxonomyTerm(id, term, vocabularies));
  });
  return {
    organizations: byId(services.map(({ organisation }) => organization(organisation))),
    taxonomies: STATED_FACETS.map(({ id, column }) => ({
      id: taxonomyId(id),
      name: id,
      description: column.replaceAll("_", " "),
      uri: `${TERM_URI}${id}`,
    })),
    taxonomy_terms: byId(terms),
    service_at_locations: services.flatMap((service) => {
      const id = serviceId(service);
      return service.locations.map((place, i) =>
        entity({
          id: uuidOf(`${id}/at/${i}`),
          service_id: id,
          location: location(id, place, i),
          service: listedService(service),
        }),
      );
    }),
  };
}

/**
 * An Open Referral UK 3.0 feed as plain files, by path within its folder. `/services` is both a document and a folder,
 * which no plain file server can hold, so everything stands twice: as `services/index.html` (JSON, found by any server
 * under the standard's own address) and as `services.json` (for a server with rewrites, and for people).
 */
export function* feedFiles(input: FeedInput): Generator<readonly [path: string, text: string]> {
  const { services, vocabularies, single } = input;
  const twice = function* (path: string, value: unknown): Generator<readonly [string, string]> {
    const text = feedText(value);
    yield [path === "" ? "index.html" : `${path}/index.html`, text];
    yield [path === "" ? "index.json" : `${path}.json`, text];
  };
  yield* twice("", details(input));
  yield* twice("services", page(services.map(listedService)));
  for (const service of services) yield* twice(`services/${serviceId(service)}`, fullService(service, vocabularies));
  for (const [name, entities] of Object.entries(optionalLists(input)) as [string, readonly Entity[]][]) {
    yield* twice(name, page(entities));
    if (single) for (const one of entities) yield* twice(`${name}/${String(one.id)}`, one);
  }
}
