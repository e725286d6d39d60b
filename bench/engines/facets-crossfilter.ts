import crossfilter from "crossfilter2";
import { FACET_IDS } from "../../src/services/facets.ts";
import type { TermId } from "../../src/services/vocabulary.ts";
import { type FacetDocument, type FacetEngineMaker, inOrder } from "./facet-engine.ts";

/** Groups of crossfilter leave out the filter of their own dimension by design; only dimensions that change are told. */
export const crossFilter: FacetEngineMaker = {
  name: "crossfilter2",
  mostRows: 100_000,
  why: "its groups of a million rows need gigabytes",
  share: 0.25,
  make(documents, london) {
    const filter = crossfilter([...documents]);
    const dimensions = FACET_IDS.map((id) => {
      const dimension = filter.dimension((document: FacetDocument) => document[id] as unknown as TermId, true);
      return { id, dimension, group: dimension.group<TermId, number>() };
    });
    let before: Readonly<Record<string, readonly TermId[] | undefined>> = {};
    return {
      find(selection) {
        for (const { id, dimension } of dimensions) {
          const terms = selection.terms[id];
          if (terms?.join() === before[id]?.join()) continue;
          if (terms === undefined) dimension.filterAll();
          else {
            const wanted = new Set<unknown>(terms);
            dimension.filterFunction((term) => wanted.has(term));
          }
        }
        before = selection.terms;
        return {
          first: dimensions[0]?.dimension.top(50),
          total: filter.groupAll().value(),
          counts: dimensions.map(({ group }) => group.all()),
        };
      },
      answer(outcome) {
        const { total, counts } = outcome as { total: number; counts: { key: TermId; value: number }[][] };
        const tallies = new Map(
          FACET_IDS.map((id, i) => [id, new Map(counts[i]?.map(({ key, value }) => [key, value]))]),
        );
        return { total, counts: inOrder(london, (facet, term) => tallies.get(facet)?.get(term) ?? 0) };
      },
    };
  },
};
