import type { Topology } from "topojson-specification";
import type { BoroughsFile, IcbsFile } from "../../services/borough.ts";
import type { CensusFile } from "../../services/census-table.ts";
import { DEPRIVATION, decodeLsoaTable, type LsoaTable, type LsoaTableFile } from "../../services/lsoa-table.ts";
import {
  decodeNeighbourhoods,
  decodePractices,
  decodeStations,
  type NeighbourhoodsFile,
  type PracticesFile,
  type StationsFile,
} from "../../services/named-points.ts";
import { BOROUGH_CODES, boroughCode } from "../../services/place.ts";
import { type PostcodeTable, unpackPostcodeTable } from "../../services/postcode-table.ts";
import { BASEMAP } from "./basemap.ts";
import { BEXLEYHEATH_LINE } from "./named-places.ts";
import { OFFICIAL } from "./official.ts";
import type { ShapeCollection } from "./topology.ts";

/** The bytes of a file of `data/areas/`, or null. */
export type ReadArea = (path: string) => Uint8Array | null;

const ICB_COUNTS: Readonly<Record<string, number>> = { "2024": 5, "2026": 4 };

/** No file may be larger: a page that is not yet looked at must be quick to have. */
const LARGEST = 2_400_000;

/** A postcode in each borough, most of them of its town hall; and two that people get wrong. */
const KNOWN_POSTCODES: readonly (readonly [postcode: string, borough: string])[] = [
  ["EC2V 7HH", "E09000001"],
  ["E1 6AN", "E09000001"],
  ["IG11 7LU", "E09000002"],
  ["NW9 4EW", "E09000003"],
  ["DA6 7AT", "E09000004"],
  ["HA9 0FJ", "E09000005"],
  ["BR1 3UH", "E09000006"],
  ["N1C 4AG", "E09000007"],
  ["CR0 1EA", "E09000008"],
  ["W5 2HL", "E09000009"],
  ["UB1 1SW", "E09000009"],
  ["EN1 3ES", "E09000010"],
  ["SE18 6HQ", "E09000011"],
  ["E8 1EA", "E09000012"],
  ["W6 9JU", "E09000013"],
  ["N22 7TY", "E09000014"],
  ["HA1 2XY", "E09000015"],
  ["RM1 3BB", "E09000016"],
  ["UB8 1UW", "E09000017"],
  ["TW3 3EB", "E09000018"],
  ["N1 2UD", "E09000019"],
  ["W8 7NX", "E09000020"],
  ["KT1 1EU", "E09000021"],
  ["SW2 1RW", "E09000022"],
  ["SE6 4RU", "E09000023"],
  ["SM4 5DX", "E09000024"],
  ["E16 2QU", "E09000025"],
  ["IG1 1DD", "E09000026"],
  ["TW1 3BZ", "E09000027"],
  ["SE1 2QH", "E09000028"],
  ["SM1 1EA", "E09000029"],
  ["E1 4NS", "E09000030"],
  ["E17 4JF", "E09000031"],
  ["SW18 2PU", "E09000032"],
  ["SW1A 1AA", "E09000033"],
];

/**
 * Everything wrong with the files of `data/areas/`, a sentence each; empty when they may be published. Run on what
 * was just made and, as a test, on what is committed.
 */
export async function checkAreas(read: ReadArea): Promise<string[]> {
  const faults: string[] = [];
  const wrong = (sentence: string): void => void faults.push(sentence);
  const counted = (what: string, found: number, expected: number): void => {
    if (found !== expected) wrong(`There are ${found} ${what} where there should be ${expected}.`);
  };
  const bytes = (path: string): Uint8Array => {
    const found = read(path);
    if (found === null) throw new Error(`The file "${path}" is missing.`);
    if (found.length > LARGEST) wrong(`The file "${path}" has ${found.length} bytes, more than ${LARGEST}.`);
    return found;
  };
  const json = <T>(path: string): T => JSON.parse(new TextDecoder().decode(bytes(path))) as T;
  try {
    const { boroughs } = json<BoroughsFile>("boroughs.json");
    counted("boroughs", boroughs.length, OFFICIAL.boroughs);
    if (boroughs.some(({ code }, i) => code !== BOROUGH_CODES[i]))
      wrong("The boroughs are not in order of their codes.");
    checkIcbs(json<IcbsFile>("icbs.json"), boroughs, wrong);

    const lsoas = decodeLsoaTable(json<LsoaTableFile>("lsoas.json"));
    counted("LSOAs", lsoas.count, OFFICIAL.lsoas);
    counted("MSOAs", lsoas.msoas.length, OFFICIAL.msoas);
    counted(
      "residents",
      lsoas.residents.reduce((sum, residents) => sum + residents, 0),
      OFFICIAL.residents,
    );
    counted(
      "residents in the boroughs",
      boroughs.reduce((sum, { residents }) => sum + residents, 0),
      OFFICIAL.residents,
    );
    for (const measure of DEPRIVATION) {
      const broken = lsoas.codes.find((_, row) => lsoas.decileOf(row, measure) === null);
      if (broken !== undefined) wrong(`The decile "${measure}" of ${broken} is not a whole number from 1 to 10.`);
    }
    for (const path of ["lsoas.topo.json", "lsoas-fine.topo.json"]) {
      sameCodes(path, codesIn(json(path), "lsoas"), lsoas.codes, wrong);
    }
    sameCodes("boroughs.topo.json", codesIn(json("boroughs.topo.json"), "boroughs"), BOROUGH_CODES, wrong);

    checkPostcodes(await unpackPostcodeTable(new Uint8Array(bytes("postcodes.bin.gz"))), lsoas, wrong);

    const practices = decodePractices(json<PracticesFile>("practices.json"));
    counted("GP practices", practices.length, OFFICIAL.practices);
    const seven = decodeStations(json<StationsFile>("stations-osm.json"));
    counted("stations of the Bexleyheath line", seven.length, BEXLEYHEATH_LINE.length);
    if (decodeStations(json<StationsFile>("stations.json")).some(({ modes }) => modes.length === 0)) {
      wrong("A station has no kind of train.");
    }
    if (
      decodeNeighbourhoods(json<NeighbourhoodsFile>("neighbourhoods.json")).some(({ rank }) => rank < 1 || rank > 5)
    ) {
      wrong("A neighbourhood has a rank that is not 1 to 5.");
    }
    for (const { layer } of BASEMAP) {
      const { objects } = json<Topology<Record<string, ShapeCollection>>>(`basemap/${layer}.json`);
      if ((objects[layer]?.geometries.length ?? 0) === 0) wrong(`The basemap's layer "${layer}" is empty.`);
    }
    const census = ["boroughs", "msoas", "lsoas-religion", "lsoas-ethnicity", "lsoas-disability", "lsoas-language"];
    for (const name of census) checkCensus(name, json<CensusFile>(`census/${name}.json`), wrong);
  } catch (error) {
    wrong(error instanceof Error ? error.message : String(error));
  }
  return faults;
}

