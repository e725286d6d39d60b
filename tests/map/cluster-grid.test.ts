import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clusterGrid,
  gridZoom,
  markRadius,
  type ProjectedPoints,
  projectPoints,
  rowsOfMark,
  type Viewport,
} from "../../src/map/cluster-grid.ts";
import { mercatorX, mercatorY, WORLD_PIXELS } from "../../src/map/mercator.ts";
import type { PointSet } from "../../src/map/scene.ts";
import { PRECISIONS } from "../../src/services/place.ts";
import { madeUpPoints } from "./made-up-points.ts";

interface Entry {
  readonly lon: number;
  readonly lat: number;
  readonly quiet: boolean;
  readonly precision: number;
}

function pointSet(entries: readonly Entry[]): PointSet {
  return {
    count: entries.length,
    rows: Uint32Array.from(entries, (_, i) => i + 100),
    lon: Float64Array.from(entries, ({ lon }) => lon),
    lat: Float64Array.from(entries, ({ lat }) => lat),
    kinds: new Uint8Array(entries.length),
    precisions: Uint8Array.from(entries, ({ precision }) => precision),
    quiet: Uint8Array.from(entries, ({ quiet }) => (quiet ? 1 : 0)),
  };
}

/** A screen of so many pixels around a place. */
function viewOf(lon: number, lat: number, zoom: number, width = 800, height = 600): Viewport {
  const pixel = 1 / (WORLD_PIXELS * 2 ** zoom);
  const [x, y] = [mercatorX(lon), mercatorY(lat)];
  return {
    zoom,
    left: x - (width / 2) * pixel,
    right: x + (width / 2) * pixel,
    top: y - (height / 2) * pixel,
    bottom: y + (height / 2) * pixel,
  };
}

// Coordinates on a coarse lattice, so that many points share a place and many are near neighbours.
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  lon: fc.integer({ min: -500, max: 300 }).map((n) => n / 1000),
  lat: fc.integer({ min: 51300, max: 51690 }).map((n) => n / 1000),
  quiet: fc.boolean(),
  precision: fc.constantFrom(0, 1, 2, 3, 4),
});
const anyPoints = fc.array(anyEntry, { maxLength: 120 }).map(pointSet);
const anyView = fc
  .record({
    lon: fc.double({ min: -0.5, max: 0.3, noNaN: true }),
    lat: fc.double({ min: 51.3, max: 51.69, noNaN: true }),
    zoom: fc.double({ min: 7.5, max: 14, noNaN: true }),
  })
  .map(({ lon, lat, zoom }) => viewOf(lon, lat, zoom));

function isDrawn(points: PointSet, point: number): boolean {
  return (points.precisions[point] as number) <= PRECISIONS.indexOf("approximate");
}

function isIn({ x, y }: ProjectedPoints, point: number, view: Viewport): boolean {
  const [px, py] = [x[point] as number, y[point] as number];
  return px >= view.left && px <= view.right && py >= view.top && py <= view.bottom;
}

describe("for any points and any view", () => {
  test("every point on screen that may be drawn is in exactly one mark, and no other kind of point is in any", () => {
    fc.assert(
      fc.property(anyPoints, anyView, (points, view) => {
        const projected = projectPoints(points);
        const { marks, markOf } = clusterGrid(projected, view);
        for (let i = 0; i < points.count; i++) {
          const mark = markOf[i] as number;
          if (!isDrawn(points, i)) expect(mark).toBe(-1);
          else if (isIn(projected, i, view)) expect(marks[mark]).toBeDefined();
        }
      }),
    );
  });

  test("a mark's count is the number of points in it, and its quietness that of each of them", () => {
    fc.assert(
      fc.property(anyPoints, anyView, (points, view) => {
        const { marks, markOf } = clusterGrid(projectPoints(points), view);
        const counts = marks.map(() => 0);
        markOf.forEach((mark, point) => {
          if (mark === -1) return;
          counts[mark] = (counts[mark] ?? 0) + 1;
          expect(marks[mark]?.quiet).toBe(points.quiet[point] === 1);
        });
        expect(counts).toEqual(marks.map(({ count }) => count));
      }),
    );
  });

  test("a single mark and one of several stand exactly at their place, and a cluster holds different places", () => {
    fc.assert(
      fc.property(anyPoints, anyView, (points, view) => {
        const projected = projectPoints(points);
        const { marks, markOf } = clusterGrid(projected, view);
        marks.forEach(({ form, x, y, count }, number) => {
          const places = new Set<string>();
          markOf.forEach((mark, point) => {
            if (mark === number) places.add(`${projected.x[point]} ${projected.y[point]}`);
          });
          if (form === "cluster") expect(places.size).toBeGreaterThan(1);
          else expect([...places]).toEqual([`${x} ${y}`]);
          expect(form === "single").toBe(count === 1);
        });
      }),
    );
  });

  test("a mark is drawn as vaguely as the vaguest of what it stands for", () => {
    fc.assert(
      fc.property(anyPoints, anyView, (points, view) => {
        const { marks, markOf } = clusterGrid(projectPoints(points), view);
        marks.forEach(({ precision }, number) => {
          const precisions = [...points.precisions].filter((_, point) => markOf[point] === number);
          expect(precision).toBe(Math.max(...precisions));
        });
      }),
    );
  });

  test("the same points and view give the same marks, however often", () => {
    fc.assert(
      fc.property(anyPoints, anyView, (points, view) => {
        const projected = projectPoints(points);
        expect(clusterGrid(projected, view)).toEqual(clusterGrid(projected, view));
      }),
    );
  });
});

