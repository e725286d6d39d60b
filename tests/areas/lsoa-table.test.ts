import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEPRIVATION, decodeLsoaTable, encodeLsoaTable, type LsoaRow } from "../../src/services/lsoa-table.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";

const code = (prefix: string, number: number): string => prefix + String(number).padStart(6, "0");

const anyLsoa: fc.Arbitrary<LsoaRow> = fc
  .record({
    number: fc.integer({ min: 1, max: 999_999 }),
    borough: fc.integer({ min: 0, max: 32 }),
    msoa: fc.integer({ min: 0, max: 9 }),
    ward: fc.integer({ min: 0, max: 5 }),
    lon: fc.integer({ min: -5200, max: 3400 }),
    lat: fc.integer({ min: 512_800, max: 517_000 }),
    residents: fc.integer({ min: 0, max: 9000 }),
    imdRank: fc.integer({ min: 1, max: 33_755 }),
    decile: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ number, borough, msoa, ward, lon, lat, residents, imdRank, decile }) => ({
    code: code("E01", number),
    borough: BOROUGH_CODES[borough] as LsoaRow["borough"],
    name: `Sampleton ${borough}${msoa}C`,
    msoa: { code: code("E02", borough * 10 + msoa), officialName: `Sampleton ${borough}${msoa}`, name: "Sample Green" },
    ward: { code: code("E05", borough * 10 + ward), name: `Sample Ward ${ward}` },
    lon: lon / 1e4,
    lat: lat / 1e4,
    residents,
    imdRank,
    deciles: Object.fromEntries(DEPRIVATION.map((measure) => [measure, decile])) as LsoaRow["deciles"],
  }));

describe("the table of LSOAs", () => {
  test("gives back every row that went in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyLsoa, { selector: (row) => row.code, maxLength: 60 }), (rows) => {
        const table = decodeLsoaTable(JSON.parse(JSON.stringify(encodeLsoaTable(rows))));
        expect(table.count).toBe(rows.length);
        for (const row of rows) {
          const at = table.rowOf(row.code);
          expect(table.names[at]).toBe(row.name);
          expect(BOROUGH_CODES[table.boroughs[at] ?? -1]).toBe(row.borough);
          expect(table.msoas[table.msoaOf[at] ?? -1]).toEqual({
            code: row.msoa.code,
            name: row.msoa.name,
            borough: row.borough,
          });
          expect(table.wards[table.wardOf[at] ?? -1]).toEqual({ ...row.ward, borough: row.borough });
          expect([table.lon[at], table.lat[at]]).toEqual([row.lon, row.lat]);
          expect([table.residents[at], table.imdRank[at]]).toEqual([row.residents, row.imdRank]);
          for (const measure of DEPRIVATION) expect(table.decileOf(at, measure)).toBe(row.deciles[measure]);
        }
      }),
    );
  });

  test("refuses a newer form and columns of different lengths", () => {
    const [row] = fc.sample(anyLsoa, { numRuns: 1, seed: 1 });
    const file = encodeLsoaTable(row === undefined ? [] : [row]);
    expect(() => decodeLsoaTable({ ...file, format: 2 })).toThrow("has form 2; this page reads form 1");
    expect(() => decodeLsoaTable({ ...file, residents: [] })).toThrow("columns have different lengths");
  });

  test("has no row and no decile for a code it does not know", () => {
    const table = decodeLsoaTable(encodeLsoaTable([]));
    expect(table.rowOf("E01000001")).toBe(-1);
    expect(table.decileOf(-1)).toBeNull();
  });
});
