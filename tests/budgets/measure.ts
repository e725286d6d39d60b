import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { parseSync } from "vite";
import type { BundleContents } from "../../src/pipeline/site/bundle-contents.ts";
import { DIST } from "../browser/site.ts";

/** Bytes of text or file as a careful host sends them: brotli at its best. */
export function brotliBytes(content: Buffer | string): number {
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  return brotliCompressSync(buffer, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

export const bytesOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + brotliBytes(readFileSync(join(DIST, file))), 0);

const read = (file: string): string => readFileSync(join(DIST, file), "utf8");

/** Files of the site, as paths below dist, without what it keeps of the publication before. */
export function filesOf(pattern: RegExp): readonly string[] {
  const own = Object.keys(JSON.parse(read("bundle.json")) as BundleContents);
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => pattern.test(file) && (!file.startsWith("assets/") || own.includes(file)))
    .sort();
}

/** Addresses that `index.html` itself makes the browser fetch, by what they are; paths below dist. */
export function askedByIndex(): { readonly scripts: readonly string[]; readonly blocking: readonly string[] } {
  const html = read("index.html");
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const address = (tag: string): string | null => tag.match(/\s(?:src|href)="([^"]+)"/)?.[1] ?? null;
  const below = (tag: string): string[] => {
    const path = address(tag);
    return path === null || path.startsWith("data:") ? [] : [posix.normalize(path)];
  };
  const isModule = (tag: string): boolean => /^<script/.test(tag) && /type="module"/.test(tag);
  return {
    scripts: tags.filter((tag) => isModule(tag) || /rel="modulepreload"/.test(tag)).flatMap(below),
    blocking: tags
      .filter(
        (tag) =>
          (/rel="stylesheet"/.test(tag) && !/\sdisabled\b/.test(tag)) ||
          (/^<script/.test(tag) && !isModule(tag) && !/\s(?:async|defer)\b/.test(tag)),
      )
      .flatMap(below),
  };
}

/** The files with all that they import at once, and what those import. What is imported later is left out. */
export function withStaticImports(files: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const { module } = parseSync(file, read(file));
    const asked = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ];
    for (const path of asked) if (path !== undefined) visit(posix.join(dirname(file), path));
  };
  for (const file of files) visit(file);
  return seen;
}

/** Bytes, as they stand in dist, below which a file that mentions MapLibre is ours and only speaks to it. */
const TOO_SMALL_FOR_MAPLIBRE = 30_000;

/** Every file that the map needs and the list does not: MapLibre, its worker and style, and the scripts that import it. */
export function mapFiles(): ReadonlySet<string> {
  const core = filesOf(/\.(?:m?js|css)$/).filter((file) => {
    const text = read(file);
    return text.length > TOO_SMALL_FOR_MAPLIBRE && /maplibregl|maplibre-gl-worker/.test(`${file}\n${text}`);
  });
  const speakers = filesOf(/\.m?js$/).filter((file) => core.some((part) => withStaticImports([file]).has(part)));
  return new Set([...core, ...speakers]);
}

/** What a browser asked for on its first visit, in order; filled in by `WATCH` and read by `firstVisit`. */
export interface FirstVisit {
  /** Milliseconds after the start at which the first filter could be ticked. */
  readonly filtersWork: number;
  readonly resources: readonly { readonly url: string; readonly start: number }[];
}

/** Runs in the page: notes the moment at which the first filter stands there. */
export const WATCH = `
  performance.setResourceTimingBufferSize(1000);
  new MutationObserver((_, observer) => {
    if (document.querySelector('#filters input[type="checkbox"]') === null) return;
    performance.mark("filters-work");
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
`;

/** Runs in the page: what was asked for and when. */
export const FIRST_VISIT = `({
  filtersWork: performance.getEntriesByName("filters-work")[0]?.startTime ?? Number.NaN,
  resources: performance.getEntriesByType("resource").map(({ name, startTime }) => ({ url: name, start: startTime })),
})`;
