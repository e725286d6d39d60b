import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./browser/chromium.ts";
import { ensureBuilt, ROOT } from "./browser/site.ts";
import { readArguments, SUITES, type Suite, type Tally, tallyOf, type VitestReport } from "./tally.ts";

/**
 * All checks, in the order of what they cost: lint, rules and screens, then the built site in Chromium.
 * The last line is always `N passed, N failed`. What could not run counts as failed: silence is not success.
 *
 *   npm test                          everything
 *   npm test -- --only unit           one suite: lint, unit or browser
 *   npm test -- --only browser find   one suite, only the files whose name holds "find"
 */

const PASSED: Tally = { passed: 1, failed: 0 };
const FAILED: Tally = { passed: 0, failed: 1 };

/** Minutes that a suite may take before it counts as hung. */
const LIMITS: Readonly<Record<Suite, number>> = { lint: 5, unit: 15, browser: 30 };

/** On two quiet cores all of it takes minutes; a busy machine gets longer before it must end and say how. */
const DEADLINE = Date.now() + 45 * 60_000;

const say = (line: string): void => console.log(`\n== ${line}`);

/** Runs a program of node_modules/.bin to its end; true when it ended well and in time. */
function run(program: string, args: readonly string[], minutes: number): Promise<boolean> {
  const limit = Math.max(5_000, Math.min(minutes * 60_000, DEADLINE - Date.now()));
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, "node_modules/.bin", program), args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: limit,
    });
    child.on("error", (error) => {
      console.log(`${program} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on("close", (code, signal) => {
      if (signal !== null)
        console.log(`${program} was stopped by ${signal}; it had ${Math.round(limit / 1000)} seconds.`);
      resolve(code === 0);
    });
  });
}

async function vitest(config: string, filters: readonly string[], minutes: number): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "asset-map-tests-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const endedWell = await run("vitest", ["run", "--config", config, ...reporters, ...filters], minutes);
    const tally = tallyOf(JSON.parse(readFileSync(file, "utf8")) as VitestReport, endedWell);
    if (tally.passed + tally.failed > 0) return tally;
    console.log("No test was found.");
    return FAILED;
  } catch (error) {
    console.log(`vitest left no report: ${error instanceof Error ? error.message : String(error)}`);
    return FAILED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SUITE_RUNS: Readonly<Record<Suite, (filters: readonly string[]) => Promise<Tally>>> = {
  lint: async () => {
    const results = [
      await run("biome", ["check", "--colors=off", "."], LIMITS.lint),
      await run("tsc", ["--noEmit"], LIMITS.lint),
    ];
    return results.every(Boolean) ? PASSED : FAILED;
  },
  unit: (filters) => vitest("vitest.config.ts", filters, LIMITS.unit),
  browser: async (filters) => {
    ensureChromium(say);
    ensureBuilt(say);
    return vitest("tests/browser/vitest.config.ts", filters, LIMITS.browser);
  },
};

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  let total: Tally = { passed: 0, failed: 0 };
  if (typeof asked === "string") {
    console.log(asked);
    total = FAILED;
  } else {
    for (const suite of SUITES.filter((name) => asked.suites.includes(name))) {
      say(suite);
      let tally = FAILED;
      try {
        tally = await SUITE_RUNS[suite](asked.filters);
      } catch (error) {
        console.log(`The ${suite} suite could not run. ${error instanceof Error ? error.message : String(error)}`);
      }
      say(`${suite}: ${tally.passed} passed, ${tally.failed} failed`);
      total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed };
    }
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
}

await main();
