import { gunzipSync } from "node:zlib";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import Papa from "papaparse";

/** The bytes of a publisher's file by its path inside the folder, or null when it isn't there. */
export type ReadRaw = (path: string) => Uint8Array | null;

function textOf(read: ReadRaw, path: string): string {
  const bytes = read(path);
  if (bytes === null) throw new Error(`The file "${path}" is missing from the folder of publishers' files.`);
  const plain = path.endsWith(".gz") ? gunzip(bytes, path) : bytes;
  return new TextDecoder("utf-8").decode(plain);
}

function gunzip(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new Error(`The file "${path}" can't be unpacked: it is damaged or not gzipped.`);
  }
}

/** One row of a CSV: asking for a column that the file lacks is a mistake of ours, so `cell` throws. */
export interface CsvRow {
  cell(column: string): string;
  /** A number that is 0 or more; throws a sentence naming file, row and column when the cell holds none. */
  count(column: string): number;
  /** Any finite number, such as degrees. */
  decimal(column: string): number;
}

export interface CsvFile {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * A publisher's CSV with one heading row. Throws one sentence when it is missing, empty, ragged, lacks a column or has
 * not the number of rows that is official for it.
 */
export function readCsv(read: ReadRaw, path: string, needed: readonly string[], expected?: number): CsvFile {
  const { data } = Papa.parse<string[]>(textOf(read, path).replace(/^\ufeff/, ""), { skipEmptyLines: true });
  const [columns = [], ...rows] = data;
  const missing = needed.find((column) => !columns.includes(column));
  if (missing !== undefined) throw new Error(`The file "${path}" has no column "${missing}".`);
  if (rows.length === 0) throw new Error(`The file "${path}" has no rows beneath its headings.`);
  if (expected !== undefined && rows.length !== expected) throw wrongCount(path, "rows", rows.length, expected);
  const places = new Map(columns.map((column, i) => [column, i]));
  return {
    columns,
    rows: rows.map((cells, i) => {
      const where = `row ${i + 2} of "${path}"`;
      if (cells.length !== columns.length) {
        throw new Error(`In ${where} there are ${cells.length} cells where the headings are ${columns.length}.`);
      }
      const cell = (column: string): string => {
        const place = places.get(column);
        if (place === undefined) throw new Error(`The file "${path}" has no column "${column}".`);
        return (cells[place] ?? "").trim();
      };
      const decimal = (column: string): number => {
        const text = cell(column);
        const value = Number(text);
        if (text === "" || !Number.isFinite(value)) {
          throw new Error(`In ${where} the column "${column}" holds "${text}", which is not a number.`);
        }
        return value;
      };
      const count = (column: string): number => {
        const value = decimal(column);
        if (value < 0)
          throw new Error(`In ${where} the column "${column}" holds ${value}, which is less than nothing.`);
        return value;
      };
      return { cell, count, decimal };
    }),
  };
}

const wrongCount = (path: string, what: string, found: number, expected: number): Error =>
  new Error(`The file "${path}" has ${found} ${what} where there should be ${expected}: was it cut short?`);

export type RawFeature = Feature<Geometry, Readonly<Record<string, unknown>>>;

/** The features of a publisher's GeoJSON that have a geometry. Throws one sentence when it is missing or no GeoJSON. */
export function readGeoJson(read: ReadRaw, path: string, expected?: number): readonly RawFeature[] {
  const text = textOf(read, path);
  const broken = (why: string) => new Error(`The file "${path}" can't be read as GeoJSON: ${why}.`);
  let collection: Partial<FeatureCollection>;
  try {
    collection = JSON.parse(text) as Partial<FeatureCollection>;
  } catch {
    throw broken("it is not JSON, or it was cut short");
  }
  if (collection?.type !== "FeatureCollection" || !Array.isArray(collection.features)) {
    throw broken("it is not a collection of features");
  }
  const features = collection.features.filter(({ geometry }) => geometry !== null && geometry !== undefined);
  if (features.length === 0) throw broken("it holds no feature with a geometry");
  if (expected !== undefined && features.length !== expected) {
    throw wrongCount(path, "features", features.length, expected);
  }
  return features as RawFeature[];
}

/** A text property of a feature; throws a sentence when it has none. */
export function textProperty(feature: RawFeature, name: string, path: string): string {
  const value = feature.properties[name];
  if (typeof value !== "string" || value === "") throw new Error(`A feature of "${path}" has no text "${name}".`);
  return value;
}

/** A number property of a feature; throws a sentence when it has none. */
export function numberProperty(feature: RawFeature, name: string, path: string): number {
  const value = feature.properties[name];
  if (typeof value !== "number") throw new Error(`A feature of "${path}" has no number "${name}".`);
  return value;
}
