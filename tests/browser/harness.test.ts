import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { axeViolations, expectNoAxeViolations } from "./axe.ts";
import { findChromium } from "./chromium.ts";
import { EVERY_CASE } from "./every-case.ts";
import { createTest, PHONE } from "./journey.ts";
import { type ServedSite, serveFolder } from "./serve.ts";

let served: ServedSite;
beforeAll(async () => {
  served = await serveFolder(fileURLToPath(new URL("fixture", import.meta.url)));
});
afterAll(() => served.close());

const test = createTest(() => served.address);

/** Each fault, the page that has it, and the words by which the recorder must name it. */
const FAULTS = [
  { page: "console-error.html", kind: "console-error", says: /Half of the list is missing/ },
  { page: "page-error.html", kind: "page-error", says: /There is no such borough/ },
  { page: "worker-error.html", kind: "console-error", says: /The worker gave up/ },
  { page: "foreign-image.html", kind: "foreign-request", says: /^https:\/\/tiles\.example\.org\/1\.png$/ },
  { page: "foreign-fetch.html", kind: "policy-violation", says: /connect-src turned away https:\/\/counter\.example/ },
  { page: "inline-style.html", kind: "policy-violation", says: /style-src/ },
  { page: "missing.html", kind: "console-error", says: /404/ },
  { page: "outside.html", kind: "outside-folder", says: /\/logo\.png$/ },
] as const;

describe("the recorder", () => {
  test("finds nothing wrong with a page that does no wrong, on either screen", async ({ journey }) => {
    for (const screen of [undefined, PHONE]) {
      const page = await journey.open("index.html", screen === undefined ? {} : { screen });
      await page.locator("body[data-ready]").waitFor();
      expect(await journey.record.problems()).toEqual([]);
      expect(journey.record.requests.map(({ type }) => type)).toEqual(["document", "script"]);
    }
  });

  test("forgets nothing but the problem that a journey announced", async ({ journey }) => {
    const page = await journey.open("console-error.html");
    await page.waitForLoadState("networkidle");
    expect(await journey.record.problems()).toHaveLength(1);
    journey.record.announce(/something else/, "it does not happen here");
    expect(await journey.record.problems()).toHaveLength(1);
    journey.record.announce(/Half of the list/, "this page is about it");
    expect(await journey.record.problems()).toEqual([]);
  });

  for (const { page: file, kind, says } of FAULTS) {
    test(`names the fault of ${file}`, async ({ journey }) => {
      const page = await journey.open(file);
      await page.waitForLoadState("networkidle");
      const problems = await journey.record.problems();
      expect(problems.filter((problem) => problem.kind === kind && says.test(problem.text))).toHaveLength(1);
      journey.record.announce(/./, "found, as it should be");
    });

    if (EVERY_CASE || file === FAULTS[0].page)
      test.fails(`fails a journey that ends on ${file} and asserts nothing`, async ({ journey }) => {
        const page = await journey.open(file);
        await page.waitForLoadState("networkidle");
      });
  }
});

describe("the accessibility check", () => {
  test("passes a plain page under a strict policy", async ({ journey }) => {
    await expectNoAxeViolations(await journey.open("index.html"));
  });

  test("names the button without a name and the picture without words", async ({ journey }) => {
    const page = await journey.open("index.html");
    await page.evaluate("document.body.append(document.createElement('button'), document.createElement('img'))");
    const violations = await axeViolations(page);
    expect(violations.some((line) => line.startsWith("button-name at button"))).toBe(true);
    expect(violations.some((line) => line.startsWith("image-alt at img"))).toBe(true);
  });
});

describe("a visitor", () => {
  test("without script reads the page and runs nothing", async ({ journey }) => {
    const page = await journey.open("index.html", { script: false });
    expect(await page.getByText("020 7946 0018").isVisible()).toBe(true);
    expect(await page.locator("body[data-ready]").count()).toBe(0);
  });

  test("has WebGL 2 unless told otherwise", async ({ journey }) => {
    const hasWebGL = "document.createElement('canvas').getContext('webgl2') !== null";
    expect(await (await journey.open("index.html")).evaluate(hasWebGL)).toBe(true);
    expect(await (await journey.open("index.html", { webgl: false })).evaluate(hasWebGL)).toBe(false);
  });
});

describe("the search for a browser", () => {
  test("finds none where there is none, and takes the one that is named", async () => {
    expect(findChromium({ PATH: fileURLToPath(new URL("fixture", import.meta.url)) })).toBeNull();
    expect(findChromium({ PATH: "", CHROMIUM: process.execPath })).toBe(process.execPath);
    expect(findChromium({ PATH: "", CHROMIUM: "/nowhere/chromium" })).toBeNull();
  });
});
