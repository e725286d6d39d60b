import type { Vocabularies } from "../services/facets.ts";
import { BOROUGH_CODES, type BoroughCode, boroughCode } from "../services/place.ts";
import type { ServiceArea } from "../services/service.ts";
import { splitList } from "./cells.ts";

const LONDON =
  /^(?:all (?:of )?london|(?:greater )?london|london[- ]?wide|pan[- ]london|across london|all london boroughs|all boroughs|every london borough|all 33 boroughs)$/i;
const WIDER =
  /^(?:uk|uk[- ]wide|united kingdom|england|england and wales|great britain|gb|national|nationwide|national(?:ly)?|nation[- ]wide|international|worldwide|online)$/i;

/** The borough that a name means: "LB Camden", "Royal Borough of Greenwich", "RBKC", "Camden Council"; null when none. */
export function readBorough(text: string, vocabularies: Pick<Vocabularies, "borough">): BoroughCode | null {
  const name = text.trim();
  const code = boroughCode(name.toUpperCase());
  if (code !== null) return code;
  const forms = [
    name,
    name.replace(/^(?:the )?(?:london|royal) borough of |^(?:lb|lbo|rb)(?: of)? |^city of (?!london)/i, ""),
    name
      .replace(/ (?:london borough|borough|council|corporation)$/i, "")
      .replace(/^(?:the )?(?:london|royal) borough of |^lb(?: of)? /i, ""),
  ];
  for (const form of forms) {
    const term = vocabularies.borough.find(form);
    if (term !== null) return boroughCode(term.id);
  }
  return null;
}

export interface ReadServiceArea {
  readonly serviceArea: ServiceArea;
  /** Names that are no London borough, as they stood. */
  readonly unknown: readonly string[];
}

/** A reader of service areas that remembers cells: a file has few different ones. */
export function createServiceAreaReader(
  vocabularies: Pick<Vocabularies, "borough">,
): (cell: string) => ReadServiceArea {
  const memory = new Map<string, ReadServiceArea>();
  return (cell) => {
    const known = memory.get(cell);
    if (known !== undefined) return known;
    const read = readServiceArea(cell, vocabularies);
    if (memory.size < 5000) memory.set(cell, read);
    return read;
  };
}

/** Whom a service takes by where they live, from a cell such as "Islington, Camden", "London-wide" or "UK". */
export function readServiceArea(cell: string, vocabularies: Pick<Vocabularies, "borough">): ReadServiceArea {
  const known = (piece: string): boolean =>
    LONDON.test(piece) || WIDER.test(piece) || readBorough(piece, vocabularies) !== null;
  const boroughs = new Set<BoroughCode>();
  const unknown: string[] = [];
  let london = false;
  let wider = false;
  for (const piece of splitList(cell, known)) {
    const code = readBorough(piece, vocabularies);
    if (code !== null) boroughs.add(code);
    else if (LONDON.test(piece)) london = true;
    else if (WIDER.test(piece)) wider = true;
    else unknown.push(piece);
  }
  const serviceArea: ServiceArea = wider
    ? { scope: "wider" }
    : london
      ? { scope: "london" }
      : boroughs.size > 0
        ? { scope: "boroughs", boroughs: BOROUGH_CODES.filter((code) => boroughs.has(code)) }
        : { scope: "not-stated" };
  return { serviceArea, unknown };
}
