import type { Vocabularies } from "../services/facets.ts";
import { flatCsvLines } from "../services/flat-row.ts";
import { FEATURE_END, featureHeads } from "../services/geojson.ts";
import type { Service } from "../services/service.ts";
import type { BuiltRecords } from "./build-publication.ts";
import type { MapConfig } from "./config.ts";
import type { FileContent, Piece } from "./file-writer.ts";
import { feedFiles } from "./open-referral/feed-files.ts";
import type { RecordTexts } from "./record-texts.ts";
import { staleLines } from "./stale.ts";

/** What an export is made from. */
export interface ExportInput {
  readonly records: BuiltRecords;
  readonly config: MapConfig;
  readonly vocabularies: Vocabularies;
  /** ISO date on which ages are reckoned. */
  readonly today: string;
  /** Every record as JSON, services before places. */
  readonly texts: RecordTexts;
}

/** A form in which the records are given out. */
export interface Export {
  readonly id: string;
  readonly label: string;
  /** The published file, or the folder of the published files. */
  readonly path: string;
  /** Whether it is made of the records alone: not of issues, nor of the records' texts. Another thread can write it. */
  readonly ofRecords: boolean;
  /** Text, or pieces of text, by path: `path` itself, or paths within the folder. */
  readonly files: (input: ExportInput) => Iterable<readonly [path: string, text: FileContent]>;
}

/** A list of JSON texts as one, in pieces: one a line, so that two publications can be compared line by line. */
export function* jsonLines<P extends Piece>(items: Iterable<P>): Generator<P | string> {
  let before = "[\n";
  for (const item of items) {
    yield before;
    yield item;
    before = ",\n";
  }
  yield before === ",\n" ? "\n]" : "[]";
}

function* geoJson({ records, texts }: ExportInput): Generator<Piece> {
  let before = `{"type":"FeatureCollection","features":[\n`;
  let place = 0;
  for (const service of everyRecord(records)) {
    const text = texts.at(place++);
    for (const head of featureHeads(service)) {
      yield before + head;
      yield text;
      before = `${FEATURE_END},\n`;
    }
  }
  yield place === 0 ? `{"type":"FeatureCollection","features":[]}\n` : `${FEATURE_END}\n]}\n`;
}

function* issueLines({ records }: ExportInput): Generator<string> {
  yield* jsonLines(records.issues.map((issue) => JSON.stringify(issue)));
  yield "\n";
}

/** Every record, in the order of its texts. */
export const everyRecord = ({ services, places }: BuiltRecords): readonly Service[] => [...services, ...places];

/** Every form in which the records are given out. A new one is one entry here. */
export const EXPORTS = [
  {
    id: "geojson",
    label: "GeoJSON, every record at every place",
    path: "services.geojson",
    ofRecords: false,
    files: (input) => [["services.geojson", geoJson(input)]],
  },
  {
    id: "csv",
    label: "CSV, one row for each place, read back by this program",
    path: "services.csv",
    ofRecords: true,
    files: ({ records, vocabularies }) => [["services.csv", flatCsvLines(everyRecord(records), vocabularies)]],
  },
  {
    id: "oruk",
    label: "Open Referral UK 3.0, a folder of plain files",
    path: "oruk/",
    ofRecords: true,
    files: ({ records, config, vocabularies }) => {
      const everything = config.openReferral === "everything";
      return feedFiles({
        services: everything ? everyRecord(records) : records.services,
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
    ofRecords: true,
    files: ({ records, config, today }) => [["stale.csv", staleLines(everyRecord(records), { ...config, today })]],
  },
  {
    id: "issues",
    label: "JSON of everything that was repaired or left out",
    path: "issues.json",
    ofRecords: false,
    files: (input) => [["issues.json", issueLines(input)]],
  },
] as const satisfies readonly Export[];

/** The forms that a map publishes: all, but for the Open Referral feed where its config wants none. */
export function publishedForms({ openReferral }: Pick<MapConfig, "openReferral">): readonly Export[] {
  return EXPORTS.filter(({ id }) => id !== "oruk" || openReferral !== "none");
}

/** The files of a form, by path within the published folder. */
export function* filesOf(form: Export, input: ExportInput): Generator<readonly [path: string, text: FileContent]> {
  for (const [path, text] of form.files(input)) yield [form.path.endsWith("/") ? `${form.path}${path}` : path, text];
}
