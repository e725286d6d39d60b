import type { Selection } from "../../src/search/selection.ts";
import { FACET_IDS, type FacetId } from "../../src/services/facets.ts";
import type { TermId } from "../../src/services/vocabulary.ts";
import type { SyntheticLondon } from "../london.ts";

/** A count for every term of every facet, in the order of the vocabularies, and how many services are found. */
export interface FacetAnswer {
  readonly total: number;
  readonly counts: Readonly<Record<FacetId, ArrayLike<number>>>;
}

/** One way of answering: `find` is timed, `answer` brings what it gave into one form to compare. */
export interface FacetEngine {
  find(selection: Selection): unknown;
  answer(outcome: unknown, selection: Selection): FacetAnswer;
}

export interface FacetEngineMaker {
  readonly name: string;
  /** Most services that it can hold without exhausting patience or memory. */
  readonly mostRows: number;
  /** Why no more than that, to follow "because". */
  readonly why: string;
  /** Parts of the steps it is given: slow engines need fewer to show how slow they are. */
  readonly share: number;
  make(documents: readonly FacetDocument[], london: SyntheticLondon): FacetEngine | Promise<FacetEngine>;
}

/** A service as libraries take it: its terms with their parents, so that a parent finds its children. */
export type FacetDocument = { readonly id: number } & Readonly<Record<FacetId, readonly TermId[]>>;

export function documentsOf({ index, vocabularies }: SyntheticLondon): FacetDocument[] {
  const documents = Array.from({ length: index.count }, (_, id) => {
    const empty = Object.fromEntries(FACET_IDS.map((facet) => [facet, [] as TermId[]]));
    return { id, ...empty } as { id: number } & Record<FacetId, TermId[]>;
  });
  for (const facet of FACET_IDS) {
    const { terms, postings } = index.facets[facet];
    terms.forEach((term, i) => {
      const family: TermId[] = [];
      for (let at: TermId | undefined = term; at !== undefined; at = vocabularies[facet].byId.get(at)?.parent) {
        family.push(at);
      }
      for (const row of postings[i] as Uint32Array) {
        const said = documents[row]?.[facet] as TermId[];
        for (const member of family) if (!said.includes(member)) said.push(member);
      }
    });
  }
  return documents;
}

/** Counts by term id as a list in the order of the vocabulary. */
export function inOrder(
  london: SyntheticLondon,
  countOf: (facet: FacetId, term: TermId) => number,
): FacetAnswer["counts"] {
  return Object.fromEntries(
    FACET_IDS.map((id) => [id, london.vocabularies[id].terms.map((term) => countOf(id, term.id))]),
  ) as unknown as FacetAnswer["counts"];
}

/** A short text that differs when any count differs (FNV-1a). */
export function fingerprint({ total, counts }: FacetAnswer): string {
  let hash = 0x811c9dc5;
  const mix = (n: number): void => {
    hash = Math.imul(hash ^ n, 0x01000193);
  };
  mix(total);
  for (const id of FACET_IDS) for (let i = 0; i < counts[id].length; i++) mix(counts[id][i] as number);
  return `${total}:${(hash >>> 0).toString(16)}`;
}
