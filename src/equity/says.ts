import type { FacetId } from "../services/facets.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { TermId } from "../services/vocabulary.ts";

/** For each row of the index 1 where it says one of these terms, else 0. Descendants must be among `terms` to count. */
export function rowsSaying(index: ServiceIndex, facet: FacetId, terms: readonly TermId[]): Uint8Array {
  const says = new Uint8Array(index.count);
  const column = index.facets[facet];
  const wanted = new Set(terms);
  column.terms.forEach((term, i) => {
    if (!wanted.has(term)) return;
    for (const row of column.postings[i] ?? []) says[row] = 1;
  });
  return says;
}

/** For each row 1 where it says anything about the facet, be it in words that no vocabulary knows; 0 = not stated. */
export function rowsStating(index: ServiceIndex, facet: FacetId): Uint8Array {
  const says = rowsSaying(index, facet, index.facets[facet].terms);
  for (const row of index.facets[facet].saysOther) says[row] = 1;
  return says;
}
