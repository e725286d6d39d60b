import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodeNeighbourhoods,
  decodePractices,
  decodeStations,
  encodeNeighbourhoods,
  encodePractices,
  encodeStations,
  type NamedPoint,
  STATION_MODES,
} from "../../src/services/named-points.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";

const name = fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text));
const point = {
  name,
  lon: fc.integer({ min: -6000, max: 4000 }).map((value) => value / 1e4),
  lat: fc.integer({ min: 512_000, max: 518_000 }).map((value) => value / 1e4),
};
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function comesBack<T extends NamedPoint, F>(row: fc.Arbitrary<T>, encode: (rows: T[]) => F, decode: (file: F) => T[]) {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      expect(decode(throughJson(encode(rows)))).toEqual(rows);
    }),
  );
}

test("neighbourhoods come back as they went in", () => {
  comesBack(fc.record({ ...point, rank: fc.integer({ min: 1, max: 5 }) }), encodeNeighbourhoods, decodeNeighbourhoods);
});

test("stations come back as they went in", () => {
  const modes = fc.subarray([...STATION_MODES], { minLength: 1 });
  comesBack(fc.record({ ...point, modes }), encodeStations, decodeStations);
});

test("practices come back as they went in, with or without a network", () => {
  const pcn = fc.option(fc.integer({ min: 1, max: 5 }).map((n) => ({ code: `U0000${n}`, name: `Sample ${n} PCN` })));
  const codes = { ods: fc.constant("Z99999"), postcode: fc.constant("E1 6AN") };
  const borough = fc.constantFrom(...BOROUGH_CODES);
  comesBack(fc.record({ ...point, ...codes, borough, pcn }), encodePractices, decodePractices);
});

test("a name with a line break is refused, for it would shift every row after it", () => {
  const broken = [{ name: "Sample\nGreen", lon: 0, lat: 51.5, rank: 1 }];
  expect(() => encodeNeighbourhoods(broken)).toThrow("has a line break in it");
});

test("columns of different lengths are refused", () => {
  const file = encodeNeighbourhoods([{ name: "Sample Green", lon: 0, lat: 51.5, rank: 1 }]);
  expect(() => decodeNeighbourhoods({ ...file, lat: [] })).toThrow("columns have different lengths");
});
