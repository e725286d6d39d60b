import type { Fault } from "../services/create-service.ts";
import { STATED_FACETS, type StatedFacetId, type Vocabularies } from "../services/facets.ts";
import type { TermId } from "../services/vocabulary.ts";
import { bracketed, isBlank, splitList, unquoted } from "./cells.ts";

export interface ReadTerms {
  /** Ids of the terms that are known, the words of those that are not. */
  readonly spellings: readonly string[];
  /** Qualifier by term id, where a bracket gave one. */
  readonly qualifiers: Readonly<Record<TermId, string>>;
}

/** Other ways of writing a qualifier, as they stand in cells. */
const QUALIFIERS: Readonly<Record<string, readonly [pattern: RegExp, qualifier: string][]>> = {
  spokenLanguage: [
    [/interpret/i, "interpreter"],
    [/staff|worker|volunteer|speaks? it|spoken/i, "staff"],
    [/arrange|request|notice|book/i, "arranged"],
  ],
  faith: [
    [/run[- ]by|led|based|ethos/i, "run-by"],
    [/^for\b|specific|only/i, "for"],
  ],
};

/** A statement about spoken languages rather than a list of them. */
const STATEMENT =
  /\b(?:\d+\+?|many|several|various|other|all|multiple|over \d+)\s+(?:other\s+|community\s+)?languages?\b|\binterpret(?:ers?|ing|ation)\b|\bmulti-?lingual\b|\btri-?lingual\b|\bbi-?lingual\b/i;

const sizeOfMemory = 5000;
const NOTHING_MEANT: ReadTerms["qualifiers"] = {};

/**
 * A reader of one facet's cells. A bracket that tells how a term
 * is meant ("Somali (interpreter)") becomes its qualifier unless the whole is a term of its own ("Christian
 * (Catholic)"). Cells repeat, so answers are remembered.
 */
export function createTermsReader(facet: StatedFacetId, vocabularies: Vocabularies): (cell: string) => ReadTerms {
  const vocabulary = vocabularies[facet];
  const allowed: readonly string[] = STATED_FACETS.find(({ id }) => id === facet)?.qualifiers ?? [];
  const qualifierIn = (inside: string): string | null =>
    allowed.find((qualifier) => qualifier === inside.toLowerCase()) ??
    QUALIFIERS[facet]?.find(([pattern, qualifier]) => allowed.includes(qualifier) && pattern.test(inside))?.[1] ??
    null;
  const meant = (piece: string): { readonly spelling: string; readonly qualifier: string | null } => {
    if (vocabulary.find(piece) !== null) return { spelling: piece, qualifier: null };
    const bracket = bracketed(piece);
    if (bracket === null) return { spelling: piece, qualifier: null };
    const qualifier = qualifierIn(bracket.inside);
    return qualifier === null ? { spelling: piece, qualifier: null } : { spelling: bracket.words, qualifier };
  };
  const isKnown = (piece: string): boolean => vocabulary.find(meant(piece).spelling) !== null;
  const pieces = new Map<string, TermId | null>();
  /** The id of a piece that is a known term and nothing more; null else. Lists differ, their pieces repeat. */
  const plainTerm = (piece: string): TermId | null => {
    const known = pieces.get(piece);
    if (known !== undefined) return known;
    const found = isBlank(piece) ? null : (vocabulary.find(piece)?.id ?? null);
    if (pieces.size < sizeOfMemory) pieces.set(piece, found);
    return found;
  };
  /** A list of known terms with semicolons between them, as most are; null when it is anything else. */
  const readPlainly = (cell: string): ReadTerms | null => {
    const spellings: TermId[] = [];
    for (let start = 0, end = 0; end < cell.length; start = end + 1) {
      const next = cell.indexOf(";", start);
      end = next < 0 ? cell.length : next;
      const piece = cell.slice(start, end).trim();
      if (piece === "") continue;
      const id = plainTerm(piece);
      if (id === null) return null;
      if (!spellings.includes(id)) spellings.push(id);
    }
    return spellings.length === 0 ? null : { spellings, qualifiers: NOTHING_MEANT };
  };
  const memory = new Map<string, ReadTerms>();
  return (cell) => {
    // Lists are seldom the same twice, but their pieces are; whole cells are worth remembering where they are one piece.
    const isList = cell.includes(";");
    const listed = isList ? readPlainly(cell) : null;
    if (listed !== null) return listed;
    const remembered = memory.get(cell);
    if (remembered !== undefined) return remembered;
    const plainly = isList ? null : readPlainly(cell);
    if (plainly !== null) {
      if (memory.size < sizeOfMemory) memory.set(cell, plainly);
      return plainly;
    }
    const spellings: string[] = [];
    const qualifiers: Record<TermId, string> = {};
    for (const piece of isBlank(cell) ? [] : splitList(cell, isKnown)) {
      const { words, whole } = unquoted(piece);
      const { spelling, qualifier } = whole ? { spelling: words, qualifier: null } : meant(piece);
      const term = vocabulary.find(spelling);
      spellings.push(term?.id ?? spelling);
      if (term !== null && qualifier !== null) qualifiers[term.id] = qualifier;
    }
    const read: ReadTerms = { spellings: [...new Set(spellings)], qualifiers };
    if (memory.size < sizeOfMemory) memory.set(cell, read);
    return read;
  };
}

/** Faults of unknown terms that are no slips: "over 20 languages" is a statement, kept as a note. */
export function softened(fault: Fault): Fault {
  if (fault.fault !== "unknown-term" || fault.field !== "spokenLanguage" || !STATEMENT.test(fault.found)) return fault;
  return {
    ...fault,
    fault: "statement-not-list",
    message: "This says something about languages but names none. It is shown as it stands; nobody can filter by it.",
    remedy: "Name the languages, separated by semicolons, such as Somali; Bengali (interpreter).",
  };
}
