import type { Results } from "../../src/search/results.ts";
import { createSearch } from "../../src/search/search.ts";
import { NOTHING_SELECTED } from "../../src/search/selection.ts";
import type { FacetEngineMaker } from "./facet-engine.ts";

const TODAY = "2026-11-24";

/** Ours does more than it is asked for: it orders all it finds by the law, and knows does-not-say from does-not-fit. */
export const ours: FacetEngineMaker = {
  name: "ours",
  mostRows: Number.POSITIVE_INFINITY,
  why: "it has no limit",
  share: 1,
  make(_documents, { index, vocabularies }) {
    const search = createSearch(index, vocabularies);
    search.search(NOTHING_SELECTED, TODAY);
    return {
      find: (selection) => search.search(selection, TODAY),
      answer(outcome) {
        const { rows, counts } = outcome as Results;
        return { total: rows.length, counts };
      },
    };
  },
};
