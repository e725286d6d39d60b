import { FACET_IDS, type FacetId } from "../services/facets.ts";
import type { Relaxation } from "./results.ts";
import type { Selection } from "./selection.ts";

function without(chosen: Selection["terms"], facet: FacetId): Selection["terms"] {
  const { [facet]: _, ...rest } = chosen;
  return rest;
}

/** Each single thing of a selection that could be dropped, with the selection that is then left. */
function waysToRelax(selection: Selection): { readonly drop: Relaxation["drop"]; readonly left: Selection }[] {
  const ways: { readonly drop: Relaxation["drop"]; readonly left: Selection }[] = [];
  for (const facet of FACET_IDS) {
    if ((selection.terms[facet] ?? []).length > 0) {
      ways.push({ drop: { kind: "facet", facet }, left: { ...selection, terms: without(selection.terms, facet) } });
    }
    if ((selection.not[facet] ?? []).length > 0) {
      ways.push({ drop: { kind: "exclusion", facet }, left: { ...selection, not: without(selection.not, facet) } });
    }
  }
  if (selection.words !== "") ways.push({ drop: { kind: "words" }, left: { ...selection, words: "" } });
  if (selection.near !== null && selection.near.radius !== null) {
    ways.push({ drop: { kind: "radius" }, left: { ...selection, near: { ...selection.near, radius: null } } });
  }
  if (selection.reading === "says-so") {
    ways.push({ drop: { kind: "reading" }, left: { ...selection, reading: "may-fit" } });
  }
  return ways;
}

/** The ways that give more than `now`, the one that gives most first. `listedBy` counts what a selection lists. */
export function relaxationsOf(
  selection: Selection,
  now: number,
  listedBy: (selection: Selection) => number,
): Relaxation[] {
  return waysToRelax(selection)
    .map(({ drop, left }) => ({ drop, gives: listedBy(left) }))
    .filter(({ gives }) => gives > now)
    .sort((a, b) => b.gives - a.gives);
}
