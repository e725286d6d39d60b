import { lookup } from "node:dns/promises";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { MAX_FILE_BYTES, tooLarge } from "../intake/file-trouble.ts";
import { readSource, type SourceInput } from "../intake/read-source.ts";
import type { SourceBytes } from "./build-publication.ts";
import { fetchFeed } from "./fetch-pages.ts";
import { FETCH_LIMITS, type FetchEffects, type Fetched, type FetchLimits, fetchDocument } from "./fetch-source.ts";
import { filesUnder } from "./files-under.ts";
import { ageInWords, type KeptCopy, keep, readKept } from "./kept-copies.ts";
import type { SourceEntry } from "./source-list.ts";

/** Effects of the world as it is. `ownNetwork`: addresses that a person named may be of their own network. */
export const realEffects = (log: (line: string) => void, ownNetwork = false): FetchEffects => ({
  fetch: (address, init) => fetch(address, init),
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  now: () => Date.now(),
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  log,
  ownNetwork,
});

export interface LoadedSources {
  readonly sources: readonly SourceBytes[];
  /** Sentences about sources that could not be fetched and whose last good copy was taken. */
  readonly warnings: readonly string[];
}

export interface LoadSourcesOptions {
  /** The folder of `sources.json`. */
  readonly folder: string;
  readonly effects: FetchEffects;
  /** Ask nobody: take the copies that were kept. */
  readonly offline?: boolean;
  readonly limits?: FetchLimits;
}

/** Where copies of fetched sources are kept, within the folder of `sources.json`. Not for git, and not published. */
export const KEPT = ".kept";

/** Reads every source, from its file, its folder or its address. Throws a sentence when one can't be had at all. */
export async function loadSources(
  entries: readonly SourceEntry[],
  options: LoadSourcesOptions,
): Promise<LoadedSources> {
  const sources: SourceBytes[] = [];
  const warnings: string[] = [];
  for (const entry of entries) {
    options.effects.log(`${entry.address === undefined ? "Reading" : "Fetching"} ${entry.file}`);
    sources.push(
      entry.address === undefined
        ? { entry, bytes: await readInput(join(options.folder, entry.file), `The file of source "${entry.id}"`) }
        : await fetchSource(entry, entry.address, options, warnings),
    );
  }
  return { sources, warnings };
}

/** A file's bytes as they were read: a copy of a large list would cost as much as reading it. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { buffer, byteOffset, length } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, length);
}

/** The bytes of a file, or those of a folder's CSV files by name. Throws a sentence when neither is there. */
export async function readInput(path: string, called: string): Promise<SourceInput> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Error(`${called} is missing or can't be read: ${path}`);
  if (!found.isDirectory()) {
    // Asked before it is read: a file of gigabytes would not fit into memory.
    if (found.size > MAX_FILE_BYTES) throw new Error(tooLarge(path));
    return bytesOf(path);
  }
  const files = (await filesUnder(path)).filter((file) => /\.csv$/i.test(file));
  return new Map(await Promise.all(files.map(async (file) => [file, await bytesOf(join(path, file))] as const)));
}

async function fetchSource(
  entry: SourceEntry,
  address: string,
  { folder, effects, offline = false, limits = FETCH_LIMITS }: LoadSourcesOptions,
  warnings: string[],
): Promise<SourceBytes> {
  const kept = await readKept(join(folder, KEPT), entry.id, address);
  const answer: Fetched = offline
    ? { status: "failed", reason: "nobody was asked (--offline)" }
    : await fetchWhole(address, effects, limits, kept);
  if (answer.status === "unchanged" && kept !== null) {
    const again = { ...kept, fetched: new Date(effects.now()).toISOString() };
    await keep(join(folder, KEPT), entry.id, again);
    effects.log("  not changed since it was last fetched");
    return dated(entry, again);
  }
  let reason = answer.status === "failed" ? answer.reason : "";
  if (answer.status === "fresh") {
    // What can't be read must not take the place of what could.
    const read = readSource({ file: entry.file, reader: entry.reader }, answer.bytes);
    if (read.status === "table" && read.table.rows.length > 0) {
      const fresh = {
        bytes: answer.bytes,
        address,
        fetched: new Date(effects.now()).toISOString(),
        validators: answer.validators,
      };
      await keep(join(folder, KEPT), entry.id, fresh);
      effects.log(`  ${read.table.rows.length} records`);
      return dated(entry, fresh);
    }
    reason = read.status === "trouble" ? read.trouble.replace(/\.$/, "") : "it has no records in it";
  }
  if (kept === null) {
    throw new Error(
      `Source "${entry.id}" could not be had: ${reason}. There is no earlier copy of it. Check its address, ${address}, or take the source out of sources.json.`,
    );
  }
  const day = kept.fetched.slice(0, 10);
  const warning = `Source "${entry.id}" could not be had: ${reason}. The copy of ${day} was taken, which is ${ageInWords(kept.fetched, effects.now())}.`;
  if (!offline) warnings.push(warning);
  effects.log(`  ${warning}`);
  return dated(entry, kept);
}

async function fetchWhole(
  address: string,
  effects: FetchEffects,
  limits: FetchLimits,
  kept: KeptCopy | null,
): Promise<Fetched> {
  const first = await fetchDocument(address, effects, limits, kept?.validators);
  return first.status === "fresh" ? fetchFeed(address, first, effects, limits) : first;
}

/** A source that states no date of its own is as old as the day on which it was fetched. */
const dated = (entry: SourceEntry, { bytes, fetched }: KeptCopy): SourceBytes => ({
  entry: entry.date === "" ? { ...entry, date: fetched.slice(0, 10) } : entry,
  bytes,
});
