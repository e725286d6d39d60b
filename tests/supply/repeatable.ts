import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Builds data and site twice from this folder, each time into a fresh place, and compares every byte
 * (`npm run test:repeatable`). The last line is `N passed, N failed`; a file that differs is named.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DAY = "2026-11-24";

function run(script: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, "node_modules/tsx/dist/cli.mjs"), script, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 600_000,
  });
  if (status !== 0) throw new Error(`${script} failed, so nothing could be compared.`);
}

function sums(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), createHash("sha256").update(readFileSync(path)).digest("hex")];
    }),
  );
}

function build(folder: string): ReadonlyMap<string, string> {
  const published = join(folder, "published");
  run("src/pipeline/asset-map.ts", ["data", "--offline", "--out", published, "--date", DAY]);
  run("src/pipeline/site/build.ts", ["--published", published, "--out", join(folder, "site")]);
  return sums(folder);
}

const folder = mkdtempSync(join(tmpdir(), "asset-map-twice-"));
try {
  const [one, two] = [build(join(folder, "one")), build(join(folder, "two"))];
  const names = [...new Set([...one.keys(), ...two.keys()])].sort();
  const different = names.filter((name) => one.get(name) !== two.get(name));
  for (const name of different) console.log(`Differs: ${name}`);
  console.log(`${names.length} files were built twice.`);
  console.log(different.length === 0 && names.length > 100 ? "1 passed, 0 failed" : "0 passed, 1 failed");
  process.exitCode = different.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
