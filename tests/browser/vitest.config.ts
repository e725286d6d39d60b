import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Journeys and budgets on the built site. Two files at a time: a journey that waits leaves its core to another. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  test: {
    include: ["tests/browser/**/*.test.ts", "tests/budgets/**/*.test.ts"],
    environment: "node",
    globalSetup: ["tests/browser/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
