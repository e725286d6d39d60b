import type { FeatureCollection } from "geojson";
import { topology } from "topojson-server";
import { describe, expect, test } from "vitest";
import { createAreaLookup, type LsoaTopology } from "../../src/services/area-lookup.ts";
import { DEPRIVATION, decodeLsoaTable, encodeLsoaTable, type LsoaRow } from "../../src/services/lsoa-table.ts";
import { BOROUGH_CODES, type BoroughCode, type LonLat, lonLat } from "../../src/services/place.ts";

const place = (lon: number, lat: number): LonLat => lonLat(lon, lat) as LonLat;

const lsoa = (code: string, borough: number, decile: number): LsoaRow => ({
  code,
  borough: BOROUGH_CODES[borough] as BoroughCode,
  name: `Sampleton ${code.slice(-3)}A`,
  msoa: { code: `E02${code.slice(3)}`, officialName: `Sampleton ${code.slice(-3)}`, name: "Sample Green" },
  ward: { code: `E05${code.slice(3)}`, name: "Sample Ward" },
  lon: 0,
  lat: 51.5,
  residents: 1500,
  imdRank: 1,
  deciles: Object.fromEntries(DEPRIVATION.map((measure) => [measure, decile])) as LsoaRow["deciles"],
});

const square = (west: number, south: number, east: number, north: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  ],
});

const shape = (code: string, geometry: ReturnType<typeof square>) => ({
  type: "Feature" as const,
  properties: { code },
  geometry,
});

/** Two neighbours north of a river of about 890 m, one LSOA south of it, and London about all three. */
const table = decodeLsoaTable(
  encodeLsoaTable([lsoa("E01000002", 1, 9), lsoa("E01000001", 0, 1), lsoa("E01000003", 2, 10)]),
);
const layers: Record<string, FeatureCollection> = {
  lsoas: {
    type: "FeatureCollection",
    features: [
      shape("E01000001", square(-0.02, 51.508, 0, 51.52)),
      shape("E01000002", square(0, 51.508, 0.02, 51.52)),
      shape("E01000003", square(-0.02, 51.49, 0.02, 51.5)),
    ],
  },
  london: {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: {}, geometry: square(-0.02, 51.49, 0.02, 51.52) }],
  },
};
const shapes = topology(layers) as unknown as LsoaTopology;

describe("the neighbourhood of a point", () => {
  const { lsoaAt } = createAreaLookup(shapes, table);

  test("is the one it lies in, with its borough and decile", () => {
    expect(lsoaAt(place(-0.01, 51.51))).toEqual({ lsoa: "E01000001", borough: "E09000001", decile: 1 });
    expect(lsoaAt(place(0.01, 51.51))).toEqual({ lsoa: "E01000002", borough: "E09000002", decile: 9 });
    expect(lsoaAt(place(0.01, 51.495))).toEqual({ lsoa: "E01000003", borough: "E09000003", decile: 10 });
  });

  test("is the one with the lower code on a shared edge", () => {
    expect(lsoaAt(place(0, 51.51))?.lsoa).toBe("E01000001");
  });

  test("is that of the nearer bank on the river, up to 300 metres out", () => {
    expect(lsoaAt(place(0.01, 51.507))?.lsoa).toBe("E01000002");
    expect(lsoaAt(place(-0.01, 51.507))?.lsoa).toBe("E01000001");
    expect(lsoaAt(place(0.01, 51.502))?.lsoa).toBe("E01000003");
    expect(lsoaAt(place(0.01, 51.504))).toBeNull();
  });

  test("is none just beyond London's edge, however near", () => {
    expect(lsoaAt(place(0.01, 51.5201))).toBeNull();
    expect(lsoaAt(place(0.0201, 51.51))).toBeNull();
  });

  test("can't be told from shapes and a table of different makings", () => {
    const other = decodeLsoaTable(encodeLsoaTable([lsoa("E01000001", 0, 1)]));
    expect(() => createAreaLookup(shapes, other)).toThrow("The shape of E01000002 has no row in the table of LSOAs.");
  });
});
