import type { Fault, LocationDraft } from "../services/create-service.ts";
import type { BoroughCode } from "../services/place.ts";
import { type ReadServiceArea, readBorough } from "./borough-names.ts";
import type { IntakeContext } from "./context.ts";
import type { Field } from "./headings.ts";
import { locate } from "./locate.ts";
import type { RowText } from "./row-text.ts";

/** One place that a row tells of. */
export interface PlaceOfRow {
  readonly location: LocationDraft | null;
  /** Whether it is outside Greater London. */
  readonly outside: boolean;
  readonly address: string;
  readonly postcode: string;
  /** The borough's cell, what it means, and what it means as an area served. */
  readonly boroughCell: string;
  readonly borough: BoroughCode | null;
  readonly stands: ReadServiceArea | null;
  /** Of the place itself; not to be told of a sensitive service. */
  readonly faults: readonly Fault[];
}

const TELLS_WHERE = [
  "location_name",
  "lat",
  "lon",
  "lat_lon",
  "easting",
  "northing",
  "location_note",
] as const satisfies readonly Field[];

const ADDRESS_LINES = ["address_2", "address_3", "address_4", "town"] as const satisfies readonly Field[];

function addressOf(text: RowText): string {
  const lines = new Set<string>();
  const add = (part: string): void => {
    const line = part.replace(/\s*\n\s*/g, ", ").replace(/[,\s]+$/, "");
    if (line !== "") lines.add(line);
  };
  for (const part of text.all("address")) add(part);
  for (const field of ADDRESS_LINES) {
    const line = text.line(field);
    if (line !== "") add(line);
  }
  return lines.size === 0 ? "" : [...lines].join(", ");
}

/** Reads where a row is. A borough's cell that names no London borough is told in the row's own faults. */
export function readPlace(
  text: RowText,
  context: IntakeContext,
  areaOf: (cell: string) => ReadServiceArea,
): PlaceOfRow {
  const boroughCell = text.line("location_borough");
  const stands = boroughCell === "" ? null : areaOf(boroughCell);
  const borough = stands === null ? null : readBorough(boroughCell, context.vocabularies);
  for (const unknown of stands?.unknown ?? []) {
    text.faults.push({
      field: "location_borough",
      fault: "unknown-borough",
      found: unknown,
      outcome: "left-out",
      message: "This is not one of the 33 London boroughs, so it was left out.",
      remedy: "Type the name of a London borough, such as Camden.",
    });
  }
  const address = addressOf(text);
  const postcode = text.line("postcode");
  const located = locate(
    {
      name: text.line("location_name"),
      address,
      postcode,
      lat: text.line("lat"),
      lon: text.line("lon"),
      latLon: text.line("lat_lon"),
      easting: text.line("easting"),
      northing: text.line("northing"),
      precision: text.line("precision"),
      country: text.line("country"),
      borough,
    },
    context,
  );
  const note = text.line("location_note");
  const location = located.location === null || note === "" ? located.location : { ...located.location, note };
  return {
    location,
    outside: located.outside,
    address,
    postcode,
    boroughCell,
    borough,
    stands,
    faults: located.faults,
  };
}

/** Where a row says that it is, in its own words: address, postcode, borough and country; the point where it has none of them. */
export function whereabouts(text: RowText, { address, postcode, boroughCell }: PlaceOfRow): string {
  const parts = [address, postcode, boroughCell, text.line("country")].filter((part) => part !== "");
  // An address often ends with its postcode.
  const said = parts.filter((part, i) => !parts.slice(0, i).some((before) => before.includes(part))).join(", ");
  const numbers = (["lat", "lon", "lat_lon", "easting", "northing"] as const).map((field) => text.line(field));
  return said === "" ? numbers.filter((number) => number !== "").join(", ") : said;
}

/** The cells of a row that would give its place away. */
export function placeCells(text: RowText, { address, postcode }: PlaceOfRow): readonly string[] {
  return [address, postcode, ...TELLS_WHERE.map((field) => text.line(field))];
}
