import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Topology } from "topojson-specification";
import { beforeAll, describe, expect, test } from "vitest";
import { BASEMAP } from "../../src/pipeline/areas/basemap.ts";
import { checkAreas, type ReadArea } from "../../src/pipeline/areas/checks.ts";
import type { ShapeCollection } from "../../src/pipeline/areas/topology.ts";
import { type AreaLookup, createAreaLookup, type LsoaTopology } from "../../src/services/area-lookup.ts";
import type { BoroughsFile, IcbsFile } from "../../src/services/borough.ts";
import { type CensusFile, censusCounts } from "../../src/services/census-table.ts";
import { decodeLsoaTable, type LsoaTable, type LsoaTableFile } from "../../src/services/lsoa-table.ts";
import { decodePractices, type PracticesFile } from "../../src/services/named-points.ts";
import { type LonLat, lonLat } from "../../src/services/place.ts";
import { type PostcodeTable, unpackPostcodeTable } from "../../src/services/postcode-table.ts";

const FOLDER = "data/areas";
const read: ReadArea = (path) => (existsSync(`${FOLDER}/${path}`) ? readFileSync(`${FOLDER}/${path}`) : null);
const json = <T>(path: string): T => JSON.parse(readFileSync(`${FOLDER}/${path}`, "utf8")) as T;
const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(FOLDER.length + 1))
  .sort();

/** Milliseconds that a busy machine may take to read megabytes. */
const PATIENCE = 60_000;

let lsoas: LsoaTable;
let postcodes: PostcodeTable;
let lookup: AreaLookup;
beforeAll(async () => {
  lsoas = decodeLsoaTable(json<LsoaTableFile>("lsoas.json"));
  postcodes = await unpackPostcodeTable(new Uint8Array(readFileSync(`${FOLDER}/postcodes.bin.gz`)));
  lookup = createAreaLookup(json<LsoaTopology>("lsoas-fine.topo.json"), lsoas);
}, PATIENCE);

