import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./browser/chromium.ts";
import { ensureBuilt } from "./browser/site.ts";
import { PROMISES } from "./promises/promises.ts";
import { type FileResult, promisesTable, resultsOf } from "./promises/table.ts";

/**
 * Runs the tests of the promises: `npm run test:promises`. With `--write` (`npm run promises`) it also writes their
 * results to docs/promises.md. A promise whose tests did not run is told as such, and fails the run.
 */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const say = (line: string): void => console.log(line);

function run(config: string, files: readonly string[]): readonly FileResult[] {
  if (files.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "promises-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    spawnSync(join(ROOT, "node_modules/.bin/vitest"), ["run", "--config", config, ...reporters, ...files], {
      cwd: ROOT,
      env: { ...process.env, EVERY_CASE: "1" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    return existsSync(report) ? resultsOf(JSON.parse(readFileSync(report, "utf8")), ROOT) : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const files = [...new Set(PROMISES.flatMap(({ tests }) => tests))].filter((file) => existsSync(join(ROOT, file)));
const inBrowser = files.filter((file) => file.startsWith("tests/browser/") || file.startsWith("tests/budgets/"));
const onlyUnit = process.argv.includes("--only-unit");
if (!onlyUnit) {
  ensureChromium(say);
  ensureBuilt(say);
}
const results = [
  ...run(
    "vitest.config.ts",
    files.filter((file) => !inBrowser.includes(file)),
  ),
  ...(onlyUnit ? [] : run("tests/browser/vitest.config.ts", inBrowser)),
];
const { markdown, broken } = promisesTable(PROMISES, results);
if (process.argv.includes("--write")) writeFileSync(join(ROOT, "docs/promises.md"), markdown);
say(markdown);
if (broken > 0) process.exitCode = 1;
