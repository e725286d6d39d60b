import { type Need, needOf } from "../../equity/need.ts";
import { type Provision, type ProvisionLine, provision, saidAbout } from "../../equity/provision.ts";
import type { PeopleCount } from "../../equity/small-counts.ts";
import type { Words } from "../../locale/words.ts";
import { NOTHING_SELECTED, type Selection } from "../../search/selection.ts";
import { categoriesOf } from "../../services/census-table.ts";
import type { FacetId, Vocabularies } from "../../services/facets.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../services/place.ts";
import type { TermId } from "../../services/vocabulary.ts";
import type { Ready } from "../state/store.ts";
import { searchOf } from "../state/use-results.ts";
import type { Cell, Column, DataTable } from "./data-table.ts";
import { wholeName } from "./reach-tables.ts";
import type { EquityData } from "./use-equity-data.ts";

/** Whom the services found are compared with: everybody, or the people whom the census counts under a term. */
export type NeedSubject =
  | { readonly kind: "everyone" }
  | { readonly kind: "term"; readonly facet: FacetId; readonly term: TermId };

/** Facets whose terms the census may count. */
export const NEED_FACETS = [
  "spokenLanguage",
  "faith",
  "community",
  "whoFor",
  "specialism",
] as const satisfies readonly FacetId[];

export const EVERYONE: NeedSubject = { kind: "everyone" };

/** The first term of the selection that the census counts, else the first language, faith or community, else everybody. */
export function needSubjectOf(selection: Selection, vocabularies: Vocabularies): NeedSubject {
  const chosen = NEED_FACETS.flatMap((facet) => (selection.terms[facet] ?? []).map((term) => ({ facet, term })));
  const counted = chosen.find(({ facet, term }) => categoriesOf(vocabularies[facet].byId.get(term)).length > 0);
  // "Food bank" names no people; that nobody counts the speakers of a language is worth saying.
  const first = counted ?? chosen.find(({ facet }) => facet !== "specialism" && facet !== "whoFor");
  return first === undefined ? EVERYONE : { kind: "term", ...first };
}

export interface NeedAnswer {
  readonly provision: Provision;
  /** Null for everybody, and where the census counts nobody under the term. */
  readonly need: Need | null;
  /** The services looked at. */
  readonly rows: Uint32Array;
}

/** Services that fit all else of the selection, by what they say about the subject, beside its people. */
export function answerNeed(
  ready: Ready,
  data: EquityData,
  selection: Selection,
  subject: NeedSubject,
  found: Uint32Array,
  today: string,
): NeedAnswer {
  const { index, vocabularies } = ready;
  if (subject.kind === "everyone") {
    const people = data.boroughs.boroughs.map(({ residents }) => residents);
    return {
      provision: provision({ index, rows: found, said: () => "says", people, area: data.area }),
      need: null,
      rows: found,
    };
  }
  const { facet, term } = subject;
  const { [facet]: _, ...others } = selection.terms;
  const { rows } = searchOf(ready).search({ ...NOTHING_SELECTED, ...selection, terms: others }, today);
  const need = data.census === null ? null : needOf(vocabularies[facet], term, data.census);
  const said = saidAbout(index, facet, vocabularies[facet], term);
  return { provision: provision({ index, rows, said, people: need?.people ?? null, area: data.area }), need, rows };
}

/** A count of people as a cell: hidden ones in words, in the file as well. */
export function peopleCell(words: Words, people: PeopleCount | null): Cell {
  if (people === null) return { shown: words.t("equity.notCounted") };
  return people === "under-10" ? words.t("equity.under10") : people;
}

const AGAINST = { fewer: "equity.needFewer", more: "equity.needMore", "cannot-tell": "equity.needCannotTell" } as const;

/** Need beside provision as a table, boroughs in order. */
export function needTable(
  words: Words,
  caption: string,
  { lines, london }: Provision,
  area: readonly BoroughCode[],
  boroughName: (code: string) => string,
): DataTable {
  // A borough by itself has no place among others.
  const alone = area.length === 1;
  const compared = <T>(parts: readonly T[]): readonly T[] => (alone ? [] : parts);
  const unknown = (people: PeopleCount | null): Cell => ({
    shown: words.t(people === null ? "equity.notCounted" : "equity.hiddenCell"),
  });
  const row = (line: ProvisionLine): Cell[] => [
    boroughName(line.borough),
    peopleCell(words, line.people),
    line.says,
    line.saysOthers,
    line.doesNotSay,
    line.rate?.perTenThousand ?? unknown(line.people),
    line.rate === null ? unknown(line.people) : range(words, line.rate.low, line.rate.high),
    line.rate?.low ?? unknown(line.people),
    line.rate?.high ?? unknown(line.people),
    line.rate === null ? unknown(line.people) : (line.peoplePerService ?? { shown: words.t("equity.noneListed") }),
    ...compared([
      line.place === null
        ? unknown(line.people)
        : line.tied
          ? words.t("equity.needTied", { place: words.number(line.place) })
          : words.number(line.place),
      line.againstLondon === null ? unknown(line.people) : words.t(AGAINST[line.againstLondon]),
    ]),
  ];
  return {
    file: "people-and-listed-services",
    caption,
    columns: [
      { label: words.t("equity.area"), kind: "text" },
      { label: words.t("equity.needPeople"), kind: "whole" },
      { label: words.t("equity.needSays"), kind: "whole" },
      { label: words.t("equity.needOthers"), kind: "whole" },
      { label: words.t("equity.needNothing"), kind: "whole" },
      { label: words.t("equity.needRate"), kind: "decimal" },
      { label: words.t("equity.needRange"), kind: "text" },
      { label: words.t("equity.needLow"), kind: "decimal", onlyInFile: true },
      { label: words.t("equity.needHigh"), kind: "decimal", onlyInFile: true },
      { label: words.t("equity.needPer"), kind: "whole" },
      ...compared<Column>([
        { label: words.t("equity.needPlace"), kind: "text" },
        {
          label: words.t(area.length < BOROUGH_CODES.length ? "equity.needAgainstPart" : "equity.needAgainst"),
          kind: "text",
        },
      ]),
    ],
    rows: [
      ...lines.map(row),
      ...compared([
        [
          wholeName(words, area, boroughName),
          peopleCell(words, london.people),
          london.says,
          london.saysOthers,
          london.doesNotSay,
          london.perTenThousand ?? unknown(london.people),
          ...Array.from({ length: 6 }, () => ({ shown: "" })),
        ],
      ]),
    ],
  };
}

/** "0.12 – 3.6", at the fineness that small rates need. */
function range(words: Words, low: number, high: number): string {
  const written = [low, high].map((rate) => words.number(Number(rate.toPrecision(2))));
  return written.join(" – ");
}
