import {
  differences,
  fromCodeDifferences,
  fromDigits,
  fromLines,
  runningSums,
  toCodeDifferences,
  toDigits,
  toLines,
} from "./columns.ts";
import { BOROUGH_CODES, type BoroughCode, type Decile, decile } from "./place.ts";

/**
 * What of the Indices of Deprivation 2025 has a decile here: the whole index, its seven domains, and the two indices
 * of income deprivation among children and older people. `barriers` = barriers to housing and services, `living` =
 * living environment.
 */
export const DEPRIVATION = [
  "imd",
  "income",
  "employment",
  "education",
  "health",
  "crime",
  "barriers",
  "living",
  "idaci",
  "idaopi",
] as const;
export type Deprivation = (typeof DEPRIVATION)[number];

/** A larger area that LSOAs belong to: an MSOA with the House of Commons Library's name, or a ward. */
export interface WiderArea {
  readonly code: string;
  readonly name: string;
  readonly borough: BoroughCode;
}

/** The LSOAs (2021) of London in order of their codes, column by column; a row is a number from 0. */
export interface LsoaTable {
  readonly count: number;
  /** `E01000001` … */
  readonly codes: readonly string[];
  /** Official names, such as "Hackney 014B". */
  readonly names: readonly string[];
  /** Number of the borough in BOROUGH_CODES. */
  readonly boroughs: Uint8Array;
  /** MSOAs (2021) with readable names, such as "Hackney Central". */
  readonly msoas: readonly WiderArea[];
  /** For each LSOA, the place of its MSOA in `msoas`. */
  readonly msoaOf: Uint16Array;
  /** Wards of 2024, to which ONS gives each LSOA by best fit. */
  readonly wards: readonly WiderArea[];
  readonly wardOf: Uint16Array;
  /**
   * Degrees, of the postcode nearest to the middle of the LSOA's postcodes: where people live or work, and never a
   * point in a park or river, as a centroid may be. Right to about 10 m.
   */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Usual residents, Census 2021. */
  readonly residents: Uint32Array;
  /** IMD 2025 rank in England, 1 (most deprived) to 33,755. */
  readonly imdRank: Uint16Array;
  /** Deciles of England, 1 = most deprived tenth. */
  readonly deciles: Readonly<Record<Deprivation, Uint8Array>>;
  /** Row of a code, or -1. */
  rowOf(code: string): number;
  /** Decile of a row; null when the row doesn't exist. */
  decileOf(row: number, measure?: Deprivation): Decile | null;
}

/** The columns that sums over people are made of: plain data, fit to be sent to a worker. */
export type LsoaPeople = Pick<LsoaTable, "count" | "lon" | "lat" | "boroughs" | "residents" | "imdRank" | "deciles">;

/** Version of the form below. */
export const LSOA_FORMAT = 1;

/** One LSOA as it goes into the table. */
export interface LsoaRow {
  readonly code: string;
  readonly borough: BoroughCode;
  /** Official names: "Hackney 014B" is its MSOA's "Hackney 014" and a letter. */
  readonly name: string;
  readonly msoa: { readonly code: string; readonly officialName: string; readonly name: string };
  readonly ward: { readonly code: string; readonly name: string };
  readonly lon: number;
  readonly lat: number;
  readonly residents: number;
  readonly imdRank: number;
  readonly deciles: Readonly<Record<Deprivation, number>>;
}

interface WiderAreasFile {
  readonly codes: readonly number[];
  readonly names: string;
  readonly boroughs: string;
}

/** `data/areas/lsoas.json`: lists of numbers hold differences where it says so, one-of-a-few columns one character a row. */
export interface LsoaTableFile {
  readonly format: number;
  readonly count: number;
  /** Differences of the six digits after E01. */
  readonly codes: readonly number[];
  readonly letters: string;
  /** Differences; degrees × 1e4. */
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly residents: readonly number[];
  readonly imdRank: readonly number[];
  /** Base 36, so that `a` is 10. */
  readonly deciles: Readonly<Record<Deprivation, string>>;
  /** Differences. */
  readonly msoaOf: readonly number[];
  readonly wardOf: readonly number[];
  readonly msoas: WiderAreasFile & { readonly officialNames: string };
  readonly wards: WiderAreasFile;
}

/** Degrees are kept to four decimals: the points themselves are no finer than that. */
const DEGREES = 1e4;

