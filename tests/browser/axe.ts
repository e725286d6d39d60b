import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0 to 2.2 at levels A and AA, and axe's own best practices. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** All that axe knows, only its rules on colours, or all but those that measure colours. */
export type AxeRules = "all" | "colours" | "all but contrast";

/**
 * What axe-core finds on the page as it stands, one line a fault: rule, place and what to mend. It runs through the
 * debugger in a world of its own, so the page's Content-Security-Policy stays as strict as for everyone.
 */
export async function axeViolations(page: Page, rules: AxeRules = "all"): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
      worldName: "axe",
    });
    await session.send("Runtime.evaluate", { contextId, expression: SOURCE });
    const options = JSON.stringify({
      runOnly: { type: "tag", values: rules === "colours" ? ["cat.color"] : TAGS },
      rules: rules === "all but contrast" ? { "color-contrast": { enabled: false } } : {},
      resultTypes: ["violations"],
    });
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId,
      expression: `axe.run(document, ${options}).then((results) => JSON.stringify(results))`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined || typeof result.value !== "string") {
      throw new Error(`axe could not look at the page: ${exceptionDetails?.exception?.description ?? "no answer"}`);
    }
    const { violations, passes } = JSON.parse(result.value) as AxeResults;
    if (passes.length === 0) throw new Error("axe found nothing on the page to look at.");
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${help}. ${failureSummary ?? ""}`),
    );
  } finally {
    await session.detach();
  }
}

/** Fails with every fault that axe finds on the page as it stands. */
export async function expectNoAxeViolations(page: Page, rules: AxeRules = "all"): Promise<void> {
  expect(await axeViolations(page, rules)).toEqual([]);
}
