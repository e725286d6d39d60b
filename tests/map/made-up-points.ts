import type { PointSet } from "../../src/map/scene.ts";
import { KINDS } from "../../src/services/kinds.ts";
import { PRECISIONS } from "../../src/services/place.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Made-up services in and around made-up centres, denser in the middle of London: about one in twelve shares its place
 * with another, one in fifteen is known to about 1 km only, and `quietShare` of them are places.
 */
export function madeUpPoints(count: number, quietShare: number, seed = 1): PointSet {
  const random = randomFrom(seed);
  const centres = Array.from({ length: 260 }, () => {
    const angle = random() * 2 * Math.PI;
    const far = random() ** 0.7;
    return [-0.09 + 0.33 * far * Math.cos(angle), 51.5 + 0.17 * far * Math.sin(angle)] as const;
  });
  const points = {
    count,
    rows: new Uint32Array(count),
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    kinds: new Uint8Array(count),
    precisions: new Uint8Array(count),
    quiet: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const [lon, lat] = centres[Math.floor(random() ** 1.6 * centres.length)] ?? [-0.09, 51.5];
    const shared = i > 0 && random() < 0.08;
    const spread = () => (random() + random() - 1) * 0.022;
    points.rows[i] = i;
    points.lon[i] = shared ? (points.lon[i - 1] as number) : lon + spread();
    points.lat[i] = shared ? (points.lat[i - 1] as number) : lat + spread() * 0.62;
    const quiet = random() < quietShare;
    points.quiet[i] = quiet ? 1 : 0;
    points.kinds[i] = quiet ? KINDS.indexOf("place") : Math.floor(random() ** 0.8 * 4);
    points.precisions[i] = random() < 1 / 15 ? PRECISIONS.indexOf("approximate") : random() < 0.5 ? 0 : 1;
  }
  return points;
}
