import { type CensusFile, categoriesOf, censusCounts } from "../services/census-table.ts";
import { BOROUGH_CODES } from "../services/place.ts";
import type { TermId, Vocabulary } from "../services/vocabulary.ts";

/** People whom the census counts under a term. */
export interface Need {
  /** In the order of BOROUGH_CODES, as published; not yet fit to be shown where they are few. */
  readonly people: readonly number[];
  /** Categories as the vocabulary names them, such as `TS030:Sikh`. */
  readonly categories: readonly string[];
  /** Who is counted in these tables, such as "All usual residents aged 3 years and over". */
  readonly counted: readonly string[];
}

/**
 * Census people of a term by borough: the sum of the categories that its vocabulary compares it with. Null when it
 * names none, or one is not in the file; a parent is never given its children's people, because who is counted
 * beneath it is for the vocabulary to say. Single languages are known by borough only and never spread over LSOAs.
 */
export function needOf(vocabulary: Vocabulary, term: TermId, census: CensusFile): Need | null {
  const categories = categoriesOf(vocabulary.byId.get(term));
  if (census.areas !== "boroughs" || categories.length === 0) return null;
  const counts = categories.map((category) => censusCounts(census, category));
  if (counts.includes(null)) return null;
  const tables = [...new Set(categories.map((category) => category.split(":", 1)[0] ?? ""))];
  return {
    people: BOROUGH_CODES.map((_, borough) => counts.reduce((sum, column) => sum + (column?.[borough] ?? 0), 0)),
    categories,
    counted: [...new Set(tables.flatMap((id) => census.tables[id]?.population ?? []))],
  };
}
