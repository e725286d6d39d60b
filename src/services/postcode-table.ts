import { ByteReader, ByteWriter } from "./bytes.ts";
import { BOROUGH_CODES, type BoroughCode, type LonLat, lonLat } from "./place.ts";
import { INWARD_LETTERS } from "./postcode.ts";
import { Neighbours } from "./postcode-neighbours.ts";

/** One postcode as it goes into the table. */
export interface PostcodeRow {
  /** In capitals with one space: `E1 6AN`. */
  readonly postcode: string;
  readonly point: LonLat;
  readonly borough: BoroughCode;
  /** LSOA 2021 code: best fit, not official. */
  readonly lsoa: string;
}

export interface PostcodeTable {
  /** How many postcodes it holds. */
  readonly count: number;
  /** LSOA codes in order; with every LSOA of London present, a code's place is its row in the LSOA table. */
  readonly lsoas: readonly string[];
  /** Postcode as `E1 6AN`; the point is right to about 10 m. Null when the table doesn't hold it. */
  find(postcode: string): FoundPostcode | null;
  /** Mean point of the outcode's London postcodes and their number; null when London has none of it. */
  outcode(outcode: string): { readonly point: LonLat; readonly count: number } | null;
  /** Every row in order, for checks. */
  rows(): Iterable<PostcodeRow>;
}

export interface FoundPostcode {
  readonly point: LonLat;
  readonly borough: BoroughCode;
  readonly lsoa: string;
  /** Place of `lsoa` in `lsoas`. */
  readonly lsoaRow: number;
}

/** "PCT" and the version of the form. */
const MAGIC = [0x50, 0x43, 0x54, 1] as const;

/** South-west corner of the grid, and one step of it: about 10 m each way at London's latitude. */
const GRID = { west: -0.52, south: 51.28, lon: 1.44e-4, lat: 9e-5 } as const;
const LETTERS = INWARD_LETTERS;

/** `6AN` as 0 to 3,999; -1 when it is no inward half. */
function unitNumber(inward: string): number {
  const digit = inward.charCodeAt(0) - 48;
  const [a, b] = [LETTERS.indexOf(inward.charAt(1)), LETTERS.indexOf(inward.charAt(2))];
  const whole = inward.length === 3 && digit >= 0 && digit <= 9 && a >= 0 && b >= 0;
  return whole ? digit * 400 + a * 20 + b : -1;
}

function unitText(unit: number): string {
  return `${Math.floor(unit / 400)}${LETTERS.charAt(Math.floor(unit / 20) % 20)}${LETTERS.charAt(unit % 20)}`;
}

function gridLonLat(x: number, y: number): LonLat {
  const point = lonLat(
    Math.round((GRID.west + x * GRID.lon) * 1e5) / 1e5,
    Math.round((GRID.south + y * GRID.lat) * 1e5) / 1e5,
  );
  if (point === null) throw new Error("The postcode table is damaged: it holds a point outside London.");
  return point;
}

/** The point as the table gives it back: on the grid of about 10 m. */
export function onPostcodeGrid(point: LonLat): LonLat {
  return gridLonLat(gridX(point), gridY(point));
}
const gridX = ([lon]: LonLat): number => Math.min(5972, Math.round((lon - GRID.west) / GRID.lon));
const gridY = ([, lat]: LonLat): number => Math.min(4666, Math.round((lat - GRID.south) / GRID.lat));

/**
 * Postcodes as one block of bytes, to be gzipped as a whole: column after column, because like packs with like.
 * The order of `rows` does not matter. Throws a sentence when a postcode is malformed or stands twice.
 */
