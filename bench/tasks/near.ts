import * as turf from "@turf/turf";
import Flatbush from "flatbush";
import { around } from "geokdbush";
import KDBush from "kdbush";
import { type Bits, countBits, forEachBit, noBits } from "../../src/search/bits.ts";
import { createNearby } from "../../src/search/nearby.ts";
import { distanceMetres, EARTH_RADIUS_METRES } from "../../src/services/place.ts";
import type { SyntheticLondon } from "../london.ts";
import { type Measurement, measurementOf, memoryHeld, now, percentile, sayLeftOut } from "../measure.ts";
import { createChance } from "../random.ts";

/** The times that count are those of the first; the others stand beside them. */
const RADII = [1000, 2000, 5000] as const;
const CENTRES = 200;
/** Searches of a few dozen microseconds are timed in runs of so many. */
const RUN = 10;

type Centre = readonly [lon: number, lat: number];
interface Engine {
  readonly name: string;
  readonly mostRows: number;
  /** Why no more than that, to follow "because". */
  readonly why: string;
  /** Centres of the 200 that it is asked for. */
  readonly centres: number;
  make(lon: Float64Array, lat: Float64Array, count: number): (centre: Centre, metres: number) => Bits;
}

/** A box about a circle, in degrees, a little too wide. */
function boxAround([lon, lat]: Centre, metres: number): readonly [number, number, number, number] {
  const dy = (metres / EARTH_RADIUS_METRES) * (180 / Math.PI) * 1.001;
  const dx = (dy / Math.cos(((Math.abs(lat) + dy) * Math.PI) / 180)) * 1.001;
  return [lon - dx, lat - dy, lon + dx, lat + dy];
}

/** All engines give what a filter needs, a bit set of the points at most so far away, measured on the same sphere. */
const ENGINES: readonly Engine[] = [
  {
    name: "ours",
    mostRows: Number.POSITIVE_INFINITY,
    why: "it has no limit",
    centres: CENTRES,
    make(lon, lat, count) {
      const nearby = createNearby(
        lon,
        lat,
        Uint32Array.from({ length: count }, (_, i) => i),
      );
      const bits = noBits(count);
      return ([x, y], metres) => {
        bits.fill(0);
        nearby.addWithin(bits, x, y, metres);
        return bits;
      };
    },
  },
  {
    name: "flatbush",
    mostRows: 1_000_000,
    why: "a tree of more rows was not tried",
    centres: CENTRES,
    make(lon, lat, count) {
      const tree = new Flatbush(count);
      for (let i = 0; i < count; i++) tree.add(lon[i] as number, lat[i] as number);
      tree.finish();
      const bits = noBits(count);
      return (centre, metres) => {
        bits.fill(0);
        for (const i of tree.search(...boxAround(centre, metres))) {
          if (distanceMetres(...centre, lon[i] as number, lat[i] as number) <= metres) set(bits, i);
        }
        return bits;
      };
    },
  },
  {
    name: "kdbush range",
    mostRows: 1_000_000,
    why: "a tree of more rows was not tried",
    centres: CENTRES,
    make(lon, lat, count) {
      const tree = new KDBush(count);
      for (let i = 0; i < count; i++) tree.add(lon[i] as number, lat[i] as number);
      tree.finish();
      const bits = noBits(count);
      return (centre, metres) => {
        bits.fill(0);
        for (const i of tree.range(...boxAround(centre, metres))) {
          if (distanceMetres(...centre, lon[i] as number, lat[i] as number) <= metres) set(bits, i);
        }
        return bits;
      };
    },
  },
  {
    name: "geokdbush around",
    mostRows: 1_000_000,
    why: "a tree of more rows was not tried",
    centres: CENTRES,
    make(lon, lat, count) {
      const tree = new KDBush(count);
      for (let i = 0; i < count; i++) tree.add(lon[i] as number, lat[i] as number);
      tree.finish();
      const bits = noBits(count);
      return (centre, metres) => {
        bits.fill(0);
        // Its earth has a radius of 6,371 km; ours is 8.8 m longer, so that its kilometres are a little shorter.
        const kilometres = (metres / 1000) * (6371 / (EARTH_RADIUS_METRES / 1000));
        for (const i of around(tree, ...centre, Number.POSITIVE_INFINITY, kilometres)) set(bits, i);
        return bits;
      };
    },
  },
  {
    name: "turf on every row",
    mostRows: 100_000,
    why: "its time grows with the rows and is known from fewer",
    centres: 6,
    make(lon, lat, count) {
      const bits = noBits(count);
      return (centre, metres) => {
        bits.fill(0);
        const from = [...centre];
        for (let i = 0; i < count; i++) {
          const metresAway = turf.distance(from, [lon[i] as number, lat[i] as number], { units: "meters" });
          if (metresAway <= metres) set(bits, i);
        }
        return bits;
      };
    },
  },
];

function set(bits: Bits, i: number): void {
  bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31));
}

/**
 * All points within 1, 2 and 5 km of 200 places. Throws when an engine finds another set than ours, but for points
 * within a millimetre of the edge, where formulas of the same distance round differently.
 */
export async function near({ index }: SyntheticLondon): Promise<Measurement[]> {
  const placed = [...index.lon.keys()].filter((i) => !Number.isNaN(index.lon[i] as number));
  const lon = Float64Array.from(placed, (i) => index.lon[i] as number);
  const lat = Float64Array.from(placed, (i) => index.lat[i] as number);
  const count = placed.length;
  const chance = createChance(5);
  const centres = Array.from({ length: CENTRES }, (): Centre => {
    const i = chance.below(count);
    return [(lon[i] as number) + (chance.next() - 0.5) * 0.01, (lat[i] as number) + (chance.next() - 0.5) * 0.01];
  });
  const right = new Map<string, Bits>();
  for (const engine of ENGINES) if (index.count > engine.mostRows) sayLeftOut("near", index.count, engine);
  return ENGINES.filter(({ mostRows }) => index.count <= mostRows).map((engine) => {
    const before = memoryHeld();
    const within = engine.make(lon, lat, count);
    const held = memoryHeld() - before;
    const own = centres.slice(0, engine.centres);
    const times = RADII.map((metres) => {
      own.forEach((centre, i) => {
        const found = within(centre, metres);
        const expected = right.get(`${metres} ${i}`);
        if (expected === undefined) right.set(`${metres} ${i}`, found.slice());
        else refuseDifference(engine.name, found, expected, centre, metres, lon, lat);
      });
      const runs = engine.centres === CENTRES ? RUN : 1;
      return own.map((centre) => {
        const begun = now();
        for (let i = 0; i < runs; i++) within(centre, metres);
        return (now() - begun) / runs;
      });
    });
    const others = RADII.slice(1).map((metres, i) => [`${metres / 1000} km`, percentile(times[i + 1] ?? [], 0.5)]);
    return measurementOf("near", index.count, engine.name, times[0] ?? [], held, {
      ...(own.length < CENTRES ? { asked: own.length } : {}),
      ...Object.fromEntries(others),
    });
  });
}

function refuseDifference(
  name: string,
  found: Bits,
  expected: Bits,
  centre: Centre,
  metres: number,
  lon: Float64Array,
  lat: Float64Array,
): void {
  const apart = found.map((word, w) => word ^ (expected[w] as number));
  if (countBits(apart) === 0) return;
  forEachBit(apart, (i) => {
    const distance = distanceMetres(...centre, lon[i] as number, lat[i] as number);
    if (Math.abs(distance - metres) > 0.001)
      throw new Error(`${name} is wrong about a point ${distance} m away from a circle of ${metres} m.`);
  });
}
