import type { Term, TermId, Vocabulary } from "../services/vocabulary.ts";
import { addAll, type Bits, hasBit, type Scratch } from "./bits.ts";
import type { Reason } from "./results.ts";
import type { Reading } from "./selection.ts";
import { addTermSet, type FacetSets, rangeOf, type TermSet, type TermSets, termSetHas } from "./term-sets.ts";
import { termsOfService } from "./terms-of-services.ts";

/** A facet with a chosen term, and what services make of it. The sets are lent: they last for one search. */
export interface Choice {
  readonly facet: FacetSets;
  /** Services that say a chosen term or one beneath it. */
  readonly fits: Bits;
  /** Services that this facet does not turn away. */
  readonly allowed: Bits;
  /** The chosen terms and those beneath them. */
  readonly family: ReadonlySet<TermId>;
  /** The terms above them. */
  readonly wider: ReadonlySet<TermId>;
}

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
  const { vocabulary, exactly, numberOf, says } = facet;
  const family = new Set(terms.flatMap((term) => vocabulary.withDescendants(term)));
  const wider = new Set(terms.flatMap((term) => termsAbove(vocabulary, term)));
  const fits = scratch.empty();
  addSaying(fits, facet, terms);
  if (reading === "says-so") return { facet, fits, allowed: fits, family, wider };
  const allowed = scratch.empty();
  for (let w = 0; w < allowed.length; w++) allowed[w] = (everybody[w] as number) & ~(says[w] as number);
  addAll(allowed, fits);
  // Who says only something wider, "Christian" where Catholic was chosen, says neither yes nor no.
  for (const term of wider) addTermSet(allowed, exactly[numberOf.get(term) as number] as TermSet);
  return { facet, fits, allowed, family, wider };
}

/** What the service of a rank says about a choice. Holds after the choice's own sets were taken back. */
export function reasonOf({ facet, family, wider }: Choice, rank: number, { ofServices }: TermSets): Reason {
  const { id, first, vocabulary, exactly, fitting } = facet;
  if (!hasBit(facet.says, rank)) return { facet: id, fit: "does-not-say", terms: [] };
  const says: TermId[] = [];
  for (const term of termsOfService(ofServices, rank, rangeOf(facet))) {
    const place = term - first;
    // What is fitted holds the parents of what is said as well; a term with nothing beneath it is always said itself.
    const own = exactly[place] as TermSet;
    if (own === fitting[place] || termSetHas(own, rank)) says.push((vocabulary.terms[place] as Term).id);
  }
  const chosen = says.filter((term) => family.has(term));
  if (chosen.length > 0) return { facet: id, fit: "fits", terms: chosen };
  const above = says.filter((term) => wider.has(term));
  return above.length > 0
    ? { facet: id, fit: "does-not-say", terms: above }
    : { facet: id, fit: "does-not-fit", terms: says };
}
