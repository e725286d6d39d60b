import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The long run of the fuzzing: `npm run fuzz -- --runs 20000`. fast-check prints the seed of whatever it finds. */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const at = process.argv.indexOf("--runs");
const runs = at < 0 ? 5000 : Number(process.argv[at + 1]);
if (!Number.isInteger(runs) || runs < 1) {
  console.error("Say how many: npm run fuzz -- --runs 20000");
  process.exit(2);
}
const { status } = spawnSync(join(ROOT, "node_modules/.bin/vitest"), ["run", "tests/hostile/fuzz.test.ts"], {
  cwd: ROOT,
  env: { ...process.env, FUZZ_RUNS: String(runs) },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
