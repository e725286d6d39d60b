import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { IntakeContext } from "../intake/context.ts";
import { createAreaLookup, type LsoaTopology } from "../services/area-lookup.ts";
import { decodeLsoaTable, type LsoaTableFile } from "../services/lsoa-table.ts";
import { unpackPostcodeTable } from "../services/postcode-table.ts";
import { createVocabularies } from "../services/service-index.ts";
import type { VocabularyFile } from "../services/vocabulary.ts";
import { type MapConfig, readConfig } from "./config.ts";

/** Bytes of a file; throws a sentence that says what is missing. */
export async function bytesOf(path: string, called: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new Error(`${called} is missing or can't be read: ${path}`);
  }
}

/** A JSON file that we wrote ourselves; throws a sentence when it is missing or no JSON. */
export async function jsonOf<T>(path: string, called: string): Promise<T> {
  const bytes = await bytesOf(path, called);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    throw new Error(`${called} is not JSON: ${path}`);
  }
}

/** What intake must know of the world, and the config that says where it stands. */
export interface LoadedContext {
  readonly config: MapConfig;
  readonly context: IntakeContext;
  readonly vocabularyFiles: Readonly<Record<string, VocabularyFile>>;
  readonly areasFolder: string;
  /** The folder of the config, from which it names its files. */
  readonly base: string;
}

/** Reads config, vocabularies and areas. Throws one sentence that names the file when any can't be used. */
export async function loadContext(configPath: string): Promise<LoadedContext> {
  const base = dirname(configPath);
  const read = readConfig(new TextDecoder().decode(await bytesOf(configPath, "The config")));
  if (read.status === "faulty") throw new Error(read.errors.join("\n"));
  const { config } = read;

  const vocabularyFolder = join(base, config.vocabulary);
  const names = await readdir(vocabularyFolder).catch(() => {
    throw new Error(`The folder of vocabularies is missing: ${vocabularyFolder}`);
  });
  const vocabularyFiles: Record<string, VocabularyFile> = {};
  for (const name of names.filter((file) => file.endsWith(".json")).sort()) {
    vocabularyFiles[name.slice(0, -5)] = await jsonOf<VocabularyFile>(join(vocabularyFolder, name), "The vocabulary");
  }

  const areasFolder = join(base, config.areas);
  const path = (file: string): string => join(areasFolder, file);
  const lsoas = decodeLsoaTable(await jsonOf<LsoaTableFile>(path("lsoas.json"), "The table of neighbourhoods"));
  const shapes = await jsonOf<LsoaTopology>(path("lsoas-fine.topo.json"), "The file of neighbourhood shapes");
  const context: IntakeContext = {
    vocabularies: createVocabularies(vocabularyFiles),
    postcodes: await unpackPostcodeTable(await bytesOf(path("postcodes.bin.gz"), "The postcode table")),
    areas: createAreaLookup(shapes, lsoas),
  };
  return { config, context, vocabularyFiles, areasFolder, base };
}
