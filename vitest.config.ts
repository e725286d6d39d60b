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
    },
  }),
);
