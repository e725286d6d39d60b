import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { changeStart } from "./changed-start.ts";
import { PHONE } from "./journey.ts";
import { serviceWith } from "./published.ts";
import { cards, say, test, textOf } from "./sentences.ts";
import { DIST } from "./site.ts";

describe("without script", () => {
  test("the first twenty services stand there, with numbers to call and a way to all the others", async ({
    journey,
    see,
  }) => {
    const page = await journey.open("", { script: false, screen: PHONE });
    expect(await page.locator("article").count()).toBe(20);
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    await see.nothingSideways();
    await page.locator('a[href*="borough/"]:visible').first().click();
    expect(await page.locator("a[href]").count()).toBeGreaterThan(20);
  });

  test("every borough has a page of its own that leads to services", async ({ journey }) => {
    const boroughs = readdirSync(join(DIST, "borough")).filter(
      (file) => file.endsWith(".html") && !/^(?:index|london-wide)\.html$/.test(file),
    );
    expect(boroughs).toHaveLength(33);
    const page = await journey.open("borough/tower-hamlets.html", { script: false });
    expect(await textOf(page.locator("h1"))).toContain("Tower Hamlets");
    const link = page.locator("article a[href*='service/']").first();
    const name = await textOf(link);
    await link.click();
    expect(await textOf(page.locator("h1"))).toBe(name);
  });

  test("a service's plain page has its number, its mail and how old it is", async ({ journey }) => {
    const service = serviceWith(
      "phone and e-mail",
      ({ contacts }) => contacts.phones[0]?.dial != null && contacts.emails.length > 0,
    );
    const page = await journey.open(`service/${encodeURIComponent(service.id)}.html`, { script: false });
    expect(await textOf(page.locator("h1"))).toContain(service.name);
    expect(await page.locator(`a[href^="tel:${service.contacts.phones[0]?.dial}"]`).count()).toBeGreaterThan(0);
    expect(await page.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0);
    expect(await page.locator(".age").count()).toBeGreaterThan(0);
  });
});

describe("without WebGL", () => {
  test("the list works, and a sentence stands where the map would be", async ({ journey, given, when, see }) => {
    await given.theFindScreen({ webgl: false, map: true });
    journey.record.announce(/WebGL|GPUInitialization/i, "this browser can't draw maps");
    await see.words(say["map.noWebgl"]);
    const all = await see.resultCount();
    await when.ticking(say["facet.borough"], "Ealing");
    await see.fewerResultsThan(all);
  });
});

/** What the server answers instead of a file, and what the page says then. */
const BROKEN = [
  { name: "is not there", status: 404, body: "Not found", says: say["failed.notFound"] },
  { name: "is half of a file", status: 200, body: '{"format":1,"count":', says: say["failed.unreadable"] },
] as const;

describe("without its data", () => {
  for (const { name, status, body, says } of BROKEN) {
    test(`the page says so when its index ${name}, and the first services still stand there`, async ({
      journey,
      see,
    }) => {
      const page = await journey.open("about:blank");
      journey.record.announce(/start\.json|404/, "the index is taken away on purpose");
      await page.route("**/start.json", (route) => route.fulfill({ status, body }));
      await page.goto(journey.site);
      await see.words(says);
      expect(await page.locator("article").count()).toBe(20);
      expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    });
  }

  test("the page says so when its index is from a newer version, and the first services still stand there", async ({
    journey,
    see,
  }) => {
    const page = await journey.open("about:blank");
    await changeStart(page, journey.site, (start) => ({ ...start, index: { format: 99, count: 0 } }));
    await page.goto(journey.site);
    await see.words(say["failed.newer"]);
    expect(await page.locator("article").count()).toBe(20);
  });

  test("a dead line is called being offline, and trying again works once the line is back", async ({
    journey,
    see,
  }) => {
    const page = await journey.open("about:blank");
    journey.record.announce(/start\.json|ERR_/, "the line is cut on purpose");
    await page.route("**/start.json", (route) => route.abort("internetdisconnected"));
    await page.goto(journey.site);
    await see.words(say["failed.offline"]);
    await page.unroute("**/start.json");
    await page
      .getByRole("button", { name: say["failed.retry"] })
      .or(page.getByRole("link", { name: say["failed.retry"] }))
      .click();
    await page.locator('#filters input[type="checkbox"]').first().waitFor();
  });

  test("a service whose details don't come still shows its card and can be tried again", async ({
    journey,
    given,
    see,
  }) => {
    const service = serviceWith("a name", () => true);
    const page = await given.theFindScreen();
    journey.record.announce(/details|404/, "the details are taken away on purpose");
    await page.route("**/details/*.json", (route) => route.fulfill({ status: 404, body: "Not found" }));
    await page.goto(`${journey.site}#/service/${encodeURIComponent(service.id)}`);
    await see.words(say["service.detailsFailed"]);
    expect(await textOf(cards(page).first())).toContain(service.name);
    await page.unroute("**/details/*.json");
    await page.getByRole("button", { name: say["service.retry"] }).click();
    await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor();
  });

  test("the map's own files may fail without taking the list with them", async ({ journey, see, when }) => {
    const page = await journey.open("about:blank", { map: true });
    journey.record.announce(/Failed to load|404|dynamically imported/, "the map's files are taken away on purpose");
    await page.route(/maplibre|[Mm]ap[A-Z-].*\.js/, (route) => route.fulfill({ status: 404, body: "Not found" }));
    await page.goto(journey.site);
    await see.words(new RegExp(`${say["map.failed"]}|${say["part.failed"]}`));
    const all = await see.resultCount();
    await when.ticking(say["facet.borough"], "Ealing");
    await see.fewerResultsThan(all);
  });
});
