import type { Vocabularies } from "../services/facets.ts";
import { toFlatCsv } from "../services/flat-row.ts";
import { toGeoJson } from "../services/geojson.ts";
import type { BuiltRecords } from "./build-publication.ts";
import type { MapConfig } from "./config.ts";
import { feedFiles } from "./open-referral/feed-files.ts";
import { staleCsv } from "./stale.ts";

/** What an export is made from. */
export interface ExportInput {
  readonly records: BuiltRecords;
  readonly config: MapConfig;
  readonly vocabularies: Vocabularies;
  /** ISO date on which ages are reckoned. */
  readonly today: string;
}

/** A form in which the records are given out. */
export interface Export {
  readonly id: string;
  readonly label: string;
  /** The published file, or the folder of the published files. */
  readonly path: string;
  /** Text by path: `path` itself, or paths within the folder. */
  readonly files: (input: ExportInput) => Iterable<readonly [path: string, text: string]>;
}

/** One record a line, so that two publications can be compared line by line. */
export const jsonLines = (items: readonly unknown[]): string =>
  items.length === 0 ? "[]\n" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;

const all = ({ services, places }: BuiltRecords) => [...services, ...places];

/** Every form in which the records are given out. A new one is one entry here. */
export const EXPORTS = [
  {
    id: "geojson",
    label: "GeoJSON, every record at every place",
    path: "services.geojson",
    files: ({ records }) => {
      const features = jsonLines(toGeoJson(all(records)).features).trimEnd();
      return [["services.geojson", `{"type":"FeatureCollection","features":${features}}\n`]];
    },
  },
  {
    id: "csv",
    label: "CSV, one row for each place, read back by this program",
    path: "services.csv",
    files: ({ records, vocabularies }) => [["services.csv", toFlatCsv(all(records), vocabularies)]],
  },
  {
    id: "oruk",
    label: "Open Referral UK 3.0, a folder of plain files",
    path: "oruk/",
    files: ({ records, config, vocabularies }) => {
      const everything = config.openReferral === "everything";
      return feedFiles({
        services: everything ? all(records) : records.services,
        vocabularies,
        title: config.title,
        publisher: config.publisher,
        sources: records.sources,
        single: everything,
      });
    },
  },
  {
    id: "stale",
    label: "CSV of whom to ask what is still right",
    path: "stale.csv",
    files: ({ records, config, today }) => [["stale.csv", staleCsv(all(records), { ...config, today })]],
  },
  {
    id: "issues",
    label: "JSON of everything that was repaired or left out",
    path: "issues.json",
    files: ({ records }) => [["issues.json", jsonLines(records.issues)]],
  },
] as const satisfies readonly Export[];

/** The forms that a map publishes: all, but for the Open Referral feed where its config wants none. */
export function publishedForms({ openReferral }: Pick<MapConfig, "openReferral">): readonly Export[] {
  return EXPORTS.filter(({ id }) => id !== "oruk" || openReferral !== "none");
}
