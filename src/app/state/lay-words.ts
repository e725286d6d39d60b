import type { SynonymFile } from "../../search/phrases.ts";
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
