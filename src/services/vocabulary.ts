import { fold, isAscii } from "./fold.ts";

export type TermId = string;

/** One value of a closed vocabulary, as it stands in `data/vocabulary/<facet>.json`. */
export interface Term {
  readonly id: TermId;
  /** In English, in a resident's words. */
  readonly label: string;
  /** Its name in its own language, for spoken languages and communities. */
  readonly own?: string;
  /** BCP 47 tag of `own`, for the page's `lang` attribute. */
  readonly lang?: string;
  readonly parent?: TermId;
  /** Other ways people write it, in any script; label, own name and id count without being listed. */
  readonly spellings?: readonly string[];
  /**
   * Census 2021 categories this is compared with, such as `TS024:Bengali (with Sylheti and Chatgaya)`, or "none" where
   * the census counts nobody under it, or where the term is about the service and not about people. Every term in
   * `data/vocabulary` says one of the two; in what is published "none" is left out.
   */
  readonly census?: readonly string[] | "none";
}

export interface VocabularyFile {
  readonly facet: string;
  readonly label: string;
  readonly terms: readonly Term[];
}

/** A vocabulary made ready for look-ups. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly byId: ReadonlyMap<TermId, Term>;
  /** The term written like this, whatever its case, accents or spacing; null when no vocabulary knows it. */
  find(spelling: string): Term | null;
  /** The term and everything beneath it, itself first: a parent finds its children. */
  withDescendants(id: TermId): readonly TermId[];
}

/** Spellings whose term is remembered: lists say the same few hundred again and again. */
const MOST_MET = 5000;

/** How spellings are compared: folded, with every run of anything but letters, marks and digits as one space. */
export function spellingKey(text: string): string {
  const folded = fold(text);
  // Unicode's classes take several times as long, and say the same of ASCII.
  const sign = isAscii(folded) ? /[^a-z0-9+]+/g : /[^\p{L}\p{M}\p{N}+]+/gu;
  return folded.replace(sign, " ").trim();
}

/**
 * Makes look-ups from a vocabulary file. Throws when an id stands twice, a parent is missing or is its own
 * descendant, or one spelling is claimed by two terms: that is our mistake, not a source's.
 */
export function createVocabulary(file: VocabularyFile): Vocabulary {
  const byId = new Map<TermId, Term>();
  for (const term of file.terms) {
    if (byId.has(term.id)) throw new Error(`Vocabulary "${file.facet}" has the id "${term.id}" twice.`);
    byId.set(term.id, term);
  }
  const bySpelling = new Map<string, Term>();
  for (const term of file.terms) {
    for (const spelling of [term.id, term.label, term.own ?? "", ...(term.spellings ?? [])]) {
      const key = spellingKey(spelling);
      if (key === "") continue;
      const other = bySpelling.get(key);
      if (other !== undefined && other !== term) {
        throw new Error(
          `Vocabulary "${file.facet}": "${spelling}" is a spelling of both "${other.id}" and "${term.id}".`,
        );
      }
      bySpelling.set(key, term);
    }
  }
  const children = new Map<TermId, TermId[]>();
  for (const { id, parent } of file.terms) {
    if (parent === undefined) continue;
    if (!byId.has(parent)) throw new Error(`Vocabulary "${file.facet}": "${id}" has an unknown parent "${parent}".`);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const descend = (id: TermId, path: readonly TermId[]): TermId[] => {
    if (path.includes(id)) throw new Error(`Vocabulary "${file.facet}": "${id}" is its own ancestor.`);
    return [id, ...(children.get(id) ?? []).flatMap((child) => descend(child, [...path, id]))];
  };
  const descendants = new Map(file.terms.map(({ id }) => [id, descend(id, [])]));
  if (
    file.terms.some(
      ({ id }) => !file.terms.some((top) => top.parent === undefined && descendants.get(top.id)?.includes(id)),
    )
  ) {
    throw new Error(`Vocabulary "${file.facet}" has terms that are each other's parents.`);
  }
  const met = new Map<string, Term | null>();
  return {
    terms: file.terms,
    byId,
    find(spelling) {
      const known = byId.get(spelling) ?? met.get(spelling);
      if (known !== undefined) return known;
      const found = bySpelling.get(spellingKey(spelling)) ?? null;
      if (met.size < MOST_MET) met.set(spelling, found);
      return found;
    },
    withDescendants: (id) => descendants.get(id) ?? [],
  };
}