export function encodePostcodeTable(rows: readonly PostcodeRow[]): Uint8Array<ArrayBuffer> {
  const keyed = rows.map((row) => {
    const [outcode = "", inward = ""] = row.postcode.split(" ");
    const unit = unitNumber(inward);
    if (!/^[A-Z0-9]{2,4}$/.test(outcode) || unit < 0) throw new Error(`"${row.postcode}" is not a postcode.`);
    return { row, outcode, unit };
  });
  keyed.sort((a, b) => (a.outcode < b.outcode ? -1 : a.outcode > b.outcode ? 1 : a.unit - b.unit));
  keyed.forEach(({ row }, i) => {
    if (keyed[i - 1]?.row.postcode === row.postcode) throw new Error(`The postcode ${row.postcode} stands twice.`);
  });
  const lsoas = [...new Set(rows.map(({ lsoa }) => lsoa))].sort();
  const lsoaRow = new Map(lsoas.map((code, i) => [code, i]));
  const boroughOfLsoa = usualBoroughs(rows, lsoaRow);

  const outcodes = new Map<string, number>();
  for (const { outcode } of keyed) outcodes.set(outcode, (outcodes.get(outcode) ?? 0) + 1);
  const head = new ByteWriter();
  for (const byte of MAGIC) head.byte(byte);
  head.number(keyed.length);
  head.number(outcodes.size);
  for (const [outcode, members] of outcodes) {
    head.text(outcode);
    head.number(members);
  }
  head.number(lsoas.length);
  let lastCode = 0;
  lsoas.forEach((code, i) => {
    const number = Number(code.slice(3));
    if (!/^E01[0-9]{6}$/.test(code)) throw new Error(`"${code}" is not the code of an LSOA in England.`);
    head.number(number - lastCode);
    head.byte(boroughOfLsoa[i] as number);
    lastCode = number;
  });

  const units = new ByteWriter();
  const xs = new ByteWriter();
  const ys = new ByteWriter();
  const places = new ByteWriter();
  const strangers = new ByteWriter();
  const exceptions = new ByteWriter();
  const neighbours = new Neighbours();
  let [lastOutcode, lastUnit, lastX, lastY, lastException, exceptionCount] = ["", -1, 0, 0, 0, 0];
  keyed.forEach(({ row, outcode, unit }, i) => {
    if (outcode !== lastOutcode) [lastOutcode, lastUnit] = [outcode, -1];
    units.number(unit - lastUnit - 1);
    const [x, y] = [gridX(row.point), gridY(row.point)];
    xs.signed(x - lastX);
    ys.signed(y - lastY);
    const lsoa = lsoaRow.get(row.lsoa) as number;
    const place = neighbours.placeOf(lsoa, x, y);
    places.byte(place);
    if (place === 0) strangers.signed(lsoa - Math.max(0, neighbours.at(1, x, y)));
    neighbours.remember(lsoa, x, y);
    const borough = BOROUGH_CODES.indexOf(row.borough);
    if (borough !== boroughOfLsoa[lsoa]) {
      exceptions.number(i - lastException);
      exceptions.byte(borough);
      lastException = i;
      exceptionCount++;
    }
    [lastUnit, lastX, lastY] = [unit, x, y];
  });
  head.number(exceptionCount);
  return ByteWriter.join([head, exceptions, units, xs, ys, places, strangers]);
}

