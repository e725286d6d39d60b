import { Fragment } from "react";
import type { FacetId, Vocabularies } from "../../services/facets.ts";
import type { TermId } from "../../services/vocabulary.ts";

interface TermsProps {
  readonly facet: FacetId;
  readonly terms: readonly TermId[];
  readonly vocabularies: Vocabularies;
}

/** Terms in English, with their own name in their own script beside it, marked with its language. */
export function Terms({ facet, terms, vocabularies }: TermsProps) {
  return terms.map((id, i) => {
    const term = vocabularies[facet].byId.get(id);
    const showsOwn = facet === "spokenLanguage" && term?.own !== undefined && term.own !== term.label;
    return (
      <Fragment key={id}>
        {i > 0 && ", "}
        {term?.label ?? id}
        {showsOwn && (
          <>
            {" "}
            (
            <bdi lang={term.lang ?? id} className="own-name">
              {term.own}
            </bdi>
            )
          </>
        )}
      </Fragment>
    );
  });
}
