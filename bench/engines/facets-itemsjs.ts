import itemsjs from "itemsjs";
import { FACET_IDS } from "../../src/services/facets.ts";
import { type FacetEngineMaker, inOrder } from "./facet-engine.ts";

type Answer = ReturnType<ReturnType<typeof itemsjs>["search"]>;

/** Counts that leave out their own ticks are what itemsjs calls a facet without conjunction. */
export const itemsJs: FacetEngineMaker = {
  name: "itemsjs",
  mostRows: 100_000,
  why: "it needs a bit set of all rows for every term",
  share: 0.25,
  make(documents, london) {
    const engine = itemsjs(documents, {
      native_search_enabled: false,
      searchableFields: [],
      aggregations: Object.fromEntries(FACET_IDS.map((id) => [id, { conjunction: false, size: 1000, sort: "key" }])),
    });
    return {
      find: (selection) => engine.search({ per_page: 50, filters: selection.terms }),
      answer(outcome) {
        const { pagination, data } = outcome as Answer;
        const counts = new Map(
          FACET_IDS.map((id) => [
            id,
            new Map(data.aggregations[id]?.buckets.map(({ key, doc_count }) => [key, doc_count])),
          ]),
        );
        return { total: pagination.total, counts: inOrder(london, (facet, term) => counts.get(facet)?.get(term) ?? 0) };
      },
    };
  },
};
