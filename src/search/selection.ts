import type { FacetId } from "../services/facets.ts";
import type { BoroughCode, LonLat } from "../services/place.ts";
import type { TermId } from "../services/vocabulary.ts";

/** How "does not say" is answered: kept below what fits, or left out. */
export type Reading = "may-fit" | "says-so";

export type ChosenTerms = Readonly<Partial<Record<FacetId, readonly TermId[]>>>;

/** Where a person starts from. `label` is what they typed or chose, in words; never written to the address. */
export interface Near {
  readonly point: LonLat;
  /** Metres, straight line; null = order by distance but turn nothing away. */
  readonly radius: number | null;
  readonly label: string;
  /** Borough of the point where it is known; left out, it is taken from the nearest listed location. */
  readonly borough?: BoroughCode;
  /** Id of a borough or neighbourhood chosen from our own list: the only starts that an address may name. */
  readonly place?: string;
}

/** All that a person has chosen. A fact; results, counts and reasons are worked out from it. */
export interface Selection {
  /** OR inside a facet, AND across facets; a parent finds its children. */
  readonly terms: ChosenTerms;
  /** "Not this": a service that says one of these is left out. */
  readonly not: ChosenTerms;
  readonly reading: Reading;
  readonly words: string;
  readonly near: Near | null;
  /** Whether places (libraries, halls, faith buildings) are listed as well. */
  readonly places: boolean;
}

export const NOTHING_SELECTED: Selection = {
  terms: {},
  not: {},
  reading: "may-fit",
  words: "",
  near: null,
  places: false,
};

/** The selection with one term ticked or unticked; ticking a term that was excluded ends its exclusion. */
export function toggleTerm(selection: Selection, facet: FacetId, term: TermId): Selection {
  const chosen = selection.terms[facet] ?? [];
  const without = withoutTerm(withoutTerm(selection, "terms", facet, term), "not", facet, term);
  return chosen.includes(term)
    ? without
    : { ...without, terms: { ...without.terms, [facet]: [...(without.terms[facet] ?? []), term] } };
}

/** The selection with one term excluded or no longer excluded; excluding a chosen term unticks it. */
export function toggleExclusion(selection: Selection, facet: FacetId, term: TermId): Selection {
  const excluded = selection.not[facet] ?? [];
  const without = withoutTerm(withoutTerm(selection, "terms", facet, term), "not", facet, term);
  return excluded.includes(term)
    ? without
    : { ...without, not: { ...without.not, [facet]: [...(without.not[facet] ?? []), term] } };
}

function withoutTerm(selection: Selection, part: "terms" | "not", facet: FacetId, term: TermId): Selection {
  const rest = (selection[part][facet] ?? []).filter((other) => other !== term);
  const { [facet]: _, ...others } = selection[part];
  return { ...selection, [part]: rest.length > 0 ? { ...others, [facet]: rest } : others };
}

/** Whether anything narrows the list. */
export function isNothingSelected(selection: Selection): boolean {
  return (
    Object.keys(selection.terms).length === 0 &&
    Object.keys(selection.not).length === 0 &&
    selection.words.trim() === "" &&
    selection.near === null
  );
}