type Wrong = (sentence: string) => void;

function checkIcbs({ lists }: IcbsFile, boroughs: BoroughsFile["boroughs"], wrong: Wrong): void {
  for (const { id, icbs } of lists) {
    const expected = ICB_COUNTS[id];
    if (icbs.length !== expected) {
      wrong(`The list of ${id} has ${icbs.length} Integrated Care Boards where there should be ${expected}.`);
    }
    const placed = icbs.flatMap(({ boroughs }) => boroughs);
    if (placed.length !== boroughs.length || new Set(placed).size !== boroughs.length) {
      wrong(`In the list of ${id} not every borough lies in one Integrated Care Board.`);
    }
    const lost = boroughs.find(({ code, icb }) => !icbs.find((one) => one.code === icb[id])?.boroughs.includes(code));
    if (lost !== undefined) wrong(`${lost.name} and the list of ${id} name different Integrated Care Boards.`);
  }
}

/** Codes of the shapes that have an area. */
function codesIn(topology: Topology<Record<string, ShapeCollection>>, object: string): string[] {
  const points = (arcs: readonly (readonly number[])[]): number =>
    (arcs[0] ?? []).reduce((sum, arc) => sum + ((topology.arcs[arc < 0 ? ~arc : arc]?.length ?? 1) - 1), 1);
  return (topology.objects[object]?.geometries ?? []).flatMap((geometry) => {
    const outlines =
      geometry.type === "Polygon" ? [geometry.arcs] : geometry.type === "MultiPolygon" ? geometry.arcs : [];
    return outlines.some((arcs) => points(arcs) >= 4)
      ? [String(new Map(Object.entries(geometry.properties ?? {})).get("code"))]
      : [];
  });
}

function sameCodes(path: string, shapes: readonly string[], rows: readonly string[], wrong: Wrong): void {
  const [shaped, listed] = [new Set(shapes), new Set(rows)];
  const noShape = rows.find((code) => !shaped.has(code));
  const noRow = shapes.find((code) => !listed.has(code));
  if (noShape !== undefined) wrong(`${noShape} has no shape in "${path}".`);
  if (noRow !== undefined) wrong(`"${path}" has a shape for ${noRow}, which the table doesn't list.`);
  if (shapes.length !== shaped.size) wrong(`"${path}" has two shapes for one code.`);
}

function checkPostcodes(table: PostcodeTable, lsoas: LsoaTable, wrong: Wrong): void {
  if (table.count !== OFFICIAL.postcodes) {
    wrong(`There are ${table.count} postcodes where there should be ${OFFICIAL.postcodes}.`);
  }
  if (table.lsoas.length !== lsoas.count || table.lsoas.some((code, row) => code !== lsoas.codes[row])) {
    wrong("The LSOAs of the postcodes are not those of the table: one has no postcode, or one is unknown.");
  }
  for (const [postcode, borough] of KNOWN_POSTCODES) {
    const found = table.find(postcode)?.borough ?? "no borough";
    if (found !== boroughCode(borough)) wrong(`${postcode} is in ${found}, where it should be in ${borough}.`);
  }
}

const AREA_COUNTS = { boroughs: OFFICIAL.boroughs, msoas: OFFICIAL.msoas, lsoas: OFFICIAL.lsoas } as const;

function checkCensus(name: string, { areas, tables }: CensusFile, wrong: Wrong): void {
  for (const [id, { totals, categories }] of Object.entries(tables)) {
    const columns = [totals, ...categories.map(({ counts }) => counts)];
    if (columns.some(({ length }) => length !== AREA_COUNTS[areas])) {
      wrong(`Table ${id} of "census/${name}.json" does not have a figure for each of ${AREA_COUNTS[areas]} areas.`);
    }
    if (columns.some((column) => column.some((count) => !Number.isInteger(count) || count < 0))) {
      wrong(`Table ${id} of "census/${name}.json" has a figure that is not a whole number of people.`);
    }
    const parts = categories.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
    const all = totals.reduce((a, b) => a + b, 0);
    if (Math.abs(parts - all) > all * 0.005) {
      wrong(`The categories of table ${id} of "census/${name}.json" add up to ${parts} where the total is ${all}.`);
    }
  }
}
