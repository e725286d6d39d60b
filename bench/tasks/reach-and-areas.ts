import { readFileSync } from "node:fs";
import { booleanPointInPolygon, distance } from "@turf/turf";
import { feature } from "topojson-client";
import whichPolygon from "which-polygon";
import { findReach, reachWorldOf } from "../../src/app/equity/reach-work.ts";
import { nearestToPoint } from "../../src/equity/nearest-to-point.ts";
import { REACH_METRES } from "../../src/equity/reach.ts";
import { createWhatIf } from "../../src/equity/what-if.ts";
import { createAreaLookup, type LsoaTopology } from "../../src/services/area-lookup.ts";
import type { IcbsFile } from "../../src/services/borough.ts";
import { decodeLsoaTable, type LsoaTable, type LsoaTableFile } from "../../src/services/lsoa-table.ts";
import { type LonLat, lonLat } from "../../src/services/place.ts";
import type { ServiceIndex } from "../../src/services/service-index.ts";
import type { SyntheticLondon } from "../london.ts";
import { type Measurement, measurementOf, memoryHeld, now } from "../measure.ts";
import { createChance } from "../random.ts";

const read = <T>(file: string): T => JSON.parse(readFileSync(`data/areas/${file}`, "utf8")) as T;

/** Milliseconds of each of some runs, after one that teaches the code to the compiler and is not counted. */
function timesOf(runs: number, work: () => void): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const begun = now();
    work();
    return now() - begun;
  });
}

function assertSame(task: string, ours: readonly unknown[], plain: readonly unknown[]): void {
  const wrong = ours.findIndex((answer, i) => answer !== plain[i]);
  if (wrong >= 0 || ours.length !== plain.length) {
    throw new Error(`${task}: the answers differ first at ${wrong}: ${ours[wrong]} and ${plain[wrong]}.`);
  }
}

/** LSOAs that the plain double loop is timed on, spread evenly over the table; its time is scaled up to all of them. */
const SAMPLE_LSOAS = 10;

/**
 * The task `reach`: from row numbers to all that the page's worker answers to a new selection: reach at 0.5, 1 and 2 km
 * for London, deciles, both lists of boards and boroughs, the curve of concentration and the gaps, copied as its
 * message is. Against the plain double loop: `turf.distance` of every LSOA to every location, the three counts kept and
 * nothing else. The same LSOAs in reach are asserted on the sample before any time is given.
 */
export async function reach({ index }: SyntheticLondon): Promise<Measurement[]> {
  const table = decodeLsoaTable(read<LsoaTableFile>("lsoas.json"));
  const icbs = read<IcbsFile>("icbs.json");
  const rows = Uint32Array.from({ length: index.count }, (_, row) => row);
  const world = reachWorldOf(index, table, icbs);
  const before = memoryHeld();
  const ours = timesOf(15, () => {
    structuredClone(findReach(world, { rows, metres: 1_000 }));
  });

  const held = memoryHeld() - before;

  const step = Math.floor(table.count / SAMPLE_LSOAS);
  const sample = Array.from({ length: SAMPLE_LSOAS }, (_, i) => i * step);
  let plainReached: boolean[] = [];
  const plain = timesOf(3, () => {
    plainReached = sample.flatMap((row) => reachedPlainly(table, index, row));
  });
  const { nearest } = findReach(world, { rows, metres: 1_000 });
  assertSame(
    "reach",
    sample.flatMap((row) => REACH_METRES.map((metres) => (nearest.metres[row] ?? Infinity) <= metres)),
    plainReached,
  );
  const scale = table.count / SAMPLE_LSOAS;
  return [
    measurementOf("reach", index.count, "ours", ours, held),
    measurementOf("reach", index.count, "turf, every pair", scaled(plain, scale), 0, {
      "LSOAs timed": SAMPLE_LSOAS,
      "scaled to": table.count,
    }),
  ];
}

/** Steps of the pin, 100 metres each, across the middle of London; the plain loops are timed on the first few. */
const PIN_STEPS = 200;
const PLAIN_STEPS = 3;

/**
 * The task `what-if`: one step of the pin beside everything that is listed: whom a service there would reach, and what
 * is nearest. Against plain loops over turf's `distance`: every LSOA for the gain, every location for the nearest. The
 * same people and metres are asserted on the steps that both are timed on.
 */
