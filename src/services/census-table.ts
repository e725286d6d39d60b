import type { Term } from "./vocabulary.ts";

/** The census categories that a term is compared with; none for a term that isn't there. */
export function categoriesOf(term: Pick<Term, "census"> | undefined): readonly string[] {
  return term?.census === undefined || term.census === "none" ? [] : term.census;
}

/** One category of a Census 2021 table; `group` is the heading it stands under, without sub-totals of its own. */
export interface CensusCategory {
  readonly name: string;
  readonly group: string | null;
  /** People (or households) in the order of the file's areas. */
  readonly counts: readonly number[];
}

export interface CensusTable {
  /** Title of the table, such as "Main language (detailed)". */
  readonly title: string;
  /** Who is counted: "All usual residents aged 3 years and over". */
  readonly population: string;
  /** Total of each area as published. ONS changes small counts a little, so categories may miss it by a few. */
  readonly totals: readonly number[];
  /** The finest categories only: sub-totals are left out, so that adding up never counts anybody twice. */
  readonly categories: readonly CensusCategory[];
}

/**
 * Census tables of one sort of area: `census/boroughs.json` in the order of BOROUGH_CODES, `census/msoas.json` in that
 * of the MSOAs and `census/lsoas-….json` in that of the LSOAs of the table of LSOAs.
 */
export interface CensusFile {
  readonly areas: "boroughs" | "msoas" | "lsoas";
  readonly tables: Readonly<Record<string, CensusTable>>;
}

/**
 * People of a category in each area, by a reference such as `TS024:South Asian language: Tamil` (heading and name),
 * `TS022:White` (a heading: all beneath it) or `TS022:Kurdish` (a name that may stand under several headings: all of
 * them together). Null when the table or the category isn't there.
 */
export function censusCounts(file: CensusFile, reference: string): readonly number[] | null {
  const [, id = "", category = ""] = /^([^:]+):\s*(.+)$/s.exec(reference) ?? [];
  const table = file.tables[id];
  if (table === undefined) return null;
  const full = ({ group, name }: CensusCategory): string => (group === null ? name : `${group}: ${name}`);
  const wanted = category.trim();
  const ways = [
    (entry: CensusCategory) => full(entry) === wanted,
    (entry: CensusCategory) => entry.group === wanted,
    (entry: CensusCategory) => entry.name === wanted,
  ];
  for (const way of ways) {
    const members = table.categories.filter(way);
    if (members.length > 0) {
      return table.totals.map((_, area) => members.reduce((sum, { counts }) => sum + (counts[area] ?? 0), 0));
    }
  }
  return null;
}
