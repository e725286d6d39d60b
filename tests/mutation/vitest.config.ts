import { defineConfig } from "vitest/config";
import { icuMessages } from "../../src/pipeline/icu-plugin.ts";

/** Where the promises of each layer are held; tables of areas and vocabularies are ground, as services are. */
const TESTS_OF: Readonly<Record<string, readonly string[]>> = {
  services: [
    "tests/services/*.test.ts",
    "tests/vocabulary/*.test.ts",
    "tests/areas/{area-lookup,census-table,lsoa-table,named-points}.test.ts",
  ],
  search: ["tests/search/*.test.ts"],
  intake: ["tests/intake/*.test.ts"],
  equity: ["tests/equity/*.test.ts"],
};

const layer = process.env.MUTATION_LAYER ?? "";

/** A layer's own unit tests only: a mutant that none but a screen's test would notice counts as survived. */
export default defineConfig({
  plugins: [icuMessages()],
  test: {
    include: [...(TESTS_OF[layer] ?? [])],
    // These read all that was published or committed: seconds each, and they hold the data, not the code.
    exclude: ["tests/equity/published-figures.test.ts", "tests/search/bench-targets.test.ts"],
    setupFiles: ["tests/mutation/fewer-runs.ts"],
    environment: "node",
    isolate: false,
    env: { LAW_RUNS: process.env.LAW_RUNS ?? "40" },
    testTimeout: 120_000,
  },
});
