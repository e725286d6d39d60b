import type { CensusCategory, CensusFile, CensusTable } from "../../services/census-table.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import { boroughIn } from "./boroughs.ts";
import { byLsoa, LSOA_CENSUS } from "./lsoas.ts";
import { type CsvRow, type ReadRaw, readCsv } from "./raw-files.ts";

/** The borough tables, with the titles ONS gives them. */
export const BOROUGH_TABLES = [
  { id: "TS001", file: "borough_ts001_usual_residents", title: "Usual residents by residence type" },
  { id: "TS007", file: "borough_ts007_age_single_year", title: "Age" },
  { id: "TS021", file: "borough_ts021_ethnic_group", title: "Ethnic group" },
  { id: "TS022", file: "borough_ts022_ethnic_group_detailed", title: "Ethnic group (detailed)" },
  { id: "TS024", file: "borough_ts024_main_language_detailed", title: "Main language (detailed)" },
  { id: "TS025", file: "borough_ts025_household_language", title: "Household language" },
  { id: "TS029", file: "borough_ts029_proficiency_in_english", title: "Proficiency in English" },
  { id: "TS030", file: "borough_ts030_religion", title: "Religion" },
  { id: "TS037", file: "borough_ts037_general_health", title: "General health" },
  { id: "TS038", file: "borough_ts038_disability", title: "Disability" },
  { id: "TS039", file: "borough_ts039_unpaid_care", title: "Provision of unpaid care" },
] as const;

/** Sub-totals that their headings don't give away by a colon: single years of age within bands, wider bands of care. */
const WITHIN_OR_ABOVE_OTHERS =
  /^(?:Aged (?:under )?[0-9]+ years?|Aged 100 years and over|Provides 19 hours or less unpaid care a week|Provides 20 to 49 hours unpaid care a week)$/;

/** How far the categories of a table may miss its total: ONS changes small counts in every cell a little. */
const ALLOWED = 0.005;

function table(
  title: string,
  population: string,
  totals: readonly number[],
  categories: CensusCategory[],
  path: string,
): CensusTable {
  const all = totals.reduce((sum, total) => sum + total, 0);
  const parts = categories.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
  if (Math.abs(all - parts) > all * ALLOWED) {
    throw new Error(
      `In "${path}" the categories add up to ${parts} where the total is ${all}: one is missing or counted twice.`,
    );
  }
  return { title, population, totals, categories };
}

/** Eleven tables for the 33 boroughs, finest categories only. */
export function deriveBoroughCensus(read: ReadRaw): CensusFile {
  const tables = BOROUGH_TABLES.map(({ id, file, title }) => {
    const path = `census2021/${file}.csv`;
    const { columns, rows } = readCsv(read, path, ["ladcd", "ladnm"]);
    const byCode = new Map(rows.map((row) => [boroughIn(row.cell("ladcd"), path), row]));
    const ordered = BOROUGH_CODES.map((code) => {
      const row = byCode.get(code);
      if (row === undefined) throw new Error(`The file "${path}" has no row for the borough ${code}.`);
      return row;
    });
    const headings = columns.slice(2).map((column) => ({ column, heading: heading(column) }));
    const [total, ...rest] = headings;
    if (total === undefined || !total.heading.startsWith("Total")) {
      throw new Error(`The file "${path}" does not begin with a total.`);
    }
    const isSubTotal = (text: string): boolean =>
      WITHIN_OR_ABOVE_OTHERS.test(text) || rest.some(({ heading }) => heading.startsWith(`${text}: `));
    const categories = rest
      .filter(({ heading }) => !isSubTotal(heading))
      .map(({ column, heading }): CensusCategory => {
        const group = rest.find((other) => heading.startsWith(`${other.heading}: `))?.heading ?? null;
        return {
          name: group === null ? heading : heading.slice(group.length + 2),
          group,
          counts: ordered.map((row) => row.count(column)),
        };
      });
    const population = total.heading.replace(/^Total:? ?/, "") || "All usual residents";
    const totals = ordered.map((row) => row.count(total.column));
    return [id, table(title, population, totals, categories, path)] as const;
  });
  return { areas: "boroughs", tables: Object.fromEntries(tables) };
}

const heading = (column: string): string => column.replace(/; measures: Value$/, "").trim();

/** A table from columns of a file of smaller areas; the heading of a column here is ONS's name of the category. */
interface Columns {
  readonly title: string;
  readonly population: string;
  readonly group?: string;
  /** Official category, then the column's heading in the file where that differs. */
  readonly categories: readonly (readonly [name: string, column: string, group?: string])[];
}

function fromColumns(rows: readonly CsvRow[], path: string, columns: Columns, totals?: readonly number[]): CensusTable {
  const categories = columns.categories.map(([name, column, group = null]) => ({
    name,
    group,
    counts: rows.map((row) => row.count(column)),
  }));
  const sums = rows.map((_, area) => categories.reduce((sum, { counts }) => sum + (counts[area] ?? 0), 0));
  return table(columns.title, columns.population, totals ?? sums, categories, path);
}

const RELIGION: Columns = {
  title: "Religion",
  population: "All usual residents",
  categories: [
    ["No religion", "rel_none"],
    ["Christian", "rel_christian"],
    ["Buddhist", "rel_buddhist"],
    ["Hindu", "rel_hindu"],
    ["Jewish", "rel_jewish"],
    ["Muslim", "rel_muslim"],
    ["Sikh", "rel_sikh"],
    ["Other religion", "rel_other"],
    ["Not answered", "rel_not_answered"],
  ],
};

