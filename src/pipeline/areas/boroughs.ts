import type { Borough, BoroughsFile, Icb, IcbListId, IcbsFile } from "../../services/borough.ts";
import { BOROUGH_CODES, type BoroughCode, boroughCode } from "../../services/place.ts";
import { OFFICIAL } from "./official.ts";
import { type CsvRow, type ReadRaw, readCsv, readGeoJson, textProperty } from "./raw-files.ts";
import { toTopology } from "./topology.ts";

export const BOROUGH_SHAPES = "boroughs_bgc.geojson";
export const BOROUGH_ICBS = "nhs/borough_to_icb.csv";
export const BOROUGH_RESIDENTS = "census2021/borough_ts001_usual_residents.csv";

/** The code of a borough in a publisher's cell; throws a sentence naming the file when it is none of the 33. */
export function boroughIn(text: string, path: string): BoroughCode {
  const code = boroughCode(text);
  if (code === null) throw new Error(`The file "${path}" names "${text}", which is not the code of a London borough.`);
  return code;
}

/** Labels on a map have no room for "upon Thames". */
const shortName = (name: string): string => name.replace(/ upon Thames$/, "").replace(" and ", " & ");

/** The 33 boroughs and both lists of Integrated Care Boards. `residents` are added up from the LSOAs. */
export function deriveBoroughs(
  read: ReadRaw,
  residents: ReadonlyMap<BoroughCode, number>,
): { boroughs: BoroughsFile; icbs: IcbsFile } {
  const columns = ["ladcd", "ladnm", "inner_london_ons", "area_ha", "label_lon", "label_lat"];
  const icbColumns = ["icb24cd", "icb24ods", "icb24nm", "icb26cd", "icb26ods", "icb26nm"];
  const { rows } = readCsv(read, BOROUGH_ICBS, [...columns, ...icbColumns], OFFICIAL.boroughs);
  const byCode = new Map(rows.map((row) => [boroughIn(row.cell("ladcd"), BOROUGH_ICBS), row]));
  const boroughs = BOROUGH_CODES.map((code): Borough => {
    const row = byCode.get(code);
    if (row === undefined) throw new Error(`The file "${BOROUGH_ICBS}" has no row for the borough ${code}.`);
    const name = row.cell("ladnm");
    return {
      code,
      name,
      short: shortName(name),
      inner: row.cell("inner_london_ons") === "1",
      label: [row.decimal("label_lon"), row.decimal("label_lat")],
      hectares: row.count("area_ha"),
      residents: residents.get(code) ?? 0,
      icb: { "2024": row.cell("icb24cd"), "2026": row.cell("icb26cd") },
    };
  });
  return {
    boroughs: { boroughs },
    icbs: {
      lists: [
        // Integrated Care Boards began on 1 July 2022 (Health and Care Act 2022); these codes are ONS's of April 2024.
        { id: "2024", from: "2022-07-01", until: "2026-03-31", icbs: icbsOf(rows, "icb24", boroughs, "2024") },
        { id: "2026", from: "2026-04-01", until: null, icbs: icbsOf(rows, "icb26", boroughs, "2026") },
      ],
    },
  };
}

function icbsOf(rows: readonly CsvRow[], prefix: string, boroughs: readonly Borough[], list: IcbListId): Icb[] {
  const byCode = new Map(rows.map((row) => [row.cell(`${prefix}cd`), row]));
  return [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, row]) => {
      const name = row.cell(`${prefix}nm`);
      return {
        code,
        ods: row.cell(`${prefix}ods`),
        name,
        short: name.replace(/^NHS /, "").replace(/ Integrated Care Board$/, ""),
        boroughs: boroughs.filter(({ icb }) => icb[list] === code).map(({ code }) => code),
      };
    });
}

/** Borough shapes for drawing and for a rough look-up: edges are simplified by some 25 m. */
export function deriveBoroughShapes(read: ReadRaw) {
  const features = [...readGeoJson(read, BOROUGH_SHAPES, OFFICIAL.boroughs)]
    .map((feature) => ({
      type: "Feature" as const,
      properties: {
        code: textProperty(feature, "ladcd", BOROUGH_SHAPES),
        name: textProperty(feature, "ladnm", BOROUGH_SHAPES),
      },
      geometry: feature.geometry,
    }))
    .sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  return toTopology({ boroughs: features }, { squareMetres: 1000, steps: 10_000 });
}
