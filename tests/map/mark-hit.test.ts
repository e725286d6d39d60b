import { expect, test } from "vitest";
import type { ClusterGrid, Mark } from "../../src/map/cluster-grid.ts";
import { extentOfMark, markAt } from "../../src/map/mark-hit.ts";
import { latOfY, lonOfX, mercatorX, mercatorY, WORLD_PIXELS } from "../../src/map/mercator.ts";

const ZOOM = 12;
const PIXEL = 1 / (WORLD_PIXELS * 2 ** ZOOM);

const single = (pixelsRight: number, quiet = false): Mark => ({
  form: "single",
  x: 0.5 + pixelsRight * PIXEL,
  y: 0.33,
  count: 1,
  quiet,
  point: 0,
  precision: 0,
});
const grid = (...marks: Mark[]): ClusterGrid => ({ marks, markOf: new Int32Array() });
const hit = (marks: ClusterGrid, pixelsRight: number, slop = 0): number =>
  markAt(marks, 0.5 + pixelsRight * PIXEL, 0.33, ZOOM, slop);

test("of two marks the one whose middle is nearer is meant", () => {
  expect(hit(grid(single(0), single(20)), 9)).toBe(0);
  expect(hit(grid(single(0), single(20)), 11)).toBe(1);
});

test("a press beside every mark means none, unless a finger's slop reaches it", () => {
  expect(hit(grid(single(0)), 20)).toBe(-1);
  expect(hit(grid(single(0)), 20, 12)).toBe(0);
});

test("a library does not take the press meant for the group it stands beside", () => {
  expect(hit(grid(single(0, true), single(6)), 1)).toBe(1);
  expect(hit(grid(single(0, true), single(60)), 1)).toBe(0);
});

test("a mark's extent reaches from its first to its last point and leaves out the others", () => {
  const points = { x: Float64Array.of(0.1, 0.5, 0.3), y: Float64Array.of(0.2, 0.9, 0.4) };
  const marks: ClusterGrid = { marks: [], markOf: Int32Array.of(0, 1, 0) };
  expect(extentOfMark(points, marks, 0)).toEqual({ left: 0.1, right: 0.3, top: 0.2, bottom: 0.4 });
});

test("degrees go to Mercator and back", () => {
  for (const [lon, lat] of [
    [-0.5, 51.3],
    [0, 51.5],
    [0.3, 51.69],
  ] as const) {
    expect(lonOfX(mercatorX(lon))).toBeCloseTo(lon, 10);
    expect(latOfY(mercatorY(lat))).toBeCloseTo(lat, 10);
  }
});