const ETHNIC_GROUP: Columns = {
  title: "Ethnic group, five broad groups",
  population: "All usual residents",
  categories: [
    ["Asian, Asian British or Asian Welsh", "eth_asian"],
    ["Black, Black British, Black Welsh, Caribbean or African", "eth_black"],
    ["Mixed or Multiple ethnic groups", "eth_mixed"],
    ["White", "eth_white"],
    ["Other ethnic group", "eth_other"],
  ],
};

const DISABILITY: Columns = {
  title: "Disability",
  population: "All usual residents",
  categories: [
    ["Disabled under the Equality Act", "disabled"],
    ["Not disabled under the Equality Act", "not_disabled"],
  ],
};

export const LSOA_LANGUAGE = "census2021/lsoa21_main_language_11.csv";

const LANGUAGE_GROUPS = [
  "English or Welsh",
  "Any other UK languages",
  "European languages (EU)",
  "Other European languages (non-EU)",
  "Asian languages",
  "Oceanic or Australian languages",
  "North or South American languages",
  "African languages",
  "Sign and supported languages",
  "Any other languages",
] as const;

/** Religion, broad ethnic group, disability and broad groups of main languages for the LSOAs, in the order of `codes`. */
export function deriveLsoaCensus(
  read: ReadRaw,
  codes: readonly string[],
): Readonly<Record<"religion" | "ethnicity" | "disability" | "language", CensusFile>> {
  const rowsOf = (path: string, needed: readonly string[]): CsvRow[] => {
    const map = byLsoa(readCsv(read, path, ["lsoa21cd", ...needed]).rows, path);
    return codes.map((code) => {
      const row = map.get(code);
      if (row === undefined) throw new Error(`The file "${path}" has nothing for the LSOA ${code}.`);
      return row;
    });
  };
  const topics = [RELIGION, ETHNIC_GROUP, DISABILITY].flatMap(({ categories }) =>
    categories.map(([, column]) => column),
  );
  const people = rowsOf(LSOA_CENSUS, ["residents", ...topics]);
  const residents = people.map((row) => row.count("residents"));
  const language: Columns = {
    title: "Main language, ten broad groups",
    population: "All usual residents aged 3 years and over",
    categories: LANGUAGE_GROUPS.map((name) => [name, name]),
  };
  const file = (id: string, content: CensusTable): CensusFile => ({ areas: "lsoas", tables: { [id]: content } });
  return {
    religion: file("TS030", fromColumns(people, LSOA_CENSUS, RELIGION, residents)),
    ethnicity: file("TS021", fromColumns(people, LSOA_CENSUS, ETHNIC_GROUP)),
    disability: file("TS038", fromColumns(people, LSOA_CENSUS, DISABILITY)),
    // A table made for a customer by ONS: it has no TS number.
    language: file("main-language", fromColumns(rowsOf(LSOA_LANGUAGE, LANGUAGE_GROUPS), LSOA_LANGUAGE, language)),
  };
}

export const MSOA_ENGLISH = "census2021/msoa21_ts029_proficiency_in_english.csv";
export const MSOA_ETHNICITY = "census2021/msoa21_ethnic_group.csv";

const NOT_ENGLISH = "Main language is not English (English or Welsh in Wales)";
const ENGLISH: Columns = {
  title: "Proficiency in English",
  population: "All usual residents aged 3 years and over",
  categories: [
    ["Main language is English (English or Welsh in Wales)", "main_english"],
    ["Can speak English very well", "not_english_very_well", NOT_ENGLISH],
    ["Can speak English well", "not_english_well", NOT_ENGLISH],
    ["Cannot speak English well", "not_english_not_well", NOT_ENGLISH],
    ["Cannot speak English", "not_english_cannot", NOT_ENGLISH],
  ],
};

/** Proficiency in English and ethnic group for the MSOAs, in the order of `codes`. */
export function deriveMsoaCensus(read: ReadRaw, codes: readonly string[]): CensusFile {
  const rowsOf = (path: string, needed: readonly string[]) => {
    const { columns, rows } = readCsv(read, path, ["msoa21cd", ...needed]);
    const map = new Map(rows.map((row) => [row.cell("msoa21cd"), row]));
    const ordered = codes.map((code) => {
      const row = map.get(code);
      if (row === undefined) throw new Error(`The file "${path}" has nothing for the MSOA ${code}.`);
      return row;
    });
    return { columns, rows: ordered };
  };
  const english = rowsOf(
    MSOA_ENGLISH,
    ENGLISH.categories.map(([, column]) => column),
  );
  const ethnicity = rowsOf(MSOA_ETHNICITY, []);
  const groups: Columns = {
    title: "Ethnic group, six broad groups",
    population: "All usual residents",
    categories: ethnicity.columns.slice(1).map((column) => [column, column] as const),
  };
  return {
    areas: "msoas",
    tables: {
      TS029: fromColumns(english.rows, MSOA_ENGLISH, ENGLISH),
      TS022: fromColumns(ethnicity.rows, MSOA_ETHNICITY, groups),
    },
  };
}
