import { readFileSync } from "node:fs";
import { FACET_IDS } from "../../src/services/facets.ts";
import { createVocabularies } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";

/** The vocabularies that ship. */
export const vocabularies = createVocabularies(
  Object.fromEntries(
    FACET_IDS.map((id) => {
      const text = readFileSync(new URL(`../../data/vocabulary/${id}.json`, import.meta.url), "utf8");
      return [id, JSON.parse(text) as VocabularyFile];
    }),
  ),
);
