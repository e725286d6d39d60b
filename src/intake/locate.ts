import type { Fault, LocationDraft } from "../services/create-service.ts";
import { type BoroughCode, distanceMetres, type LonLat, PRECISIONS, type Precision } from "../services/place.ts";
import { findPostcodeIn, normalisePostcode, parsePostcode } from "../services/postcode.ts";
import type { IntakeContext } from "./context.ts";
import { fault, type PlaceCells, readPoint } from "./read-point.ts";

export interface Located {
  /** Null when the row says nothing about a place. */
  readonly location: LocationDraft | null;
  /** Whether what it does say is outside Greater London. */
  readonly outside: boolean;
  readonly faults: readonly Fault[];
}

/** Postcode areas that reach into Greater London; others can't be a London place. */
const LONDON_AREA = /^(?:E|EC|N|NW|SE|SW|W|WC|BR|CR|DA|EN|HA|IG|KT|RM|SM|TN|TW|UB|WD)\d/;
/** Metres between a point and its postcode's beyond which one of the two is likely wrong. */
const TOO_FAR = 1000;

/** Ways of writing the country that London is in. */
const HOME = /^(?:gb|gbr|uk|u\.k\.|england|great britain|united kingdom(?: of .*)?|britain|e92000001)$/i;

interface ReadPostcode {
  readonly postcode: string | undefined;
  readonly point: LonLat | null;
  readonly borough: BoroughCode | null;
  readonly outside: boolean;
}

function readPostcode(cells: PlaceCells, context: IntakeContext, faults: Fault[]): ReadPostcode {
  const nothing: ReadPostcode = { postcode: undefined, point: null, borough: null, outside: false };
  const inCell = cells.postcode === "" ? null : (normalisePostcode(cells.postcode) ?? findPostcodeIn(cells.postcode));
  const postcode = inCell ?? (cells.address === "" ? null : findPostcodeIn(cells.address));
  if (cells.postcode !== "" && inCell === null) {
    const half = parsePostcode(cells.postcode)?.kind === "outcode";
    faults.push(
      half
        ? fault(
            "postcode",
            "half-postcode",
            cells.postcode,
            "kept",
            "This is only the first half of a postcode, which is too large an area to look up.",
            "Type the whole postcode, such as E1 6AN.",
          )
        : fault(
            "postcode",
            "bad-postcode",
            cells.postcode,
            "left-out",
            "This is not a postcode, so it was left out.",
            "Type a whole postcode, such as E1 6AN.",
          ),
    );
  }
  if (postcode === null) return nothing;
  if (!LONDON_AREA.test(postcode)) {
    faults.push(
      fault(
        "postcode",
        "postcode-outside-london",
        postcode,
        "kept",
        "This postcode is outside London, so the place has no pin.",
        "Check the postcode.",
      ),
    );
    return { ...nothing, postcode, outside: true };
  }
  if (context.postcodes === null) return { ...nothing, postcode };
  const found = context.postcodes.find(postcode);
  if (found === null) {
    faults.push(
      fault(
        "postcode",
        "unknown-postcode",
        postcode,
        "kept",
        "No London postcode is written like this. It may be new, mistyped, or just outside London. It is shown as it stands.",
        "Check the postcode.",
      ),
    );
    return { ...nothing, postcode };
  }
  return { postcode, point: found.point, borough: found.borough, outside: false };
}

function readPrecision(text: string, faults: Fault[]): Precision | null {
  if (text === "") return null;
  const word = text.trim().toLowerCase();
  const precision = PRECISIONS.find((known) => known === word);
  if (precision !== undefined) return precision;
  faults.push(
    fault(
      "precision",
      "unknown-precision",
      text,
      "left-out",
      "This is not a word for how exact a place is, so it was left out.",
      `Type one of: ${PRECISIONS.join(", ")}.`,
    ),
  );
  return null;
}

const finerThanPlace = (postcode: string): Fault =>
  fault(
    "postcode",
    "postcode-finer-than-place",
    postcode,
    "left-out",
    "The place is said to be known only roughly, so its postcode was left out.",
    "Nothing to do.",
  );

