import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOROUGH_CODES, distanceMetres, LONDON_BOX, type LonLat, lonLat } from "../../src/services/place.ts";
import { INWARD_LETTERS } from "../../src/services/postcode.ts";
import {
  decodePostcodeTable,
  encodePostcodeTable,
  onPostcodeGrid,
  type PostcodeRow,
  unpackPostcodeTable,
} from "../../src/services/postcode-table.ts";

const [west, south, east, north] = LONDON_BOX;
const anyPoint = fc
  .tuple(fc.double({ min: west, max: east, noNaN: true }), fc.double({ min: south, max: north, noNaN: true }))
  .map(([lon, lat]) => lonLat(lon, lat) as LonLat);
const letter = fc.constantFrom(...INWARD_LETTERS);
const anyPostcode = fc
  .tuple(fc.constantFrom("E1", "E16", "EC1A", "SW1A", "W1S", "UB1"), fc.integer({ min: 0, max: 9 }), letter, letter)
  .map(([outcode, digit, a, b]) => `${outcode} ${digit}${a}${b}`);
const anyRow: fc.Arbitrary<PostcodeRow> = fc.record({
  postcode: anyPostcode,
  point: anyPoint,
  borough: fc.constantFrom(...BOROUGH_CODES),
  lsoa: fc.integer({ min: 1, max: 200 }).map((number) => `E01${String(number * 173).padStart(6, "0")}`),
});
const anyRows = fc.uniqueArray(anyRow, { selector: ({ postcode }) => postcode, maxLength: 300 });

const inOrder = (rows: readonly PostcodeRow[]): PostcodeRow[] =>
  [...rows].sort((a, b) => (a.postcode < b.postcode ? -1 : 1));

describe("the table of postcodes", () => {
  test("gives back every row that went in, its point on a grid of ten metres", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = decodePostcodeTable(encodePostcodeTable(rows));
        expect(table.count).toBe(rows.length);
        expect(inOrder([...table.rows()])).toEqual(
          inOrder(rows).map((row) => ({ ...row, point: onPostcodeGrid(row.point) })),
        );
        for (const { postcode, borough, lsoa, point } of rows) {
          const found = table.find(postcode);
          expect(found).toMatchObject({ borough, lsoa, point: onPostcodeGrid(point) });
          expect(table.lsoas[found?.lsoaRow ?? -1]).toBe(lsoa);
        }
      }),
    );
  });

  test("puts no point farther than nine metres from where it was", () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const [lon, lat] = onPostcodeGrid(point);
        // Half a step each way is 7 m; the last line of the grid lies 6 m within the box's northern edge: 8.3 m there.
        expect(distanceMetres(point[0], point[1], lon, lat)).toBeLessThan(9);
      }),
    );
  });

  test("finds nothing that did not go in", () => {
    fc.assert(
      fc.property(anyRows, fc.oneof(anyPostcode, fc.string()), (rows, asked) => {
        const table = decodePostcodeTable(encodePostcodeTable(rows));
        expect(table.find(asked) !== null).toBe(rows.some(({ postcode }) => postcode === asked));
      }),
    );
  });

  test("has the same bytes whatever the order of the rows", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(encodePostcodeTable([...rows].reverse())).toEqual(encodePostcodeTable(rows));
      }),
    );
  });

  const row = (postcode: string, lon: number, lat: number): PostcodeRow => ({
    postcode,
    point: lonLat(lon, lat) as LonLat,
    borough: BOROUGH_CODES[0] as PostcodeRow["borough"],
    lsoa: "E01000001",
  });

  test("knows an outcode's middle and how many postcodes it has", () => {
    const table = decodePostcodeTable(
      encodePostcodeTable([row("E1 6AN", -0.08, 51.51), row("E1 6AP", -0.06, 51.53), row("E16 1AA", 0.03, 51.51)]),
    );
    const { point, count } = table.outcode("E1") ?? { point: [0, 0], count: 0 };
    expect(count).toBe(2);
    expect(point[0]).toBeCloseTo(-0.07, 3);
    expect(point[1]).toBeCloseTo(51.52, 3);
    expect(table.outcode("E2")).toBeNull();
  });

  test("is read gzipped and, where a host has unpacked it already, plain", async () => {
    const bytes = encodePostcodeTable([row("E1 6AN", -0.08, 51.51)]);
    for (const served of [bytes, new Uint8Array(gzipSync(bytes))]) {
      expect((await unpackPostcodeTable(served)).find("E1 6AN")?.lsoa).toBe("E01000001");
    }
  });

  test("refuses a malformed postcode, one that stands twice and a code that is no LSOA", () => {
    expect(() => encodePostcodeTable([row("E16AN", -0.08, 51.51)])).toThrow('"E16AN" is not a postcode.');
    expect(() => encodePostcodeTable([row("E1 6CN", -0.08, 51.51)])).toThrow("is not a postcode");
    const twice = [row("E1 6AN", -0.08, 51.51), row("E1 6AN", -0.07, 51.51)];
    expect(() => encodePostcodeTable(twice)).toThrow("The postcode E1 6AN stands twice.");
    expect(() => encodePostcodeTable([{ ...row("E1 6AN", -0.08, 51.51), lsoa: "W01000001" }])).toThrow(
      "is not the code",
    );
  });

  test("refuses bytes that are no table, and a table that was cut short anywhere", () => {
    expect(() => decodePostcodeTable(new TextEncoder().encode("<!doctype html>"))).toThrow("not a postcode table");
    const bytes = encodePostcodeTable([row("E1 6AN", -0.08, 51.51), row("E1 6AP", -0.06, 51.53)]);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodePostcodeTable(bytes.subarray(0, length))).toThrow();
    }
  });
});
