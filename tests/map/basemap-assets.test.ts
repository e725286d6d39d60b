import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { areaFeatures, areaOf } from "../../src/map/areas.ts";
import {
  ASSET_GROUPS,
  type AssetName,
  type BasemapAsset,
  featuresOf,
  sourcesOf,
} from "../../src/map/basemap-assets.ts";
import { BASEMAP_SOURCES } from "../../src/map/basemap-layers.ts";
import { loadGroup } from "../../src/map/basemap-loader.ts";
import { parkNames } from "../../src/map/park-names.ts";
import { OVERLAYS } from "../../src/overlays/overlays.ts";
import type { BoroughsFile } from "../../src/services/borough.ts";
import { decodeLsoaTable, type LsoaTableFile } from "../../src/services/lsoa-table.ts";

const fileOf = (name: AssetName): string => fileURLToPath(new URL(`../../data/areas/${name}.json`, import.meta.url));
const read = (name: AssetName): unknown => JSON.parse(readFileSync(fileOf(name), "utf8"));
const ASSETS: readonly BasemapAsset[] = ASSET_GROUPS.flat();

describe("the files that ship", () => {
  test.each(ASSETS)("%s fills its layer of the basemap", (name) => {
    const sources = Object.entries(sourcesOf(name, read(name)));
    expect(sources.length).toBeGreaterThan(0);
    for (const [, { features }] of sources) expect(features.length).toBeGreaterThan(0);
  });

  test("together they fill every source of the basemap, each once", () => {
    const filled = ASSETS.flatMap((name) => Object.keys(sourcesOf(name, read(name))));
    expect(filled.sort()).toEqual([...BASEMAP_SOURCES].sort());
  });

  test("what a layer asks of a feature is there: classes, kinds, hectares, ranks, names", () => {
    const values = (name: BasemapAsset, source: (typeof BASEMAP_SOURCES)[number], property: string): unknown[] => [
      ...new Set(sourcesOf(name, read(name))[source]?.features.map(({ properties }) => properties?.[property])),
    ];
    expect(values("basemap/roads", "roads", "class").sort()).toEqual(["a_road", "motorway", "primary"]);
    expect(values("basemap/lines", "lines", "kind").sort()).toEqual(["borough", "outline"]);
    expect(values("basemap/rail", "rail", "kind").sort()).toEqual(["rail", "tube"]);
    expect(values("neighbourhoods", "neighbourhoods", "rank").sort()).toEqual([1, 2, 3, 4, 5]);
    expect(values("boroughs", "boroughs", "name")).toHaveLength(33);
    expect(values("stations", "stations", "tramOnly").sort()).toEqual([false, true]);
    expect(values("basemap/green-os", "green-os", "ha").every((ha) => typeof ha === "number" && ha >= 1)).toBe(true);
  });

  test("every LSOA has a shape and a decile for every overlay, and is told with its borough", () => {
    const table = decodeLsoaTable(read("lsoas") as LsoaTableFile);
    const shapes = featuresOf("lsoas.topo", read("lsoas.topo")).filter(
      ({ properties }) => properties?.layer === "lsoas",
    );
    const { features } = areaFeatures(shapes, table);
    expect(features).toHaveLength(4994);
    const missing = features.filter(({ properties }) =>
      OVERLAYS.some(({ property }) => properties?.[property] == null),
    );
    expect(missing).toEqual([]);
    const { boroughs } = read("boroughs") as BoroughsFile;
    const names = new Map(boroughs.map(({ code, name }) => [code, name]));
    // IMD 2025: E01000006 is in decile 4 (MHCLG, IoD2025 File 7: rank 10917 of 33,755).
    const area = areaOf(table, names, "E01000006");
    expect(area?.borough).toBe("Barking and Dagenham");
    expect(area?.deciles.imd).toBe(4);
    expect(areaOf(table, names, "E01999999")).toBeNull();
  });
});

test("a file in another form is refused with its name", () => {
  expect(() => sourcesOf("basemap/roads", { roads: [] })).toThrow('The map\'s file "basemap/roads" is not TopoJSON.');
  expect(existsSync(fileOf("basemap/roads"))).toBe(true);
});

test("one file that does not come is named, and the others are drawn all the same", async () => {
  const drawn: string[] = [];
  const failed = await loadGroup(
    ASSET_GROUPS[0],
    { load: async (name) => (name === "basemap/water" ? Promise.reject(new Error("404")) : read(name)) },
    (source) => drawn.push(source),
  );
  expect(failed).toEqual(["basemap/water"]);
  expect(drawn.sort()).toEqual(["boroughs", "green-os", "lines", "neighbourhoods", "outside", "park-names", "roads"]);
});

test("a park in several pieces is named once, in its largest piece; one of the same name far away is named too", () => {
  const piece = (name: string, lon: number, side: number, ha: number) => ({
    type: "Feature" as const,
    properties: { name, ha },
    geometry: {
      type: "Polygon" as const,
      coordinates: [
        [
          [lon, 51.5],
          [lon + side, 51.5],
          [lon + side, 51.5 + side],
          [lon, 51.5 + side],
          [lon, 51.5],
        ],
      ],
    },
  });
  const { features } = parkNames([
    piece("Made-up Common", -0.1, 0.001, 3),
    piece("Made-up Common", -0.11, 0.01, 80),
    piece("Made-up Common", 0.2, 0.001, 2),
  ]);
  expect(
    features.map(({ geometry }) => geometry.coordinates.map((degrees) => Math.round(degrees * 1e4) / 1e4)),
  ).toEqual([
    [-0.105, 51.505],
    [0.2005, 51.5005],
  ]);
});
