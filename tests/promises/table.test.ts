import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PROMISES } from "./promises.ts";
import { promisesTable, resultsOf } from "./table.ts";

const PROMISED = [{ promise: "It rings", tests: ["tests/bell.test.ts", "tests/gong.test.ts"] }];

describe("the table of promises", () => {
  test("names only tests that exist", () => {
    expect(PROMISES.flatMap(({ tests }) => tests).filter((file) => !existsSync(file))).toEqual([]);
  });

  test("counts a test that failed, and one that did not run, as broken", () => {
    const report = {
      testResults: [
        {
          name: "/x/tests/bell.test.ts",
          status: "failed",
          assertionResults: [{ status: "passed" }, { status: "failed" }],
        },
      ],
    };
    const { markdown, broken } = promisesTable(PROMISED, resultsOf(report, "/x"));
    expect(broken).toBe(2);
    expect(markdown).toContain("| It rings | `tests/bell.test.ts` | **1 of 2 broken** |");
    expect(markdown).toContain("|  | `tests/gong.test.ts` | not run |");
  });

  test("calls nothing held that holds no test", () => {
    const empty = { testResults: [{ name: "/x/tests/bell.test.ts", status: "passed", assertionResults: [] }] };
    expect(promisesTable(PROMISED, resultsOf(empty, "/x")).broken).toBe(2);
  });
});
