import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import site from "./vite.config.ts";

/** Rules, laws and screens. The journeys need Chromium and the built site: see tests/browser/vitest.config.ts. */
export default mergeConfig(
  site,
  defineConfig({
    test: {
      include: ["tests/**/*.test.{ts,tsx}"],
      exclude: [...configDefaults.exclude, "tests/browser/**", "tests/budgets/**"],
      environment: "node",
      // Laws run hundreds of cases; on a busy machine that takes longer than the default, and no test here is about time.
      testTimeout: 120_000,
    },
  }),
);
