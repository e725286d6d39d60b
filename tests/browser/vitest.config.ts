import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Journeys and budgets on the built site. One file at a time: Chromium draws in software and takes both cores. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  test: {
    include: ["tests/browser/**/*.test.ts", "tests/budgets/**/*.test.ts"],
    environment: "node",
    globalSetup: ["tests/browser/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
