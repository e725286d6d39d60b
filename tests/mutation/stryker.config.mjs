const layer = process.env.MUTATION_LAYER ?? "services";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: ["@stryker-mutator/vitest-runner", "./tests/mutation/left-out.mjs"],
  ignorers: ["left-out"],
  // No such file, on purpose: TypeScript 7 has no longer the function by which Stryker would rewrite ours for its copy.
  tsconfigFile: "tests/mutation/none.json",
  testRunner: "vitest",
  // Stryker knows which test covers which mutant, so the imports need not be followed again for each.
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
  mutate: (process.env.MUTATION_FILES ?? `src/${layer}/**/*.ts`).split(","),
  coverageAnalysis: "perTest",
  // What runs once when a file is loaded would need all its tests anew for each mutant: lists and tables, mostly,
  // whose entries are data.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  // A loop that no longer ends is a mutant found; generous, so that a busy machine isn't taken for one.
  timeoutMS: 3_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 15,
  tempDirName: ".mutation",
  ignorePatterns: [
    ".git",
    "dist*",
    "docs",
    "bench",
    ".ci",
    "data/areas",
    "data/sources",
    "data/published*",
    "tests/browser",
    "tests/hostile",
    "tests/pipeline",
    "test-results",
    "coverage",
  ],
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  htmlReporter: { fileName: `test-results/mutation/${layer}.html` },
  jsonReporter: { fileName: `test-results/mutation/${layer}.json` },
  thresholds: { high: 90, low: 85, break: null },
  incremental: true,
  incrementalFile: `test-results/mutation/${layer}.kept.json`,
  // All anew, unless only what changed since the last run is asked for.
  force: process.env.MUTATION_AGAIN !== "yes",
};
