import type { Position } from "geojson";
import { EARTH_RADIUS_METRES } from "../services/place.ts";

/** Side of the whole world in pixels at zoom 0, as MapLibre counts zooms. */
export const WORLD_PIXELS = 512;

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Web Mercator x of a longitude, 0 at 180° W to 1 at 180° E (EPSG:3857 scaled to one). */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

/** Web Mercator y of a latitude, 0 at 85.05° N to 1 at 85.05° S. */
export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function lonOfX(x: number): number {
  return (x - 0.5) * 360;
}

export function latOfY(y: number): number {
  return (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
}

/**
 * A circle on the ground as a closed ring of degrees, `radius` in metres, wound anticlockwise (RFC 7946). Each point
 * lies `radius` along a great circle from the centre, on a sphere.
 */
export function circleRing(lon: number, lat: number, radius: number, corners = 64): Position[] {
  const radians = Math.PI / 180;
  const d = radius / EARTH_RADIUS_METRES;
  const [sinLat, cosLat] = [Math.sin(lat * radians), Math.cos(lat * radians)];
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const bearing = (-2 * Math.PI * i) / corners;
    const sin = sinLat * Math.cos(d) + cosLat * Math.sin(d) * Math.cos(bearing);
    const east = Math.atan2(Math.sin(bearing) * Math.sin(d) * cosLat, Math.cos(d) - sinLat * sin);
    return [lon + east / radians, Math.asin(sin) / radians];
  });
  return [...ring, ring[0] as Position];
}