/** For each LSOA the borough that most of its postcodes have: the others are written down one by one. */
function usualBoroughs(rows: readonly PostcodeRow[], lsoaRow: ReadonlyMap<string, number>): Uint8Array {
  const counts = new Uint32Array(lsoaRow.size * BOROUGH_CODES.length);
  for (const { lsoa, borough } of rows) {
    const slot = (lsoaRow.get(lsoa) ?? 0) * BOROUGH_CODES.length + BOROUGH_CODES.indexOf(borough);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return Uint8Array.from({ length: lsoaRow.size }, (_, row) => {
    const mine = counts.subarray(row * BOROUGH_CODES.length, (row + 1) * BOROUGH_CODES.length);
    return mine.indexOf(Math.max(...mine));
  });
}

/**
 * The table made ready for look-ups, in about 11 bytes a postcode: `bytes` as `encodePostcodeTable` wrote them, not
 * gzipped (see `unpackPostcodeTable`). Throws a sentence when they are not a table or end too early.
 */
export function decodePostcodeTable(bytes: Uint8Array): PostcodeTable {
  const reader = new ByteReader(bytes, "The postcode table is damaged: it ends too early.");
  if (MAGIC.some((byte) => reader.byte() !== byte)) {
    throw new Error("This is not a postcode table, or one of a version that this page can't read.");
  }
  const count = reader.number();
  const outcodes: string[] = [];
  const starts = [0];
  for (let left = reader.number(); left > 0; left--) {
    outcodes.push(reader.text());
    starts.push((starts.at(-1) as number) + reader.number());
  }
  const lsoaCount = reader.number();
  const boroughOfLsoa = new Uint8Array(lsoaCount);
  let code = 0;
  const lsoas = Array.from({ length: lsoaCount }, (_, i) => {
    code += reader.number();
    boroughOfLsoa[i] = reader.byte();
    return `E01${String(code).padStart(6, "0")}`;
  });
  const exceptions = new Map<number, number>();
  for (let left = reader.number(), at = 0; left > 0; left--) {
    at += reader.number();
    exceptions.set(at, reader.byte());
  }
  if (starts.at(-1) !== count) throw new Error("The postcode table is damaged: its outcodes don't add up.");

  const units = new Uint16Array(count);
  for (let o = 0; o < outcodes.length; o++) {
    let unit = -1;
    for (let i = starts[o] as number; i < (starts[o + 1] as number); i++) {
      unit += reader.number() + 1;
      units[i] = unit;
    }
  }
  const column = (): Uint16Array => {
    const values = new Uint16Array(count);
    for (let i = 0, value = 0; i < count; i++) {
      value += reader.signed();
      values[i] = value;
    }
    return values;
  };
  const [xs, ys] = [column(), column()];
  const places = reader.bytes(count);
  const lsoaOf = new Uint16Array(count);
  const neighbours = new Neighbours();
  for (let i = 0; i < count; i++) {
    const [x, y, place] = [xs[i] as number, ys[i] as number, places[i] as number];
    const known = neighbours.at(Math.max(1, place), x, y);
    const lsoa = place === 0 ? Math.max(0, known) + reader.signed() : known;
    if (lsoa < 0 || lsoa >= lsoaCount) throw new Error("The postcode table is damaged: it names an LSOA it lacks.");
    lsoaOf[i] = lsoa;
    neighbours.remember(lsoa, x, y);
  }

  const at = (i: number): FoundPostcode => {
    const lsoaRow = lsoaOf[i] as number;
    return {
      point: gridLonLat(xs[i] as number, ys[i] as number),
      borough: BOROUGH_CODES[exceptions.get(i) ?? (boroughOfLsoa[lsoaRow] as number)] as BoroughCode,
      lsoa: lsoas[lsoaRow] as string,
      lsoaRow,
    };
  };
  const numberOf = new Map(outcodes.map((outcode, o) => [outcode, o]));
  return {
    count,
    lsoas,
    find(postcode) {
      const space = postcode.indexOf(" ");
      const o = numberOf.get(postcode.slice(0, Math.max(0, space)));
      const unit = unitNumber(postcode.slice(space + 1));
      if (o === undefined || unit < 0) return null;
      let low = starts[o] as number;
      let high = (starts[o + 1] as number) - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const here = units[middle] as number;
        if (here === unit) return at(middle);
        if (here < unit) low = middle + 1;
        else high = middle - 1;
      }
      return null;
    },
    outcode(outcode) {
      const o = numberOf.get(outcode);
      if (o === undefined) return null;
      const [from, to] = [starts[o] as number, starts[o + 1] as number];
      const mean = (values: Uint16Array): number =>
        values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
      return { point: gridLonLat(mean(xs), mean(ys)), count: to - from };
    },
    *rows() {
      for (let o = 0; o < outcodes.length; o++) {
        for (let i = starts[o] as number; i < (starts[o + 1] as number); i++) {
          const { point, borough, lsoa } = at(i);
          yield { postcode: `${outcodes[o]} ${unitText(units[i] as number)}`, point, borough, lsoa };
        }
      }
    },
  };
}

/** Bytes as served, gzipped or (where the host or browser has already unpacked them) plain, as a table. */
export async function unpackPostcodeTable(bytes: Uint8Array<ArrayBuffer>): Promise<PostcodeTable> {
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) return decodePostcodeTable(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return decodePostcodeTable(new Uint8Array(await new Response(stream).arrayBuffer()));
}
