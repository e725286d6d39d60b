import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestText } from "../../src/pipeline/manifest.ts";
import { nameParts } from "../../src/pipeline/site/name-parts.ts";
import { writeRelease } from "../../src/pipeline/site/write-release.ts";
import type { Service } from "../../src/services/service.ts";
import { TODAY } from "../app/fixture.tsx";
import { built, hostileRecords } from "./publication.ts";
import { pagesOf, published } from "./published.tsx";

/**
 * The built site of `dist` with a publication of the whole corpus in place of its own, written to `folder`: a made-up
 * service for every value, the page's real scripts and service worker, and the pages that work without them. `areas`
 * is the published folder of area files. Returns the services.
 */
export async function writeHostileSite(dist: string, areas: string, folder: string): Promise<readonly Service[]> {
  cpSync(join(dist, "assets"), join(folder, "assets"), { recursive: true });
  for (const file of ["bundle.json", "sw.js"]) cpSync(join(dist, file), join(folder, file));
  cpSync(areas, join(folder, "areas"), { recursive: true });
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const tags = [...page.matchAll(/<(?:script|link)\b[^>]*\.\/assets\/[^>]*>(?:<\/script>)?/g)].map(([tag]) => tag);
  const assets = readdirSync(join(dist, "assets"));
  const styleFile = /href="\.\/(assets\/[^"]+\.css)"/.exec(page)?.[1] ?? "";
  const shell = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>x</title><!--built:head-->${tags.join("")}</head><body><div id="app"><!--built:list--></div></body></html>`;
  const records = built(hostileRecords());
  const files = published(records);
  const pages = pagesOf(records, files, {
    shell,
    style: readFileSync(join(dist, styleFile), "utf8").trim(),
    styleFile,
    iconFile: `assets/${assets.find((file) => /^icon-.*\.svg$/.test(file)) ?? ""}`,
  });
  const counts = { services: records.services.length, places: records.places.length, issues: records.issues.length };
  const manifest = manifestText({ built: TODAY, files: {}, counts, sources: {} });
  for (const [path, text] of [...files, ...pages, ["manifest.json", manifest] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await nameParts(folder);
  await writeRelease(folder);
  return records.services;
}
