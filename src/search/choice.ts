import type { Term, TermId, Vocabulary } from "../services/vocabulary.ts";
import { addAll, type Bits, hasBit, type Scratch } from "./bits.ts";
import type { Reason } from "./results.ts";
import type { Reading } from "./selection.ts";
import { addTermSet, type FacetSets, type TermSet, type TermSets, termSetHas } from "./term-sets.ts";
import { termsOfService } from "./terms-of-services.ts";

/** A facet with a chosen term, and what services make of it. The sets are lent: they last for one search. */
export interface Choice {
  readonly facet: FacetSets;
  /** Services that say a chosen term or one beneath it. */
  readonly fits: Bits;
  /** Services that this facet does not turn away. */
  readonly allowed: Bits;
  /** For each term of the facet, by place: CHOSEN if it was chosen or stands beneath such a one, WIDER if above. */
  readonly standing: Uint8Array;
}

const CHOSEN = 1;
const WIDER = 2;

function termsAbove({ byId }: Vocabulary, term: TermId): TermId[] {
  const above: TermId[] = [];
  for (let at = byId.get(term)?.parent; at !== undefined; at = byId.get(at)?.parent) above.push(at);
  return above;
}

/** Adds the services that say one of the terms or one beneath it. Terms that the vocabulary lacks find nobody. */
export function addSaying(into: Bits, { fitting, numberOf }: FacetSets, terms: readonly TermId[]): void {
  for (const term of terms) {
    const set = fitting[numberOf.get(term) ?? -1];
    if (set !== undefined) addTermSet(into, set);
  }
}

/** `everybody` is the set of all services. */
export function createChoice(
  facet: FacetSets,
  terms: readonly TermId[],
  reading: Reading,
  everybody: Bits,
  scratch: Scratch,
): Choice {
  const { vocabulary, exactly, fitting, numberOf, says } = facet;
  const standing = new Uint8Array(fitting.length);
  const stand = (ids: readonly TermId[], as: number): void => {
    for (const id of ids) {
      const place = numberOf.get(id);
      if (place !== undefined) standing[place] = as;
    }
  };
  for (const term of terms) stand(termsAbove(vocabulary, term), WIDER);
  for (const term of terms) stand(vocabulary.withDescendants(term), CHOSEN);
  const fits = scratch.empty();
  addSaying(fits, facet, terms);
  if (reading === "says-so") return { facet, fits, allowed: fits, standing };
  const allowed = scratch.empty();
  for (let w = 0; w < allowed.length; w++) allowed[w] = (everybody[w] as number) & ~(says[w] as number);
  addAll(allowed, fits);
  // Who says only something wider, "Christian" where Catholic was chosen, says neither yes nor no.
  for (let place = 0; place < standing.length; place++) {
    if (standing[place] === WIDER) addTermSet(allowed, exactly[place] as TermSet);
  }
  return { facet, fits, allowed, standing };
}

/** What the service of a rank says about a choice. Holds after the choice's own sets were taken back. */
export function reasonOf({ facet, standing }: Choice, rank: number, { ofServices }: TermSets): Reason {
  const { id, range, vocabulary, exactly, fitting } = facet;
  if (!hasBit(facet.says, rank)) return { facet: id, fit: "does-not-say", terms: [] };
  const chosen: TermId[] = [];
  const above: TermId[] = [];
  const others: TermId[] = [];
  for (const number of termsOfService(ofServices, rank, range)) {
    const place = number - range.first;
    const own = exactly[place] as TermSet;
    // What is fitted holds the parents of what is said as well; a term with nothing beneath it is always said itself.
    if (own !== fitting[place] && !termSetHas(own, rank)) continue;
    const list = standing[place] === CHOSEN ? chosen : standing[place] === WIDER ? above : others;
    list.push((vocabulary.terms[place] as Term).id);
  }
  if (chosen.length > 0) return { facet: id, fit: "fits", terms: chosen };
  return above.length > 0
    ? { facet: id, fit: "does-not-say", terms: above }
    : { facet: id, fit: "does-not-fit", terms: others };
}
