import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { type AreaPolygon, createPolygonGrid, holdsPlainly } from "../../src/services/polygon-grid.ts";

/** Whole steps, so that edges overlap, corners meet corners, and points fall on both. */
const step = fc.integer({ min: -8, max: 8 });
const corner = fc.oneof(
  fc.tuple(step, step).map(([x, y]) => [x / 8, 51 + y / 8]),
  fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 50, max: 52, noNaN: true }))
    .map((at) => [...at]),
);
const ring = fc
  .array(corner, { minLength: 3, maxLength: 9 })
  .map((corners): Position[] => [...corners, corners[0] as Position]);
const polygon = fc
  .tuple(fc.nat(9), ring, fc.array(ring, { maxLength: 1 }))
  .map(([row, outer, holes]): AreaPolygon => ({ row, rings: [outer, ...holes] }));

/** The definition: every polygon is asked, the one with the least number first. */
function rowPlainly(polygons: readonly AreaPolygon[], lon: number, lat: number): number {
  const holding = polygons.filter((one) => holdsPlainly(one, lon, lat)).map(({ row }) => row);
  return holding.length === 0 ? -1 : Math.min(...holding);
}

/** Points of the polygons themselves: corners, points on and beside edges, where rounding decides. */
function delicatePoints(polygons: readonly AreaPolygon[]): Position[] {
  return polygons.flatMap(({ rings }) =>
    rings.flatMap((corners) =>
      corners.slice(1).flatMap((to, i): Position[] => {
        const [x1 = 0, y1 = 0] = corners[i] ?? [];
        const [x2 = 0, y2 = 0] = to;
        const [x, y] = [x1 + (x2 - x1) / 3, y1 + (y2 - y1) / 3];
        return [
          [x1, y1],
          [(x1 + x2) / 2, (y1 + y2) / 2],
          [x, y],
          [x + 1e-16, y],
          [x, y - 1e-14],
          [x - 1e-10, y + 1e-10],
        ];
      }),
    ),
  );
}

describe("the area that holds a point", () => {
  test("is the one that asking every polygon gives, whatever the polygons and the point", () => {
    fc.assert(
      fc.property(
        fc.array(polygon, { maxLength: 6 }),
        fc.array(corner, { maxLength: 20 }),
        fc.nat(3000),
        (polygons, points, cells) => {
          const grid = createPolygonGrid(polygons, cells);
          for (const [lon = 0, lat = 0] of [...points, ...delicatePoints(polygons)]) {
            expect(grid.rowAt(lon, lat)).toBe(rowPlainly(polygons, lon, lat));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test("is none for what is no point, and where there is no polygon", () => {
    const square: Position[] = [
      [0, 51],
      [1, 51],
      [1, 52],
      [0, 52],
      [0, 51],
    ];
    const grid = createPolygonGrid([{ row: 3, rings: [square] }]);
    expect(grid.rowAt(0.5, 51.5)).toBe(3);
    expect(grid.rowAt(Number.NaN, 51.5)).toBe(-1);
    expect(grid.rowAt(0.5, Number.POSITIVE_INFINITY)).toBe(-1);
    expect(createPolygonGrid([]).rowAt(0.5, 51.5)).toBe(-1);
  });
});
