import { expect, test } from "vitest";
import { pointsOf } from "../../src/map/scene.ts";
import { FACET_IDS, type FacetId } from "../../src/services/facets.ts";
import type { Kind } from "../../src/services/kinds.ts";
import type { Precision } from "../../src/services/place.ts";
import type { FacetColumn, ServiceIndex } from "../../src/services/service-index.ts";

interface Row {
  readonly kind: Kind;
  readonly locations: readonly (readonly [lon: number, lat: number, precision: Precision])[];
}

function indexOf(rows: readonly Row[]): ServiceIndex {
  const locations = rows.flatMap((row) => row.locations);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.locations.length);
  const blank = rows.map(() => "");
  const column: FacetColumn = { terms: [], postings: [], saysOther: new Uint32Array() };
  return {
    count: rows.length,
    ids: rows.map((_, i) => `made-up-${i}`),
    names: blank,
    organisations: blank,
    summaries: blank,
    phones: blank,
    kinds: rows.map(({ kind }) => kind),
    assured: blank,
    sourceDates: blank,
    sources: new Uint8Array(rows.length),
    flags: new Uint8Array(rows.length),
    locationStart: Uint32Array.from(starts),
    lon: Float64Array.from(locations, ([lon]) => lon),
    lat: Float64Array.from(locations, ([, lat]) => lat),
    precision: locations.map(([, , precision]) => precision),
    boroughs: locations.map(() => null),
    postcodes: locations.map(() => ""),
    facets: Object.fromEntries(FACET_IDS.map((id) => [id, column])) as Record<FacetId, FacetColumn>,
  };
}

const index = indexOf([
  { kind: "group", locations: [[-0.1, 51.5, "venue"]] },
  { kind: "service", locations: [] },
  { kind: "service", locations: [[-0.2, 51.5, "postcode"], [-0.3, 51.5, "approximate"]] }, // biome-ignore format: one line a service
  { kind: "service", locations: [[Number.NaN, Number.NaN, "borough"]] },
  { kind: "service", locations: [[-0.2, 51.5, "borough"], [-0.2, 51.5, "none"]] }, // biome-ignore format: one line a service
  { kind: "place", locations: [[-0.4, 51.6, "venue"]] },
]);

test("a service stands at each of its drawable places, in the order of the list", () => {
  const points = pointsOf(index, Uint32Array.of(5, 2, 0));
  expect([...points.rows]).toEqual([5, 2, 2, 0]);
  expect([...points.lon]).toEqual([-0.4, -0.2, -0.3, -0.1]);
  expect(points.count).toBe(4);
});

test("what is known to a borough only, or has no place, never becomes a point, even where it has coordinates", () => {
  expect(pointsOf(index, [1, 3, 4]).count).toBe(0);
});

test("libraries, halls and faith buildings are quiet, the rest is not", () => {
  const points = pointsOf(index, [0, 5]);
  expect([...points.quiet]).toEqual([0, 1]);
});

test("a row that the index does not have is left out", () => {
  expect(pointsOf(index, [99]).count).toBe(0);
});
