import { expect } from "vitest";
import { publication } from "./published.ts";
import { PATIENCE, say, test } from "./sentences.ts";

test("by keyboard alone: past the header to the filters, a language ticked, and into the first service", async ({
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen();
  const all = await see.resultCount();
  await when.tabbingTo(new RegExp(say["app.skipToFilters"]), 5);
  await when.pressing("Enter");
  await when.tabbingTo(new RegExp(`^${say["facets.search"]}.*${say["facet.spokenLanguage"]}`), 20);
  await page.keyboard.type("Bengali");
  await when.tabbingTo(/^Bengali/, 5);
  await when.pressing("Space");
  expect(await page.locator(":focus").isChecked()).toBe(true);
  await see.someResults();
  await expect.poll(see.address, PATIENCE).toContain("speaks=");
  expect(await see.resultCount()).toBeLessThanOrEqual(all);

  await when.pressing("Home");
  await page.locator(".skip a").first().focus();
  await when.pressing("Enter");
  expect(await page.locator(":focus").getAttribute("id")).toBe("results");
  const [name = ""] = await see.cardNames();
  await when.tabbingTo(new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`), 40);
  await when.pressing("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await expect.poll(() => page.locator("h1:focus").count(), PATIENCE).toBe(1);
});

test("a place and words can be given, and the search sent, without a pointer", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  await when.tabbingTo(new RegExp(say["search.what"].replace("?", "\\?")), 20);
  await page.keyboard.type("food");
  await when.tabbingTo(new RegExp(say["search.where"].replace("?", "\\?")), 5);
  await page.keyboard.type("N1 9GU");
  await when.pressing("Enter");
  await page.locator("#results .card-facts strong").first().waitFor();
  await see.someResults();
});

test("focus is always to be seen", async ({ given, when }) => {
  const page = await given.theFindScreen();
  for (let i = 0; i < 25; i++) {
    await when.pressing("Tab");
    const seen = await page.locator(":focus").evaluate((element) => {
      const box = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const marked = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      return { what: element.outerHTML.slice(0, 80), ok: marked && box.width > 0 && box.height > 0 };
    });
    expect(seen).toEqual({ what: seen.what, ok: true });
  }
});

test("three presses of Shift leave at once, and Back does not return", async ({ journey, when, see }) => {
  const { leaveAddress } = publication();
  const page = await journey.open("about:blank");
  journey.record.announce(new RegExp(new URL(leaveAddress).hostname), "leaving is a request to another site");
  await page.route(`${new URL(leaveAddress).origin}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Elsewhere</title><h1>Weather</h1>" }),
  );
  await page.goto(journey.site);
  await page.locator('#filters input[type="checkbox"]').first().waitFor({ state: "attached" });
  await when.ticking(say["facet.spokenLanguage"], "Somali");
  await when.openingTheFirstCard();
  await see.words(say["service.contact"]);
  await when.pressing("Shift", 3);
  await page.waitForURL(leaveAddress);
  // The page that is asked to go back may be gone before it can answer.
  await page.evaluate(() => window.history.back()).catch(() => undefined);
  await expect.poll(() => page.url()).toBe("about:blank");
});
