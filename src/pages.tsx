import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { type BuildInput, type BuiltPage, builtIndex, plainPages } from "./app/built/built-pages.tsx";
import english from "./locale/en/messages.json" with { type: "json" };
import screens from "./locale/en/screens.json" with { type: "json" };
import statements from "./locale/en/statements.json" with { type: "json" };
import { createWords } from "./locale/words.ts";
import { contentSecurityPolicy } from "./pipeline/content-security-policy.ts";
import { hostHeaderFiles, opennessOf, stylesIn } from "./pipeline/host-headers.ts";
import { PROJECT } from "./pipeline/project.ts";
import type { BundleContents } from "./pipeline/site/bundle-contents.ts";
import { type LockFile, lockedPackages } from "./pipeline/site/locked-packages.ts";
import { shippedLicences } from "./pipeline/site/shipped-licences.ts";
import { outsideOrigins, type Publication } from "./services/publication.ts";
import type { Service } from "./services/service.ts";
import { createVocabularies, decodeServiceIndex, type ServiceIndexFile } from "./services/service-index.ts";
import type { VocabularyFile } from "./services/vocabulary.ts";

/**
 * After Vite has built the page: puts the first cards and the page's style into `dist/index.html`, and writes the
 * pages that work without script. A step of
 * `pipeline/site/build-site.ts`.
 */
const DIST = resolve(process.argv[2] ?? resolve(import.meta.dirname, "../dist"));

async function json<T>(file: string): Promise<T> {
  const path = join(DIST, file);
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch (error) {
    throw new Error(`${file} is missing or can't be read in dist/. Run "npm run data", then "npm run build".`, {
      cause: error,
    });
  }
}

async function details(publication: Publication, layer: "services" | "places", count: number): Promise<Service[]> {
  const parts = Math.ceil(count / publication.detailsPerPart);
  const files = Array.from({ length: parts }, (_, i) => json<Service[]>(`details/${layer}-${i}.json`));
  return (await Promise.all(files)).flat();
}

async function writePages(pages: readonly BuiltPage[]): Promise<void> {
  const folders = pages.flatMap(({ file }) => (file.includes("/") ? [file.split("/")[0] ?? ""] : []));
  for (const folder of new Set(folders)) {
    await rm(join(DIST, folder), { recursive: true, force: true });
    await mkdir(join(DIST, folder), { recursive: true });
  }
  for (const { file, html } of pages) await writeFile(join(DIST, file), html);
}

async function main(): Promise<void> {
  const [publication, vocabularyFiles, indexFile, placesFile] = await Promise.all([
    json<Publication>("publication.json"),
    json<Record<string, VocabularyFile>>("vocabulary.json"),
    json<ServiceIndexFile>("index.json"),
    json<ServiceIndexFile>("index-places.json"),
  ]);
  const assets = await readdir(join(DIST, "assets"));
  const html = await readFile(join(DIST, "index.html"), "utf8");
  const entryStyle = /<link rel="stylesheet"[^>]*href="\.\/assets\/([^"]+\.css)"[^>]*>/.exec(html)?.[1];
  if (entryStyle === undefined || !assets.includes(entryStyle)) {
    throw new Error("dist/index.html names no style of its own; its first cards would stand without one.");
  }
  const lock = JSON.parse(await readFile(join(PROJECT, "package-lock.json"), "utf8")) as LockFile;
  const input: BuildInput = {
    words: createWords({
      locale: "en",
      direction: "ltr",
      messages: { ...english, ...screens, ...statements },
      compile: compileMessage,
    }),
    publication,
    vocabularies: createVocabularies(vocabularyFiles),
    index: decodeServiceIndex(indexFile),
    services: await details(publication, "services", indexFile.count),
    places: await details(publication, "places", placesFile.count),
    style: (await readFile(join(DIST, "assets", entryStyle), "utf8")).trim(),
    styleFile: `assets/${entryStyle}`,
    iconFile: `assets/${assets.find((file) => /^icon-.*\.svg$/.test(file)) ?? ""}`,
    software: await shippedLicences(PROJECT, lockedPackages(lock), await json<BundleContents>("bundle.json")),
    policy: (styles) => contentSecurityPolicy(styles, outsideOrigins(publication)),
  };
  const pages = plainPages(input);
  const index = builtIndex(html, input);
  await writeFile(join(DIST, "index.html"), index);
  const report = await readFile(join(DIST, "report.html"), "utf8").catch(() => "");
  const styles = [index, report, ...pages.slice(0, 1).map((page) => page.html)].flatMap(stylesIn);
  for (const [file, text] of hostHeaderFiles(styles, opennessOf(publication))) await writeFile(join(DIST, file), text);
  await writePages(pages);
  process.stdout.write(`Wrote index.html with its first cards and ${pages.length} plain pages.\n`);
}

await main();
