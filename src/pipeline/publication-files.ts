import type { SynonymFile } from "../search/phrases.ts";
import { encodeServiceIndex } from "../services/encode-index.ts";
import { KINDS, type Kind } from "../services/kinds.ts";
import { BOROUGH_CODES } from "../services/place.ts";
import type { Publication } from "../services/publication.ts";
import type { Service } from "../services/service.ts";
import type { Term, VocabularyFile } from "../services/vocabulary.ts";
import type { AreaBox } from "./area-box.ts";
import { type BuiltRecords, countsByBorough } from "./build-publication.ts";
import { themeCss } from "./colours.ts";
import type { MapConfig } from "./config.ts";
import { everyRecord, jsonLines, publishedForms } from "./exports.ts";
import { type FileContent, type Piece, utf8Of } from "./file-writer.ts";
import type { RecordTexts } from "./record-texts.ts";
import { reportHtml } from "./report.ts";

/** Version of `publication.json` and of what stands beside it. */
export const PUBLICATION_FORMAT = 1;
/** Records in one file of `details/`: about 10 kB as it travels, so that one opened record costs little. */
export const DETAILS_PER_PART = 100;

/** Published files: the path of each within the folder, and its text or the pieces of it. */
export type PublishedFiles = Iterable<readonly [path: string, text: FileContent]>;

export interface PublicationInput {
  readonly records: BuiltRecords;
  readonly config: MapConfig;
  readonly vocabularyFiles: Readonly<Record<string, VocabularyFile>>;
  readonly synonymFiles: readonly SynonymFile[];
  readonly areaCredits: Publication["areaCredits"];
  /** Around the area, when it is not all of London. */
  readonly box?: AreaBox | null;
  /** Published file of the logo. */
  readonly logo?: string | null;
  /** ISO date that the publication says it was built on. */
  readonly built: string;
  /** Every record as JSON, services before places. */
  readonly texts: RecordTexts;
}

/** The records from one place up to another. */
function* detailsPart(texts: RecordTexts, from: number, to: number): Generator<Piece> {
  yield* jsonLines(Array.from({ length: to - from }, (_, i) => texts.at(from + i)));
  yield "\n";
}

/**
 * What the page reads and the report, by path; what is given out besides stands in EXPORTS. Pure: the same input gives
 * the same bytes, and `built` stands in `publication.json`, `start.json` and `report.html` only.
 */
export function* publicationFiles(input: PublicationInput): Generator<readonly [path: string, text: FileContent]> {
  const { records, config, vocabularyFiles, built, texts } = input;
  const { services, places } = records;
  const all = everyRecord(records);
  const sourceIds = records.sources.map(({ id }) => id);
  const layers = [
    { layer: "services", file: "index.json", rows: services },
    { layer: "places", file: "index-places.json", rows: places },
  ] as const;
  let index: Uint8Array = new Uint8Array();
  let first = 0;
  for (const { layer, file, rows } of layers) {
    // As bytes: two files hold it, and it is the longest text of all.
    const bytes = utf8Of(JSON.stringify(encodeServiceIndex(rows, sourceIds)));
    if (layer === "services") index = bytes;
    yield [file, [bytes.subarray(0, -1), `,"layer":"${layer}"}\n`]];
    for (let part = 0; part * DETAILS_PER_PART < rows.length; part++) {
      const [from, to] = [part * DETAILS_PER_PART, Math.min(rows.length, (part + 1) * DETAILS_PER_PART)];
      yield [`details/${layer}-${part}.json`, detailsPart(texts, first + from, first + to)];
    }
    first += rows.length;
  }
  const vocabularies = JSON.stringify(spareVocabularies(vocabularyFiles));
  yield ["vocabulary.json", [vocabularies, "\n"]];
  // Apart from start.json: needed only by whoever types words.
  yield ["synonyms.json", `${JSON.stringify(input.synonymFiles)}\n`];
  yield [
    "report.html",
    reportHtml({ title: config.title, built, sources: records.sources, sums: records.sums, issues: records.issues }),
  ];
  const wholeLondon = config.area.length === BOROUGH_CODES.length;
  const theme = themeCss(config.colours);
  const publication: Publication = {
    format: PUBLICATION_FORMAT,
    built,
    title: config.title,
    area: wholeLondon ? "london" : config.area.join(" "),
    ...(input.box == null ? {} : { box: input.box }),
    publisher: config.publisher,
    contact: config.contact,
    leaveAddress: config.leaveAddress,
    thresholds: config.thresholds,
    locales: config.locales,
    startLocale: config.startLocale,
    overlays: config.overlays,
    basemap: config.basemap,
    ...(input.logo == null ? {} : { logo: input.logo }),
    ...(theme === "" ? {} : { theme, colours: config.colours }),
    downloads: publishedForms(config).map(({ path }) => path),
    ...(config.embed.allowedAncestors.length === 0 ? {} : { embed: config.embed }),
    ...(config.accessibilityPrepared === null ? {} : { accessibilityPrepared: config.accessibilityPrepared }),
    sources: records.sources,
    parts: layers.map(({ layer, file, rows }) => ({ file, layer, count: rows.length })),
    detailsPerPart: DETAILS_PER_PART,
    counts: { services: all.length, byKind: countsByKind(all), byBorough: countsByBorough(all) },
    areaCredits: input.areaCredits,
  };
  yield ["publication.json", `${JSON.stringify(publication, null, 1)}\n`];
  // A `StartFile`, made of parts that are JSON already.
  yield [
    "start.json",
    [`{"publication":${JSON.stringify(publication)},"vocabularies":`, vocabularies, `,"index":`, index, "}\n"],
  ];
}

/** Vocabularies as they travel: "none" is for their keepers, and the page takes what is absent for it. */
function spareVocabularies(files: PublicationInput["vocabularyFiles"]): PublicationInput["vocabularyFiles"] {
  const spare = ({ census, ...term }: Term): Term =>
    census === undefined || census === "none" ? term : { ...term, census };
  return Object.fromEntries(
    Object.entries(files).map(([facet, file]) => [facet, { ...file, terms: file.terms.map(spare) }]),
  );
}

function countsByKind(services: readonly Service[]): Partial<Record<Kind, number>> {
  const counts = new Map<Kind, number>();
  for (const { kind } of services) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)] as const] : [])));
}
