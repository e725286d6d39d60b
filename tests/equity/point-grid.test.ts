import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPointGrid } from "../../src/equity/point-grid.ts";
import { distanceMetres } from "../../src/services/place.ts";

/** Points that fall together, in lines, in clusters and far apart; coordinates to four decimals. */
const anyColumn = (low: number, high: number) =>
  fc.oneof(
    fc.integer({ min: Math.round(low * 1e4), max: Math.round(high * 1e4) }).map((value) => value / 1e4),
    fc.constantFrom(low, (low + high) / 2, high),
  );
const anyPoints = fc.array(fc.tuple(anyColumn(-0.5, 0.3), anyColumn(51.3, 51.7)), { maxLength: 80 });
const anyWhere = fc.tuple(anyColumn(-0.52, 0.34), anyColumn(51.28, 51.7));

const gridOf = (points: readonly (readonly [number, number])[]) =>
  createPointGrid(
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
  );

describe("the grid of points", () => {
  test("finds a point as near as the nearest of all", () => {
    fc.assert(
      fc.property(anyPoints, anyWhere, (points, [lon, lat]) => {
        const distances = points.map(([x, y]) => distanceMetres(lon, lat, x, y));
        const found = gridOf(points).nearest(lon, lat);
        if (points.length === 0) expect(found).toBe(-1);
        else expect(distances[found]).toBeCloseTo(Math.min(...distances), 4);
      }),
      { numRuns: 500 },
    );
  });

  test("finds exactly the points within a distance, each once", () => {
    fc.assert(
      fc.property(anyPoints, anyWhere, fc.constantFrom(0, 1, 500, 2_000, 30_000), (points, [lon, lat], metres) => {
        const found: number[] = [];
        gridOf(points).within(lon, lat, metres, (position) => found.push(position));
        const expected = points.flatMap(([x, y], i) => (distanceMetres(lon, lat, x, y) <= metres ? [i] : []));
        expect(found.sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("takes the first of equal points", () => {
    const grid = gridOf([
      [0.1, 51.5],
      [-0.1, 51.5],
      [-0.1, 51.5],
    ]);
    expect(grid.nearest(-0.1001, 51.5)).toBe(1);
  });
});