/**
 * Where a row is: the point it gives, else the postcode's, else its borough. Precision is carried: a place said to be
 * approximate, or known to a borough only, loses its postcode (it would say more than the place does) and gets no
 * LSOA or decile; a place known to a borough has no point. Borough, LSOA and decile are those of the polygons that hold the point. Swapped
 * and National Grid coordinates are put right; a point over 1 km from its postcode is kept, and all is reported.
 */
export function locate(cells: PlaceCells, context: IntakeContext): Located {
  const faults: Fault[] = [];
  const abroad = cells.country !== "" && !HOME.test(cells.country);
  if (abroad) {
    faults.push(
      fault(
        "country",
        "another-country",
        cells.country,
        "kept",
        "This place is in another country.",
        "Empty the cell for the country if the place is in London.",
      ),
    );
  }
  const stated = readPrecision(cells.precision, faults);
  const given = readPoint(cells, faults);
  const code = readPostcode(cells, context, faults);
  const borough = cells.borough;
  const text = { name: cells.name || undefined, address: cells.address || undefined, postcode: code.postcode };

  const isOutside = (given.outside || code.outside || abroad) && borough === null;
  if (stated === "borough" || stated === "none") {
    if (code.postcode !== undefined) faults.push(finerThanPlace(code.postcode));
    const near = borough ?? code.borough;
    const location: LocationDraft = {
      name: text.name,
      address: text.address,
      precision: stated,
      borough: near ?? undefined,
    };
    const saysNothing = near === null && text.name === undefined && text.address === undefined;
    return { location: saysNothing ? null : location, outside: isOutside, faults };
  }
  const point = given.point ?? code.point;
  if (point === null) {
    const said = text.name !== undefined || text.address !== undefined || text.postcode !== undefined;
    if (borough === null && !said) return { location: null, outside: isOutside, faults };
    return { location: { ...text, borough: borough ?? code.borough ?? undefined }, outside: isOutside, faults };
  }
  if (given.point !== null && code.point !== null) {
    const metres = distanceMetres(given.point[0], given.point[1], code.point[0], code.point[1]);
    if (metres > TOO_FAR) {
      faults.push(
        fault(
          "lat",
          "point-far-from-postcode",
          `${given.point[1]}, ${given.point[0]} and ${code.postcode}`,
          "kept",
          `The point is ${(metres / 1000).toFixed(1)} km from its postcode. The point was kept.`,
          "Check which of the two is right.",
        ),
      );
    }
  }
  const precision: Precision = stated ?? (given.point === null ? "postcode" : "venue");
  const [lon, lat] = point;
  if (precision === "approximate") {
    const near = borough ?? context.areas?.lsoaAt(point)?.borough ?? code.borough;
    if (code.postcode !== undefined) faults.push(finerThanPlace(code.postcode));
    return {
      location: { name: text.name, address: text.address, lon, lat, precision, borough: near ?? undefined },
      outside: false,
      faults,
    };
  }
  const stands = context.areas?.lsoaAt(point) ?? null;
  if (stands === null && context.areas !== null && borough === null && code.borough === null) {
    faults.push(
      fault(
        "lat",
        "point-outside-london",
        `${lat}, ${lon}`,
        "left-out",
        "This point is just outside Greater London, so it was not used.",
        "Check latitude and longitude.",
      ),
    );
    return { location: { ...text }, outside: true, faults };
  }
  if (stands !== null && borough !== null && stands.borough !== borough) {
    const { byId } = context.vocabularies.borough;
    faults.push(
      fault(
        "location_borough",
        "borough-differs",
        byId.get(borough)?.label ?? borough,
        "repaired",
        `The point stands in ${byId.get(stands.borough)?.label ?? stands.borough}, not in the borough given here. The point decides.`,
        "Check the borough or the point.",
      ),
    );
  }
  return {
    location: {
      name: text.name,
      address: text.address,
      postcode: text.postcode,
      lon,
      lat,
      precision,
      borough: stands?.borough ?? borough ?? code.borough ?? undefined,
      lsoa: stands?.lsoa,
      decile: stands?.decile ?? undefined,
    },
    outside: false,
    faults,
  };
}
