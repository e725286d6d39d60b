import { readdir } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { IntakeContext } from "../intake/context.ts";
import type { SynonymFile } from "../search/phrases.ts";
import type { Publication } from "../services/publication.ts";
import type { VocabularyFile } from "../services/vocabulary.ts";
import { type AreaBox, type BoroughTopology, boxOfBoroughs } from "./area-box.ts";
import type { SourceBytes } from "./build-publication.ts";
import type { MapConfig } from "./config.ts";
import type { FetchEffects } from "./fetch-source.ts";
import { filesUnder } from "./files-under.ts";
import { bytesOf, jsonOf, loadContext } from "./load-context.ts";
import { loadSources, realEffects } from "./load-sources.ts";
import { readSourceList } from "./source-list.ts";

/** All that a build reads. */
export interface LoadedData {
  readonly config: MapConfig;
  readonly context: IntakeContext;
  readonly vocabularyFiles: Readonly<Record<string, VocabularyFile>>;
  /** Lay words by locale; none where the folder is missing. */
  readonly synonymFiles: readonly SynonymFile[];
  readonly sources: readonly SourceBytes[];
  /** Sentences about sources whose last good copy had to be taken. */
  readonly warnings: readonly string[];
  readonly areaCredits: Publication["areaCredits"];
  /** Files for the page, as paths within the areas folder. */
  readonly areaFiles: readonly string[];
  readonly areasFolder: string;
  readonly box: AreaBox | null;
  readonly logo: { readonly file: string; readonly bytes: Uint8Array } | null;
}

/** Needed by the build alone, or about the data rather than of them. */
const NOT_FOR_THE_PAGE = /(?:^|\/)(?:lsoas-fine\.topo\.json|README\.md|\..*)$/;

interface CreditsFile {
  readonly credits: Readonly<
    Record<string, { readonly line: string; readonly licence: string; readonly url?: string }>
  >;
}

const TITLES: Readonly<Record<string, string>> = {
  boundaries: "Boundaries",
  deprivation: "Deprivation",
  census: "Census",
  postcodes: "Postcodes",
  neighbourhoodNames: "Names of neighbourhoods",
  nhs: "GP practices and NHS areas",
  greenspace: "Parks and roads",
  water: "Water",
  tfl: "Stations, Tube and roads",
  dft: "Roads",
  rail: "Rail",
  geonames: "Place names",
  osm: "OpenStreetMap",
};

export interface LoadOptions {
  /** How sources with an address are fetched; the world as it is when not given. */
  readonly effects?: FetchEffects;
  /** Ask nobody: take the copies that were kept. */
  readonly offline?: boolean;
}

/** Reads config, vocabularies, areas and sources. Throws one sentence that names the file when any can't be used. */
export async function loadData(
  configPath: string,
  log: (line: string) => void,
  { effects = realEffects(log), offline = false }: LoadOptions = {},
): Promise<LoadedData> {
  const { config, context, vocabularyFiles, areasFolder, base } = await loadContext(configPath);
  const synonymFolder = join(base, "search", "synonyms");
  const locales = await readdir(synonymFolder).catch(() => []);
  const synonymFiles = await Promise.all(
    locales
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => jsonOf<SynonymFile>(join(synonymFolder, file), "The file of lay words")),
  );

  const path = (file: string): string => join(areasFolder, file);
  const { credits } = await jsonOf<CreditsFile>(path("credits.json"), "The list of credits");
  const areaCredits = Object.entries(credits).map(([id, { line, licence }]) => ({
    title: TITLES[id] ?? id,
    credit: line,
    licence,
  }));

  const boroughs = await jsonOf<BoroughTopology>(path("boroughs.topo.json"), "The file of borough shapes");
  const box = boxOfBoroughs(boroughs, config.area);
  const logo = config.logo === null ? null : await readLogo(join(base, config.logo));

  const listPath = join(base, config.sources);
  const list = readSourceList(new TextDecoder().decode(await bytesOf(listPath, "The list of sources")));
  if (list.status === "faulty") throw new Error(list.errors.join("\n"));
  const { sources, warnings } = await loadSources(list.sources, { folder: dirname(listPath), effects, offline });
  const areaFiles = (await filesUnder(areasFolder)).filter((file) => !NOT_FOR_THE_PAGE.test(file));
  return {
    config,
    context,
    vocabularyFiles,
    synonymFiles,
    sources,
    warnings,
    areaCredits,
    areaFiles,
    areasFolder,
    box,
    logo,
  };
}

/** Bytes of a logo, at most: it comes with every first visit. */
const MOST_LOGO_BYTES = 60_000;

async function readLogo(file: string): Promise<LoadedData["logo"]> {
  const bytes = await bytesOf(file, "The logo");
  if (bytes.length > MOST_LOGO_BYTES) {
    throw new Error(
      `The logo is ${Math.ceil(bytes.length / 1000)} kB: ${file}. Make it ${MOST_LOGO_BYTES / 1000} kB or less.`,
    );
  }
  return { file: `logo${extname(file).toLowerCase()}`, bytes };
}
