import { vi } from "vitest";

/** Cases a law is tried with for each mutant. Most mutants fall to the first few; 300 for each would take a day. */
const MOST_RUNS = Number(process.env.LAW_RUNS ?? 40);

/** A law's own number of runs wins over fast-check's global setting, so `assert` itself is bounded. */
vi.mock("fast-check", async (importOriginal) => {
  const real = await importOriginal<typeof import("fast-check")>();
  const assert = ((property: Parameters<typeof real.assert>[0], parameters?: Parameters<typeof real.assert>[1]) =>
    real.assert(property, {
      ...parameters,
      numRuns: Math.min(MOST_RUNS, parameters?.numRuns ?? MOST_RUNS),
    })) as typeof real.assert;
  return { ...real, assert, default: { ...real.default, assert } };
});
