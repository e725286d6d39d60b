import { readFileSync } from "node:fs";
import type { SynonymFile } from "../../src/search/phrases.ts";
import { createSearch, type Search } from "../../src/search/search.ts";
import { NOTHING_SELECTED, type Selection } from "../../src/search/selection.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { FACET_IDS, type Vocabularies } from "../../src/services/facets.ts";
import type { Service } from "../../src/services/service.ts";
import { createVocabularies, decodeServiceIndex } from "../../src/services/service-index.ts";

export const TODAY = "2026-11-24";

/** The project's own words: what is tried here is what people meet. */
export const vocabularies: Vocabularies = createVocabularies(
  Object.fromEntries(FACET_IDS.map((id) => [id, JSON.parse(readFileSync(`data/vocabulary/${id}.json`, "utf8"))])),
);

export function synonymsOf(...locales: readonly string[]): SynonymFile[] {
  return locales.map((locale) => JSON.parse(readFileSync(`data/search/synonyms/${locale}.json`, "utf8")));
}

/** A fictitious service: a name, and whatever else the test is about. */
export function aService(name: string, more: Partial<Service> = {}): Service {
  return {
    id: name,
    kind: "group",
    name,
    organisation: { id: name, name },
    summary: "",
    status: "active",
    locations: [],
    serviceArea: { scope: "not-stated" },
    terms: {},
    eligibility: {},
    referral: {},
    schedule: [],
    contacts: { phones: [], emails: [], urls: [] },
    assured: {},
    sources: [],
    sensitive: false,
    ...more,
  };
}

export function searchOver(services: readonly Service[], synonyms: readonly SynonymFile[] = []): Search {
  return createSearch(decodeServiceIndex(encodeServiceIndex(services, [])), vocabularies, { synonyms });
}

/** Names found by typed words, in order. */
export function namesFor(
  services: readonly Service[],
  words: string,
  synonyms: readonly SynonymFile[] = [],
  more: Partial<Selection> = {},
): string[] {
  const { rows } = searchOver(services, synonyms).search({ ...NOTHING_SELECTED, ...more, words }, TODAY);
  return [...rows].map((row) => services[row]?.name ?? "");
}
