import { FACET_IDS, type FacetId } from "../../src/services/facets.ts";
import type { TermId } from "../../src/services/vocabulary.ts";
import { type FacetDocument, type FacetEngineMaker, inOrder } from "./facet-engine.ts";

/** What most first versions do: for each facet, filter the list by all the others and count its terms. */
export const plainFilter: FacetEngineMaker = {
  name: "plain filter",
  mostRows: 1_000_000,
  why: "its objects would not fit",
  share: 0.15,
  make(documents, london) {
    return {
      find(selection) {
        const chosen = FACET_IDS.flatMap((facet) => {
          const terms = selection.terms[facet];
          return terms === undefined ? [] : [{ facet, terms: new Set<TermId>(terms) }];
        });
        const has = (document: FacetDocument, except: FacetId | null): boolean =>
          chosen.every(({ facet, terms }) => facet === except || document[facet].some((term) => terms.has(term)));
        const found = documents.filter((document) => has(document, null));
        const counts = new Map<FacetId, Map<TermId, number>>();
        for (const facet of FACET_IDS) {
          const own = selection.terms[facet] === undefined ? found : documents.filter((d) => has(d, facet));
          const tally = new Map<TermId, number>();
          for (const document of own) for (const term of document[facet]) tally.set(term, (tally.get(term) ?? 0) + 1);
          counts.set(facet, tally);
        }
        return { total: found.length, first: found.slice(0, 50), counts };
      },
      answer(outcome) {
        const { total, counts } = outcome as { total: number; counts: Map<FacetId, Map<TermId, number>> };
        return { total, counts: inOrder(london, (facet, term) => counts.get(facet)?.get(term) ?? 0) };
      },
    };
  },
};
