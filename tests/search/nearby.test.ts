import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forEachBit, noBits } from "../../src/search/bits.ts";
import { createNearby } from "../../src/search/nearby.ts";
import { distanceMetres, LONDON_BOX } from "../../src/services/place.ts";

const [WEST, SOUTH, EAST, NORTH] = LONDON_BOX;
const anyLon = fc.double({ min: WEST, max: EAST, noNaN: true });
const anyLat = fc.double({ min: SOUTH, max: NORTH, noNaN: true });
/** Points all over London and in one street, some known to nobody. */
const anyPoint = fc.oneof(
  fc.tuple(anyLon, anyLat),
  fc.tuple(fc.double({ min: -0.08, max: -0.07, noNaN: true }), fc.double({ min: 51.52, max: 51.523, noNaN: true })),
  fc.constant<[number, number]>([Number.NaN, Number.NaN]),
);
const anyPoints = fc.array(anyPoint, { maxLength: 60 });

function nearbyOf(points: readonly (readonly [number, number])[], owners = points.map((_, i) => i)) {
  return createNearby(
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
    Uint32Array.from(owners),
  );
}

function within(points: readonly (readonly [number, number])[], lon: number, lat: number, metres: number): number[] {
  const bits = noBits(points.length);
  nearbyOf(points).addWithin(bits, lon, lat, metres);
  const found: number[] = [];
  forEachBit(bits, (owner) => found.push(owner));
  return found;
}

test("a radius holds exactly the points that are at most so far away, by the formula that tells the distance", () => {
  fc.assert(
    fc.property(
      anyPoints,
      anyLon,
      anyLat,
      fc.double({ min: 0, max: 70_000, noNaN: true }),
      (points, lon, lat, metres) => {
        const right = points.flatMap(([x, y], i) => (distanceMetres(lon, lat, x, y) <= metres ? [i] : []));
        expect(within(points, lon, lat, metres)).toEqual(right);
      },
    ),
    { numRuns: 1_500, seed: 31 },
  );
});

test("a point on the very edge is in, one a hair beyond is out", () => {
  fc.assert(
    fc.property(anyLon, anyLat, anyLon, anyLat, (lon, lat, x, y) => {
      const metres = distanceMetres(lon, lat, x, y);
      expect(within([[x, y]], lon, lat, metres)).toEqual([0]);
      if (metres > 0) expect(within([[x, y]], lon, lat, metres * (1 - 1e-9))).toEqual([]);
    }),
    { numRuns: 1_000, seed: 32 },
  );
});

test("the nearest come first, each owner once, as many as asked for and accepted", () => {
  fc.assert(
    fc.property(anyPoints, anyLon, anyLat, fc.integer({ min: 1, max: 12 }), (points, lon, lat, limit) => {
      // Every third owner has two points, every fifth is turned away.
      const owners = points.map((_, i) => (i % 3 === 2 ? i - 1 : i));
      const accepts = (owner: number) => owner % 5 !== 0;
      const best = new Map<number, number>();
      points.forEach(([x, y], i) => {
        const owner = owners[i] as number;
        if (!accepts(owner) || Number.isNaN(x)) return;
        best.set(owner, Math.min(best.get(owner) ?? Infinity, distanceMetres(lon, lat, x, y)));
      });
      const right = [...best]
        .map(([owner, metres]) => ({ owner, metres }))
        .sort((a, b) => a.metres - b.metres || a.owner - b.owner)
        .slice(0, limit);
      expect(nearbyOf(points, owners).nearest(lon, lat, limit, accepts)).toEqual(right);
    }),
    { numRuns: 1_500, seed: 33 },
  );
});

describe("places that are hard to put in a grid", () => {
  test("none at all", () => expect(within([], -0.1, 51.5, 1_000)).toEqual([]));
  test("only unknown ones", () => expect(within([[Number.NaN, Number.NaN]], -0.1, 51.5, 1_000)).toEqual([]));
  test("a hundred in one spot", () => {
    const spot: [number, number][] = Array.from({ length: 100 }, () => [-0.1, 51.5]);
    expect(within(spot, -0.1, 51.5, 0)).toHaveLength(100);
    expect(within(spot, -0.11, 51.5, 500)).toEqual([]);
  });
});
