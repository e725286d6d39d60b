import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byBorough, byDecile, byIcb } from "../../src/equity/groupings.ts";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { PLACEMENTS, placements } from "../../src/equity/placement.ts";
import { LONDON, REACH_METRES, reachByGroup, share } from "../../src/equity/reach.ts";
import { unplacedByBorough } from "../../src/equity/unplaced.ts";
import type { Icb } from "../../src/services/borough.ts";
import { BOROUGH_CODES, distanceMetres } from "../../src/services/place.ts";
import {
  allRows,
  anyLsoas,
  anyPlacedService,
  anyPlacedServices,
  at,
  indexOf,
  type SmallLsoa,
  tableOf,
} from "./small-london.ts";

/** 0.01° of latitude is 1,112 m. Three areas in a line northwards, the first two of the most deprived fifth. */
const LINE: readonly SmallLsoa[] = [
  { lon: -0.1, lat: 51.5, residents: 1_000, decile: 1 },
  { lon: -0.1, lat: 51.51, residents: 2_000, decile: 2, borough: 1 },
  { lon: -0.1, lat: 51.52, residents: 4_000, decile: 7, borough: 1 },
];
const table = tableOf(LINE);

const peopleOf = (index: ReturnType<typeof indexOf>, areas = table) => {
  const [line] = reachByGroup(areas, nearestToLsoas(index, allRows(index), areas), LONDON);
  return line?.all.within.map(({ people, surely, atMost }) => [surely, people, atMost]);
};

describe("reach", () => {
  test("counts the residents of areas whose point lies within each distance", () => {
    const index = indexOf([{ locations: [at(-0.1, 51.501)] }]);
    // 111 m, 1,001 m and 2,113 m away: worked by hand from 111.195 km a degree.
    expect(peopleOf(index)).toEqual([
      [1_000, 1_000, 1_000],
      [1_000, 1_000, 1_000],
      [3_000, 3_000, 3_000],
    ]);
  });

  test("counts the most deprived fifth by itself", () => {
    const index = indexOf([{ locations: [at(-0.1, 51.52)] }]);
    const [line] = reachByGroup(table, nearestToLsoas(index, allRows(index), table), LONDON);
    expect(line?.all.within.map(({ people }) => people)).toEqual([4_000, 4_000, 6_000]);
    expect(line?.deprived.residents).toBe(3_000);
    expect(line?.deprived.within.map(({ people }) => people)).toEqual([0, 0, 2_000]);
  });

  test("says from how few to how many a place known to about 1 km may reach", () => {
    const index = indexOf([{ locations: [at(-0.1, 51.5, "approximate")] }]);
    // 0 m, 1,112 m and 2,224 m away, each 1 km more or less.
    expect(peopleOf(index)).toEqual([
      [0, 1_000, 3_000],
      [1_000, 1_000, 3_000],
      [1_000, 3_000, 7_000],
    ]);
  });

  test("is none for services without a point, and none when nothing is found", () => {
    const index = indexOf([
      { locations: [{ point: null, precision: "borough", borough: BOROUGH_CODES[3] ?? null }] },
      { serviceArea: { scope: "london" } },
    ]);
    const none = [0, 1, 2].map(() => [0, 0, 0]);
    expect(peopleOf(index)).toEqual(none);
    expect(peopleOf(indexOf([]))).toEqual(none);
  });

  test("goes by deciles, boroughs and boards", () => {
    const index = indexOf([{ locations: [at(-0.1, 51.51)] }]);
    const nearest = nearestToLsoas(index, allRows(index), table);
    const within500 = (lines: ReturnType<typeof reachByGroup>) =>
      lines.flatMap(({ id, all }) => (all.residents > 0 ? [[id, all.residents, all.within[0]?.people]] : []));
    expect(within500(reachByGroup(table, nearest, byDecile(table)))).toEqual([
      ["1", 1_000, 0],
      ["2", 2_000, 2_000],
      ["7", 4_000, 0],
    ]);
    expect(within500(reachByGroup(table, nearest, byBorough(table)))).toEqual([
      ["E09000001", 1_000, 0],
      ["E09000002", 6_000, 2_000],
    ]);
    const board = (code: string, boroughs: Icb["boroughs"]): Icb => ({
      code,
      ods: "",
      name: code,
      short: code,
      boroughs,
    });
    const boards = [board("west", BOROUGH_CODES.slice(1)), board("east", BOROUGH_CODES.slice(0, 1))];
    expect(within500(reachByGroup(table, nearest, byIcb(table, boards)))).toEqual([
      ["west", 6_000, 2_000],
      ["east", 1_000, 0],
    ]);
    expect(() => byIcb(table, boards.slice(0, 1))).toThrow("E09000001 is in no Integrated Care Board");
  });

  test("makes no share of nobody", () => {
    expect(share(0, 0)).toBeNull();
    expect(share(1, 4)).toBe(0.25);
  });
});