/** LSOAs in any order as a table file, sorted by code. Throws a sentence when a name isn't its MSOA's and a letter. */
export function encodeLsoaTable(unsorted: readonly LsoaRow[]): LsoaTableFile {
  const rows = [...unsorted].sort((a, b) => (a.code < b.code ? -1 : 1));
  const wider = <T extends { readonly code: string; readonly name: string }>(pick: (row: LsoaRow) => T) => {
    const byCode = new Map(rows.map((row) => [pick(row).code, { ...pick(row), borough: row.borough }]));
    const list = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    const place = new Map(list.map(({ code }, i) => [code, i]));
    return { list, of: differences(rows.map((row) => place.get(pick(row).code) ?? -1)) };
  };
  const file = (list: readonly WiderArea[], prefix: string): WiderAreasFile => ({
    codes: toCodeDifferences(
      list.map(({ code }) => code),
      prefix,
    ),
    names: toLines(list.map(({ name }) => name)),
    boroughs: toDigits(list.map(({ borough }) => BOROUGH_CODES.indexOf(borough))),
  });
  const msoas = wider(({ msoa }) => msoa);
  const wards = wider(({ ward }) => ward);
  return {
    format: LSOA_FORMAT,
    count: rows.length,
    codes: toCodeDifferences(
      rows.map(({ code }) => code),
      "E01",
    ),
    letters: rows
      .map(({ name, msoa }) => {
        const letter = name.slice(msoa.officialName.length);
        if (!name.startsWith(msoa.officialName) || letter.length !== 1) {
          throw new Error(`The LSOA "${name}" is not named after its MSOA "${msoa.officialName}".`);
        }
        return letter;
      })
      .join(""),
    lon: differences(rows.map(({ lon }) => Math.round(lon * DEGREES))),
    lat: differences(rows.map(({ lat }) => Math.round(lat * DEGREES))),
    residents: rows.map(({ residents }) => residents),
    imdRank: rows.map(({ imdRank }) => imdRank),
    deciles: Object.fromEntries(
      DEPRIVATION.map((measure) => [measure, toDigits(rows.map(({ deciles }) => deciles[measure]))]),
    ) as Record<Deprivation, string>,
    msoaOf: msoas.of,
    wardOf: wards.of,
    msoas: { ...file(msoas.list, "E02"), officialNames: toLines(msoas.list.map(({ officialName }) => officialName)) },
    wards: file(wards.list, "E05"),
  };
}

function decodeWiderAreas(file: WiderAreasFile, prefix: string): WiderArea[] {
  const names = fromLines(file.names, file.codes.length);
  const boroughs = fromDigits(file.boroughs);
  return fromCodeDifferences(file.codes, prefix).map((code, i) => ({
    code,
    name: names[i] ?? "",
    borough: BOROUGH_CODES[boroughs[i] ?? -1] as BoroughCode,
  }));
}

/** A table file made ready for look-ups. Throws a sentence when its version is another or its columns differ in length. */
export function decodeLsoaTable(file: LsoaTableFile): LsoaTable {
  if (file.format !== LSOA_FORMAT) {
    throw new Error(`The table of LSOAs has form ${file.format}; this page reads form ${LSOA_FORMAT}.`);
  }
  const { count } = file;
  const codes = fromCodeDifferences(file.codes, "E01");
  const rows = new Map(codes.map((code, row) => [code, row]));
  const msoaOf = Uint16Array.from(runningSums(file.msoaOf));
  const msoas = decodeWiderAreas(file.msoas, "E02");
  const msoaNames = fromLines(file.msoas.officialNames, msoas.length);
  const degrees = (deltas: readonly number[]) => Float64Array.from(runningSums(deltas), (value) => value / DEGREES);
  const deciles = Object.fromEntries(
    DEPRIVATION.map((measure) => [measure, fromDigits(file.deciles[measure])]),
  ) as Record<Deprivation, Uint8Array>;
  const table: LsoaTable = {
    count,
    codes,
    names: Array.from(file.letters, (letter, row) => `${msoaNames[msoaOf[row] ?? -1] ?? ""}${letter}`),
    boroughs: Uint8Array.from(msoaOf, (msoa) => BOROUGH_CODES.indexOf(msoas[msoa]?.borough as BoroughCode)),
    msoas,
    msoaOf,
    wards: decodeWiderAreas(file.wards, "E05"),
    wardOf: Uint16Array.from(runningSums(file.wardOf)),
    lon: degrees(file.lon),
    lat: degrees(file.lat),
    residents: Uint32Array.from(file.residents),
    imdRank: Uint16Array.from(file.imdRank),
    deciles,
    rowOf: (code) => rows.get(code) ?? -1,
    decileOf: (row, measure = "imd") => decile(deciles[measure][row] ?? 0),
  };
  const columns = [table.codes, table.names, table.msoaOf, table.wardOf, table.lon, table.lat, table.residents];
  if ([...columns, table.imdRank, ...Object.values(deciles)].some(({ length }) => length !== count)) {
    throw new Error("The table of LSOAs is damaged: its columns have different lengths.");
  }
  return table;
}
