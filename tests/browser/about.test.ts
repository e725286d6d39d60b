import { expect } from "vitest";
import { publication } from "./published.ts";
import { say, test, textOf } from "./sentences.ts";

test("every source stands on the page with publisher, licence, credit, date and what became of its rows", async ({
  given,
}) => {
  const page = await given.theAboutScreen();
  const { sources } = publication();
  expect(sources.length).toBeGreaterThanOrEqual(7);
  for (const source of sources) {
    const told = await textOf(
      page
        .getByRole("listitem")
        .filter({ has: page.getByRole("heading", { name: source.title, exact: true }) })
        .first(),
    );
    for (const fact of [source.publisher, source.licence.name, source.date, source.credit.split("\n")[0] ?? ""]) {
      expect(fact).not.toBe("");
      expect(told.replace(/\s+/g, " ")).toContain(fact.replace(/\s+/g, " "));
    }
    expect(source.services + source.merged + source.refused).toBe(source.rows);
  }
});

test("every download on the page is there", async ({ given, journey }) => {
  const page = await given.theAboutScreen();
  const files = await page
    .locator("main a:not([href^='http']):not([href^='#']):not([href^='mailto'])")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  expect(files).toContain("services.geojson");
  for (const file of files) {
    const response = await page.request.get(new URL(file, journey.site).href);
    expect(response.status(), file).toBe(200);
    expect((await response.body()).length, file).toBeGreaterThan(100);
  }
});

test("privacy and how to reach a person are said in words", async ({ given, see }) => {
  const page = await given.theAboutScreen();
  await see.words(say["about.privacyText"]);
  const { email } = publication().contact;
  expect(await page.locator(`a[href^="mailto:${email.split("@")[0]}"]`).count()).toBeGreaterThan(0);
});

test("the page's own style, which stands in it, is not fetched again by a screen that comes later", async ({
  given,
  journey,
}) => {
  const page = await given.theFindScreen();
  const own = await page.locator("link[rel=stylesheet][disabled]").getAttribute("href");
  expect(own).toMatch(/^\.\/assets\/.+\.css$/);
  for (const screen of ["#/shortlist", "#/equity", "#/about"]) {
    await page.goto(new URL(screen, journey.site).href);
    await page.locator("main h1").waitFor();
  }
  await page.waitForLoadState("networkidle");
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(asked.some((address) => address.endsWith(".css"))).toBe(true);
  expect(asked).not.toContain(new URL(own ?? "", journey.site).href);
});