describe("the laws of reach", () => {
  const reachOf = (lsoas: readonly SmallLsoa[], services: Parameters<typeof indexOf>[0]) => {
    const areas = tableOf(lsoas);
    const index = indexOf(services);
    const nearest = nearestToLsoas(index, allRows(index), areas);
    return { areas, index, nearest, lines: reachByGroup(areas, nearest, byBorough(areas)) };
  };

  test("the nearest is what measuring every pair finds", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, (lsoas, services) => {
        const { areas, index, nearest } = reachOf(lsoas, services);
        const plain = Array.from(areas.lon, (_, row) => {
          const doubts = Array.from(index.lon, (x, place) => ({
            metres: distanceMetres(areas.lon[row] ?? 0, areas.lat[row] ?? 0, x, index.lat[place] ?? 0),
            doubt: index.precision[place] === "approximate" ? 1_000 : 0,
          })).filter(({ metres }) => !Number.isNaN(metres));
          return [
            Math.min(...doubts.map(({ metres }) => metres)),
            Math.min(...doubts.map(({ metres, doubt }) => Math.max(0, metres - doubt))),
            Math.min(...doubts.map(({ metres, doubt }) => metres + doubt)),
          ];
        });
        const fast = plain.map((_, row) => [nearest.metres[row], nearest.atLeast[row], nearest.atMost[row]]);
        expect(fast).toEqual(plain);
      }),
    );
  });

  test("one more service never lowers anybody's reach", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, anyPlacedService, (lsoas, services, another) => {
        const figures = (lines: ReturnType<typeof reachOf>["lines"]) =>
          lines.flatMap(({ all, deprived }) =>
            [...all.within, ...deprived.within].flatMap(({ people, surely, atMost }) => [people, surely, atMost]),
          );
        const before = figures(reachOf(lsoas, services).lines);
        const after = figures(reachOf(lsoas, [...services, another]).lines);
        expect(after.filter((people, i) => !(people >= (before[i] ?? Number.NaN)))).toEqual([]);
      }),
    );
  });

  test("a longer way reaches no fewer, the sure are no more than the counted, the deprived no more than all", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, (lsoas, services) => {
        const inOrder = (...numbers: readonly number[]): boolean =>
          numbers.every((number, i) => number >= (numbers[i - 1] ?? 0));
        const wrong = reachOf(lsoas, services).lines.filter(
          ({ all, deprived }) =>
            !inOrder(...all.within.map(({ people }) => people), all.residents) ||
            !all.within.every(({ surely, people, atMost }) => inOrder(surely, people, atMost, all.residents)) ||
            !deprived.within.every(({ people }, d) => inOrder(people, all.within[d]?.people ?? -1)),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  test("the groups of any grouping add up to London, so their shares of the reached add up to one", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, (lsoas, services) => {
        const { areas, nearest } = reachOf(lsoas, services);
        const [london] = reachByGroup(areas, nearest, LONDON);
        for (const grouping of [byDecile(areas), byBorough(areas)]) {
          const lines = reachByGroup(areas, nearest, grouping);
          REACH_METRES.forEach((_, d) => {
            const total = london?.all.within[d]?.people ?? Number.NaN;
            const people = lines.map(({ all }) => all.within[d]?.people ?? Number.NaN);
            expect(people.reduce((sum, n) => sum + n, 0)).toBe(total);
            if (total > 0) expect(people.reduce((sum, n) => sum + n / total, 0)).toBeCloseTo(1, 9);
          });
          expect(lines.reduce((sum, { deprived }) => sum + deprived.residents, 0)).toBe(london?.deprived.residents);
        }
      }),
    );
  });

  test("new names for the boroughs change nothing but the names", () => {
    fc.assert(
      fc.property(anyLsoas, anyPlacedServices, fc.integer({ min: 1, max: 32 }), (lsoas, services, shift) => {
        const renamed = lsoas.map((lsoa) => ({ ...lsoa, borough: ((lsoa.borough ?? 0) + shift) % 33 }));
        const before = reachOf(lsoas, services);
        const after = reachOf(renamed, services);
        const decileLines = ({ areas, nearest }: typeof before) => reachByGroup(areas, nearest, byDecile(areas));
        expect(decileLines(after)).toEqual(decileLines(before));
        const back = before.lines.map(({ id }, number) => ({ ...after.lines[(number + shift) % 33], id }));
        expect(back).toEqual(before.lines);
      }),
    );
  });

  test("every service found stands in one way, however few have a point", () => {
    fc.assert(
      fc.property(anyPlacedServices, (services) => {
        const index = indexOf(services);
        const counts = placements(index, allRows(index));
        expect(PLACEMENTS.reduce((sum, placement) => sum + counts[placement], 0)).toBe(services.length);
      }),
    );
  });
});

describe("how services stand", () => {
  test("counts those without a point in each borough they name, and those for all London in none", () => {
    const index = indexOf([
      { locations: [{ ...at(-0.1, 51.5), borough: BOROUGH_CODES[0] ?? null }] },
      { serviceArea: { scope: "boroughs", boroughs: BOROUGH_CODES.slice(0, 2) } },
      { serviceArea: { scope: "london" } },
    ]);
    expect(unplacedByBorough(index, allRows(index))).toEqual(BOROUGH_CODES.map((_, i) => (i < 2 ? 1 : 0)));
  });

  test("counts those with no point by what they say of where", () => {
    const borough = { point: null, precision: "borough", borough: BOROUGH_CODES[0] ?? null } as const;
    const index = indexOf([
      { locations: [at(-0.1, 51.5), borough] },
      { locations: [at(-0.1, 51.5, "approximate"), borough] },
      { locations: [at(-0.1, 51.5, "approximate"), at(-0.2, 51.5, "postcode")] },
      { terms: { format: ["phone"] }, serviceArea: { scope: "london" } },
      { serviceArea: { scope: "london" } },
      { locations: [borough] },
      { serviceArea: { scope: "boroughs", boroughs: BOROUGH_CODES.slice(0, 2) } },
      {},
    ]);
    expect(placements(index, allRows(index))).toEqual({
      point: 2,
      approximate: 1,
      remote: 1,
      london: 1,
      borough: 2,
      nowhere: 1,
    });
  });
});
