import type { Fault } from "../services/create-service.ts";
import { type BoroughCode, type LonLat, lonLat } from "../services/place.ts";
import { fromNationalGrid } from "./national-grid.ts";

/** The cells of a row that say where it is, as they stand; "" for empty. */
export interface PlaceCells {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly lat: string;
  readonly lon: string;
  readonly latLon: string;
  readonly easting: string;
  readonly northing: string;
  readonly precision: string;
  /** "" where the source names none. */
  readonly country: string;
  readonly borough: BoroughCode | null;
}

/** Short for a fault of a place. */
export const fault = (
  field: string,
  kind: string,
  found: string,
  outcome: Fault["outcome"],
  message: string,
  remedy: string,
): Fault => ({
  field,
  fault: kind,
  found,
  outcome,
  message,
  remedy,
});

/** `51.5`, `51,5`, `51.5°N`, `0.1 W` as a signed number; NaN for anything else. */
function degrees(text: string): number {
  const match = /^\s*([+-]?\d{1,9}(?:[.,]\d+)?)\s*°?\s*([NSEW])?\s*$/i.exec(text);
  if (match === null) return Number.NaN;
  const value = Number((match[1] ?? "").replace(",", "."));
  return /[SW]/i.test(match[2] ?? "") ? -Math.abs(value) : value;
}

const notNumbers = (found: string): Fault =>
  fault(
    "lat",
    "bad-point",
    found,
    "left-out",
    "This is no latitude and longitude, so the point was not used.",
    "Type numbers such as 51.52 and -0.08, or leave both empty.",
  );

export interface ReadPoint {
  readonly point: LonLat | null;
  readonly outside: boolean;
}

const isGrid = (e: number, n: number): boolean => e > 480_000 && e < 580_000 && n > 140_000 && n < 220_000;

function fromGrid(easting: number, northing: number, text: string, faults: Fault[]): ReadPoint {
  const point = lonLat(...fromNationalGrid(easting, northing));
  if (point === null) return outsideBox(text, faults);
  faults.push(
    fault(
      "easting",
      "national-grid",
      text,
      "repaired",
      "These are metres of the British National Grid. We turned them into latitude and longitude.",
      "Nothing to do. Latitude and longitude are welcome too.",
    ),
  );
  return { point, outside: false };
}

function outsideBox(text: string, faults: Fault[]): ReadPoint {
  faults.push(
    fault(
      "lat",
      "point-outside-london",
      text,
      "left-out",
      "This place is outside Greater London, so the point was not used.",
      "Check latitude and longitude: in London they look like 51.52 and -0.08.",
    ),
  );
  return { point: null, outside: true };
}

/** The point that the cells give, with slips put right that can only be meant one way. */
export function readPoint(cells: PlaceCells, faults: Fault[]): ReadPoint {
  let [latText, lonText] = [cells.lat, cells.lon];
  const pair =
    cells.latLon === "" ? null : /^\W*([+-]?\d+(?:\.\d+)?)\s*[,; ]\s*([+-]?\d+(?:\.\d+)?)\W*$/.exec(cells.latLon);
  if (latText === "" && lonText === "" && pair !== null) [latText, lonText] = [pair[1] ?? "", pair[2] ?? ""];
  if (latText === "" && lonText === "") {
    const [easting, northing] = [degrees(cells.easting), degrees(cells.northing)];
    if (cells.easting === "" && cells.northing === "") return { point: null, outside: false };
    if (isGrid(easting, northing)) return fromGrid(easting, northing, `${cells.easting}, ${cells.northing}`, faults);
    [latText, lonText] = [cells.northing, cells.easting];
  }
  const found = `${latText}, ${lonText}`;
  const [lat, lon] = [degrees(latText), degrees(lonText)];
  if (Number.isNaN(lat) || Number.isNaN(lon)) {
    faults.push(notNumbers(found));
    return { point: null, outside: false };
  }
  if (lat === 0 && lon === 0) {
    faults.push(
      fault(
        "lat",
        "point-zero",
        found,
        "left-out",
        "Latitude and longitude are both 0, which is in the sea off Africa. They were not used.",
        "Leave both empty when you don't know them.",
      ),
    );
    return { point: null, outside: false };
  }
  if (isGrid(lon, lat)) return fromGrid(lon, lat, found, faults);
  if (isGrid(lat, lon)) return fromGrid(lat, lon, found, faults);
  const asGiven = lonLat(lon, lat);
  if (asGiven !== null) return { point: asGiven, outside: false };
  const swapped = lonLat(lat, lon);
  if (swapped !== null) {
    faults.push(
      fault(
        "lat",
        "point-swapped",
        found,
        "repaired",
        "Latitude and longitude stood in each other's place. We swapped them.",
        "Latitude is the number near 51.5; longitude is near 0.",
      ),
    );
    return { point: swapped, outside: false };
  }
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return outsideBox(found, faults);
  faults.push(notNumbers(found));
  return { point: null, outside: false };
}
