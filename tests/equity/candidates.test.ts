import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Candidate,
  type CoverAim,
  candidatesAmong,
  GREEDY_BOUND,
  greedyCover,
  surelyOut,
} from "../../src/equity/candidates.ts";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { LONDON, reachByGroup } from "../../src/equity/reach.ts";
import { createWhatIf } from "../../src/equity/what-if.ts";
import type { LsoaTable } from "../../src/services/lsoa-table.ts";
import type { ServiceIndex } from "../../src/services/service-index.ts";
import { allRows, anyLsoas, at, indexOf, tableOf } from "./small-london.ts";

const halls = (...places: readonly (readonly [number, number])[]) =>
  indexOf(places.map(([lon, lat]) => ({ kind: "place" as const, locations: [at(lon, lat)] })));
const nothing = indexOf([]);
const whatIfOf = (table: LsoaTable, metres: number, found: ServiceIndex = nothing) =>
  createWhatIf(table, nearestToLsoas(found, allRows(found), table), metres);

/** The cover beside nothing that is listed yet, so that every gain is sure. */
const coverOf = (table: LsoaTable, index: ServiceIndex, metres: number, steps: number, aim: CoverAim = "people") =>
  greedyCover(table, index, candidatesAmong(index, allRows(index)), whatIfOf(table, metres), () => true, steps, aim);

const table = tableOf([
  { lon: -0.1, lat: 51.5, residents: 1_000, decile: 1 },
  { lon: -0.1, lat: 51.505, residents: 700, decile: 5 },
  { lon: -0.1, lat: 51.6, residents: 900, decile: 2 },
]);

describe("a new service", () => {
  test("reaches the people around it that nothing reaches yet", () => {
    expect(whatIfOf(table, 1_000)(-0.1, 51.501)).toEqual({
      people: 1_700,
      deprived: 1_000,
      surely: 1_700,
      atMost: 1_700,
      lsoas: [0, 1],
      perhaps: [],
      peopleAround: 1_700,
    });
    const found = halls([-0.1, 51.4991]);
    expect(whatIfOf(table, 500, found)(-0.1, 51.504)).toEqual({
      people: 700,
      deprived: 0,
      surely: 700,
      atMost: 700,
      lsoas: [1],
      perhaps: [],
      peopleAround: 1_700,
    });
  });

  test("gains exactly what reach grows by when it is added", () => {
    const anyPoint = fc.tuple(fc.integer({ min: -2_000, max: -500 }), fc.integer({ min: 514_500, max: 515_500 }));
    fc.assert(
      fc.property(anyLsoas, fc.array(anyPoint, { maxLength: 6 }), anyPoint, (lsoas, places, [x, y]) => {
        const areas = tableOf(lsoas);
        const degrees = places.map(([lon, lat]) => [lon / 1e4, lat / 1e4] as const);
        const [before, after] = [halls(...degrees), halls(...degrees, [x / 1e4, y / 1e4])];
        const reach = (index: ServiceIndex) =>
          reachByGroup(areas, nearestToLsoas(index, allRows(index), areas), LONDON, [1_000])[0];
        const gain = whatIfOf(areas, 1_000, before)(x / 1e4, y / 1e4);
        const grown = (part: "all" | "deprived") =>
          (reach(after)?.[part].within[0]?.people ?? 0) - (reach(before)?.[part].within[0]?.people ?? 0);
        expect([gain.people, gain.deprived]).toEqual([grown("all"), grown("deprived")]);
      }),
    );
  });
});

describe("beside places known only to about 1 km, a gain", () => {
  const vague = indexOf([{ locations: [at(-0.1, 51.5, "approximate")] }]);
  const near = () => nearestToLsoas(vague, allRows(vague), table);

  test("is told with what it is at least and at most, worked by hand", () => {
    // The vague place counts at its point, 0 and 556 metres from the first two; it may be 1,000 metres farther off.
    expect(createWhatIf(table, near(), 600)(-0.1, 51.501)).toMatchObject({
      people: 0,
      surely: 0,
      atMost: 1_700,
      perhaps: [0, 1],
    });
    // At 500 metres it counts for the first only; for the second it may be near enough, and so may it be for neither.
    expect(createWhatIf(table, near(), 500)(-0.1, 51.504)).toMatchObject({
      people: 700,
      surely: 0,
      atMost: 1_700,
      lsoas: [1],
      perhaps: [0],
    });
  });

  test("holds the truth between its ends, wherever within 1 km the places really are", () => {
    const degree = fc.integer({ min: -2_000, max: -500 }).map((lon) => lon / 1e4);
    const anyPoint = fc.tuple(
      degree,
      fc.integer({ min: 514_500, max: 515_500 }).map((lat) => lat / 1e4),
    );
    const anyShift = fc.tuple(fc.double({ min: 0, max: 990, noNaN: true }), fc.integer({ min: 0, max: 359 }));
    const moved = ([lon, lat]: readonly [number, number], [metres, bearing]: readonly [number, number]) => {
      const angle = (bearing * Math.PI) / 180;
      const degrees = metres / 111_195;
      return [
        lon + (degrees * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180),
        lat + degrees * Math.cos(angle),
      ] as const;
    };
    fc.assert(
      fc.property(
        anyLsoas,
        fc.array(fc.tuple(anyPoint, anyShift), { minLength: 1, maxLength: 5 }),
        anyPoint,
        (lsoas, places, pin) => {
          const areas = tableOf(lsoas);
          const listed = indexOf(places.map(([[lon, lat]]) => ({ locations: [at(lon, lat, "approximate")] })));
          const told = whatIfOf(areas, 1_000, listed)(...pin);
          const truth = whatIfOf(areas, 1_000, halls(...places.map(([place, shift]) => moved(place, shift))))(...pin);
          expect(truth.people).toBeGreaterThanOrEqual(told.surely);
          expect(truth.people).toBeLessThanOrEqual(told.atMost);
          expect(told.people).toBeGreaterThanOrEqual(told.surely);
          expect(told.people).toBeLessThanOrEqual(told.atMost);
        },
      ),
    );
  });

  test("is told so for each of the best places too, and nobody is counted twice at either end", () => {
    const halfway = halls([-0.1, 51.503], [-0.1, 51.5045]);
    const nearest = near();
    const steps = greedyCover(
      table,
      halfway,
      candidatesAmong(halfway, allRows(halfway)),
      createWhatIf(table, nearest, 500),
      surelyOut(nearest, 500),
      5,
    );
    expect(steps.map(({ people, surely, atMost }) => [people, surely, atMost])).toEqual([[700, 0, 1_700]]);
  });
});

