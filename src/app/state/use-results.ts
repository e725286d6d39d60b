import { useMemo } from "react";
import type { Results } from "../../search/results.ts";
import { createSearch, type Search } from "../../search/search.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import { useApp } from "./app-context.tsx";
import type { Ready } from "./store.ts";
import { useToday } from "./today-context.tsx";

const searches = new WeakMap<ServiceIndex, Search>();

/** The search over the loaded services: made once, when the data arrive. */
export function searchOf(ready: Ready): Search {
  const known = searches.get(ready.index);
  if (known !== undefined) return known;
  const search = createSearch(ready.index, ready.vocabularies);
  searches.set(ready.index, search);
  return search;
}

/** What the present selection finds; null until the data are here. */
export function useResults(): Results | null {
  const loading = useApp((state) => state.loading);
  const selection = useApp((state) => state.selection);
  const today = useToday();
  return useMemo(
    () => (loading.status === "ready" ? searchOf(loading).search(selection, today) : null),
    [loading, selection, today],
  );
}
