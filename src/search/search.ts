import type { Vocabularies } from "../services/facets.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { Phrases } from "./phrases.ts";
import { createSearchCore, type Search, type SearchOptions } from "./search-core.ts";
import { WORD_SEARCH } from "./word-search.ts";

export type { Search, SearchOptions };

/** The whole search, words included: see `createSearchCore`. The page brings the search by words when one is typed. */
export function createSearch(
  index: ServiceIndex,
  vocabularies: Vocabularies,
  options: SearchOptions = {},
): Search & { readonly phrases: Phrases } {
  const search = createSearchCore(index, vocabularies, WORD_SEARCH, options);
  const { phrases } = search;
  if (phrases === null) throw new Error("The search by words was given, but the search has no phrases.");
  return { ...search, phrases };
}
