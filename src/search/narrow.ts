import { FACET_IDS, type FacetId } from "../services/facets.ts";
import { addAll, type Bits, keepOnly, removeAll, type Scratch } from "./bits.ts";
import { addSaying, type Choice, createChoice } from "./choice.ts";
import type { NearSets } from "./near-sets.ts";
import type { Selection } from "./selection.ts";
import type { TermSets } from "./term-sets.ts";
import type { WordsFound } from "./words.ts";

/** What a selection leaves, before any order. The sets are lent: they last until the next selection is narrowed. */
export interface Narrowed {
  readonly choices: readonly Choice[];
  /** Services that nothing turns away, places that nobody asked for among them. */
  readonly passing: Bits;
  /** Those of them that are listed. */
  readonly listed: Bits;
  /** For each facet, the services among which its terms are counted. */
  countedAmong(facet: FacetId): Bits;
}

/** Where a service stands does not ask for libraries and halls: every one of them stands somewhere. */
const ASKS_FOR_NO_PLACES: ReadonlySet<FacetId> = new Set(["borough", "deprivation"]);

/** `places` are the services of the quiet layer. */
export function createNarrow(
  { facets }: TermSets,
  near: NearSets,
  everybody: Bits,
  places: Bits,
  scratch: Scratch,
): (selection: Selection, words: WordsFound | null) => Narrowed {
  return (selection, words) => {
    scratch.takeBack();
    const base = scratch.copy(words?.set ?? everybody);
    const within = near.within(selection.near);
    if (within !== null) keepOnly(base, within);
    for (const id of FACET_IDS) {
      const excluded = selection.not[id] ?? [];
      if (excluded.length === 0) continue;
      const saying = scratch.empty();
      addSaying(saying, facets[id], excluded);
      removeAll(base, saying);
    }
    const choices = FACET_IDS.flatMap((id) => {
      const terms = selection.terms[id] ?? [];
      return terms.length > 0 ? [createChoice(facets[id], terms, selection.reading, everybody, scratch)] : [];
    });

    // A service passes if no facet turns it away; it counts for a facet's own terms if nothing but that facet does.
    const once = scratch.empty();
    const twice = scratch.empty();
    for (const { allowed } of choices) {
      for (let w = 0; w < once.length; w++) {
        const turnedAway = ~(allowed[w] as number);
        twice[w] = (twice[w] as number) | ((once[w] as number) & turnedAway);
        once[w] = (once[w] as number) | turnedAway;
      }
    }
    const passing = scratch.copy(base);
    removeAll(passing, once);

    const asked = scratch.copy(everybody);
    if (!selection.places && words === null) {
      removeAll(asked, places);
      for (const { facet, fits } of choices) if (!ASKS_FOR_NO_PLACES.has(facet.id)) addAll(asked, fits);
    }
    const listed = scratch.copy(passing);
    keepOnly(listed, asked);

    return {
      choices,
      passing,
      listed,
      countedAmong(id) {
        // Ticking a term asks for the places that say it, so that they count; where a place stands does not.
        const quiet = ASKS_FOR_NO_PLACES.has(id);
        const own = choices.find(({ facet }) => facet.id === id);
        if (own === undefined) return quiet ? listed : passing;
        const set = scratch.copy(base);
        removeAll(set, twice);
        for (let w = 0; w < set.length; w++) {
          set[w] = (set[w] as number) & ~((once[w] as number) & (own.allowed[w] as number));
        }
        if (quiet) keepOnly(set, asked);
        return set;
      },
    };
  };
}
