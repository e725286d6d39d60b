import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaReach } from "../../src/equity/area-reach.ts";
import { gaps } from "../../src/equity/gaps.ts";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { nearestToPoint } from "../../src/equity/nearest-to-point.ts";
import { LONDON, reachByGroup } from "../../src/equity/reach.ts";
import { reachOfPeople, reachOfWiderPeople } from "../../src/equity/reach-of-people.ts";
import { REACH_CLASSES } from "../../src/overlays/reach.ts";
import { BOROUGH_CODES, distanceMetres } from "../../src/services/place.ts";
import { allRows, anyLsoas, anyPlacedServices, at, indexOf, tableOf } from "./small-london.ts";

// About 690 m of longitude and 1,110 m of latitude a hundredth of a degree.
const table = tableOf([
  { lon: -0.1, lat: 51.5, residents: 1000, decile: 1 },
  { lon: -0.1, lat: 51.51, residents: 2000, decile: 2 },
  { lon: -0.1, lat: 51.5, residents: 400, decile: 5 },
  { lon: -0.1, lat: 51.53, residents: 300, decile: 10 },
]);
const index = indexOf([{ locations: [at(-0.1, 51.5)] }]);
const nearest = nearestToLsoas(index, allRows(index), table);
const names = (classes: Uint8Array) => [...classes].map((value) => REACH_CLASSES[value]?.id);

describe("the shades of the map", () => {
  test("tell deprived areas with none from others, and areas with one from both", () => {
    expect(names(areaReach(table, nearest, 1_000))).toEqual(["deprived", "gap", "near", "none"]);
    expect(names(areaReach(table, nearest, 2_000))).toEqual(["deprived", "deprived", "near", "none"]);
  });

  test("are gaps exactly where the list of gaps has one, and their people those of the reach table", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, fc.constantFrom(500, 1_000, 2_000), (lsoas, services, metres) => {
        const london = tableOf(lsoas);
        const found = indexOf(services);
        const away = nearestToLsoas(found, allRows(found), london);
        const classes = areaReach(london, away, metres);
        const shaded = [...classes].flatMap((value, row) => (REACH_CLASSES[value]?.id === "gap" ? [row] : []));
        const listed = gaps(found, london, away, metres).map(({ lsoa }) => lsoa);
        expect(shaded).toEqual(listed.sort((a, b) => a - b));
        const [line] = reachByGroup(london, away, LONDON, [metres]);
        const inReach = [...classes].reduce(
          (sum, value, row) =>
            ["deprived", "near"].includes(REACH_CLASSES[value]?.id ?? "") ? sum + (london.residents[row] ?? 0) : sum,
          0,
        );
        expect(inReach).toBe(line?.all.within[0]?.people);
      }),
    );
  });
});

describe("reach among people of a census table", () => {
  test("adds up the people of the areas in reach", () => {
    const reached = reachOfPeople(table, nearest, [10, 20, 30, 40], [1_000, 2_000]);
    expect(reached.residents).toBe(100);
    expect(reached.within.map(({ people }) => people)).toEqual([40, 60]);
  });

  test("of all residents is reach itself, and grows with the distance", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, (lsoas, services) => {
        const london = tableOf(lsoas);
        const found = indexOf(services);
        const away = nearestToLsoas(found, allRows(found), london);
        const [line] = reachByGroup(london, away, LONDON);
        const reached = reachOfPeople(london, away, [...london.residents]);
        expect(reached).toEqual(line?.all);
        const people = reached.within.map((within) => within.people);
        expect([...people].sort((a, b) => a - b)).toEqual(people);
      }),
    );
  });
});

describe("reach among people of a census table of wider areas", () => {
  test("takes them to live as everybody there does, with what it is at least and at most, worked by hand", () => {
    // The first area has 1,000 and 2,000 residents, the second 400 and 300; at 1 km the first LSOA of each is in reach.
    const reached = reachOfWiderPeople(table, [0, 0, 1, 1], nearest, [600, 650], [1_000]);
    expect(reached.residents).toBe(1_250);
    // 600 × 1,000 / 3,000 + 650 × 400 / 700 = 200 + 371.43.
    expect(reached.within).toEqual([{ metres: 1_000, people: 571, surely: 0 + 350, atMost: 600 + 400 }]);
  });

  test("lies between its ends, whoever of the residents they are", () => {
    fc.assert(
      fc.property(
        anyLsoas,
        anyPlacedServices,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (lsoas, services, stream) => {
          const london = tableOf(lsoas);
          const found = indexOf(services);
          const away = nearestToLsoas(found, allRows(found), london);
          const shares = stream[Symbol.iterator]();
          const people = Array.from(london.residents, (residents) =>
            Math.round(residents * Number(shares.next().value)),
          );
          const widerOf = people.map((_, row) => row % 3);
          const wider = [0, 1, 2].map((area) =>
            people.reduce((sum, count, row) => sum + (row % 3 === area ? count : 0), 0),
          );
          const truth = reachOfPeople(london, away, people);
          const told = reachOfWiderPeople(london, widerOf, away, wider);
          expect(told.residents).toBe(truth.residents);
          truth.within.forEach((exact, d) => {
            expect(told.within[d]?.surely).toBeLessThanOrEqual(exact.people);
            expect(told.within[d]?.atMost).toBeGreaterThanOrEqual(exact.people);
            expect(told.within[d]?.people).toBeGreaterThanOrEqual(told.within[d]?.surely ?? 0);
            expect(told.within[d]?.people).toBeLessThanOrEqual(told.within[d]?.atMost ?? 0);
          });
        },
      ),
    );
  });
});

describe("what is nearest to a pin", () => {
  test("is the nearest location that has a point, with its distance", () => {
    const two = indexOf([
      { locations: [{ point: null, precision: "borough", borough: BOROUGH_CODES[6] ?? null }] },
      { locations: [at(-0.1, 51.52), at(-0.1, 51.505, "approximate")] },
    ]);
    const found = nearestToPoint(two, allRows(two), -0.1, 51.5);
    expect(found).toMatchObject({ row: 1, approximate: true });
    expect(found?.metres).toBeCloseTo(distanceMetres(-0.1, 51.5, -0.1, 51.505), 6);
    expect(nearestToPoint(two, Uint32Array.of(0), -0.1, 51.5)).toBeNull();
  });

  test("is what the areas' own nearest is, at an area's point", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, (lsoas, services) => {
        const london = tableOf(lsoas);
        const found = indexOf(services);
        const away = nearestToLsoas(found, allRows(found), london);
        for (let row = 0; row < london.count; row++) {
          const pin = nearestToPoint(found, allRows(found), london.lon[row] ?? 0, london.lat[row] ?? 0);
          expect(pin?.metres ?? Infinity).toBeCloseTo(away.metres[row] ?? Infinity, 6);
        }
      }),
    );
  });
});
