import { rowOfLocation } from "../../equity/gaps.ts";
import type { Words } from "../../locale/words.ts";
import { REACH_CLASSES, type ReachClass } from "../../overlays/reach.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import type { Analysis } from "./analysis.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { kilometres, wholeName } from "./reach-tables.ts";
import type { EquityData } from "./use-equity-data.ts";

/** "Hackney Central (Hackney 014B)": the MSOA's readable name, then the LSOA's own. */
export function areaName(table: LsoaTable, row: number): string {
  return `${table.msoas[table.msoaOf[row] ?? -1]?.name ?? ""} (${table.names[row] ?? ""})`;
}

/** A class of the map in words, at the distance looked at. */
export function classWords(words: Words, { label }: Pick<ReachClass, "label">, metres: number): string {
  return words.t(label, { km: kilometres(words, metres) });
}

/** Name of what is nearest to an LSOA, or null when nothing found has a place. */
export function nearestName(index: ServiceIndex, { nearest }: Pick<Analysis, "nearest">, row: number): string | null {
  const location = nearest.location[row] ?? -1;
  return location < 0 ? null : (index.names[rowOfLocation(index, location)] ?? "");
}

/** What the map shows of one borough: every neighbourhood with its class, what is nearest and how far. */
export function areasTable(
  words: Words,
  index: ServiceIndex,
  table: LsoaTable,
  analysis: Analysis,
  classes: Uint8Array,
  borough: number,
  boroughName: string,
): DataTable {
  const none = { shown: words.t("equity.noneListed") };
  const rows = Array.from({ length: table.count }, (_, row) => row).filter((row) => table.boroughs[row] === borough);
  return {
    file: `neighbourhoods-and-what-is-nearest-${BOROUGH_CODES[borough] ?? ""}`,
    caption: `${words.t("equity.mapAreas")}: ${boroughName}`,
    columns: [
      { label: words.t("equity.area"), kind: "text" },
      { label: words.t("equity.gapCode"), kind: "text", onlyInFile: true },
      { label: words.t("equity.residents"), kind: "whole" },
      { label: words.t("equity.gapDecile"), kind: "whole" },
      { label: words.t("overlay.legend"), kind: "text" },
      { label: words.t("equity.gapService"), kind: "text" },
      { label: words.t("equity.gapMetres"), kind: "whole" },
      { label: words.t("equity.gapMay"), kind: "text" },
    ],
    rows: rows.map((row) => {
      const name = nearestName(index, analysis, row);
      const metres = analysis.nearest.metres[row] ?? Infinity;
      const shade = REACH_CLASSES[classes[row] ?? -1];
      return [
        areaName(table, row),
        table.codes[row] ?? "",
        table.residents[row] ?? 0,
        table.deciles.imd[row] ?? 0,
        shade === undefined ? "" : classWords(words, shade, analysis.metres),
        name ?? none,
        name === null ? none : metres,
        words.t(
          metres > analysis.metres && (analysis.nearest.atLeast[row] ?? Infinity) <= analysis.metres
            ? "equity.yes"
            : "equity.no",
        ),
      ];
    }),
  };
}

/** What the map shows as a whole: people in each class, borough by borough, and all of them together. */
export function classesTable(
  words: Words,
  { table, area }: Pick<EquityData, "table" | "area">,
  analysis: Analysis,
  classes: Uint8Array,
  boroughName: (code: string) => string,
): DataTable {
  const count = (inside: (row: number) => boolean): number[] => {
    const sums = REACH_CLASSES.map(() => 0);
    for (let row = 0; row < table.count; row++) {
      const at = classes[row] ?? -1;
      if (inside(row)) sums[at] = (sums[at] ?? 0) + (table.residents[row] ?? 0);
    }
    return sums;
  };
  const lines = area.map((code): Cell[] => {
    const borough = BOROUGH_CODES.indexOf(code);
    return [boroughName(code), ...count((row) => table.boroughs[row] === borough)];
  });
  return {
    file: "people-by-deprivation-and-reach",
    caption: `${words.t("equity.mapAreas")}: ${wholeName(words, area, boroughName)}`,
    columns: [
      { label: words.t("equity.area"), kind: "text" },
      ...REACH_CLASSES.map((shade) => ({ label: classWords(words, shade, analysis.metres), kind: "whole" as const })),
    ],
    rows: area.length === 1 ? lines : [...lines, [wholeName(words, area, boroughName), ...count(() => true)]],
  };
}
