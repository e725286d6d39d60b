import { describe, test } from "vitest";
import { FUZZES } from "./fuzz.ts";

/** Few in every run of the tests; `npm run fuzz -- --runs 20000` for a night. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 60);

describe("never throws, loses no row and gives no link that could run", {
  timeout: Math.max(120_000, RUNS * 200),
}, () => {
  test.each(FUZZES)("$name", ({ run }) => {
    run(RUNS);
  });
});
