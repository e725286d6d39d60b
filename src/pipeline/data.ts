import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { helpText, type Option, readArguments } from "./arguments.ts";
import { type BuiltRecords, buildRecords, type SourceSum, shrunk } from "./build-publication.ts";
import type { FetchEffects } from "./fetch-source.ts";
import { type LoadedData, loadData } from "./load-data.ts";
import { type Manifest, manifestText, readManifest } from "./manifest.ts";
import { feedFiles } from "./open-referral/feed-files.ts";
import { publicationFiles } from "./publication-files.ts";
import { replaceFolder } from "./publish-folder.ts";

const OPTIONS = [
  { name: "config", value: "file", help: "the map's config (data/map.config.json)" },
  { name: "out", value: "folder", help: "where to write (data/published)" },
  { name: "date", value: "YYYY-MM-DD", help: "the date to print as built (SOURCE_DATE_EPOCH, else today)" },
  { name: "strict", help: "exit with 2 when a row was not published or a source could not be fetched" },
  { name: "offline", help: "fetch nothing: take the copies that were kept of sources with an address" },
  { name: "allow-shrink", help: "publish though a source gives nothing, or less than half of what it gave" },
] as const satisfies readonly Option[];

const ABOUT = `Builds the published data from the files in data/sources: reads, checks, places and joins the records, and
writes data/published with a report for whoever keeps each source. The last published data stay until the new
ones are whole. A source that can't be reached is taken from its last good copy, with a warning. Exit codes:
0 published, 1 nothing changed, 2 published, but a row was refused or a source was not reached (--strict).`;

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
}

function builtDate(given: string | undefined, epoch: string | undefined): string {
  if (given !== undefined) {
    if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(Date.parse(given)))
      throw new Error(`--date needs a date such as 2026-03-31, not "${given}".`);
    return given;
  }
  const seconds = epoch === undefined || epoch === "" ? Date.now() / 1000 : Number(epoch);
  if (!Number.isFinite(seconds)) throw new Error(`SOURCE_DATE_EPOCH is not a number of seconds: "${epoch}".`);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The sum as a small table: every row of every source is accounted for. */
export function sumTable(sums: readonly SourceSum[]): string {
  const total = sums.reduce((all, sum) => ({
    source: "all",
    rows: all.rows + sum.rows,
    services: all.services + sum.services,
    merged: all.merged + sum.merged,
    outside: all.outside + sum.outside,
    refused: all.refused + sum.refused,
  }));
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
  const table = [head, ...sums.map(line), line(total)];
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

/** The Open Referral UK feed that the config asks for. */
function feedOf(records: BuiltRecords, { config, context }: LoadedData): Iterable<readonly [string, string]> {
  if (config.openReferral === "none") return [];
  const everything = config.openReferral === "everything";
  return feedFiles({
    services: everything ? [...records.services, ...records.places] : records.services,
    vocabularies: context.vocabularies,
    title: config.title,
    publisher: config.publisher,
    sources: records.sources,
    single: everything,
  });
}

/** Builds and publishes. Throws a sentence, and changes nothing, when the data can't be published. */
export async function publish(options: DataOptions): Promise<number> {
  const { config, out, built, strict, allowShrink, log } = options;
  const loaded = await loadData(config, log, options);
  const records = buildRecords(loaded.sources, loaded.context, loaded.config.area);
  log(sumTable(records.sums));
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

  const { vocabularies } = loaded.context;
  const files = publicationFiles({
    records,
    config: loaded.config,
    vocabularies,
    vocabularyFiles: loaded.vocabularyFiles,
    synonymFiles: loaded.synonymFiles,
    areaCredits: loaded.areaCredits,
    box: loaded.box,
    logo: loaded.logo?.file ?? null,
    built,
  });
  await replaceFolder(out, async (fresh) => {
    const written: [path: string, Manifest["files"][string]][] = [];
    const folders = new Set<string>();
    const write = async (path: string, bytes: Uint8Array): Promise<void> => {
      const target = join(fresh, path);
      if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
      folders.add(dirname(target));
      await writeFile(target, bytes);
      written.push([path, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }]);
    };
    for (const [path, text] of files) await write(path, new TextEncoder().encode(text));
    for (const [path, text] of feedOf(records, loaded)) await write(`oruk/${path}`, new TextEncoder().encode(text));
    if (loaded.logo !== null) await write(loaded.logo.file, loaded.logo.bytes);
    for (const file of loaded.areaFiles) {
      await write(`areas/${file}`, new Uint8Array(await readFile(join(loaded.areasFolder, file))));
    }
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
    await writeFile(join(fresh, "manifest.json"), manifestText(manifest));
  });
  log(`Published to ${relative(process.cwd(), out) || "."}. The report for the sources' keepers is report.html there.`);
  for (const warning of loaded.warnings) log(`Warning: ${warning}`);
  return strict && (loaded.warnings.length > 0 || records.sums.some(({ refused }) => refused > 0)) ? 2 : 0;
}

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2), OPTIONS);
  const help = helpText("npm run data -- [options]", ABOUT, OPTIONS);
  if (read.status === "help") {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  if (read.status === "wrong") {
    process.stderr.write(`${read.message}\n\n${help}\n`);
    return 1;
  }
  const { values } = read;
  return publish({
    config: resolve(values.get("config") ?? "data/map.config.json"),
    out: resolve(values.get("out") ?? "data/published"),
    built: builtDate(values.get("date"), process.env.SOURCE_DATE_EPOCH),
    strict: values.has("strict"),
    offline: values.has("offline"),
    allowShrink: values.has("allow-shrink"),
    log: (line) => process.stdout.write(`${line}\n`),
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