describe("on a screen of made-up London", () => {
  const points = madeUpPoints(5000, 0.5);
  const projected = projectPoints(points);

  test.each([9, 9.5, 10.3, 11.5, 12.7, 13.2, 14])("at zoom %d no two loud marks cover each other's middle", (zoom) => {
    const { marks } = clusterGrid(projected, viewOf(-0.09, 51.505, zoom));
    const loud = marks.filter(({ quiet }) => !quiet);
    const pixels = WORLD_PIXELS * 2 ** gridZoom(zoom);
    const closest = loud.flatMap((one, i) =>
      loud.slice(i + 1).map((other) => {
        const apart = Math.hypot(one.x - other.x, one.y - other.y) * pixels;
        return apart / Math.max(markRadius(one), markRadius(other));
      }),
    );
    expect(Math.min(...closest)).toBeGreaterThan(0.6);
  });

  test("all of London is tens of marks, not thousands", () => {
    const { marks } = clusterGrid(projected, viewOf(-0.09, 51.49, 9.5, 1100, 760));
    expect(marks.length).toBeLessThan(250);
    expect(marks.length).toBeGreaterThan(20);
  });

  test("marks in the middle of the screen hold still while the view is dragged by a few pixels", () => {
    const inTheMiddle = (view: Viewport): string[] => {
      const quarter = { x: (view.right - view.left) / 4, y: (view.bottom - view.top) / 4 };
      return clusterGrid(projected, view)
        .marks.filter(({ quiet }) => !quiet)
        .filter(({ x }) => x > view.left + quarter.x && x < view.right - quarter.x)
        .filter(({ y }) => y > view.top + quarter.y && y < view.bottom - quarter.y)
        .map(({ x, y, count }) => `${x} ${y} ${count}`);
    };
    const before = inTheMiddle(viewOf(-0.09, 51.505, 11.5));
    const after = new Set(inTheMiddle(viewOf(-0.0901, 51.5051, 11.5)));
    expect(before.length).toBeGreaterThan(10);
    expect(before.filter((mark) => !after.has(mark)).length).toBeLessThanOrEqual(2);
  });
});

test("services at one place are one mark, and its rows come in the order of the list, each once", () => {
  const here = { lon: -0.09, lat: 51.5, quiet: false, precision: 0 };
  const points = { ...pointSet([here, here, here]), rows: Uint32Array.of(7, 3, 7) };
  const grid = clusterGrid(projectPoints(points), viewOf(-0.09, 51.5, 14));
  expect(grid.marks).toMatchObject([{ form: "several", count: 3 }]);
  expect(rowsOfMark(points, grid, 0)).toEqual([7, 3]);
});

test("a library never shares a mark with a group, however close", () => {
  const points = pointSet([
    { lon: -0.09, lat: 51.5, quiet: false, precision: 0 },
    { lon: -0.09, lat: 51.5, quiet: true, precision: 0 },
  ]);
  const { marks } = clusterGrid(projectPoints(points), viewOf(-0.09, 51.5, 9));
  expect(marks.map(({ form, quiet }) => [form, quiet])).toEqual([
    ["single", false],
    ["single", true],
  ]);
});

test("what is known to a borough only is never drawn", () => {
  const points = pointSet([{ lon: -0.09, lat: 51.5, quiet: false, precision: PRECISIONS.indexOf("borough") }]);
  expect(clusterGrid(projectPoints(points), viewOf(-0.09, 51.5, 9)).marks).toEqual([]);
});

test("a view without extent gives no marks and no error", () => {
  const view = { zoom: 9, left: Number.NaN, right: 0, top: 0, bottom: 0 };
  expect(clusterGrid(projectPoints(madeUpPoints(10, 0)), view).marks).toEqual([]);
});

test("a quiet cluster is moved out from under a loud one", () => {
  const around = (lon: number, lat: number, quiet: boolean): Entry[] =>
    Array.from({ length: 12 }, (_, i) => ({
      lon: lon + (i % 4) * 0.001,
      lat: lat + Math.floor(i / 4) * 0.001,
      quiet,
      precision: 0,
    }));
  const points = pointSet([...around(-0.09, 51.5, false), ...around(-0.0899, 51.5001, true)]);
  const { marks } = clusterGrid(projectPoints(points), viewOf(-0.09, 51.5, 9));
  const [loud, quiet] = marks;
  if (loud === undefined || quiet === undefined) throw new Error("There should be two marks.");
  const apart = Math.hypot(loud.x - quiet.x, loud.y - quiet.y) * WORLD_PIXELS * 2 ** 9;
  expect(marks.map((mark) => mark.quiet)).toEqual([false, true]);
  expect(apart).toBeCloseTo(markRadius(loud) + markRadius(quiet) - 2, 3);
});
