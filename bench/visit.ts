import { NOTHING_SELECTED, type Reading, type Selection, toggleTerm } from "../src/search/selection.ts";
import { FACET_IDS, type FacetId } from "../src/services/facets.ts";
import type { ServiceIndex } from "../src/services/service-index.ts";
import type { TermId } from "../src/services/vocabulary.ts";
import { createChance } from "./random.ts";

/**
 * What people tick, one change a step: visits of three to nine changes, each from nothing; four of five changes tick
 * a term (common terms more often, each facet alike), one unticks. Places are listed, so that engines which know no
 * quiet layer answer the same.
 */
export function visits(index: ServiceIndex, steps: number, reading: Reading, seed = 11): Selection[] {
  const chance = createChance(seed);
  const facets = FACET_IDS.filter((id) => index.facets[id].terms.length > 1);
  const drawTerm = (facet: FacetId): TermId => {
    const { terms, postings } = index.facets[facet];
    let left = chance.next() * postings.reduce((sum, rows) => sum + rows.length, 0);
    let drawn = 0;
    while (drawn < terms.length - 1 && left >= (postings[drawn] as Uint32Array).length) {
      left -= (postings[drawn] as Uint32Array).length;
      drawn++;
    }
    return terms[drawn] as TermId;
  };
  const made: Selection[] = [];
  while (made.length < steps) {
    let selection: Selection = { ...NOTHING_SELECTED, places: true, reading };
    for (let change = 3 + chance.below(7); change > 0 && made.length < steps; change--) {
      const chosen = FACET_IDS.flatMap((facet) => (selection.terms[facet] ?? []).map((term) => [facet, term] as const));
      const untick = chosen.length > 0 && chance.next() < 0.2;
      const [facet, term] = untick ? chance.pick(chosen) : pair(chance.pick(facets), drawTerm);
      selection = toggleTerm(selection, facet, term);
      made.push(selection);
    }
  }
  return made;
}

function pair(facet: FacetId, drawTerm: (facet: FacetId) => TermId): readonly [FacetId, TermId] {
  return [facet, drawTerm(facet)];
}
