import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import site from "./vite.config.ts";

const exclude = [...configDefaults.exclude, "tests/browser/**", "tests/budgets/**"];

/** Rules, laws and screens. The journeys need Chromium and the built site: see tests/browser/vitest.config.ts. */
export default mergeConfig(
  site,
  defineConfig({
    test: {
      environment: "node",
      // Laws run hundreds of cases; on a busy machine that takes longer than the default, and no test here is about time.
      testTimeout: 120_000,
      projects: [
        // Rules keep nothing between two calls, so that their files can share one world, loaded once.
        { extends: true, test: { name: "rules", include: ["tests/**/*.test.ts"], exclude, isolate: false } },
        { extends: true, test: { name: "screens", include: ["tests/**/*.test.tsx"], exclude } },
      ],
    },
  }),
);
