import { useMemo } from "react";
import type { SynonymFile } from "../../search/phrases.ts";
import type { Results } from "../../search/results.ts";
import { createSearchCore, type Search } from "../../search/search-core.ts";
import type { WordSearch } from "../../search/word-search.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import { useApp } from "./app-context.tsx";
import type { AppState, Ready } from "./store.ts";
import { useToday } from "./today-context.tsx";

interface Made {
  readonly search: Search;
  readonly synonyms: readonly SynonymFile[];
  readonly words: WordSearch | null;
}
const searches = new WeakMap<ServiceIndex, Made>();

/**
 * The search over the loaded services: made once, when the data arrive, and taught words and lay words when these
 * come. Without `taught` it is the search as it was last asked for.
 */
export function searchOf(
  ready: Ready,
  taught?: { readonly synonyms: readonly SynonymFile[]; readonly words: WordSearch | null },
): Search {
  const known = searches.get(ready.index);
  if (known !== undefined) {
    if (taught === undefined || (known.synonyms === taught.synonyms && known.words === taught.words))
      return known.search;
  }
  const { synonyms = [], words = null } = taught ?? {};
  const search =
    known?.search.knowing(synonyms, words) ?? createSearchCore(ready.index, ready.vocabularies, words, { synonyms });
  searches.set(ready.index, { search, synonyms, words });
  return search;
}

/** Whether words were typed that can't be searched yet: then all else that was chosen is answered meanwhile. */
export function areWordsAwaited({ selection, loading, wordsRead, wordSearchFailed }: AppState): boolean {
  const read = loading.status === "ready" && loading.index === wordsRead;
  return !read && !wordSearchFailed && selection.words.trim() !== "";
}

/** What the present selection finds; null until the data are here. */
export function useResults(): Results | null {
  const loading = useApp((state) => state.loading);
  const selection = useApp((state) => state.selection);
  const synonyms = useApp((state) => state.synonyms);
  const words = useApp((state) => state.wordSearch);
  const awaited = useApp(areWordsAwaited);
  const today = useToday();
  return useMemo(() => {
    if (loading.status !== "ready") return null;
    const asked = awaited ? { ...selection, words: "" } : selection;
    return searchOf(loading, { synonyms, words }).search(asked, today);
  }, [loading, selection, synonyms, words, awaited, today]);
}
