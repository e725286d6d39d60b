import { expect, test } from "vitest";
import { createLondon } from "../../bench/london.ts";
import type { Measurement } from "../../bench/measure.ts";
import { servicesOf } from "../../bench/services.ts";
import { missedTargets } from "../../bench/targets.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { toGeoJson } from "../../src/services/geojson.ts";

const measured = (task: string, engine: string, p50: number, notes: Record<string, number> = {}): Measurement => ({
  task,
  rows: 100_000,
  engine,
  p50,
  p95: p50,
  memoryMB: 1,
  notes,
});

test("a target that is missed is told in a sentence, and one that is met or was not measured is not", () => {
  expect(missedTargets([measured("facets", "ours", 0.5), measured("facets", "itemsjs", 5)])).toEqual([]);
  expect(missedTargets([measured("facets", "ours", 0.5), measured("facets", "itemsjs", 4)])).toEqual([
    "facets at 100000: not 10× quicker than itemsjs.",
  ]);
  expect(missedTargets([measured("words", "ours", 0.5, { typo: 0.5, worst: 30 })])).toHaveLength(2);
  expect(missedTargets([{ ...measured("facets", "ours", 90), rows: 1_000 }])).toEqual([]);
});

/** Before any packing, most of them names and summaries; brotli leaves about a third (`npm run bench -- --tasks build`). */
const BYTES_A_SERVICE = 205;

test("the index of made-up London keeps within its bytes a service, a fifth of the same as GeoJSON", () => {
  const services = servicesOf(createLondon(2_000));
  const bytes = JSON.stringify(encodeServiceIndex(services, ["synthetic"])).length / services.length;
  const geoJson = JSON.stringify(toGeoJson(services)).length / services.length;
  expect(bytes).toBeLessThanOrEqual(BYTES_A_SERVICE);
  expect(geoJson / bytes).toBeGreaterThanOrEqual(5);
});
