import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type LockFile, lockedPackages } from "../../src/pipeline/site/locked-packages.ts";
import { auditVerdict } from "./audit-verdict.ts";

describe("the check for known holes", () => {
  const report = (severity: string) =>
    JSON.stringify({
      vulnerabilities: { tea: { severity, range: "<2", via: [{ title: "Spills" }] } },
      metadata: { dependencies: { total: 9 } },
    });

  test("fails on a hole of weight, and names it", () => {
    expect(auditVerdict(report("high"))).toEqual({
      code: 1,
      lines: ["high: tea <2 (Spills)", "1 packages with known holes, 1 of them of weight; 9 were looked at."],
    });
  });

  test("tells of a small one and passes", () => {
    expect(auditVerdict(report("low")).code).toBe(0);
    expect(auditVerdict(report("low")).lines[0]).toContain("tea");
  });

  test.each([
    ["a refusal", '{"message":"405 Method Not Allowed","statusCode":405}'],
    ["silence", ""],
    ["a page of a proxy", "<h1>Sign in</h1>"],
    ["nothing at all", "null"],
  ])("takes %s for not knowing, never for none", (_, json) => {
    const { code, lines } = auditVerdict(json);
    expect(code).toBe(2);
    expect(lines[0]).toContain("not known");
  });
});

describe("what is installed", () => {
  const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as LockFile & {
    readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean; readonly dev?: boolean }>>;
  };
  const packages = lockedPackages(lock);

  test("needs no script at installing: none that is shipped has one, and the check installs without", () => {
    const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.filter(([, { dev }]) => dev !== true)).toEqual([]);
    expect(readFileSync(new URL("../../.ci/run", import.meta.url), "utf8")).toContain("npm ci --ignore-scripts");
  });

  test("is locked by a hash, every package", () => {
    expect(packages.slice(1).filter(({ integrity }) => integrity === null)).toEqual([]);
  });

  test("states its licence or brings its words, every package that is installed for the page", () => {
    const unstated = packages.filter(({ dev, licence, path }) => path !== "" && !dev && licence === null);
    const wordless = unstated.filter(
      ({ path }) => !readdirSync(new URL(`../../${path}`, import.meta.url)).some((file) => /^licen[cs]e/i.test(file)),
    );
    expect(wordless.map(({ name }) => name)).toEqual([]);
  });
});

test("a file tells how to report a hole", () => {
  expect(existsSync(new URL("../../SECURITY.md", import.meta.url))).toBe(true);
});
