import { flattened } from "./flatten.ts";
import { type JsonRecord, tableOf, troubled } from "./json-table.ts";
import { isObject, type JsonObject, objectsIn, readJson, textOf } from "./json-values.ts";
import { ownRecord } from "./own-record.ts";
import type { Reader, Table, TableFault } from "./readers.ts";

function featuresIn(json: unknown): readonly JsonObject[] | null {
  if (!isObject(json)) return null;
  if (json.type === "FeatureCollection" && Array.isArray(json.features)) return objectsIn(json.features);
  return json.type === "Feature" ? [json] : null;
}

type Pair = readonly [x: number, y: number];

const isPair = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);

/** All positions of a geometry's first part: for an area, those of its outer line. */
function positions(coordinates: unknown): readonly Pair[] {
  if (isPair(coordinates)) return [coordinates];
  if (!Array.isArray(coordinates)) return [];
  if (coordinates.every(isPair)) return coordinates;
  return positions(coordinates[0]);
}

/** Degrees or metres across beyond which the middle of an outline says no more than about where. */
const WIDE = { degrees: 0.01, metres: 1000 };

interface MiddlePoint {
  readonly at: Pair;
  readonly exact: boolean;
  readonly wide: boolean;
}

/** The point of a point; of anything larger the middle of the box around it. */
function pointOf(geometry: unknown): MiddlePoint | null {
  if (!isObject(geometry)) return null;
  const all = positions(geometry.coordinates);
  const [first] = all;
  if (first === undefined) return null;
  if (all.length === 1) return { at: [first[0], first[1]], exact: true, wide: false };
  const range = (axis: 0 | 1): Pair => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const position of all) [low, high] = [Math.min(low, position[axis]), Math.max(high, position[axis])];
    return [low, high];
  };
  const [x, y] = [range(0), range(1)];
  const at: Pair = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  const limit = isDegrees(at) ? WIDE.degrees : WIDE.metres;
  return { at, exact: false, wide: x[1] - x[0] > limit || y[1] - y[0] > limit };
}

/** The name of the coordinate system that an older GeoJSON may state; "" when it states none. */
function statedSystem(json: unknown): string {
  const crs = isObject(json) && isObject(json.crs) ? json.crs : {};
  return isObject(crs.properties) ? textOf(crs.properties.name) : "";
}

const isWgs84 = (system: string): boolean => system === "" || /CRS84|4326/i.test(system);
const isGrid = (system: string): boolean => /27700|OSGB/i.test(system);
const isDegrees = ([x, y]: Pair): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 180;

function placeOf(
  { at, wide }: MiddlePoint,
  row: number,
  system: string,
  faults: TableFault[],
): ReadonlyMap<string, string> {
  const degrees = isDegrees(at);
  if (degrees ? isGrid(system) : isWgs84(system) && system !== "") {
    faults.push({
      row,
      column: "geometry",
      fault: "coordinates-not-as-stated",
      found: `${at[0]}, ${at[1]} in ${system}`,
      outcome: "repaired",
      message: `The file says that its coordinates are ${system}, but these are not. We read them as ${degrees ? "degrees" : "metres of the British National Grid"}.`,
      remedy: "Export the file again, in WGS84 (EPSG:4326).",
    });
  }
  const [x, y] = at.map(String) as [string, string];
  const [across, up] = degrees ? ["geometry.lon", "geometry.lat"] : ["geometry.easting", "geometry.northing"];
  return new Map([[across, x], [up, y], ...(wide ? [["geometry.precision", "approximate"] as const] : [])]);
}

function read(text: string): Table {
  const document = readJson(text);
  if (document.status === "faulty") return troubled(document.trouble);
  const features = featuresIn(document.json);
  if (features === null) return troubled("It is no GeoJSON: it has no features.");
  const system = statedSystem(document.json);
  if (!isWgs84(system) && !isGrid(system)) {
    return troubled(
      `Its coordinates are ${system}. We read WGS84 (EPSG:4326) and the British National Grid (EPSG:27700).`,
    );
  }
  const faults: TableFault[] = [];
  const records: JsonRecord[] = [];
  for (const feature of features) {
    const row = records.length + 1;
    const properties = isObject(feature.properties) ? feature.properties : {};
    if (isObject(properties.service) && typeof properties.service.name === "string") {
      // Our own file has a feature for each place, and the whole record in each.
      if (typeof properties.location === "number" && properties.location > 0) continue;
      records.push(ownRecord(properties.service));
      continue;
    }
    const { cells, places } = flattened(properties);
    const point = pointOf(feature.geometry);
    if (point !== null && !point.exact) {
      faults.push({
        row,
        column: "geometry",
        fault: "outline-not-point",
        found: textOf(isObject(feature.geometry) ? feature.geometry.type : ""),
        outcome: "repaired",
        message: "This is an outline or a line, not a point. We took its middle.",
        remedy: "Give the point of the entrance, if you know it.",
      });
    }
    if (point === null && isObject(feature.geometry)) {
      faults.push({
        row,
        column: "geometry",
        fault: "bad-point",
        found: JSON.stringify(feature.geometry).slice(0, 200),
        outcome: "left-out",
        message: "This geometry has no position that we can read, so it was left out.",
        remedy: "Give a point as two numbers: longitude, then latitude.",
      });
    }
    const place = point === null ? null : placeOf(point, row, system, faults);
    const own = cells.has("id") || feature.id === undefined ? cells : new Map([["id", textOf(feature.id)], ...cells]);
    records.push({ cells: own, places: place === null ? places : [place, ...places] });
  }
  return tableOf({ records, columns: COLUMNS, faults });
}

const COLUMNS = {
  "geometry.lon": "lon",
  "geometry.lat": "lat",
  "geometry.easting": "easting",
  "geometry.northing": "northing",
  "geometry.precision": "precision",
};

/**
 * GeoJSON of any publisher, in degrees (WGS84) or metres of the British National Grid: what the file says of its
 * coordinates is checked against them. A publisher's own point or outline, our own records whole.
 */
export const geoJson: Reader = {
  id: "geojson",
  label: "GeoJSON",
  extensions: ["geojson", "json"],
  recognises: (_, json) => featuresIn(json) !== null,
  read,
};
