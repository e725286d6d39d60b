import { relative } from "node:path";
import type { Promised } from "./promises.ts";

/** What became of one file of tests. */
export interface FileResult {
  /** Path from the root of the project. */
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Results by file from vitest's own report; a file that could not even be read counts as one failure. */
export function resultsOf(report: unknown, root: string): readonly FileResult[] {
  return ((report as Report).testResults ?? []).map(({ name, status, assertionResults }) => {
    const count = (wanted: string): number => assertionResults.filter((one) => one.status === wanted).length;
    const failed = count("failed");
    return {
      file: relative(root, name).replaceAll("\\", "/"),
      passed: count("passed"),
      failed: status === "failed" && failed === 0 ? 1 : failed,
    };
  });
}

const HEAD = `# What is promised, and what holds it

Made by \`npm run promises\` from the results of a run; written by hand is only the list in
\`tests/promises/promises.ts\`. \`npm run test:promises\` runs the same tests and writes nothing; all of them are part of
\`npm test\`. \`npm run fuzz -- --runs 20000\` is the long run of the fuzzing.

| Promise | Test | Result |
| ------- | ---- | ------ |
`;

/** The table as Markdown, and how many files of tests did not hold: failed, missing, or not run. */
export function promisesTable(
  promises: readonly Promised[],
  results: readonly FileResult[],
): { readonly markdown: string; readonly broken: number } {
  const byFile = new Map(results.map((result) => [result.file, result]));
  let broken = 0;
  const lines = promises.flatMap(({ promise, tests }) =>
    tests.map((file, i) => {
      const result = byFile.get(file);
      const held = result !== undefined && result.failed === 0 && result.passed > 0;
      if (!held) broken++;
      const told = held
        ? `${result.passed} hold`
        : result === undefined
          ? "not run"
          : `**${result.failed} of ${result.passed + result.failed} broken**`;
      return `| ${i === 0 ? promise : ""} | \`${file}\` | ${told} |`;
    }),
  );
  return { markdown: `${HEAD}${lines.join("\n")}\n`, broken };
}
