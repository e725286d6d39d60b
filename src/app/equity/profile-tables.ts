import { boroughsOf } from "../../equity/boroughs-of.ts";
import { byDecile } from "../../equity/groupings.ts";
import { parity } from "../../equity/parity.ts";
import { PLACEMENTS, placements } from "../../equity/placement.ts";
import { reachByGroup } from "../../equity/reach.ts";
import { shownCount } from "../../equity/small-counts.ts";
import type { Words } from "../../locale/words.ts";
import type { CensusFile } from "../../services/census-table.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../services/place.ts";
import type { Ready } from "../state/store.ts";
import type { Analysis } from "./analysis.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { gapsTable } from "./GapsSection.tsx";
import { answerNeed, type NeedAnswer, needSubjectOf, needTable, peopleCell } from "./need-table.ts";
import { parityTable } from "./ParitySection.tsx";
import { decileName, reachTable, wholeName } from "./reach-tables.ts";
import type { EquityData } from "./use-equity-data.ts";

/** What a profile is made of. */
export interface ProfileInput {
  readonly words: Words;
  readonly ready: Ready;
  readonly data: EquityData;
  readonly analysis: Analysis;
  readonly borough: BoroughCode;
  readonly boroughName: (code: string) => string;
  readonly today: string;
}

/** Census tables told of in a profile, with how many of their categories, largest in the borough first; null = all. */
const CENSUS_SHOWN: readonly { readonly id: string; readonly most: number | null; readonly only?: RegExp }[] = [
  { id: "TS007", most: null, only: /^Aged (?:4 |65|75|85)/ },
  { id: "TS038", most: null, only: /limited a/ },
  { id: "TS039", most: null, only: /20|35|50/ },
  { id: "TS029", most: null, only: /^Cannot/ },
  { id: "TS024", most: 5, only: /^(?!English)/ },
  { id: "TS030", most: 5, only: /^(?!Not answered)/ },
];

/** Whether the map speaks of one borough only: then there is nothing to stand beside it. */
const alone = ({ area }: Pick<EquityData, "area">): boolean => area.length === 1;

/** Reach in the borough beside London: the very lines of the page's own table. */
export function reachProfile({ words, data, analysis, borough, boroughName }: ProfileInput): DataTable {
  const lines = analysis.boroughs.filter(({ id }) => id === borough);
  const unplaced = analysis.unplaced[BOROUGH_CODES.indexOf(borough)] ?? 0;
  const all = analysis.unplaced.reduce((sum, count) => sum + count, 0);
  return reachTable(
    words,
    `reach-in-${borough}`,
    words.t("equity.reach"),
    alone(data) ? lines : [...lines, analysis.london],
    (id) => (id === analysis.london.id ? wholeName(words, data.area, boroughName) : boroughName(id)),
    { deprived: true, unplaced: [unplaced, all] },
  );
}

/** Reach by tenth of deprivation inside the borough; tenths where nobody of it lives are left out. */
export function decilesProfile({ words, data, analysis, borough }: ProfileInput) {
  const { table } = data;
  const number = BOROUGH_CODES.indexOf(borough);
  const { ids, of } = byDecile(table);
  // Everybody else goes into an eleventh group that is not shown.
  const inside = of.map((decile, row) => (table.boroughs[row] === number ? decile : ids.length));
  const lines = reachByGroup(table, analysis.nearest, { ids: [...ids, "elsewhere"], of: inside })
    .slice(0, ids.length)
    .filter(({ all }) => all.residents > 0);
  const shown = reachTable(
    words,
    `reach-by-deprivation-in-${borough}`,
    words.t("equity.byDecile"),
    lines,
    (id) => decileName(words, id),
    { deprived: false },
  );
  return { lines, table: shown };
}

/** How the services found stand: those of the borough, beside all; with no borough at all in a line of their own. */
export function placedProfile({ words, ready, data, analysis, borough, boroughName }: ProfileInput): DataTable {
  const belongsTo = boroughsOf(ready.index);
  const number = BOROUGH_CODES.indexOf(borough);
  const here = placements(
    ready.index,
    analysis.rows.filter((row) => belongsTo(row).includes(number)),
  );
  return {
    file: `listed-services-by-place-${borough}`,
    caption: words.t("equity.stand"),
    columns: [
      { label: words.t("equity.stand"), kind: "text" },
      { label: boroughName(borough), kind: "whole" },
      { label: `${wholeName(words, data.area, boroughName)} (${words.t("equity.records")})`, kind: "whole" },
    ],
    rows: PLACEMENTS.map((placement) => [
      words.t(`equity.placement.${placement}`),
      here[placement],
      analysis.stand[placement],
    ]),
  };
}