describe("the best of the candidate places", () => {
  test("takes the largest gain first, and counts nobody twice", () => {
    const index = halls([-0.1, 51.6], [-0.1, 51.501], [-0.1, 51.502]);
    const steps = coverOf(table, index, 1_000, 5);
    expect(
      steps.map(({ candidate, people, deprived, peopleSoFar }) => [candidate.row, people, deprived, peopleSoFar]),
    ).toEqual([
      [1, 1_700, 1_000, 1_700],
      [0, 900, 900, 2_600],
    ]);
  });

  test("can aim at the most deprived fifth instead", () => {
    const index = halls([-0.1, 51.508], [-0.1, 51.6]);
    const steps = coverOf(table, index, 600, 5, "deprived");
    expect(steps.map(({ candidate, deprived }) => [candidate.row, deprived])).toEqual([[1, 900]]);
  });

  test("asks only places known to their venue or postcode", () => {
    const index = indexOf([
      { locations: [at(-0.1, 51.5, "approximate"), at(-0.1, 51.5, "postcode")] },
      { locations: [{ point: null, precision: "borough", borough: null }] },
    ]);
    expect(candidatesAmong(index, allRows(index))).toEqual([{ row: 0, location: 1 }]);
  });

  const anyHalls = fc.array(
    fc.tuple(fc.integer({ min: -2_000, max: -500 }), fc.integer({ min: 514_500, max: 515_500 })),
    { minLength: 1, maxLength: 7 },
  );

  test("reaches at least 1 - 1/e of the best possible set, which every set tried out shows on small cases", () => {
    fc.assert(
      fc.property(anyLsoas, anyHalls, fc.integer({ min: 1, max: 3 }), (lsoas, places, k) => {
        const areas = tableOf(lsoas);
        const index = halls(...places.map(([lon, lat]) => [lon / 1e4, lat / 1e4] as const));
        const whatIf = whatIfOf(areas, 2_000);
        const candidates = candidatesAmong(index, allRows(index));
        const steps = coverOf(areas, index, 2_000, k);
        const reached = (set: readonly Candidate[]) => {
          const rows = new Set(
            set.flatMap(({ location }) => whatIf(index.lon[location] ?? 0, index.lat[location] ?? 0).lsoas),
          );
          return [...rows].reduce((sum, row) => sum + (areas.residents[row] ?? 0), 0);
        };
        let best = 0;
        for (let set = 0; set < 2 ** candidates.length; set++) {
          const members = candidates.filter((_, i) => ((set >> i) & 1) === 1);
          if (members.length <= k) best = Math.max(best, reached(members));
        }
        const greedy = steps[steps.length - 1]?.peopleSoFar ?? 0;
        expect(greedy).toBe(reached(steps.map(({ candidate }) => candidate)));
        expect(greedy).toBeGreaterThanOrEqual(GREEDY_BOUND * best);
        expect(greedy).toBeLessThanOrEqual(best);
      }),
    );
  });

  test("is at each step the largest gain that trying every candidate finds", () => {
    fc.assert(
      fc.property(anyLsoas, anyHalls, (lsoas, places) => {
        const areas = tableOf(lsoas);
        const index = halls(...places.map(([lon, lat]) => [lon / 1e4, lat / 1e4] as const));
        const whatIf = whatIfOf(areas, 1_500);
        const candidates = candidatesAmong(index, allRows(index));
        const left = new Set(candidates.map(({ location }) => location));
        const reached = new Set<number>();
        const plain: number[] = [];
        const gainOf = (location: number) =>
          whatIf(index.lon[location] ?? 0, index.lat[location] ?? 0)
            .lsoas.filter((row) => !reached.has(row))
            .reduce((sum, row) => sum + (areas.residents[row] ?? 0), 0);
        for (const step of coverOf(areas, index, 1_500, 9)) {
          plain.push(Math.max(...[...left].map(gainOf)) - step.people);
          for (const row of whatIf(index.lon[step.candidate.location] ?? 0, index.lat[step.candidate.location] ?? 0)
            .lsoas) {
            reached.add(row);
          }
          left.delete(step.candidate.location);
        }
        expect(plain.filter((difference) => difference !== 0)).toEqual([]);
        expect([...left].filter((location) => gainOf(location) > 0)).toEqual([]);
      }),
    );
  });
});
