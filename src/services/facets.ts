import { BOROUGH_CODES } from "./place.ts";
import type { Service } from "./service.ts";
import type { TermId, Vocabulary } from "./vocabulary.ts";

/** The terms that a record's locations and area served put it under: a London-wide service serves every borough. */
function boroughsOf(service: Service): readonly TermId[] | null {
  const { serviceArea } = service;
  const served =
    serviceArea.scope === "boroughs" ? serviceArea.boroughs : serviceArea.scope === "london" ? BOROUGH_CODES : [];
  const all: TermId[] = [];
  for (const { borough } of service.locations) if (borough !== null && !all.includes(borough)) all.push(borough);
  if (all.length === 0) return served.length > 0 ? served : null;
  for (const code of served) if (!all.includes(code)) all.push(code);
  return all;
}

function decilesOf(service: Service): readonly TermId[] | null {
  const deciles: TermId[] = [];
  for (const { decile } of service.locations) {
    const term = decile === undefined ? null : String(decile);
    if (term !== null && !deciles.includes(term)) deciles.push(term);
  }
  return deciles.length > 0 ? deciles : null;
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

function daysOf(service: Service): readonly TermId[] | null {
  if (service.schedule.length === 0) return null;
  const days = new Set<TermId>();
  for (const { weekday, opens, closes } of service.schedule) {
    days.add(WEEKDAYS[weekday]);
    if (opens < "12:00") days.add("morning");
    if (opens < "17:00" && closes > "12:00") days.add("afternoon");
    if (closes > "17:00") days.add("evening");
  }
  return [...days];
}

const stated =
  (id: string) =>
  (service: Service): readonly TermId[] | null =>
    (service.terms as Readonly<Record<string, readonly TermId[] | undefined>>)[id] ?? null;

/**
 * One way to narrow. The panel, the address bar, the index, the counts and the reading of spreadsheets are all made
 * from this list; each has its words in `data/vocabulary/<id>.json`.
 */
export interface Facet {
  readonly id: string;
  /** Heading of our own flat CSV; aliases stand in `intake/headings.ts`. Null: worked out, not read from a column. */
  readonly column: string | null;
  /** Name in the address; published names stay, because links get printed on leaflets. */
  readonly param: string;
  /** How a term may be meant, in brackets after it in a cell: "Somali (interpreter)". */
  readonly qualifiers: readonly string[];
  /** Terms of a record; null = says nothing, kept apart from "no". */
  readonly read: (service: Service) => readonly TermId[] | null;
}

export const FACETS = [
  {
    id: "spokenLanguage",
    column: "spoken_languages",
    param: "speaks",
    qualifiers: ["staff", "interpreter", "arranged"],
    read: stated("spokenLanguage"),
  },
  { id: "faith", column: "faiths", param: "faith", qualifiers: ["run-by", "for"], read: stated("faith") },
  { id: "specialism", column: "specialisms", param: "help", qualifiers: [], read: stated("specialism") },
  { id: "community", column: "communities", param: "community", qualifiers: [], read: stated("community") },
  { id: "whoFor", column: "who_for", param: "for", qualifiers: [], read: stated("whoFor") },
  { id: "ledBy", column: "led_by", param: "led", qualifiers: [], read: stated("ledBy") },
  { id: "kind", column: null, param: "kind", qualifiers: [], read: (service) => [service.kind] },
  { id: "pathway", column: "pathways", param: "pathway", qualifiers: [], read: stated("pathway") },
  { id: "borough", column: null, param: "borough", qualifiers: [], read: boroughsOf },
  { id: "howToGetIn", column: "how_to_get_in", param: "in", qualifiers: [], read: stated("howToGetIn") },
  { id: "format", column: "format", param: "format", qualifiers: [], read: stated("format") },
  { id: "cost", column: "cost", param: "cost", qualifiers: [], read: stated("cost") },
  { id: "access", column: "access", param: "access", qualifiers: [], read: stated("access") },
  { id: "day", column: null, param: "day", qualifiers: [], read: daysOf },
  { id: "deprivation", column: null, param: "decile", qualifiers: [], read: decilesOf },
] as const satisfies readonly Facet[];

export type FacetId = (typeof FACETS)[number]["id"];
/** Facets that a source states in a column; the others are worked out from the rest of the record. */
export type StatedFacetId = Extract<(typeof FACETS)[number], { readonly column: string }>["id"];

export const FACET_IDS: readonly FacetId[] = FACETS.map(({ id }) => id);
export const STATED_FACETS = FACETS.filter((facet) => facet.column !== null) as readonly Extract<
  (typeof FACETS)[number],
  { readonly column: string }
>[];

/** One vocabulary for each facet; they travel with the data, so that page and data can't disagree. */
export type Vocabularies = Readonly<Record<FacetId, Vocabulary>>;