/** Need beside provision for all boroughs, and its line for this one beside London. */
export function needProfile(input: ProfileInput): NeedAnswer & { readonly table: DataTable; readonly label: string } {
  const { words, ready, data, analysis, borough, boroughName, today } = input;
  const subject = needSubjectOf(analysis.selection, ready.vocabularies);
  const answer = answerNeed(ready, data, analysis.selection, subject, analysis.rows, today);
  const label =
    subject.kind === "everyone"
      ? words.t("equity.needEveryone")
      : (ready.vocabularies[subject.facet].byId.get(subject.term)?.label ?? subject.term);
  const lines = answer.provision.lines.filter((line) => line.borough === borough);
  const table = needTable(
    words,
    `${words.t("equity.need")}: ${label}`,
    { ...answer.provision, lines },
    data.area,
    boroughName,
  );
  return { ...answer, label, table: { ...table, file: `people-and-listed-services-${borough}` } };
}

/** The borough's gaps, in the order of the page's own list. */
export function gapsProfile({ words, ready, data, analysis, borough, boroughName }: ProfileInput): DataTable {
  const number = BOROUGH_CODES.indexOf(borough);
  const inside = analysis.gaps.filter(({ lsoa }) => data.table.boroughs[lsoa] === number);
  const table = gapsTable(words, ready, data.table, { ...analysis, gaps: inside }, boroughName);
  return { ...table, file: `${table.file}-in-${borough}` };
}

/** Who lives in the borough by the census, and their share beside London's; counts under 10 are hidden. */
export function censusProfile({
  words,
  data,
  borough,
  boroughName,
}: Pick<ProfileInput, "words" | "borough" | "boroughName"> & {
  readonly data: Pick<EquityData, "census">;
}): DataTable | null {
  const { census } = data;
  if (census === null) return null;
  const number = BOROUGH_CODES.indexOf(borough);
  return {
    file: `census-2021-${borough}`,
    caption: words.t("equity.profileCensus"),
    columns: [
      { label: words.t("equity.profileCensus"), kind: "text" },
      { label: words.t("equity.needPeople"), kind: "whole" },
      { label: boroughName(borough), kind: "share" },
      { label: words.t("equity.london"), kind: "share" },
    ],
    rows: CENSUS_SHOWN.flatMap(({ id, most, only }) => censusRows(words, census, number, id, most, only)),
  };
}

function censusRows(
  words: Words,
  { tables }: CensusFile,
  borough: number,
  id: string,
  most: number | null,
  only: RegExp | undefined,
): Cell[][] {
  const table = tables[id];
  if (table === undefined) return [];
  const here = table.totals[borough] ?? 0;
  const london = table.totals.reduce((sum, total) => sum + total, 0);
  const shown = table.categories.filter(({ name }) => only?.test(name) ?? true);
  const largest =
    most === null
      ? shown
      : [...shown].sort((a, b) => (b.counts[borough] ?? 0) - (a.counts[borough] ?? 0)).slice(0, most);
  return largest.map(({ name, counts }) => {
    const people = shownCount(counts[borough] ?? 0);
    return [
      { english: `${table.title}: ${name}` },
      peopleCell(words, people),
      people === "under-10" ? { shown: words.t("equity.hiddenCell") } : people / here,
      counts.reduce((sum, count) => sum + count, 0) / london,
    ];
  });
}

/** How full and fresh the borough's records are, beside all records. */
export function parityProfile({ words, ready, data, borough, boroughName, today }: ProfileInput): DataTable {
  const { index, servicesCount, publication } = ready;
  const rows = Uint32Array.from({ length: servicesCount }, (_, row) => row);
  const { all, byBorough } = parity(index, rows, today, publication.thresholds);
  const people = (codes: readonly string[]): number =>
    data.boroughs.boroughs.reduce((sum, { code, residents }) => (codes.includes(code) ? sum + residents : sum), 0);
  return parityTable(
    words,
    `records-in-${borough}`,
    words.t("equity.parity"),
    [...byBorough.filter(({ id }) => id === borough), ...(alone(data) ? [] : [all])],
    (id) => (id === "all" ? wholeName(words, data.area, boroughName) : boroughName(id)),
    publication.thresholds,
    (id) => people(id === "all" ? data.area : [id]),
  );
}
