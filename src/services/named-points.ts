import { differences, fromDigits, fromLines, runningSums, toDigits, toLines } from "./columns.ts";
import { BOROUGH_CODES, type BoroughCode } from "./place.ts";

/** A named place for a search box or a label: a neighbourhood, a station. */
export interface NamedPoint {
  readonly name: string;
  /** Degrees, right to about 10 m; may lie a little outside London. */
  readonly lon: number;
  readonly lat: number;
}

/** A neighbourhood or town centre: 1 = metropolitan centre (Bromley) … 5 = small neighbourhood. */
export interface Neighbourhood extends NamedPoint {
  readonly rank: number;
}

/** How trains call at a station; several at once. */
export const STATION_MODES = ["tube", "rail", "overground", "dlr", "elizabeth", "tram"] as const;
export type StationMode = (typeof STATION_MODES)[number];

export interface Station extends NamedPoint {
  readonly modes: readonly StationMode[];
}

/** A GP practice (main site). */
export interface Practice extends NamedPoint {
  /** NHS organisation code, such as `E83003`. */
  readonly ods: string;
  readonly postcode: string;
  readonly borough: BoroughCode;
  /** The primary care network it belongs to, if any. */
  readonly pcn: { readonly code: string; readonly name: string } | null;
}

/** Columns that the three files share. Degrees × 1e4, as differences. */
export interface NamedPointsFile {
  readonly count: number;
  readonly names: string;
  readonly lon: readonly number[];
  readonly lat: readonly number[];
}
export interface NeighbourhoodsFile extends NamedPointsFile {
  readonly ranks: string;
}
export interface StationsFile extends NamedPointsFile {
  /** For each station the sum of 1, 2, 4 … for the modes in the order of STATION_MODES. */
  readonly modes: readonly number[];
}
export interface PracticesFile extends NamedPointsFile {
  readonly ods: string;
  readonly postcodes: string;
  readonly boroughs: string;
  readonly pcns: { readonly codes: string; readonly names: string };
  /** Place in `pcns`, from 1; 0 = none. */
  readonly pcnOf: readonly number[];
}

const DEGREES = 1e4;

function encodePoints(points: readonly NamedPoint[]): NamedPointsFile {
  return {
    count: points.length,
    names: toLines(points.map(({ name }) => name)),
    lon: differences(points.map(({ lon }) => Math.round(lon * DEGREES))),
    lat: differences(points.map(({ lat }) => Math.round(lat * DEGREES))),
  };
}

function decodePoints(file: NamedPointsFile): NamedPoint[] {
  const names = fromLines(file.names, file.count);
  const [lon, lat] = [runningSums(file.lon), runningSums(file.lat)];
  if ([names, lon, lat].some(({ length }) => length !== file.count)) {
    throw new Error("A file of places is damaged: its columns have different lengths.");
  }
  return names.map((name, i) => ({ name, lon: (lon[i] ?? 0) / DEGREES, lat: (lat[i] ?? 0) / DEGREES }));
}

export function encodeNeighbourhoods(rows: readonly Neighbourhood[]): NeighbourhoodsFile {
  return { ...encodePoints(rows), ranks: toDigits(rows.map(({ rank }) => rank)) };
}

/** `data/areas/neighbourhoods.json` as places, most important first. Throws when its columns differ in length. */
export function decodeNeighbourhoods(file: NeighbourhoodsFile): Neighbourhood[] {
  const ranks = fromDigits(file.ranks);
  return decodePoints(file).map((point, i) => ({ ...point, rank: ranks[i] ?? 5 }));
}

export function encodeStations(rows: readonly Station[]): StationsFile {
  const bits = (modes: readonly StationMode[]) =>
    STATION_MODES.reduce((sum, mode, i) => (modes.includes(mode) ? sum + 2 ** i : sum), 0);
  return { ...encodePoints(rows), modes: rows.map(({ modes }) => bits(modes)) };
}

/** `stations.json` and `stations-osm.json` as stations, by name. Throws when columns differ in length. */
export function decodeStations(file: StationsFile): Station[] {
  return decodePoints(file).map((point, i) => ({
    ...point,
    modes: STATION_MODES.filter((_, bit) => ((file.modes[i] ?? 0) & (2 ** bit)) !== 0),
  }));
}

export function encodePractices(rows: readonly Practice[]): PracticesFile {
  const pcns = new Map(rows.flatMap(({ pcn }) => (pcn === null ? [] : [[pcn.code, pcn.name] as const])));
  const codes = [...pcns.keys()].sort();
  return {
    ...encodePoints(rows),
    ods: toLines(rows.map(({ ods }) => ods)),
    postcodes: toLines(rows.map(({ postcode }) => postcode)),
    boroughs: toDigits(rows.map(({ borough }) => BOROUGH_CODES.indexOf(borough))),
    pcns: { codes: toLines(codes), names: toLines(codes.map((code) => pcns.get(code) ?? "")) },
    pcnOf: rows.map(({ pcn }) => (pcn === null ? 0 : codes.indexOf(pcn.code) + 1)),
  };
}

/** `data/areas/practices.json` as practices, in order of their codes. Throws when columns differ in length. */
export function decodePractices(file: PracticesFile): Practice[] {
  const ods = fromLines(file.ods, file.count);
  const postcodes = fromLines(file.postcodes, file.count);
  const boroughs = fromDigits(file.boroughs);
  const codes = file.pcns.codes.split("\n");
  const names = file.pcns.names.split("\n");
  return decodePoints(file).map((point, i) => {
    const pcn = (file.pcnOf[i] ?? 0) - 1;
    return {
      ...point,
      ods: ods[i] ?? "",
      postcode: postcodes[i] ?? "",
      borough: BOROUGH_CODES[boroughs[i] ?? -1] as BoroughCode,
      pcn: pcn < 0 ? null : { code: codes[pcn] ?? "", name: names[pcn] ?? "" },
    };
  });
}
