/** One thing we promise, and the files of tests that hold it. */
export interface Promised {
  readonly promise: string;
  readonly tests: readonly string[];
}

/** In the order of docs/promises.md. A file that is not there is told as missing, so that a renamed test is noticed. */
export const PROMISES: readonly Promised[] = [
  {
    promise:
      "Private: no request, title, stored value or console line tells what a person typed, chose or where they are",
    tests: ["tests/browser/private.test.ts", "tests/browser/postcode.test.ts", "tests/browser/words.test.ts"],
  },
  {
    promise: "Sensitive: where such a service is stands in no published byte, from any reader, in any export",
    tests: ["tests/hostile/sensitive.test.tsx", "tests/pipeline/publish.test.ts", "tests/intake/laws.test.ts"],
  },
  {
    promise: "Attack through data: nothing of the corpus runs, breaks the layout, or is lost without being told",
    tests: [
      "tests/hostile/corpus.test.ts",
      "tests/hostile/readers.test.ts",
      "tests/hostile/files.test.ts",
      "tests/hostile/exports.test.tsx",
      "tests/browser/hostile.test.ts",
    ],
  },
  {
    promise: "Any input at all: no reader and no address throws, loses a row or gives a link that could run",
    tests: ["tests/hostile/fuzz.test.ts", "tests/search/selection-url.test.ts"],
  },
  {
    promise: "Attack through the page: it works under its strict policy, and nothing else does",
    tests: [
      "tests/browser/policy.test.ts",
      "tests/pipeline/host-headers.test.ts",
      "tests/pipeline/static-server.test.ts",
    ],
  },
  {
    promise: "Embedding: only sites that the publisher named may show the map",
    tests: ["tests/browser/embed.test.ts", "tests/app/embed.test.tsx"],
  },
  {
    promise:
      "Offline: after one visit finding, a service, the list and its sheet work without a line; no two publications mix",
    tests: ["tests/browser/offline.test.ts", "tests/app/kept-site.test.ts"],
  },
  {
    promise: "Faults: whatever is missing, late, cut off or changed, there is a sentence and a way on",
    tests: ["tests/browser/without.test.ts", "tests/browser/faults.test.ts", "tests/browser/live.test.ts"],
  },
  {
    promise: "Supply: what is shipped is listed with its licence, nothing needs a script to install, builds repeat",
    tests: ["tests/supply/supply.test.ts", "tests/pipeline/site.test.ts", "tests/lockfile.test.ts"],
  },
  {
    promise: "Budgets: bytes and requests of a first visit",
    tests: ["tests/budgets/budgets.test.ts"],
  },
];
