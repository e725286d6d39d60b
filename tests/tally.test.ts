import { expect, test } from "vitest";
import { readArguments, SUITES, tallyOf, type VitestReport } from "./tally.ts";

const QUIET: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: "a.test.ts", status: "passed", message: "", assertionResults: [{ status: "passed" }] }],
};

test("a run without a fault counts what passed", () => {
  expect(tallyOf(QUIET, true)).toEqual({ passed: 3, failed: 0 });
});

test("a skipped and an unwritten test count as failed: they promise what nobody checked", () => {
  expect(tallyOf({ ...QUIET, numPendingTests: 1, numTodoTests: 1 }, true)).toEqual({ passed: 3, failed: 2 });
});

test("a file that broke before its first test counts as one failed", () => {
  const broken = { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  const report = { ...QUIET, testResults: [...QUIET.testResults, broken] };
  expect(tallyOf(report, false)).toEqual({ passed: 3, failed: 1 });
});

test("a file with a failed test counts that test and no more", () => {
  const failed = { name: "b.test.ts", status: "failed", message: "", assertionResults: [{ status: "failed" }] };
  const report = { ...QUIET, numFailedTests: 1, testResults: [...QUIET.testResults, failed] };
  expect(tallyOf(report, false)).toEqual({ passed: 3, failed: 1 });
});

test("an error that belongs to no test still counts as one failed", () => {
  expect(tallyOf(QUIET, false)).toEqual({ passed: 3, failed: 1 });
});

test("all suites run when none is named", () => {
  expect(readArguments([])).toEqual({ suites: SUITES, filters: [] });
});

test("one suite can be named in three ways, with names of files after it", () => {
  for (const args of [["--only", "browser"], ["--only=browser"], ["--browser"]]) {
    expect(readArguments([...args, "find"])).toEqual({ suites: ["browser"], filters: ["find"] });
  }
});

test("a suite that does not exist is a sentence that names those that do", () => {
  for (const args of [["--only", "unti"], ["--only"], ["--fast"]]) {
    expect(readArguments(args)).toMatch(/Use --only with one of lint, unit, browser/);
  }
});
