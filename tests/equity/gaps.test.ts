import { expect, test } from "vitest";
import { gaps, rowOfLocation } from "../../src/equity/gaps.ts";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { allRows, at, indexOf, tableOf } from "./small-london.ts";

const table = tableOf([
  { lon: -0.1, lat: 51.5, residents: 1_000, decile: 1, imdRank: 50 },
  { lon: -0.1, lat: 51.55, residents: 1_500, decile: 2, imdRank: 70 },
  { lon: -0.1, lat: 51.56, residents: 1_500, decile: 1, imdRank: 60 },
  { lon: -0.1, lat: 51.57, residents: 9_000, decile: 3, imdRank: 90 },
]);

const gapsOf = (index: ReturnType<typeof indexOf>, metres: number) =>
  gaps(index, table, nearestToLsoas(index, allRows(index), table), metres);

test("gaps are deprived areas out of reach: most people first, then the more deprived", () => {
  const index = indexOf([{}, { locations: [at(-0.1, 51.4), at(-0.1, 51.505)] }]);
  const found = gapsOf(index, 1_000);
  expect(found.map(({ lsoa, residents }) => [lsoa, residents])).toEqual([
    [2, 1_500],
    [1, 1_500],
  ]);
  expect(found[1]?.nearest).toMatchObject({ row: 1, location: 1 });
  // 0.045° of latitude at 111.195 km a degree.
  expect(found[1]?.nearest?.metres).toBeCloseTo(5_003.8, 0);
});

test("a gap says when a place known only to about 1 km may lie within reach after all", () => {
  const index = indexOf([{ locations: [at(-0.1, 51.512, "approximate")] }]);
  expect(gapsOf(index, 500).map(({ lsoa, mayBeInReach }) => [lsoa, mayBeInReach])).toEqual([
    [2, false],
    [1, false],
    [0, true],
  ]);
});

test("a place just as far as the distance is in reach, surely or perhaps; one step short of it, the area is a gap", () => {
  const index = indexOf([{ locations: [at(-0.1, 51.512, "approximate")] }]);
  const found = nearestToLsoas(index, allRows(index), table);
  const [away, atLeast] = [found.metres[0] as number, found.atLeast[0] as number];
  const first = (metres: number) => gaps(index, table, found, metres).find(({ lsoa }) => lsoa === 0);
  expect(first(away)).toBeUndefined();
  expect(first(away - 0.001)).toMatchObject({ mayBeInReach: true });
  expect(first(atLeast)?.mayBeInReach).toBe(true);
  expect(first(atLeast - 0.001)?.mayBeInReach).toBe(false);
});

test("the very first place of all can be the nearest to a gap", () => {
  const index = indexOf([{ locations: [at(-0.1, 51.4)] }]);
  expect(gapsOf(index, 1_000)[0]?.nearest).toMatchObject({ row: 0, location: 0 });
});

test("gaps alike in people and rank keep the order of the table", () => {
  const alike = tableOf([1, 2, 3].map(() => ({ lon: -0.1, lat: 51.5, residents: 500, decile: 1, imdRank: 9 })));
  const none = indexOf([]);
  const found = gaps(none, alike, nearestToLsoas(none, allRows(none), alike), 500);
  expect(found.map(({ lsoa }) => lsoa)).toEqual([0, 1, 2]);
});

test("with nothing that has a point every deprived area is a gap without a nearest", () => {
  expect(gapsOf(indexOf([]), 2_000).map(({ nearest }) => nearest)).toEqual([null, null, null]);
});

test("a location is traced to its service, past services that have none", () => {
  const index = indexOf([{}, { locations: [at(-0.1, 51.5), at(-0.2, 51.5)] }, {}, { locations: [at(0, 51.5)] }, {}]);
  expect([0, 1, 2].map((location) => rowOfLocation(index, location))).toEqual([1, 1, 3]);
});
