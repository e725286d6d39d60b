import {
  encodeNeighbourhoods,
  encodePractices,
  encodeStations,
  type NeighbourhoodsFile,
  type PracticesFile,
  STATION_MODES,
  type Station,
  type StationsFile,
} from "../../services/named-points.ts";
import { boroughIn } from "./boroughs.ts";
import { OFFICIAL } from "./official.ts";
import { tidyNhsName } from "./practice-names.ts";
import { numberProperty, type RawFeature, type ReadRaw, readCsv, readGeoJson, textProperty } from "./raw-files.ts";

export const PRACTICES = "nhs/gp_practices.csv";
export const PLACES = "basemap/places_london.geojson";
export const STATIONS = "basemap/stations_tfl_nr.geojson";
export const STATIONS_OSM = "basemap/stations_osm.geojson";

/** Stations of the Bexleyheath line, which the list of Transport for London and National Rail lacks. */
export const BEXLEYHEATH_LINE = [
  "Barnehurst",
  "Bexleyheath",
  "Blackheath",
  "Eltham",
  "Falconwood",
  "Kidbrooke",
  "Welling",
] as const;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function pointOf({ geometry }: RawFeature, path: string): { readonly lon: number; readonly lat: number } {
  const [lon, lat] = geometry.type === "Point" ? geometry.coordinates : [];
  if (lon === undefined || lat === undefined) throw new Error(`A feature of "${path}" is not a point.`);
  return { lon, lat };
}

export function derivePractices(read: ReadRaw): PracticesFile {
  const columns = ["ods_code", "name", "postcode", "pcn_code", "pcn_name", "ladcd", "lat", "lon"];
  const rows = readCsv(read, PRACTICES, columns, OFFICIAL.practices).rows.map((row) => ({
    name: tidyNhsName(row.cell("name")),
    ods: row.cell("ods_code"),
    postcode: row.cell("postcode"),
    borough: boroughIn(row.cell("ladcd"), PRACTICES),
    pcn: row.cell("pcn_code") === "" ? null : { code: row.cell("pcn_code"), name: tidyNhsName(row.cell("pcn_name")) },
    lon: row.decimal("lon"),
    lat: row.decimal("lat"),
  }));
  return encodePractices(rows.sort((a, b) => (a.ods < b.ods ? -1 : 1)));
}

export function deriveNeighbourhoods(read: ReadRaw): NeighbourhoodsFile {
  const rows = readGeoJson(read, PLACES).map((feature) => ({
    name: textProperty(feature, "name", PLACES),
    rank: numberProperty(feature, "rank", PLACES),
    ...pointOf(feature, PLACES),
  }));
  return encodeNeighbourhoods(rows.sort((a, b) => a.rank - b.rank || byName(a, b)));
}

export function deriveStations(read: ReadRaw): StationsFile {
  const rows = readGeoJson(read, STATIONS).map((feature): Station => {
    const modes = feature.properties.modes;
    const known = STATION_MODES.filter((mode) => Array.isArray(modes) && modes.includes(mode));
    const name = textProperty(feature, "name", STATIONS);
    if (known.length === 0) throw new Error(`The file "${STATIONS}" does not say which trains call at ${name}.`);
    return { name, modes: known, ...pointOf(feature, STATIONS) };
  });
  return encodeStations(rows.sort(byName));
}

/** The stations that only OpenStreetMap has, apart because its licence asks that a mixture be shared alike. */
export function deriveOsmStations(read: ReadRaw): StationsFile {
  const features = readGeoJson(read, STATIONS_OSM);
  return encodeStations(
    BEXLEYHEATH_LINE.map((name): Station => {
      const feature = features.find(({ properties }) => properties.name === name && properties.in_london === 1);
      if (feature === undefined) throw new Error(`The file "${STATIONS_OSM}" has no station called ${name}.`);
      return { name, modes: ["rail"], ...pointOf(feature, STATIONS_OSM) };
    }),
  );
}
