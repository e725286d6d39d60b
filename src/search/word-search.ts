import { lexiconSlices } from "./lexicon.ts";
import { createPhrases } from "./phrases.ts";
import { createWordIndex } from "./words.ts";

/** The search by words, as one part that a page may bring later than the rest. */
export const WORD_SEARCH = { lexiconSlices, createPhrases, createWordIndex } as const;

export type WordSearch = typeof WORD_SEARCH;
