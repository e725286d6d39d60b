import { DEPRIVATION, type Deprivation, type LsoaTable } from "./lsoa-table.ts";
import { BOROUGH_CODES, type BoroughCode } from "./place.ts";

/** The table with the LSOAs of some boroughs alone, in the same order; the table itself when that is all of them. */
export function lsoasIn(table: LsoaTable, area: readonly BoroughCode[]): LsoaTable {
  if (area.length === BOROUGH_CODES.length) return table;
  const wanted = new Set(area.map((code) => BOROUGH_CODES.indexOf(code)));
  const kept = Array.from({ length: table.count }, (_, row) => row).filter((row) =>
    wanted.has(table.boroughs[row] ?? -1),
  );
  const at = (row: number): number => kept[row] ?? -1;
  const rows = new Map(kept.map((row, place) => [table.codes[row] ?? "", place]));
  const keep = (_: unknown, i: number) => wanted.has(table.boroughs[i] ?? -1);
  return {
    count: kept.length,
    codes: table.codes.filter(keep),
    names: table.names.filter(keep),
    boroughs: table.boroughs.filter(keep),
    msoas: table.msoas,
    msoaOf: table.msoaOf.filter(keep),
    wards: table.wards,
    wardOf: table.wardOf.filter(keep),
    lon: table.lon.filter(keep),
    lat: table.lat.filter(keep),
    residents: table.residents.filter(keep),
    imdRank: table.imdRank.filter(keep),
    deciles: Object.fromEntries(DEPRIVATION.map((measure) => [measure, table.deciles[measure].filter(keep)])) as Record<
      Deprivation,
      Uint8Array
    >,
    rowOf: (code) => rows.get(code) ?? -1,
    decileOf: (row, measure) => table.decileOf(at(row), measure),
  };
}
