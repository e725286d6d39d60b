import type { Feature, FeatureCollection, Point } from "geojson";
import type { Service } from "./service.ts";

/** A service at one of its locations; `location` is its number in the record, null when it has none. */
export type ServiceFeature = Feature<Point | null, { readonly location: number | null; readonly service: Service }>;

/**
 * Every service at every location, RFC 7946: one feature each, the full record in `properties.service`. A service
 * without a place, and a location known to a borough only, is a feature with a null geometry: listed, never pinned.
 */
export function toGeoJson(services: readonly Service[]): FeatureCollection<Point | null, ServiceFeature["properties"]> {
  const feature = (service: Service, location: number | null): ServiceFeature => {
    const point = location === null ? null : (service.locations[location]?.point ?? null);
    return {
      type: "Feature",
      id: location === null || location === 0 ? service.id : `${service.id}#${location}`,
      geometry: point === null ? null : { type: "Point", coordinates: [...point] },
      properties: { location, service },
    };
  };
  return {
    type: "FeatureCollection",
    features: services.flatMap((service) =>
      service.locations.length === 0 ? [feature(service, null)] : service.locations.map((_, i) => feature(service, i)),
    ),
  };
}

/** What follows the service in the text of its feature. */
export const FEATURE_END = "}}";

/**
 * What precedes the service in the text of each of its features: with the service as JSON and `FEATURE_END` behind it,
 * to the letter what `JSON.stringify` makes of `toGeoJson`'s. The service's own text is then made once for all of its
 * places and for whatever else is published of it.
 */
export function featureHeads(service: Service): readonly string[] {
  const { id, locations } = service;
  if (locations.length === 0) {
    return [`{"type":"Feature","id":${JSON.stringify(id)},"geometry":null,"properties":{"location":null,"service":`];
  }
  return locations.map(({ point }, i) => {
    const geometry = point === null ? "null" : `{"type":"Point","coordinates":[${point[0]},${point[1]}]}`;
    const called = JSON.stringify(i === 0 ? id : `${id}#${i}`);
    return `{"type":"Feature","id":${called},"geometry":${geometry},"properties":{"location":${i},"service":`;
  });
}