export async function whatIf({ index }: SyntheticLondon): Promise<Measurement[]> {
  const table = decodeLsoaTable(read<LsoaTableFile>("lsoas.json"));
  const world = reachWorldOf(index, table, read<IcbsFile>("icbs.json"));
  // Every tenth service, so that the pin has somebody to gain.
  const rows = Uint32Array.from({ length: Math.ceil(index.count / 10) }, (_, i) => i * 10);
  const { nearest } = findReach(world, { rows, metres: 1_000 });
  const all = Uint32Array.from({ length: index.count }, (_, row) => row);
  const steps = Array.from({ length: PIN_STEPS }, (_, i) => [-0.3 + i * 0.00144, 51.45 + i * 0.0005] as const);
  const before = memoryHeld();
  const gainAt = createWhatIf(table, nearest, 500);
  const held = memoryHeld() - before;
  const answer = ([lon, lat]: readonly [number, number]) =>
    [gainAt(lon, lat).people, nearestToPoint(index, all, lon, lat)?.metres ?? Infinity] as const;
  const ours = steps.map((step) => {
    const begun = now();
    answer(step);
    return now() - begun;
  });
  const plainly = ([x, y]: readonly [number, number]): readonly [number, number] => {
    let people = 0;
    for (let row = 0; row < table.count; row++) {
      const from = [table.lon[row] ?? 0, table.lat[row] ?? 0];
      const metres = distance([x, y], from, { units: "meters" });
      if (metres <= 500 && (nearest.metres[row] ?? 0) > 500) people += table.residents[row] ?? 0;
    }
    let closest = Infinity;
    for (let location = 0; location < index.lon.length; location++) {
      const lon = index.lon[location] as number;
      if (Number.isNaN(lon)) continue;
      closest = Math.min(closest, distance([x, y], [lon, index.lat[location] as number], { units: "meters" }));
    }
    return [people, closest];
  };
  const told: number[] = [];
  const plain = steps.slice(0, PLAIN_STEPS).map((step) => {
    const begun = now();
    told.push(...plainly(step).map(Math.round));
    return now() - begun;
  });
  assertSame(
    "what-if",
    steps.slice(0, PLAIN_STEPS).flatMap((step) => answer(step).map(Math.round)),
    told,
  );
  return [
    measurementOf("what-if", index.count, "ours", ours, held, { worst: Math.max(...ours) }),
    measurementOf("what-if", index.count, "turf, every pair", plain, 0),
  ];
}

const scaled = (times: readonly number[], scale: number): number[] => times.map((time) => time * scale);

function reachedPlainly(table: LsoaTable, index: ServiceIndex, row: number): boolean[] {
  const reached = REACH_METRES.map(() => false);
  const from = [table.lon[row] ?? 0, table.lat[row] ?? 0];
  for (let location = 0; location < index.lon.length; location++) {
    const lon = index.lon[location] as number;
    if (Number.isNaN(lon)) continue;
    const metres = distance(from, [lon, index.lat[location] as number], { units: "meters" });
    REACH_METRES.forEach((limit, d) => {
      if (metres <= limit) reached[d] = true;
    });
  }
  return reached;
}

/** Points that turf is timed on; its time is scaled up to all of them. */
const SAMPLE_POINTS = 100;

/** Points near the areas' own, so that nearly all of them lie in an area as services do. */
function pointsNear(table: LsoaTable, count: number): LonLat[] {
  const chance = createChance(20_261_124);
  return Array.from({ length: count }, (): LonLat | null => {
    const row = chance.below(table.count);
    return lonLat((table.lon[row] ?? 0) + chance.normal(0, 0.002), (table.lat[row] ?? 0) + chance.normal(0, 0.001));
  }).filter((point): point is LonLat => point !== null);
}

/**
 * The task `areas`: which LSOA holds each of as many points of London as there are rows. Against which-polygon, and
 * against turf's `booleanPointInPolygon` over every polygon until one holds the point. The same LSOAs are asserted of
 * which-polygon on every point and of turf on its sample, before any time is given. On the tidal Thames, where no
 * polygon holds the point, ours goes on to find the nearest bank, and the others answer with nothing.
 */
export async function areas({ index: { count } }: SyntheticLondon): Promise<Measurement[]> {
  const table = decodeLsoaTable(read<LsoaTableFile>("lsoas.json"));
  const topology = read<LsoaTopology>("lsoas-fine.topo.json");
  let before = memoryHeld();
  const lookup = createAreaLookup(topology, table);
  const held = memoryHeld() - before;
  const collection = feature(topology, topology.objects.lsoas);
  const shapes = collection.features;
  before = memoryHeld();
  const which = whichPolygon<{ readonly code: string }>(collection);
  const heldByWhich = memoryHeld() - before;
  const points = pointsNear(table, count);
  const sample = points.slice(0, SAMPLE_POINTS);
  const holds = (point: LonLat): string | null => {
    const shape = shapes.find(({ geometry }) =>
      geometry.type === "Polygon" || geometry.type === "MultiPolygon"
        ? booleanPointInPolygon([point[0], point[1]], geometry)
        : false,
    );
    return shape?.properties.code ?? null;
  };
  const sameWhereDry = (engine: string, answers: readonly (string | null)[]): void => {
    const dry = answers.flatMap((code, i) =>
      code === null ? [] : [{ code, ours: lookup.lsoaAt(points[i] as LonLat) }],
    );
    assertSame(
      `areas, ${engine}`,
      dry.map(({ ours }) => ours?.lsoa),
      dry.map(({ code }) => code),
    );
  };
  let found: (string | null)[] = [];
  const plain = timesOf(2, () => {
    found = sample.map(holds);
  });
  sameWhereDry("turf", found);
  sameWhereDry(
    "which-polygon",
    points.map((point) => which(point)?.code ?? null),
  );
  const ours = timesOf(9, () => {
    for (const point of points) lookup.lsoaAt(point);
  });
  const byWhich = timesOf(5, () => {
    for (const point of points) which(point);
  });
  const scale = points.length / sample.length;
  return [
    measurementOf("areas", count, "ours", ours, held),
    measurementOf("areas", count, "which-polygon", byWhich, heldByWhich),
    measurementOf("areas", count, "turf, every polygon", scaled(plain, scale), 0, {
      "points timed": sample.length,
      "scaled to": points.length,
    }),
  ];
}
