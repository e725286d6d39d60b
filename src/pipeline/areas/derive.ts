import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createAreaLookup, type LsoaTopology } from "../../services/area-lookup.ts";
import { decodeLsoaTable, type LsoaTable, type LsoaTableFile } from "../../services/lsoa-table.ts";
import { type AreaFile, deriveAreaFiles } from "./area-files.ts";
import { checkAreas } from "./checks.ts";
import { readPostcodes } from "./postcodes.ts";
import type { ReadRaw } from "./raw-files.ts";
import { type Agreement, areasCredits, areasReadme } from "./readme.ts";

const TARGET = "data/areas";

const parse = <T>(files: readonly AreaFile[], path: string): T =>
  JSON.parse(new TextDecoder().decode(files.find((file) => file.path === path)?.bytes)) as T;

function agreement(read: ReadRaw, files: readonly AreaFile[], lsoas: LsoaTable, path: string): Agreement {
  const lookup = createAreaLookup(parse<LsoaTopology>(files, path), lsoas);
  const rows = readPostcodes(read);
  const found = rows.map(({ point }) => lookup.lsoaAt(point));
  return {
    path,
    postcodes: rows.length,
    lsoas: rows.filter(({ lsoa }, i) => found[i]?.lsoa === lsoa).length,
    boroughs: rows.filter(({ borough }, i) => found[i]?.borough === borough).length,
  };
}

/** Writes all files into a new folder and puts it in the place of the old one, so that none is ever half written. */
function replaceFolder(
  target: string,
  files: readonly (readonly [path: string, content: Uint8Array | string])[],
): void {
  const fresh = `${target}.new`;
  const old = `${target}.old`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    writeFileSync(join(fresh, path), content);
  }
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(folder)) {
    throw new Error("Say where the publishers' files are: npm run areas -- <folder>");
  }
  const read: ReadRaw = (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null);
  const files = deriveAreaFiles(read);
  const faults = await checkAreas((path) => files.find((file) => file.path === path)?.bytes ?? null);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const lsoas = decodeLsoaTable(parse<LsoaTableFile>(files, "lsoas.json"));
  const agreements = ["lsoas-fine.topo.json", "lsoas.topo.json"].map((path) => agreement(read, files, lsoas, path));
  replaceFolder(TARGET, [
    ...files.map(({ path, bytes }) => [path, bytes] as const),
    ["README.md", areasReadme(files, agreements)],
    ["credits.json", areasCredits(files)],
  ]);
  console.log(`Wrote ${files.length + 2} files to ${TARGET}.`);
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
