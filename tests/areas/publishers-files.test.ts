import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { deriveAreaFiles } from "../../src/pipeline/areas/area-files.ts";
import { BASEMAP, deriveBasemapLayer } from "../../src/pipeline/areas/basemap.ts";
import { deriveBoroughShapes, deriveBoroughs } from "../../src/pipeline/areas/boroughs.ts";
import { deriveBoroughCensus, deriveLsoaCensus, deriveMsoaCensus } from "../../src/pipeline/areas/census.ts";
import { deriveLsoaShapes, deriveLsoas, FINE } from "../../src/pipeline/areas/lsoas.ts";
import {
  deriveNeighbourhoods,
  deriveOsmStations,
  derivePractices,
  deriveStations,
} from "../../src/pipeline/areas/named-places.ts";
import { readPostcodes } from "../../src/pipeline/areas/postcodes.ts";
import { PUBLISHERS } from "../../src/pipeline/areas/publishers.ts";
import { type ReadRaw, readCsv, readGeoJson } from "../../src/pipeline/areas/raw-files.ts";

const holding =
  (files: Readonly<Record<string, string | Uint8Array>>): ReadRaw =>
  (path) => {
    const content = files[path];
    return content === undefined ? null : typeof content === "string" ? new TextEncoder().encode(content) : content;
  };

const STEPS: readonly (readonly [file: string, step: (read: ReadRaw) => unknown])[] = [
  ["postcodes_london.csv.gz", readPostcodes],
  ["postcodes_london.csv.gz", deriveAreaFiles],
  ["lookups/lsoa21_to_msoa21_ward24_lad_icb.csv", (read) => deriveLsoas(read, [])],
  ["nhs/borough_to_icb.csv", (read) => deriveBoroughs(read, new Map())],
  ["boroughs_bgc.geojson", deriveBoroughShapes],
  ["lsoa21_bgc.geojson", (read) => deriveLsoaShapes(read, FINE)],
  ["nhs/gp_practices.csv", derivePractices],
  ["basemap/places_london.geojson", deriveNeighbourhoods],
  ["basemap/stations_tfl_nr.geojson", deriveStations],
  ["basemap/stations_osm.geojson", deriveOsmStations],
  ["census2021/borough_ts001_usual_residents.csv", deriveBoroughCensus],
  ["census2021/lsoa21_population_religion_ethnicity_disability.csv", (read) => deriveLsoaCensus(read, [])],
  ["census2021/msoa21_ts029_proficiency_in_english.csv", (read) => deriveMsoaCensus(read, [])],
  ...BASEMAP.map((layer) => [layer.from[0] ?? "", (read: ReadRaw) => deriveBasemapLayer(read, layer)] as const),
];

describe("a publisher's file", () => {
  test.each(STEPS)("%s, when missing, is named", (file, step) => {
    expect(() => step(holding({}))).toThrow(`The file "${file}" is missing from the folder of publishers' files.`);
  });

  test.each(STEPS)("%s, when it is a page of a web site instead, is named", (file, step) => {
    expect(() => step(holding({ [file]: "<!doctype html>\n<title>Not found</title>\n" }))).toThrow(`"${file}"`);
  });

  test("of every step stands in the list of publishers", () => {
    for (const [file] of STEPS) expect(Object.keys(PUBLISHERS)).toContain(file);
  });

  test("that is a CSV says which column, row or cell is wrong", () => {
    const csv = (text: string) => readCsv(holding({ "sample.csv": text }), "sample.csv", ["code", "people"]);
    expect(() => csv("code\nA1\n")).toThrow('The file "sample.csv" has no column "people".');
    expect(() => csv("code,people\n")).toThrow('The file "sample.csv" has no rows beneath its headings.');
    expect(() => csv("code,people\nA1,7\nA2\n")).toThrow('In row 3 of "sample.csv" there are 1 cells');
    expect(() => csv("code,people\nA1,many\n").rows[0]?.count("people")).toThrow(
      'In row 2 of "sample.csv" the column "people" holds "many", which is not a number.',
    );
    expect(() => csv("code,people\nA1,\n").rows[0]?.count("people")).toThrow('holds "", which is not a number');
    expect(() => csv("code,people\nA1,-4\n").rows[0]?.count("people")).toThrow("less than nothing");
    expect(() => readCsv(holding({ "sample.csv": "code\nA1\n" }), "sample.csv", ["code"], 2)).toThrow(
      'The file "sample.csv" has 1 rows where there should be 2: was it cut short?',
    );
    expect(csv("\ufeffcode,people\r\nA1,7\r\n").rows[0]?.count("people")).toBe(7);
  });

  test("that was cut short is not read as a smaller one", () => {
    const whole = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}';
    const read = (text: string) => readGeoJson(holding({ "sample.geojson": text }), "sample.geojson");
    expect(() => read(whole.slice(0, -10))).toThrow('"sample.geojson" can\'t be read as GeoJSON: it is not JSON');
    expect(() => read(whole)).toThrow("it holds no feature with a geometry");
    expect(() => read("null")).toThrow("it is not a collection of features");
    const zipped = gzipSync("code,people\nA1,7\n");
    const files = { "sample.csv.gz": new Uint8Array(zipped.subarray(0, 12)) };
    expect(() => readCsv(holding(files), "sample.csv.gz", ["code"])).toThrow("can't be unpacked");
  });
});

describe("a census table", () => {
  const table = (heading: string, cells: string) =>
    [
      `ladcd,ladnm,${heading}`,
      ...Array.from({ length: 33 }, (_, i) => `E09${String(i + 1).padStart(6, "0")},Sampleton,${cells}`),
    ].join("\n");
  const paths = Object.keys(PUBLISHERS).filter((path) => path.startsWith("census2021/borough_"));
  const read = (heading: string, cells: string) =>
    deriveBoroughCensus(holding(Object.fromEntries(paths.map((path) => [path, table(heading, cells)]))));

  test("keeps the finest categories under their headings and leaves sub-totals out", () => {
    const { tables } = read("Total: All usual residents,Tea,Tea: Green,Tea: Black,Coffee", "10,7,3,4,3");
    expect(tables.TS024?.categories.map(({ group, name, counts }) => [group, name, counts[0]])).toEqual([
      ["Tea", "Green", 3],
      ["Tea", "Black", 4],
      [null, "Coffee", 3],
    ]);
    expect(tables.TS024?.population).toBe("All usual residents");
  });

  test("whose categories miss its total stops the script", () => {
    expect(() => read("Total: All usual residents,Tea,Coffee", "10,7,7")).toThrow(
      /"census2021\/borough_ts001_usual_residents.csv" the categories add up to 462 where the total is 330/,
    );
  });
});
