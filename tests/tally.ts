export const SUITES = ["lint", "unit", "browser"] as const;
export type Suite = (typeof SUITES)[number];

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The parts of vitest's JSON report that are counted. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** A report as a tally. A file that failed before its first test, and a skipped test, each count as one failed. */
export function tallyOf(report: VitestReport, endedWell: boolean): Tally {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + broken + skipped;
  // vitest also ends badly over an error that belongs to no test.
  return { passed: report.numPassedTests, failed: failed === 0 && !endedWell ? 1 : failed };
}

/** Which suites the arguments ask for, and the rest as file filters; a sentence when they make no sense. */
export function readArguments(
  args: readonly string[],
): { suites: readonly Suite[]; filters: readonly string[] } | string {
  const suites: Suite[] = [];
  const filters: string[] = [];
  const isSuite = (word: string | undefined): word is Suite => SUITES.some((suite) => suite === word);
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    const named = word === "--only" ? args[++i] : word.startsWith("--only=") ? word.slice(7) : word.replace(/^--/, "");
    if (!word.startsWith("--")) filters.push(word);
    else if (isSuite(named)) suites.push(named);
    else return `"${args.join(" ")}" is not understood. Use --only with one of ${SUITES.join(", ")}.`;
  }
  return { suites: suites.length > 0 ? suites : SUITES, filters };
}
