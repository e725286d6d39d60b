import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StartFile } from "../../services/publication.ts";
import { type KeptFor, RELEASE_FORMAT, type Release, type ReleasedFile } from "../../services/release.ts";
import type { BundleContents } from "./bundle-contents.ts";
import { hashOf, startIn } from "./name-parts.ts";

/** Digits of a release's id, and of its list's address. */
const ID_DIGITS = 16;
/** As it stands in the service worker, before and after it was written in. */
const LIST_ADDRESS = /parts\/\w+\/site\.json/g;

/** Our folders and the packages that only the map, the figures and the tools for publishers need. */
const FOR_ALL = /^(?:maplibre-gl|src\/app\/(?:equity|check|embed)|src\/equity|src\/intake)$/;
/** The files by which words become a place. */
const NEAR =
  /^(?:index-places\.json|areas\/(?:boroughs|neighbourhoods|stations|stations-osm|practices)\.json|areas\/postcodes\..*)$/;
const CORE = /^(?:details\/services-\d+\.json|synonyms\.json)$/;

/** Scripts that the page asks for by itself, with what they can't run without. */
function firstScripts(bundle: BundleContents): ReadonlySet<string> {
  const first = new Set<string>();
  const visit = (file: string): void => {
    if (first.has(file)) return;
    first.add(file);
    for (const needed of bundle[file]?.imports ?? []) visit(needed);
  };
  for (const [file, { first: asked }] of Object.entries(bundle)) if (asked) visit(file);
  return first;
}

/** What each file of `assets/` is kept for. A style is kept with the script that brings it. */
export function purposesOfAssets(bundle: BundleContents): ReadonlyMap<string, KeptFor> {
  const purposes = new Map<string, KeptFor>();
  const first = firstScripts(bundle);
  for (const [file, { parts, styles }] of Object.entries(bundle)) {
    const owners = Object.keys(parts);
    const locale = owners.map((owner) => /^src\/locale\/([\w-]+)$/.exec(owner)?.[1]).find((id) => id !== undefined);
    const purpose: KeptFor = first.has(file)
      ? "core"
      : /worker/.test(file) || owners.some((owner) => FOR_ALL.test(owner))
        ? "all"
        : owners.length === 1 && locale !== undefined && locale !== "en"
          ? `locale:${locale}`
          : "core";
    if (/\.m?js$/.test(file)) purposes.set(file, purpose);
    for (const style of styles) if (purposes.get(style) !== "core") purposes.set(style, purpose);
  }
  for (const file of Object.keys(bundle)) {
    // Without its own face the page is read in the device's.
    if (!purposes.has(file)) purposes.set(file, /\.woff2$/.test(file) ? "all" : "core");
  }
  return purposes;
}

const purposeOfPart = (name: string): KeptFor => (CORE.test(name) ? "core" : NEAR.test(name) ? "near" : "all");

/**
 * Lists the files of a built site for its service worker, and names that list in `sw.js`. To be written when nothing
 * else changes any more. The same files give the same bytes.
 */
export async function writeRelease(folder: string): Promise<Release> {
  const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(folder, path), "utf8")) as T;
  const start = startIn(await readFile(join(folder, "index.html"), "utf8"));
  const { parts = {}, publication } = await read<StartFile>(start);
  const kept = new Map<string, KeptFor>([
    ["index.html", "core"],
    ["offline.html", "core"],
    [start, "core"],
    ...purposesOfAssets(await read<BundleContents>("bundle.json")),
    ...Object.entries(parts).map(([name, hash]) => [`parts/${hash}/${name}`, purposeOfPart(name)] as const),
  ]);
  if (publication.logo !== undefined) kept.set(publication.logo, "core");
  const files: Record<string, ReleasedFile> = {};
  for (const [path, purpose] of [...kept].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = await readFile(join(folder, path));
    files[path] = { bytes: bytes.length, sha256: hashOf(bytes), for: purpose };
  }
  const release = { format: RELEASE_FORMAT, built: publication.built, start, files };
  const text = `${JSON.stringify(release)}\n`;
  const id = hashOf(new TextEncoder().encode(text)).slice(0, ID_DIGITS);
  const list = `parts/${id}/site.json`;
  await mkdir(join(folder, "parts", id), { recursive: true });
  await writeFile(join(folder, list), text);
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  if (!LIST_ADDRESS.test(worker)) throw new Error("sw.js has no place for the list of files.");
  await writeFile(join(folder, "sw.js"), worker.replace(LIST_ADDRESS, list));
  return { ...release, id };
}

/** The release of a built site, by its service worker; null where there is none. */
export async function releaseOf(folder: string): Promise<Release | null> {
  try {
    const worker = await readFile(join(folder, "sw.js"), "utf8");
    const list = LIST_ADDRESS.exec(worker)?.[0] ?? "";
    LIST_ADDRESS.lastIndex = 0;
    const release = JSON.parse(await readFile(join(folder, list), "utf8")) as Omit<Release, "id">;
    return { ...release, id: list.split("/")[1] ?? "" };
  } catch {
    return null;
  }
}
