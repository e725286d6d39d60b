import { FACET_IDS, FACETS, type FacetId, type Vocabularies } from "../services/facets.ts";
import { fold } from "../services/fold.ts";
import { METRES_PER_MILE } from "../services/place.ts";
import type { TermId } from "../services/vocabulary.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { NOTHING_SELECTED, type Selection } from "./selection.ts";
import { startAt } from "./start-at.ts";

/** Longest query read from an address or written to it, in characters. */
const LONGEST_QUERY = 100;
/** Terms of one facet read from an address: more than any vocabulary's screen can tick. */
const MOST_TERMS = 200;
const FARTHEST_MILES = 60;

/**
 * Anything that looks like a postcode or its beginning. A query that holds one is not written at all: the address
 * stands in the browser's history while the person is still typing.
 */
const LIKE_A_POSTCODE = /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?(?:\s{0,3}\d[a-z]{0,2})?(?![\p{L}\p{N}])/u;

/** Whether a query may stand in an address: it holds nothing that looks like a postcode. */
export function mayBeWritten(words: string): boolean {
  return !LIKE_A_POSTCODE.test(fold(words));
}

/**
 * A selection as parameters of the address; what stands at its default leaves no trace. `speaks=so,-en` is Somali
 * and not English. Never written: a postcode, a station, a practice, the device's position, or a query that looks
 * like a postcode. A start is written only if it is a borough or neighbourhood of our own list.
 */
export function selectionToParams(selection: Selection): URLSearchParams {
  const params = new URLSearchParams();
  const words = wellFormed(selection.words.slice(0, LONGEST_QUERY));
  if (words.trim() !== "" && mayBeWritten(words)) params.set("q", words);
  for (const { id, param } of FACETS) {
    const terms = [...(selection.terms[id] ?? []), ...(selection.not[id] ?? []).map((term) => `-${term}`)];
    if (terms.length > 0) params.set(param, terms.join(","));
  }
  if (selection.reading === "says-so") params.set("only", "1");
  if (selection.near?.place !== undefined) {
    params.set("near", selection.near.place);
    if (selection.near.radius !== null) params.set("miles", inMiles(selection.near.radius));
  }
  if (selection.places) params.set("places", "1");
  return params;
}

/** Metres as miles, to four decimals: finer than any choice offered. */
function inMiles(metres: number): string {
  return String(Math.round((metres / METRES_PER_MILE) * 1e4) / 1e4);
}

/**
 * The selection that an address holds. Nonsense is dropped and named in `dropped`, never an error. `places` is needed
 * to find the start; while it is not loaded, the selection has none.
 */
export function selectionFromParams(
  params: URLSearchParams,
  vocabularies: Vocabularies,
  places: Gazetteer | null = null,
): { readonly selection: Selection; readonly dropped: readonly string[] } {
  const terms: Partial<Record<FacetId, readonly TermId[]>> = {};
  const not: Partial<Record<FacetId, readonly TermId[]>> = {};
  const dropped: string[] = [];
  for (const { id, param } of FACETS) {
    const chosen: TermId[] = [];
    const excluded: TermId[] = [];
    for (const text of params.getAll(param).join(",").split(",").slice(0, MOST_TERMS)) {
      const into = text.startsWith("-") ? excluded : chosen;
      const term = text.replace(/^-/, "");
      if (term === "") continue;
      const twice = chosen.includes(term) || excluded.includes(term);
      if (!vocabularies[id].byId.has(term)) dropped.push(term.slice(0, 40));
      else if (!twice) into.push(term);
    }
    if (chosen.length > 0) terms[id] = chosen;
    if (excluded.length > 0) not[id] = excluded;
  }
  const named = params.get("near");
  const place = named === null || places === null ? null : places.byId(named);
  if (named !== null && places !== null && place === null) dropped.push(named.slice(0, 40));
  const miles = Number(params.get("miles") ?? Number.NaN);
  const radius = miles > 0 && miles <= FARTHEST_MILES ? miles * METRES_PER_MILE : null;
  return {
    selection: {
      ...NOTHING_SELECTED,
      terms: inFacetOrder(terms),
      not: inFacetOrder(not),
      reading: params.get("only") === "1" ? "says-so" : "may-fit",
      words: readable(params.get("q") ?? ""),
      near: place === null ? null : startAt(place, radius),
      places: params.get("places") === "1",
    },
    dropped,
  };
}

function inFacetOrder(terms: Selection["terms"]): Selection["terms"] {
  return Object.fromEntries(FACET_IDS.flatMap((id) => (terms[id] === undefined ? [] : [[id, terms[id]]])));
}

/** A query without signs of control, which no keyboard types; at most as long as a query may be. */
function readable(query: string): string {
  const text = wellFormed(query.replace(/[\p{Cc}\u2028\u2029]/gu, "").slice(0, LONGEST_QUERY));
  return text.trim() === "" ? "" : text;
}

/** Halves of characters, left when a text was cut inside one, become the sign for "unreadable", as in any address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
