import type { Feature, FeatureCollection, Geometry, Point, Position } from "geojson";
import { distanceMetres } from "../services/place.ts";

/** Area-weighted middle of a ring, in degrees (shoelace formula); its first corner when it has no area. */
function middle(ring: readonly Position[]): { readonly lon: number; readonly lat: number; readonly area: number } {
  let [area, lon, lat] = [0, 0, 0];
  ring.forEach(([x1 = 0, y1 = 0], i) => {
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? [];
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    lon += ((x1 + x2) * cross) / 6;
    lat += ((y1 + y2) * cross) / 6;
  });
  if (area === 0) return { lon: ring[0]?.[0] ?? 0, lat: ring[0]?.[1] ?? 0, area: 0 };
  return { lon: lon / area, lat: lat / area, area: Math.abs(area) };
}

/** Metres within which a name is written once: else "Clapham Common" stands four times. */
const SAME_PARK_METRES = 2500;

/** One point for each park name, in the largest piece of it. */
export function parkNames(greens: readonly Feature<Geometry | null>[]): FeatureCollection<Point> {
  const kept: { name: string; lon: number; lat: number; ha: number }[] = [];
  const named = greens
    .filter(({ properties }) => typeof properties?.name === "string")
    .sort((a, b) => Number(b.properties?.ha) - Number(a.properties?.ha));
  for (const { geometry, properties } of named) {
    const rings =
      geometry?.type === "Polygon"
        ? geometry.coordinates.slice(0, 1)
        : geometry?.type === "MultiPolygon"
          ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1))
          : [];
    const [largest] = rings.map(middle).sort((a, b) => b.area - a.area);
    if (largest === undefined) continue;
    const name = String(properties?.name);
    const { lon, lat } = largest;
    const known = kept.some(
      (other) => other.name === name && distanceMetres(other.lon, other.lat, lon, lat) < SAME_PARK_METRES,
    );
    if (!known) kept.push({ name, lon, lat, ha: Number(properties?.ha) });
  }
  return {
    type: "FeatureCollection",
    features: kept.map(({ name, lon, lat, ha }) => ({
      type: "Feature",
      properties: { name, ha },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  };
}
