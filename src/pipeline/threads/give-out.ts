import { createVocabularies } from "../../services/service-index.ts";
import type { VocabularyFile } from "../../services/vocabulary.ts";
import type { BuiltRecords } from "../build-publication.ts";
import type { MapConfig } from "../config.ts";
import { EXPORTS, type ExportInput, filesOf } from "../exports.ts";
import { createFileWriter, type WrittenFile } from "../file-writer.ts";
import { type PackedTexts, unpackRecords } from "../record-texts.ts";

/** Forms to be written into a folder, and all that they are made from: plain data, so that a thread can be given it. */
export interface GiveOutOrder {
  readonly folder: string;
  /** Ids of EXPORTS. */
  readonly forms: readonly string[];
  readonly texts: PackedTexts;
  /** How many of the records are services and groups; the others are places. */
  readonly services: number;
  readonly sources: BuiltRecords["sources"];
  readonly config: MapConfig;
  readonly vocabularyFiles: Readonly<Record<string, VocabularyFile>>;
  /** ISO date on which ages are reckoned. */
  readonly today: string;
}

/** Files as they were written, by path. */
export type Written = readonly (readonly [path: string, file: WrittenFile])[];

/** Writes these forms; the files are those that one thread alone would write. Throws what the file system throws. */
export function giveOut(order: GiveOutOrder): Written {
  const all = Array.from(unpackRecords(order.texts), ([record]) => record);
  const records: BuiltRecords = {
    services: all.slice(0, order.services),
    places: all.slice(order.services),
    issues: [],
    sums: [],
    sources: order.sources,
  };
  const texts: ExportInput["texts"] = {
    at: () => {
      throw new Error("A form that is made of the records' texts is written where they are.");
    },
    packed: () => order.texts,
  };
  const vocabularies = createVocabularies(order.vocabularyFiles);
  const write = createFileWriter(order.folder);
  const input: ExportInput = { records, config: order.config, vocabularies, today: order.today, texts };
  return EXPORTS.filter(({ id }) => order.forms.includes(id)).flatMap((form) =>
    Array.from(filesOf(form, input), ([path, content]) => [path, write(path, content)] as const),
  );
}
