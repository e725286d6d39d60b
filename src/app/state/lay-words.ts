import type { SynonymFile } from "../../search/phrases.ts";
import type { WordSearch } from "../../search/word-search.ts";
import { fetchJson } from "./load.ts";
import type { AppStore } from "./store.ts";

let asked = false;

/**
 * Fetches what people say for what, once, when somebody begins to type: a visit without words needs none of it. If it
 * does not come, words find by the vocabularies and the records alone, and the next word asks again.
 */
export function askForLayWords(store: AppStore): void {
  if (asked) return;
  asked = true;
  fetchJson<readonly SynonymFile[]>("synonyms.json").then(
    (synonyms) => {
      if (Array.isArray(synonyms)) store.setState({ synonyms });
    },
    () => {
      asked = false;
    },
  );
}

let coming: Promise<WordSearch | null> | null = null;

/**
 * Brings the code of the search by words, once, when the page has nothing better to do or somebody begins to type, and
 * has it read the words of what is loaded. Null when it does not come; the next
 * word asks again.
 */
export function bringWordSearch(store: AppStore): Promise<WordSearch | null> {
  coming ??= Promise.all([import("../../search/word-search.ts"), import("./change-data.ts")]).then(
    ([{ WORD_SEARCH }, { readWordsAhead }]) => {
      store.setState({ wordSearch: WORD_SEARCH, wordSearchFailed: false });
      readWordsAhead(store);
      return WORD_SEARCH;
    },
    () => {
      coming = null;
      if (!store.getState().wordSearchFailed) store.setState({ wordSearchFailed: true });
      return null;
    },
  );
  return coming;
}
