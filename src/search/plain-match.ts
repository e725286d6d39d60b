import { FACETS, type Facet, type FacetId, type Vocabularies } from "../services/facets.ts";
import { type BoroughCode, distanceMetres } from "../services/place.ts";
import type { Service } from "../services/service.ts";
import type { Vocabulary } from "../services/vocabulary.ts";
import type { Fit } from "./results.ts";
import type { Selection } from "./selection.ts";

/**
 * The plain definition of a match: what `createSearch` must find, written to be read and not to be fast. Tests hold
 * the fast one equal to it. `hasWords` tells whether a service has the words typed, null when none were; `borough` is
 * that of the start.
 */
export interface PlainQuestion {
  readonly selection: Selection;
  readonly vocabularies: Vocabularies;
  readonly hasWords: ((service: Service) => boolean) | null;
  readonly borough: BoroughCode | null;
}

/** A term finds those that say it or one beneath it. Who says only something wider does not say; who says only others does not fit. */
export function fitOf(service: Service, facet: Facet, chosen: readonly string[], vocabulary: Vocabulary): Fit {
  const says = facet.read(service);
  const unlisted = (service.unlisted as Readonly<Record<string, unknown>> | undefined)?.[facet.id];
  if (says === null) return unlisted === undefined ? "does-not-say" : "does-not-fit";
  if (says.some((term) => chosen.some((wanted) => vocabulary.withDescendants(wanted).includes(term)))) return "fits";
  if (says.some((term) => chosen.some((wanted) => vocabulary.withDescendants(term).includes(wanted))))
    return "does-not-say";
  return "does-not-fit";
}

/** Metres to the nearest location that has a point; null when none has. */
export function plainDistance(
  service: Service,
  { point: [lon, lat] }: { readonly point: readonly [number, number] },
): number | null {
  const metres = service.locations.flatMap(({ point }) =>
    point === null ? [] : [distanceMetres(lon, lat, point[0], point[1])],
  );
  return metres.length === 0 ? null : Math.min(...metres);
}

function isNear(service: Service, { near }: Selection, borough: BoroughCode | null): boolean {
  if (near === null || near.radius === null) return true;
  const metres = plainDistance(service, near);
  if (metres !== null) return metres <= near.radius;
  const { scope } = service.serviceArea;
  const serves = boroughFacet.read(service);
  // No service is lost for having no pin: it stays if it serves where the person starts, or if nothing ties it to a place.
  return scope === "london" || scope === "wider" || serves === null || (borough !== null && serves.includes(borough));
}

const boroughFacet = FACETS.find(({ id }) => id === "borough") as Facet;

/** Where a service stands does not ask for libraries and halls: every one of them stands somewhere. */
const ASKS_FOR_NO_PLACES: readonly FacetId[] = ["borough", "deprivation"];

/** Whether nothing that was chosen turns a service away, the layer of places aside. */
export function passes(service: Service, { selection, vocabularies, hasWords, borough }: PlainQuestion): boolean {
  return (
    FACETS.every((facet) => {
      const chosen = selection.terms[facet.id] ?? [];
      if (chosen.length === 0) return true;
      const fit = fitOf(service, facet, chosen, vocabularies[facet.id]);
      return selection.reading === "says-so" ? fit === "fits" : fit !== "does-not-fit";
    }) &&
    FACETS.every((facet) => fitOf(service, facet, selection.not[facet.id] ?? [], vocabularies[facet.id]) !== "fits") &&
    (hasWords === null || hasWords(service)) &&
    isNear(service, selection, borough)
  );
}

/** Whether a service is listed. Libraries and halls come when the switch, typed words or a chosen term that they say asks for them. */
export function isListed(service: Service, question: PlainQuestion): boolean {
  const { selection, vocabularies, hasWords } = question;
  const asked =
    service.kind !== "place" ||
    selection.places ||
    hasWords !== null ||
    FACETS.some(
      (facet) =>
        !ASKS_FOR_NO_PLACES.includes(facet.id) &&
        fitOf(service, facet, selection.terms[facet.id] ?? [], vocabularies[facet.id]) === "fits",
    );
  return asked && passes(service, question);
}

/** How many are listed and say the term, or one beneath it, if it alone were ticked in its facet. */
export function plainCount(
  services: readonly Service[],
  facet: (typeof FACETS)[number],
  term: string,
  question: PlainQuestion,
): number {
  const { selection, vocabularies } = question;
  const ticked = { ...question, selection: { ...selection, terms: { ...selection.terms, [facet.id]: [term] } } };
  return services.filter(
    (service) => fitOf(service, facet, [term], vocabularies[facet.id]) === "fits" && isListed(service, ticked),
  ).length;
}
