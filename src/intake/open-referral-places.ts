import { statedPrecision } from "../services/flat-row.ts";
import { firstText, isObject, type JsonObject, listText, objectsIn, textOf } from "./json-values.ts";
import { OWN_EXTENSION } from "./open-referral-lists.ts";

/** The lines of an address; our own feed has all of it in the first. */
function addressOf(address: JsonObject, own: boolean): string {
  const lines = own
    ? [address.address_1]
    : [address.address_1, address.address_2, address.city, address.region, address.state_province];
  return [
    ...new Set(
      lines
        .map(textOf)
        .map((part) => part.trim().replace(/[,\s]+$/, ""))
        .filter((part) => part !== ""),
    ),
  ].join(", ");
}

function pointOf(location: JsonObject): readonly [lon: string, lat: string] {
  const geometry = isObject(location.geometry) ? location.geometry : {};
  const [x, y] = Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  const lon = firstText(location, "longitude", "lon") || textOf(x);
  const lat = firstText(location, "latitude", "lat") || textOf(y);
  return [lon, lat];
}

/** Words about access of a place, from either version of the standard. */
const accessOf = (location: JsonObject): string =>
  listText(
    [
      ...objectsIn(location.accessibility),
      ...objectsIn(location.accessibility_for_disabilities),
      ...objectsIn(location.accessibilities),
    ].map((entry) => firstText(entry, "accessibility", "description", "name", "label")),
  );

/** One place as cells; null when it is no place to go to: online, or somewhere for letters only. */
function placeOf(location: JsonObject, ownFeed: boolean): ReadonlyMap<string, string> | null {
  if (/^virtual$/i.test(textOf(location.location_type))) return null;
  const [address] = [
    ...objectsIn(location.addresses),
    ...objectsIn(location.physical_addresses),
    ...(textOf(location.address_1) === "" && textOf(location.postal_code) === "" ? [] : [location]),
  ];
  const own = isObject(location[OWN_EXTENSION]) ? location[OWN_EXTENSION] : {};
  const [lon, lat] = pointOf(location);
  // The publisher says that the exact place must not be shown.
  const masked = location.mask_exact_address === true;
  const cells = {
    "location.name": masked ? "" : textOf(location.name),
    "location.address": address === undefined || masked ? "" : addressOf(address, ownFeed),
    "location.postal_code": address === undefined || masked ? "" : textOf(address.postal_code),
    "location.country": address === undefined ? "" : textOf(address.country),
    "location.latitude": lat,
    "location.longitude": lon,
    "location.precision": masked ? "approximate" : statedPrecision(textOf(own.precision), textOf(address?.postal_code)),
    "location.borough": textOf(own.borough),
    "location.description": masked ? "" : textOf(location.description),
    "location.accessibility": accessOf(location),
  };
  return new Map(Object.entries(cells).filter(([, cell]) => cell.trim() !== ""));
}

/** Every place of a service, in either version of the standard. */
export function placesOf(service: JsonObject, ownFeed: boolean): readonly ReadonlyMap<string, string>[] {
  const linked = objectsIn(service.service_at_locations).flatMap(({ location }) => objectsIn(location));
  const places: ReadonlyMap<string, string>[] = [];
  for (const location of [...linked, ...objectsIn(service.locations)]) {
    const place = placeOf(location, ownFeed);
    if (place !== null && place.size > 0) places.push(place);
  }
  return places;
}
