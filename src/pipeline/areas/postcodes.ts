import { gzipSync } from "node:zlib";
import { lonLat } from "../../services/place.ts";
import { encodePostcodeTable, type PostcodeRow } from "../../services/postcode-table.ts";
import { boroughIn } from "./boroughs.ts";
import { OFFICIAL } from "./official.ts";
import { type ReadRaw, readCsv } from "./raw-files.ts";

export const POSTCODES = "postcodes_london.csv.gz";

/** Every live postcode of London. Throws a sentence when one has no place in London. */
export function readPostcodes(read: ReadRaw): PostcodeRow[] {
  const { rows } = readCsv(read, POSTCODES, ["postcode", "lat", "lon", "ladcd", "lsoa21cd"], OFFICIAL.postcodes);
  return rows.map((row) => {
    const postcode = row.cell("postcode");
    const point = lonLat(row.decimal("lon"), row.decimal("lat"));
    if (point === null) throw new Error(`The file "${POSTCODES}" puts ${postcode} outside London.`);
    return { postcode, point, borough: boroughIn(row.cell("ladcd"), POSTCODES), lsoa: row.cell("lsoa21cd") };
  });
}

/** The table, gzipped without a date and without the name of a system, so that the same rows give the same bytes. */
export function packPostcodes(rows: readonly PostcodeRow[]): Uint8Array {
  const packed = gzipSync(encodePostcodeTable(rows), { level: 9 });
  // Byte 9 names the operating system (RFC 1952); 255 is "unknown".
  packed[9] = 255;
  return packed;
}
