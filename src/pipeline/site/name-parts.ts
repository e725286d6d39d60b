import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { StartFile } from "../../services/publication.ts";
import { filesUnder } from "../files-under.ts";
import { type Manifest, manifestText, readManifest } from "../manifest.ts";

/** Hexadecimal digits of a hash that stand in an address: 40 bits, far more than two publications need to differ. */
const DIGITS = 10;

/** Files that only the page reads: they move to where their hash is in the address. */
const MOVED = /^(?:details\/|areas\/(?!credits\.json)|synonyms\.json$)/;
/** Files that others read as well: they stay, and the page reads a copy. */
const COPIED = /^(?:index-places|vocabulary)\.json$/;
const START = "start.json";

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Puts the hash of each file that the page fetches into its address (`parts/<hash>/details/services-0.json`), notes the
 * hashes in the start file, and names that in `index.html`: whatever page stands open asks for its own publication's
 * files, or gets none.
 */
export async function nameParts(folder: string): Promise<void> {
  const manifest = await readFile(join(folder, "manifest.json"), "utf8").then(readManifest);
  const listed = new Map(Object.entries(manifest.files));
  const place = async (file: string, hash: string): Promise<string> => {
    const path = `parts/${hash}/${file}`;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    return path;
  };
  const parts: Record<string, string> = {};
  for (const file of await filesUnder(folder)) {
    const moves = MOVED.test(file);
    if (!moves && !COPIED.test(file)) continue;
    const sum = hashOf(await readFile(join(folder, file)));
    const hash = sum.slice(0, DIGITS);
    const path = await place(file, hash);
    if (moves) await rename(join(folder, file), join(folder, path));
    else await copyFile(join(folder, file), join(folder, path));
    const known = listed.get(file);
    if (known !== undefined) listed.set(path, known);
    if (moves) listed.delete(file);
    parts[file] = hash;
  }
  for (const left of ["details", "areas"]) {
    if ((await filesUnder(join(folder, left)).catch(() => [""])).length === 0) {
      await rm(join(folder, left), { recursive: true });
    }
  }
  const start = JSON.parse(await readFile(join(folder, START), "utf8")) as StartFile;
  await writeStart(folder, { ...start, parts });
  await rm(join(folder, START));
  const named = await readFile(join(folder, "index.html"), "utf8");
  const path = startIn(named);
  const bytes = await readFile(join(folder, path));
  listed.delete(START);
  listed.set(path, { bytes: bytes.length, sha256: hashOf(bytes) });
  const files: Manifest["files"] = Object.fromEntries([...listed].sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(folder, "manifest.json"), manifestText({ ...manifest, files }));
}

/** Writes a start file to where its hash says, and names it in `index.html` in place of the one before. */
export async function writeStart(folder: string, start: StartFile): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(start)}\n`);
  const path = `parts/${hashOf(bytes).slice(0, DIGITS)}/${START}`;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
  const index = join(folder, "index.html");
  const html = await readFile(index, "utf8");
  await writeFile(index, html.replace(startIn(html), path));
}

/** The start file that an `index.html` names. Throws when it names none. */
export function startIn(html: string): string {
  const path = /<link rel="preload" as="fetch"[^>]*href="([^"]*start\.json)"/.exec(html)?.[1];
  if (path === undefined) throw new Error("index.html names no start file.");
  return path;
}
