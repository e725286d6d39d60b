import { describe, expect, test } from "vitest";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { allRows, at, indexOf, tableOf } from "./small-london.ts";

const table = tableOf([
  { lon: -0.1, lat: 51.5, residents: 1_000, decile: 1 },
  { lon: -0.1, lat: 51.55, residents: 1_000, decile: 1 },
]);
const nearestTo = (index: ReturnType<typeof indexOf>) => nearestToLsoas(index, allRows(index), table);

describe("the nearest location to an area", () => {
  test("is the nearer of one whose place is known and one known to about 1 km", () => {
    const index = indexOf([
      { locations: [at(-0.1, 51.505)] },
      { locations: [at(-0.1, 51.549, "approximate"), at(-0.1, 51.49, "approximate")] },
    ]);
    expect([...nearestTo(index).location]).toEqual([0, 1]);
  });

  test("is the one whose place is known when both are as near", () => {
    const index = indexOf([{ locations: [at(-0.1, 51.505, "approximate")] }, { locations: [at(-0.1, 51.505)] }]);
    expect([...nearestTo(index).location]).toEqual([1, 1]);
  });

  test("is one known to about 1 km when there is no other, and none when no service has a point", () => {
    expect([...nearestTo(indexOf([{ locations: [at(-0.1, 51.505, "approximate")] }])).location]).toEqual([0, 0]);
    const nothing = nearestTo(indexOf([{}]));
    expect([...nothing.location]).toEqual([-1, -1]);
    expect([...nothing.metres, ...nothing.atLeast, ...nothing.atMost]).toEqual(Array(6).fill(Infinity));
  });
});
