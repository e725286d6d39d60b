import { useMemo } from "react";
import type { SynonymFile } from "../../search/phrases.ts";
import type { Results } from "../../search/results.ts";
import { createSearch, type Search } from "../../search/search.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import { useApp } from "./app-context.tsx";
import type { Ready } from "./store.ts";
import { useToday } from "./today-context.tsx";

interface Made {
  readonly search: Search;
  readonly synonyms: readonly SynonymFile[];
}
const searches = new WeakMap<ServiceIndex, Made>();

/**
 * The search over the loaded services: made once, when the data arrive, and taught the lay words when these come.
 * Without `synonyms` it is the search as it was last asked for.
 */
export function searchOf(ready: Ready, synonyms?: readonly SynonymFile[]): Search {
  const known = searches.get(ready.index);
  if (known !== undefined && (synonyms === undefined || known.synonyms === synonyms)) return known.search;
  const files = synonyms ?? [];
  const search = known?.search.knowing(files) ?? createSearch(ready.index, ready.vocabularies, { synonyms: files });
  searches.set(ready.index, { search, synonyms: files });
  return search;
}

/** What the present selection finds; null until the data are here. */
export function useResults(): Results | null {
  const loading = useApp((state) => state.loading);
  const selection = useApp((state) => state.selection);
  const synonyms = useApp((state) => state.synonyms);
  const today = useToday();
  return useMemo(
    () => (loading.status === "ready" ? searchOf(loading, synonyms).search(selection, today) : null),
    [loading, selection, synonyms, today],
  );
}
