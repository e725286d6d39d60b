import { FACET_IDS, type FacetId, type Vocabularies } from "../services/facets.ts";
import type { Term, Vocabulary } from "../services/vocabulary.ts";
import type { TermLabels } from "./locales.ts";

/** Region and language names by the device, which knows them in every locale. */
function languageName(locale: string, tag: string): string | null {
  try {
    const name = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(tag);
    return name === undefined || name === tag ? null : name;
  } catch {
    return null;
  }
}

function localVocabulary(
  vocabulary: Vocabulary,
  labels: Readonly<Record<string, string>>,
  name: (term: Term) => string | null,
): Vocabulary {
  const terms = vocabulary.terms.map((term) => {
    const label = labels[term.id] ?? name(term);
    return label === null ? term : { ...term, label, spellings: [...(term.spellings ?? []), term.label] };
  });
  return { ...vocabulary, terms, byId: new Map(terms.map((term) => [term.id, term])) };
}

/**
 * Vocabularies with their labels in a locale: from its `terms.json`, spoken languages from the device where that file
 * says nothing, else in English. The English label stays as a spelling, so that a list can still be searched by it.
 */
export function localVocabularies(vocabularies: Vocabularies, locale: string, labels: TermLabels): Vocabularies {
  if (locale === "en") return vocabularies;
  return Object.fromEntries(
    FACET_IDS.map((facet: FacetId) => [
      facet,
      localVocabulary(vocabularies[facet], labels[facet] ?? {}, (term) =>
        facet === "spokenLanguage" ? languageName(locale, term.lang ?? term.id) : null,
      ),
    ]),
  ) as unknown as Vocabularies;
}
