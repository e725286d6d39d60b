import type { FacetId } from "../services/facets.ts";
import type { TermId } from "../services/vocabulary.ts";
import type { Selection } from "./selection.ts";

/** What one service says about one chosen characteristic. "Does not say" is never taken for yes or for no. */
export type Fit = "fits" | "does-not-say" | "does-not-fit";

/** Why a result is where it is: one for each facet that has a chosen term. */
export interface Reason {
  readonly facet: FacetId;
  readonly fit: Fit;
  /**
   * For `fits`, the terms it says that were chosen (or stand beneath a chosen one); for `does-not-fit`, those it says
   * instead; for `does-not-say`, the wider terms it says ("Christian" when Catholic was chosen), mostly none.
   */
  readonly terms: readonly TermId[];
}

/** A filter to drop when nothing is left, and how many services dropping it gives. */
export interface Relaxation {
  readonly drop:
    | { readonly kind: "facet"; readonly facet: FacetId }
    | { readonly kind: "exclusion"; readonly facet: FacetId }
    | { readonly kind: "words" }
    | { readonly kind: "radius" }
    | { readonly kind: "reading" };
  readonly gives: number;
}

/**
 * What a selection finds. `rows` are row numbers of the index, in the order of the law: more fits first, then fewer
 * does-not-say, then nearer (bands), then closer to the words typed, then more recently assured, then name. Size and
 * income never count. What it holds may be shared with other results and must not be written to.
 */
export interface Results {
  readonly rows: Uint32Array;
  /** How many of `rows` stand at a point that may be drawn. */
  readonly placed: number;
  /**
   * For each facet, how many services say each term of its vocabulary (same order as `vocabulary.terms`) or one
   * beneath it, and would be listed if this term alone were ticked in the facet: its own ticks are left out, all else
   * holds, the reading too. Those that "may fit" because they say nothing are not counted.
   */
  readonly counts: Readonly<Record<FacetId, Uint32Array>>;
  /** How many places (libraries, halls, faith buildings) the same selection finds but does not list. */
  readonly placesLeftOut: number;
  /** Worked out when asked for: one reason for each facet with a chosen term, in the order of FACETS. */
  reasonsOf(row: number): readonly Reason[];
  /** Metres to the row's nearest location, straight line; null without a start or without a point. */
  distanceOf(row: number): number | null;
  /** Words of the query that this row matched, folded; empty when no words were typed. */
  matchedWords(row: number): readonly string[];
  /** Words of the query, folded, that were left aside because no service has all of them; mostly none. */
  readonly wordsLeftOut: readonly string[];
  /** How many another selection lists, with the words found as they are here: see `relaxationsOf`. */
  readonly countOf: (other: Selection) => number;
  /** With a radius: rows beyond it that fit everything else, nearest first, at most `limit`. */
  nearestBeyond(limit: number): readonly number[];
}
