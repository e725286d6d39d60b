import {
  DEPRIVATION,
  type Deprivation,
  encodeLsoaTable,
  type LsoaRow,
  type LsoaTableFile,
} from "../../services/lsoa-table.ts";
import { distanceMetres } from "../../services/place.ts";
import type { PostcodeRow } from "../../services/postcode-table.ts";
import { boroughIn } from "./boroughs.ts";
import { OFFICIAL } from "./official.ts";
import { type CsvRow, type ReadRaw, readCsv, readGeoJson, textProperty } from "./raw-files.ts";
import { type Fineness, toTopology } from "./topology.ts";

export const LSOA_SHAPES = "lsoa21_bgc.geojson";
export const LSOA_LOOKUP = "lookups/lsoa21_to_msoa21_ward24_lad_icb.csv";
export const LSOA_DEPRIVATION = "imd2025_lsoa21.csv";
export const LSOA_CENSUS = "census2021/lsoa21_population_religion_ethnicity_disability.csv";
export const LONDON_OUTLINE = "basemap/london_outline_closed.geojson";

/** For drawing: half as many points again would not show at zoom 14, where 6 m are a pixel. */
export const DRAWN: Fineness = { squareMetres: 1500, steps: 10_000 };
/** For finding the LSOA of a point in the data build: every point of the publisher's, to a metre. */
export const FINE: Fineness = { squareMetres: 0, steps: 50_000 };

/** The rows of a file by LSOA code; throws when a code stands twice. */
export function byLsoa(rows: readonly CsvRow[], path: string): Map<string, CsvRow> {
  const map = new Map<string, CsvRow>();
  for (const row of rows) {
    const code = row.cell("lsoa21cd");
    if (map.has(code)) throw new Error(`The file "${path}" has the LSOA ${code} twice.`);
    map.set(code, row);
  }
  return map;
}

/** The LSOAs with names, larger areas, residents and deprivation, one row each. */
export function deriveLsoas(read: ReadRaw, postcodes: readonly PostcodeRow[]): LsoaTableFile {
  const lookupColumns = ["lsoa21cd", "lsoa21nm", "msoa21cd", "msoa21nm", "msoa_hcl_name", "wd24cd", "wd24nm", "ladcd"];
  const deprivationColumns = ["lsoa21cd", "imd_rank", ...DEPRIVATION.map((measure) => `${measure}_decile`)];
  const lookup = byLsoa(readCsv(read, LSOA_LOOKUP, lookupColumns, OFFICIAL.lsoas).rows, LSOA_LOOKUP);
  const deprivation = byLsoa(
    readCsv(read, LSOA_DEPRIVATION, deprivationColumns, OFFICIAL.lsoas).rows,
    LSOA_DEPRIVATION,
  );
  const census = byLsoa(readCsv(read, LSOA_CENSUS, ["lsoa21cd", "residents"], OFFICIAL.lsoas).rows, LSOA_CENSUS);
  const points = middles(postcodes);
  const need = <T>(map: ReadonlyMap<string, T>, code: string, path: string): T => {
    const value = map.get(code);
    if (value === undefined) throw new Error(`The file "${path}" has nothing for the LSOA ${code}.`);
    return value;
  };
  return encodeLsoaTable(
    [...lookup].map(([code, row]): LsoaRow => {
      const deciles = need(deprivation, code, LSOA_DEPRIVATION);
      const [lon, lat] = need(points, code, "postcodes_london.csv.gz");
      return {
        code,
        borough: boroughIn(row.cell("ladcd"), LSOA_LOOKUP),
        name: row.cell("lsoa21nm"),
        msoa: { code: row.cell("msoa21cd"), officialName: row.cell("msoa21nm"), name: row.cell("msoa_hcl_name") },
        ward: { code: row.cell("wd24cd"), name: row.cell("wd24nm") },
        lon,
        lat,
        residents: need(census, code, LSOA_CENSUS).count("residents"),
        imdRank: deciles.count("imd_rank"),
        deciles: Object.fromEntries(
          DEPRIVATION.map((measure) => [measure, deciles.count(`${measure}_decile`)]),
        ) as Record<Deprivation, number>,
      };
    }),
  );
}

/** For each LSOA, its postcode nearest to the mean of its postcodes; the first by name when two are as near. */
function middles(postcodes: readonly PostcodeRow[]): Map<string, readonly [lon: number, lat: number]> {
  const members = new Map<string, PostcodeRow[]>();
  for (const row of postcodes) {
    const list = members.get(row.lsoa);
    if (list === undefined) members.set(row.lsoa, [row]);
    else list.push(row);
  }
  return new Map(
    [...members].map(([lsoa, rows]) => {
      const mean = (axis: 0 | 1): number => rows.reduce((sum, { point }) => sum + point[axis], 0) / rows.length;
      const [lon, lat] = [mean(0), mean(1)];
      const metres = ({ point }: PostcodeRow): number => distanceMetres(point[0], point[1], lon, lat);
      const sorted = [...rows].sort((a, b) => metres(a) - metres(b) || (a.postcode < b.postcode ? -1 : 1));
      return [lsoa, sorted[0]?.point ?? [lon, lat]];
    }),
  );
}

/** The shapes of the LSOAs in order of their codes, and London's outline closed over the tidal Thames. */
export function deriveLsoaShapes(read: ReadRaw, fineness: Fineness) {
  const lsoas = readGeoJson(read, LSOA_SHAPES, OFFICIAL.lsoas)
    .map((feature) => ({
      type: "Feature" as const,
      properties: { code: textProperty(feature, "lsoa21cd", LSOA_SHAPES) },
      geometry: feature.geometry,
    }))
    .sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  const london = readGeoJson(read, LONDON_OUTLINE).map(({ geometry }) => ({
    type: "Feature" as const,
    properties: {},
    geometry,
  }));
  return toTopology({ lsoas, london }, fineness);
}
