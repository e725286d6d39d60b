import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";
import { type Journey, PHONE, type Visitor } from "./journey.ts";
import { PATIENCE, say, test } from "./sentences.ts";

const LIST = `Community directory;;;;
;;;;
Service name;Post code;Tel;Languages;Colour of door
Tea at Three;E1 6AN;020 7946 0018;Bangla;blue
Coffee at Four;NW1 2DB;ask Joan;Klingon;red
;E1 6AN;020 7946 0019;;green
Far Away Lunch;M1 1AE;;;`;

/** Names that stand in no request: whatever of them leaves the device is a broken promise. */
const SECRETS = ["Tea at Three", "NW1 2DB", "Klingon", "Far Away"];

const file = (text: string, name = "list.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** The check screen with a file chosen and its columns found. */
async function theFile(journey: Journey, text: string, visitor: Visitor = {}): Promise<Page> {
  const page = await journey.open("#/check", visitor);
  await page.getByRole("heading", { level: 1, name: say["check.title"] }).waitFor();
  await page.locator('input[type="file"]').setInputFiles(file(text));
  await page.getByRole("button", { name: say["check.start"] }).waitFor();
  return page;
}

async function checked(journey: Journey, text: string, visitor: Visitor = {}): Promise<Page> {
  const page = await theFile(journey, text, visitor);
  await page.getByRole("button", { name: say["check.start"] }).click();
  await page.locator("#check-result").waitFor(PATIENCE);
  return page;
}

describe("an officer with a spreadsheet", () => {
  test("finds the way from About, and leaves with a cleaned file that reads back the same", async ({
    given,
    journey,
    see,
  }) => {
    const page = await given.theAboutScreen();
    await page.getByRole("link", { name: say["about.publishCheck"] }).click();
    await page.locator('input[type="file"]').setInputFiles(file(LIST));
    await page.getByRole("button", { name: say["check.start"] }).click();
    await see.words("4 rows give 2 services");
    await see.words("Type the name of the service or group.");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: say["check.download.csv"] }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("list-cleaned.csv");
    const cleaned = readFileSync(await download.path(), "utf8");
    expect(cleaned).toContain("Tea at Three");
    expect(cleaned).toContain("Camden");

    await page.locator('input[type="file"]').setInputFiles(file(cleaned, "again.csv"));
    await page.getByRole("button", { name: say["check.start"] }).click();
    await see.words("2 rows give 2 services");
    see.noRequestTelling(...SECRETS);
    expect(journey.record.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test("sees on a map, only when asked for, where the services stand", async ({ journey }) => {
    const page = await checked(journey, LIST, { map: true });
    const mapFiles = () => journey.record.requests.filter(({ url }) => /maplibre|map-view/.test(url)).length;
    expect(mapFiles()).toBe(0);
    await page.getByRole("button", { name: say["check.showMap"] }).click();
    await page.locator(".check-map canvas").waitFor(PATIENCE);
    await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor(PATIENCE);
  });

  test("can go on using the page while fifty thousand rows are checked, and can stop them", async ({ journey }) => {
    const rows = Array.from(
      { length: 50_000 },
      (_, i) => `Example group ${i},E1 6AN,020 7946 0${100 + (i % 900)},Bangla`,
    );
    const page = await theFile(journey, `Service name,Post code,Tel,Languages\n${rows.join("\n")}`);
    await page.getByRole("button", { name: say["check.start"] }).click();
    const progress = page.getByRole("progressbar");
    await expect.poll(async () => Number(await progress.getAttribute("value")), PATIENCE).toBeGreaterThan(0);
    // The page answers between two rows: a box can be opened and a key is heard.
    await page.getByRole("button", { name: say["check.cancel"] }).click();
    await progress.waitFor({ state: "detached" });
    await page.getByRole("button", { name: say["check.start"] }).click();
    await page.locator("#check-result").waitFor({ timeout: 110_000 });
    expect(await page.locator(".check-accepted strong").textContent()).toBe("50,000");
    expect(await page.getByRole("rowheader").count()).toBeLessThan(300);
  });

  test("is told in a sentence when the file is no list", async ({ journey, see }) => {
    const page = await journey.open("#/check");
    await page.locator('input[type="file"]').setInputFiles({
      name: "list.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
    });
    await see.words(/Excel workbook/);
  });

  for (const { where, visitor } of [
    { where: "on a wide screen", visitor: {} },
    { where: "on a phone in the dark", visitor: { screen: PHONE, scheme: "dark" } },
  ] as const) {
    test(`meets no fault that axe knows, ${where}`, async ({ journey, see }) => {
      const page = await checked(journey, LIST, { ...visitor, calm: true });
      // What has scrolled behind the header would be called too small to press.
      await page.evaluate("scrollTo(0, 0)");
      await expectNoAxeViolations(page);
      await see.nothingSideways();
    });
  }
});
