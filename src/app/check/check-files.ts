import { NO_POINTS, type PointSet, pointsOf } from "../../map/scene.ts";
import { encodeServiceIndex } from "../../services/encode-index.ts";
import type { Vocabularies } from "../../services/facets.ts";
import { csvCell, toFlatCsv } from "../../services/flat-row.ts";
import { toGeoJson } from "../../services/geojson.ts";
import type { Issue } from "../../services/issue.ts";
import type { Service } from "../../services/service.ts";
import { decodeServiceIndex } from "../../services/service-index.ts";
import type { CheckFile } from "./check-protocol.ts";

const ISSUE_HEADINGS = ["row", "column", "outcome", "found", "message", "remedy", "fault"] as const;

/** Issues as CSV with a byte order mark, one a line; cells that a spreadsheet would run are made harmless. */
export function issuesCsv(issues: readonly Issue[]): string {
  const lines = issues.map((issue) => ISSUE_HEADINGS.map((heading) => csvCell(String(issue[heading] ?? ""))).join(","));
  return `\ufeff${[ISSUE_HEADINGS.join(","), ...lines].join("\r\n")}\r\n`;
}

/** A file to take away, made from what was checked. */
export function checkFile(
  which: CheckFile,
  services: readonly Service[],
  issues: readonly Issue[],
  vocabularies: Vocabularies,
): Blob {
  switch (which) {
    case "csv":
      return new Blob([toFlatCsv(services, vocabularies)], { type: "text/csv;charset=utf-8" });
    case "geojson":
      return new Blob([JSON.stringify(toGeoJson(services), null, 1)], { type: "application/geo+json" });
    case "issues":
      return new Blob([issuesCsv(issues)], { type: "text/csv;charset=utf-8" });
  }
}

/** Where the records stand, as the map draws them; a point's row is the record's place in the list. */
export function checkPoints(services: readonly Service[]): PointSet {
  if (services.length === 0) return NO_POINTS;
  const index = decodeServiceIndex(encodeServiceIndex(services, []));
  return pointsOf(
    index,
    Array.from({ length: index.count }, (_, row) => row),
  );
}
