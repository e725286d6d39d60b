import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concentration, curveAt, reachConcentration } from "../../src/equity/concentration.ts";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { allRows, at, indexOf, tableOf } from "./small-london.ts";

const anyGroups = fc.array(
  fc
    .record({
      rank: fc.integer({ min: 1, max: 30 }),
      people: fc.integer({ min: 1, max: 5_000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ rank, people, part }) => ({ rank, people, reached: Math.round(people * part) })),
  { minLength: 1, maxLength: 30 },
);

describe("the concentration index", () => {
  test("is that of the worked table of under-five deaths in India, 1982-92 (World Bank 2008, chapter 8)", () => {
    const births = [29_939, 28_776, 26_528, 24_689, 19_739];
    const deaths = [4_632, 4_400, 3_170, 2_145, 1_072];
    const { index } = concentration(births.map((people, i) => ({ rank: i + 1, people, reached: deaths[i] ?? 0 })));
    expect(index).toBeCloseTo(-0.1694, 3);
  });

  test("is worked out by hand for two halves of which the poorer is reached", () => {
    const halves = [
      { rank: 1, people: 100, reached: 100 },
      { rank: 2, people: 100, reached: 0 },
    ];
    // p = ½, 1 and L = 1, 1: ½·1 - 1·1 = -½; half are reached, so normalised it is -1: all in the poorer half.
    expect(concentration(halves)).toEqual({
      index: -0.5,
      normalised: -1,
      curve: [
        { people: 0, reached: 0 },
        { people: 0.5, reached: 1 },
        { people: 1, reached: 1 },
      ],
    });
    const turned = halves.map(({ rank, ...rest }) => ({ ...rest, rank: 3 - rank }));
    expect(concentration(turned).index).toBe(0.5);
  });

  test("is nothing at all when nobody is reached, and 0 when all are", () => {
    expect(concentration([{ rank: 1, people: 10, reached: 0 }])).toMatchObject({ index: null, normalised: null });
    expect(concentration([])).toMatchObject({ index: null });
    expect(concentration([{ rank: 1, people: 10, reached: 10 }])).toMatchObject({ index: 0, normalised: null });
  });

  test("is 0 for equal reach, whatever the ranks and numbers of people", () => {
    fc.assert(
      fc.property(anyGroups, fc.integer({ min: 1, max: 7 }), (groups, parts) => {
        const equal = groups.map(({ rank, people }) => ({ rank, people: people * 7, reached: people * parts }));
        expect(concentration(equal).index).toBe(0);
      }),
    );
  });

  test("lies between -1 and 1, turns its sign with the ranks, and does not depend on the order of the groups", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { index } = concentration(groups);
        if (index === null) return;
        expect(Math.abs(index)).toBeLessThanOrEqual(1);
        const turned = concentration(groups.map((group) => ({ ...group, rank: 31 - group.rank }))).index;
        expect(turned).toBeCloseTo(-index, 9);
        expect(concentration([...groups].reverse()).index).toBeCloseTo(index, 12);
      }),
    );
  });

  test("never decreases along its curve, which runs from corner to corner", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { index, curve } = concentration(groups);
        if (index === null) return;
        expect(curve[0]).toEqual({ people: 0, reached: 0 });
        expect(curve[curve.length - 1]).toEqual({ people: 1, reached: 1 });
        curve.slice(1).forEach((point, i) => {
          expect(point.people).toBeGreaterThan(curve[i]?.people ?? 1);
          expect(point.reached).toBeGreaterThanOrEqual(curve[i]?.reached ?? 1);
        });
      }),
    );
  });

  test("takes the height of its curve between two points in a straight line", () => {
    const { curve } = concentration([
      { rank: 1, people: 50, reached: 10 },
      { rank: 2, people: 50, reached: 30 },
    ]);
    expect(curveAt(curve, 0)).toBe(0);
    expect(curveAt(curve, 0.25)).toBeCloseTo(0.125, 12);
    expect(curveAt(curve, 0.75)).toBeCloseTo(0.625, 12);
    expect(curveAt(curve, 1)).toBe(1);
  });

  test("of reach goes by rank of deprivation, not by the order of the areas", () => {
    const table = tableOf([
      { lon: -0.1, lat: 51.5, residents: 100, decile: 9, imdRank: 900 },
      { lon: -0.2, lat: 51.5, residents: 100, decile: 1, imdRank: 7 },
    ]);
    const index = indexOf([{ locations: [at(-0.2, 51.5)] }]);
    expect(reachConcentration(table, nearestToLsoas(index, allRows(index), table), 500).index).toBe(-0.5);
  });
});