describe("the committed areas", () => {
  test(
    "pass every check of the script that made them",
    async () => {
      expect(await checkAreas(read)).toEqual([]);
    },
    PATIENCE,
  );

  test.each([
    ["SW1A 1AA", "E09000033"],
    ["E1 4NS", "E09000030"],
    ["UB1 1SW", "E09000009"],
    ["E1 6AN", "E09000001"],
  ])("put %s in %s", (postcode, borough) => {
    expect(postcodes.find(postcode)?.borough).toBe(borough);
  });

  test("name each file and its credit in the README and in credits.json", () => {
    const { credits, files: byFile } = json<{
      credits: Record<string, { line: string }>;
      files: Record<string, string[]>;
    }>("credits.json");
    const readme = readFileSync(`${FOLDER}/README.md`, "utf8");
    const derived = files.filter((path) => path !== "README.md" && path !== "credits.json");
    expect(Object.keys(byFile).sort()).toEqual(derived);
    for (const path of derived) {
      expect(readme).toContain(`| \`${path}\` |`);
      for (const id of byFile[path] ?? []) expect(readme).toContain(credits[id]?.line);
    }
  });

  test("keep OpenStreetMap's data in files of their own", () => {
    const { files: byFile } = json<{ files: Record<string, string[]> }>("credits.json");
    for (const [path, credits] of Object.entries(byFile)) {
      expect([path, credits.includes("osm")]).toEqual([path, path.includes("osm")]);
      if (credits.includes("osm")) expect(credits).toEqual(["osm"]);
    }
  });

  test("cost no more to fetch than was agreed", () => {
    const zipped = (path: string) => gzipSync(readFileSync(`${FOLDER}/${path}`), { level: 9 }).length;
    expect(zipped("lsoas.topo.json")).toBeLessThan(320_000);
    expect(readFileSync(`${FOLDER}/postcodes.bin.gz`).length).toBeLessThan(430_000);
    const firstView = ["roads", "green-os", "water", "lines"].map((layer) => zipped(`basemap/${layer}.json`));
    expect(firstView.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(160_000);
  });

  test("find 97 in 100 postcodes in their LSOA by the fine shapes, though their points may be 8 m off", () => {
    const some = [...postcodes.rows()].filter((_, i) => i % 20 === 0);
    const agree = some.filter(({ point, lsoa }) => lookup.lsoaAt(point)?.lsoa === lsoa).length;
    // From the publisher's own points it is 99.9 %: the README says so.
    expect(agree / some.length).toBeGreaterThan(0.97);
    const sameBorough = some.filter(({ point, borough }) => lookup.lsoaAt(point)?.borough === borough).length;
    expect(sameBorough / some.length).toBeGreaterThan(0.995);
  });

  test("put nearly every LSOA's point inside its LSOA", () => {
    const inside = lsoas.codes.filter((code, row) => {
      const point = lonLat(lsoas.lon[row] ?? 0, lsoas.lat[row] ?? 0);
      return point !== null && lookup.lsoaAt(point)?.lsoa === code;
    });
    expect(inside.length).toBeGreaterThan(4980);
  });

  test("give a place on Tower Bridge a bank, and Essex nothing", () => {
    expect(["E09000028", "E09000030"]).toContain(lookup.lsoaAt(lonLat(-0.0754, 51.5055) as LonLat)?.borough);
    expect(lookup.lsoaAt(lonLat(0.2, 51.65) as LonLat)).toBeNull();
  });

  test("say which Integrated Care Board Camden and Ealing had, and have since April 2026", () => {
    const { lists } = json<IcbsFile>("icbs.json");
    const nameOf = (id: string, borough: string) =>
      lists.find((list) => list.id === id)?.icbs.find(({ boroughs }) => boroughs.some((code) => code === borough))
        ?.short;
    expect(nameOf("2024", "E09000007")).toBe("North Central London");
    expect(nameOf("2024", "E09000009")).toBe("North West London");
    expect(nameOf("2026", "E09000007")).toBe("West and North London");
    expect(nameOf("2026", "E09000009")).toBe("West and North London");
    expect(lists.map(({ from, until }) => [from, until])).toEqual([
      ["2022-07-01", "2026-03-31"],
      ["2026-04-01", null],
    ]);
  });

  test("follow the ONS definition of Inner London", () => {
    const inner = json<BoroughsFile>("boroughs.json").boroughs.filter((borough) => borough.inner);
    const names = inner.map(({ name }) => name);
    expect(names).toHaveLength(14);
    expect(names).toContain("Haringey");
    expect(names).not.toContain("Greenwich");
  });

  test("hold a basemap whose layers have only properties that drawing needs", () => {
    const allowed = new Set(["class", "ref", "name", "ha", "kind", "rank"]);
    for (const { layer } of BASEMAP) {
      const { objects } = json<Topology<Record<string, ShapeCollection>>>(`basemap/${layer}.json`);
      expect(Object.keys(objects)).toEqual([layer]);
      const names = objects[layer]?.geometries.flatMap(({ properties }) => Object.keys(properties ?? {})) ?? [];
      expect(names.filter((name) => !allowed.has(name))).toEqual([]);
    }
  });

  test("know every practice's borough as its postcode's", () => {
    const practices = decodePractices(json<PracticesFile>("practices.json"));
    const elsewhere = practices.filter(({ postcode, borough }) => {
      const found = postcodes.find(postcode);
      return found !== null && found.borough !== borough;
    });
    expect(elsewhere).toEqual([]);
    expect(practices.filter(({ name }) => /\b(Nhs|Pcn|Gp|Pms)\b/.test(name))).toEqual([]);
  });

  test("count 1,318,755 Muslims and 70,678 people whose main language is Tamil, as published", () => {
    const census = json<CensusFile>("census/boroughs.json");
    const london = (reference: string) => censusCounts(census, reference)?.reduce((sum, count) => sum + count, 0);
    expect(london("TS030:Muslim")).toBe(1_318_755);
    expect(london("TS024:South Asian language: Tamil")).toBe(70_678);
  });

  test("agree from LSOA to borough on religion, a few people apart", () => {
    const small = json<CensusFile>("census/lsoas-religion.json").tables.TS030;
    const large = json<CensusFile>("census/boroughs.json").tables.TS030;
    for (const { name, counts } of small?.categories ?? []) {
      const london = large?.categories.find((category) => category.name === name)?.counts ?? [];
      const sums = Array.from({ length: 33 }, () => 0);
      counts.forEach((count, row) => {
        const borough = lsoas.boroughs[row] ?? -1;
        sums[borough] = (sums[borough] ?? 0) + count;
      });
      sums.forEach((sum, borough) => {
        expect(Math.abs(sum - (london[borough] ?? 0))).toBeLessThanOrEqual(60);
      });
    }
    expect(small?.categories).toHaveLength(9);
  });
});
