import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * `npm run test:mutation -- [layer …] [--share 20] [--seed 1] [--files a.ts,b.ts] [--again]`
 *
 * Breaks the code of each layer in one place after another and sees whether that layer's own unit tests notice.
 * `--share` draws that many in a hundred of its functions, the same for the same `--seed`; `--again` tries only
 * what changed since the last run. Reports: test-results/mutation/<layer>.html and .json.
 */
const LAYERS = ["services", "search", "intake", "equity"];
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** One line for a layer, from its report: found by a test or by never ending; the rest went unnoticed. */
function scoreOf(layer: string, report: Report): string {
  const counts = new Map<string, number>();
  for (const { mutants } of Object.values(report.files))
    for (const { status } of mutants) counts.set(status, (counts.get(status) ?? 0) + 1);
  const of = (status: string): number => counts.get(status) ?? 0;
  const found = of("Killed") + of("Timeout");
  const unnoticed = of("Survived") + of("NoCoverage");
  const tried = found + unnoticed;
  const score = tried === 0 ? "–" : `${((100 * found) / tried).toFixed(1)} %`;
  return `${layer}: ${score}, ${found} of ${tried} mutants found (${of("Timeout")} by a loop without end); ${of("NoCoverage")} in code no test runs; ${of("Ignored")} left out.`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    files: { type: "string" },
    again: { type: "boolean", default: false },
  },
});

const unknown = positionals.filter((layer) => !LAYERS.includes(layer));
if (unknown.length > 0) {
  console.error(`No such layer: ${unknown.join(", ")}. Type one or more of ${LAYERS.join(", ")}, or none for all.`);
  process.exit(2);
}

let failed = false;
const lines: string[] = [];
for (const layer of positionals.length > 0 ? positionals : LAYERS) {
  const reportFile = `${ROOT}/test-results/mutation/${layer}.json`;
  rmSync(reportFile, { force: true });
  spawnSync("npx", ["stryker", "run", "tests/mutation/stryker.config.mjs"], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      MUTATION_LAYER: layer,
      MUTATION_SHARE: values.share,
      MUTATION_SEED: values.seed,
      ...(values.files === undefined ? {} : { MUTATION_FILES: values.files }),
      ...(values.again ? { MUTATION_AGAIN: "yes" } : {}),
    },
  });
  if (existsSync(reportFile)) lines.push(scoreOf(layer, JSON.parse(readFileSync(reportFile, "utf8")) as Report));
  else {
    failed = true;
    lines.push(`${layer}: not measured; Stryker's lines above say why.`);
  }
}
console.log(lines.join("\n"));
process.exitCode = failed ? 1 : 0;
