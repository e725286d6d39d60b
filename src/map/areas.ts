import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Area } from "../overlays/area.ts";
import type { AreaProperty } from "../overlays/overlay.ts";
import { OVERLAYS } from "../overlays/overlays.ts";
import type { LsoaTable } from "../services/lsoa-table.ts";
import { BOROUGH_CODES, type BoroughCode } from "../services/place.ts";

/** Deciles of one row of the table, by the columns that overlays shade by; what is no decile is left out. */
function decilesOf(table: LsoaTable, row: number): Area["deciles"] {
  const deciles: Partial<Record<AreaProperty, number>> = {};
  for (const { property } of OVERLAYS) {
    const value = table.decileOf(row, property);
    if (value !== null) deciles[property] = value;
  }
  return deciles;
}

/** One neighbourhood of the table as overlays describe it, or null when no LSOA has that code. */
export function areaOf(table: LsoaTable, boroughNames: ReadonlyMap<BoroughCode, string>, code: string): Area | null {
  const row = table.rowOf(code);
  if (row === -1) return null;
  const borough = BOROUGH_CODES[table.boroughs[row] ?? -1];
  return {
    code,
    name: table.msoas[table.msoaOf[row] ?? -1]?.name ?? table.names[row] ?? code,
    borough: (borough === undefined ? undefined : boroughNames.get(borough)) ?? "",
    deciles: decilesOf(table, row),
  };
}

/** Shapes of LSOAs with their code and deciles as properties: what the overlay's layers are drawn from. */
export function areaFeatures(
  shapes: readonly Feature<Geometry | null>[],
  table: LsoaTable,
): FeatureCollection<Geometry> {
  return {
    type: "FeatureCollection",
    features: shapes.flatMap(({ geometry, properties }): Feature<Geometry>[] => {
      const code: unknown = properties?.code;
      if (geometry === null || typeof code !== "string") return [];
      return [{ type: "Feature", geometry, properties: { code, ...decilesOf(table, table.rowOf(code)) } }];
    }),
  };
}
