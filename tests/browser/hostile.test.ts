import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { Service } from "../../src/services/service.ts";
import { writeHostileSite } from "../hostile/hostile-site.ts";
import { EVERY_CASE } from "./every-case.ts";
import { createTest, DESKTOP, type Journey, PHONE, type Visitor } from "./journey.ts";
import { PATIENCE, say } from "./sentences.ts";
import { type ServedSite, serveFolder } from "./serve.ts";
import { DIST } from "./site.ts";

let folder = "";
let served: ServedSite;
let services: readonly Service[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  services = await writeHostileSite(DIST, "data/published/areas", folder);
  served = await serveFolder(folder);
}, 300_000);
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const test = createTest(() => served.address);

/** Whatever of the corpus runs asks for a dialog, and whatever asks for more is turned away by the policy: both are errors. */
const WATCH = `
  for (const name of ["alert", "confirm", "prompt", "msgbox"]) {
    window[name] = () => console.error("a hostile value ran and called " + name);
  }
  addEventListener("securitypolicyviolation", (event) => console.error("policy: " + event.effectiveDirective));
`;

async function opened(journey: Journey, path: string, visitor: Visitor): Promise<Page> {
  const page = await journey.open(path, { watch: WATCH, ...visitor });
  page.on("dialog", (dialog) => {
    throw new Error(`A hostile value opened a dialog: ${dialog.message()}`);
  });
  return page;
}

/** Fails where a value has made the page wider than the screen, or put something of its own over it. */
async function standsFirm(page: Page, where: string): Promise<void> {
  const found = await page.evaluate<Record<string, unknown>>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const own = "script:not([src]), iframe, object, embed, form[action], base, img[onerror], dialog[open], [onload], [onerror], [style*='attack']";
    return {
      wide: scrollWidth > clientWidth
        ? [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > clientWidth + 1)
            .slice(0, 3).map((e) => e.className + ": " + e.textContent.slice(0, 60))
        : [],
      foreign: [...document.querySelectorAll(own)].map((e) => e.outerHTML.slice(0, 80)),
      links: [...document.links].map((a) => a.protocol).filter((p) => !/^(https?|mailto|tel):$/.test(p)),
      ran: window.ran === undefined,
      visible: getComputedStyle(document.body).display !== "none",
    };
  })()`);
  expect([where, found]).toEqual([where, { wide: [], foreign: [], links: [], ran: true, visible: true }]);
}

for (const { name, screen } of [
  { name: "a phone", screen: PHONE },
  { name: "a desk", screen: DESKTOP },
]) {
  test(`on ${name} the list of hostile values is whole: nothing runs, nothing sticks out`, async ({ journey }) => {
    const page = await opened(journey, "", { screen });
    await page.getByRole("heading", { name: String(services.length) }).waitFor(PATIENCE);
    const more = page.locator(".results").getByRole("button", { name: /more/i }).last();
    for (let i = 0; i < 12 && (await more.count()) > 0; i++) await more.click();
    expect(await page.locator("main article").count()).toBe(services.length);
    await standsFirm(page, "Find");
    await page.getByLabel(say["search.what"]).fill("<img src=x onerror=alert(1)>");
    await page.getByLabel(say["search.what"]).press("Enter");
    await page.waitForTimeout(500);
    await standsFirm(page, "Find, searching for markup");
    await page.goto(`${journey.site}#/about`);
    await page.getByRole("heading", { level: 1, name: say["about.title"] }).waitFor(PATIENCE);
    await standsFirm(page, "About");
  });

  if (EVERY_CASE || screen === PHONE)
    test(`on ${name} hostile values make whole sheets`, async ({ journey }) => {
      const page = await opened(journey, "", { screen });
      for (let at = 0; at < services.length; at += 40) {
        const ids = services.slice(at, at + 40).map(({ id }) => id);
        await page.goto("about:blank");
        await page.goto(`${journey.site}#/shortlist?ids=${ids.join(",")}`);
        await page.locator(".sheet-entry").first().waitFor(PATIENCE);
        await standsFirm(page, `sheet from ${at}`);
      }
    });
}

test("hostile services open one by one", async ({ journey }) => {
  const page = await opened(journey, "", { screen: PHONE });
  for (const { id } of services.filter((_, i) => i % (EVERY_CASE ? 2 : 6) === 0)) {
    await page.goto(`${journey.site}#/service/${encodeURIComponent(id)}`);
    await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor(PATIENCE);
    await standsFirm(page, id);
  }
});

test("hostile services stand as plain pages", async ({ journey }) => {
  const page = await opened(journey, "borough/camden.html", { screen: PHONE });
  await standsFirm(page, "Camden");
  const chosen = services.filter((_, i) => EVERY_CASE || i % 3 === 1);
  for (const file of ["about.html", "report.html", ...chosen.map(({ id }) => `service/${id}.html`)]) {
    await page.goto(`${journey.site}${file}`);
    await standsFirm(page, file);
  }
});
