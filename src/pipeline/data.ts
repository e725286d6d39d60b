import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import type { Service } from "../services/service.ts";
import { type BuiltRecords, buildRecords, type SourceBytes, type SourceSum, shrunk } from "./build-publication.ts";
import { everyRecord, filesOf, publishedForms } from "./exports.ts";
import type { FetchEffects } from "./fetch-source.ts";
import { createFileWriter, type FileContent } from "./file-writer.ts";
import { loadData } from "./load-data.ts";
import { type Manifest, manifestText, readManifest } from "./manifest.ts";
import { publicationFiles } from "./publication-files.ts";
import { replaceFolder } from "./publish-folder.ts";
import { createRecordTexts, type RecordText } from "./record-texts.ts";
import { agesText } from "./source-age.ts";
import type { GiveOutOrder, Written } from "./threads/give-out.ts";
import { startThread, type ThreadWork } from "./threads/in-thread.ts";
import { takeInTogether } from "./threads/take-in-together.ts";

/** Where a build reads and writes, and what it prints with; handed in, so that tests use folders of their own. */
export interface DataOptions {
  readonly config: string;
  readonly out: string;
  readonly built: string;
  readonly strict: boolean;
  readonly allowShrink: boolean;
  readonly offline?: boolean;
  /** How sources with an address are fetched; the world as it is when not given. */
  readonly effects?: FetchEffects;
  readonly log: (line: string) => void;
  /** When a second thread helps; SHARING when not given. */
  readonly sharing?: Sharing;
}

/** What one thread does alone, at most: starting a second one takes about a second. */
export interface Sharing {
  /** Of one source that is a list. */
  readonly bytes: number;
  readonly records: number;
  /** Processors that may be used. */
  readonly cores: number;
}

const SHARING: Sharing = { bytes: 8_000_000, records: 8000, cores: availableParallelism() };

/** The sum as a small table: every row of every source is accounted for. */
export function sumTable(sums: readonly SourceSum[]): string {
  const total = sums.reduce(
    (all, sum) => ({
      source: "all",
      rows: all.rows + sum.rows,
      services: all.services + sum.services,
      merged: all.merged + sum.merged,
      outside: all.outside + sum.outside,
      refused: all.refused + sum.refused,
    }),
    { source: "all", rows: 0, services: 0, merged: 0, outside: 0, refused: 0 },
  );
  const away = total.outside > 0;
  const head = [
    "source",
    "rows",
    "=",
    "services",
    "+",
    "merged",
    ...(away ? ["+", "elsewhere"] : []),
    "+",
    "not published",
  ];
  const line = ({ source, rows, services, merged, outside, refused }: SourceSum): string[] => [
    source,
    String(rows),
    "=",
    String(services),
    "+",
    String(merged),
    ...(away ? ["+", String(outside)] : []),
    "+",
    String(refused),
  ];
  const table = [head, ...sums.map(line), ...(sums.length > 1 ? [line(total)] : [])];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

function summary(records: BuiltRecords): string {
  const outcomes = new Map<string, number>();
  for (const { outcome } of records.issues) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const count = (outcome: string): number => outcomes.get(outcome) ?? 0;
  return `${records.services.length + records.places.length} records (${records.services.length} services and groups, ${records.places.length} places); ${records.issues.length} issues: ${count("repaired")} put right, ${count("kept")} to look at, ${count("left-out")} values left out, ${count("refused")} rows not published.`;
}

/** Builds and publishes. Throws a sentence, and changes nothing, when the data can't be published. */
export async function publish(options: DataOptions): Promise<number> {
  const { config, out, built, strict, allowShrink, log, sharing = SHARING } = options;
  const loaded = await loadData(config, log, options);
  const made = new Map<Service, RecordText>();
  const sources: SourceBytes[] = [];
  for (const source of loaded.sources) {
    const isLong = source.bytes instanceof Uint8Array && source.bytes.length > sharing.bytes && sharing.cores > 1;
    const taken = isLong ? await takeInTogether(source, config, loaded.context, made) : null;
    sources.push(taken === null ? source : { ...source, taken });
  }
  const records = buildRecords(sources, loaded.context, loaded.config.area);
  log(sumTable(records.sums));
  log(agesText(records.sources, built));
  log(summary(records));

  const last = await readFile(join(out, "manifest.json"), "utf8").then(readManifest, () => null);
  const before = new Map(
    loaded.sources.flatMap(({ entry }) => (entry.rows === undefined ? [] : [[entry.id, entry.rows] as const])),
  );
  for (const [id, { records: given }] of Object.entries(last?.sources ?? {})) before.set(id, given);
  const shrinking = shrunk(records.sums, before);
  if (shrinking.length > 0 && !allowShrink) {
    throw new Error(`${shrinking.join("\n")}\nNothing was published. If this is right, run again with --allow-shrink.`);
  }

  const { config: settings, vocabularyFiles, synonymFiles, areaCredits, box, logo } = loaded;
  const { vocabularies } = loaded.context;
  const all = everyRecord(records);
  const texts = createRecordTexts(all, made);
  const shares = all.length > sharing.records && sharing.cores > 1;
  let helper: ThreadWork<Written> | null = null;
  const fill = async (fresh: string): Promise<void> => {
    const written: [path: string, Manifest["files"][string]][] = [];
    const writer = createFileWriter(fresh);
    const write = (path: string, content: FileContent): void => {
      written.push([path, writer(path, content)]);
    };
    const forms = publishedForms(settings);
    const [theirs, ours] = [
      forms.filter(({ ofRecords }) => shares && ofRecords),
      forms.filter(({ ofRecords }) => !(shares && ofRecords)),
    ];
    if (theirs.length > 0) {
      helper = startThread<GiveOutOrder, Written>(new URL("./threads/give-out-thread.ts", import.meta.url), {
        folder: fresh,
        forms: theirs.map(({ id }) => id),
        texts: texts.packed(),
        services: records.services.length,
        sources: records.sources,
        config: settings,
        vocabularyFiles,
        today: built,
      });
    }
    const page = { vocabularyFiles, synonymFiles, areaCredits, box, logo: logo?.file ?? null };
    for (const [path, text] of publicationFiles({ ...page, records, config: settings, built, texts })) {
      write(path, text);
    }
    for (const form of ours) {
      for (const [path, text] of filesOf(form, { records, config: settings, vocabularies, today: built, texts })) {
        write(path, text);
      }
    }
    if (logo !== null) write(logo.file, logo.bytes);
    for (const file of loaded.areaFiles) {
      write(`areas/${file}`, new Uint8Array(await readFile(join(loaded.areasFolder, file))));
    }
    for (const [path, file] of (await helper?.answer) ?? []) written.push([path, file]);
    const manifest: Manifest = {
      built,
      files: Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1))),
      counts: { services: records.services.length, places: records.places.length, issues: records.issues.length },
      sources: Object.fromEntries(
        records.sums.map(({ source, rows, refused }) => [
          source,
          {
            rows,
            records: rows - refused,
            licence: loaded.sources.find(({ entry }) => entry.id === source)?.entry.licence.name ?? "",
          },
        ]),
      ),
    };
    writer("manifest.json", manifestText(manifest));
  };
  await replaceFolder(out, (fresh) => fill(fresh).finally(() => helper?.stop()));
  log(`Published to ${relative(process.cwd(), out) || "."}. The report for the sources' keepers is report.html there.`);
  for (const warning of loaded.warnings) log(`Warning: ${warning}`);
  return strict && (loaded.warnings.length > 0 || records.sums.some(({ refused }) => refused > 0)) ? 2 : 0;
}
