import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";
import { EVERY_CASE } from "./every-case.ts";
import { type Journey, PHONE, type Visitor } from "./journey.ts";
import { pdfPages } from "./pdf-text.ts";
import { PATIENCE, say, test, textOf } from "./sentences.ts";

const SECTION = "#equity-map";
const EALING = "E09000009";
const NUMBER = /^[\d,.]+%?$/;

/** The page on who is left out, with its numbers. */
async function thePage(journey: Journey, query: string, visitor: Visitor = {}): Promise<Page> {
  const page = await journey.open(`#/equity?${query}`, visitor);
  await page.locator(".reach-card").first().waitFor(PATIENCE);
  return page;
}

async function theProfile(journey: Journey, query: string, visitor: Visitor = {}): Promise<Page> {
  const page = await journey.open(`#/equity?${query}&profile=${EALING}`, visitor);
  await page.locator(".profile table").first().waitFor(PATIENCE);
  return page;
}

const answer = (page: Page): Promise<string> => textOf(page.locator(`${SECTION} .pin-place`));

/** What each row of the tables shows that is a number. */
const numbersOf = (page: Page): Promise<string[][]> =>
  page
    .locator(".profile tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [
          ...(
            row as unknown as { querySelectorAll(css: string): Iterable<{ textContent: string | null }> }
          ).querySelectorAll("td.numeric"),
        ]
          .map(({ textContent }) => (textContent ?? "").trim())
          .filter((text) => /^[\d,.]+%?$/.test(text)),
      ),
    );

describe("somebody who asks who is left out", () => {
  test("is answered by a worker, and a place they type is told to nobody", async ({ journey, see, when }) => {
    const page = await thePage(journey, "about=food-banks");
    await expect
      .poll(() => journey.record.requests.some(({ url }) => url.includes("reach-worker")), PATIENCE)
      .toBe(true);
    const where = page.locator(SECTION).getByLabel(say["search.where"]);
    await where.fill("UB1 1SW");
    await where.press("Enter");
    expect(await answer(page)).toMatch(/The nearest is .+ km away/);
    const first = await answer(page);
    await when.tabbingTo(new RegExp(`^${say["equity.pin.north"]}$`));
    await when.pressing("ArrowUp", 5);
    await expect.poll(() => answer(page), PATIENCE).not.toBe(first);
    await when.tabbingTo(new RegExp(`^${say["equity.pinUndo"]}$`));
    await when.pressing("Enter", 5);
    await expect.poll(() => answer(page), PATIENCE).toBe(first);
    see.noRequestTelling("UB1", "food-banks");
    expect(see.address()).not.toContain("UB1");
  });

  test("opens a gap by keyboard and sees it among the neighbourhoods", async ({ journey, when }) => {
    const page = await thePage(journey, "about=food-banks");
    const gap = page.locator(".gaps li").first();
    const name = ((await gap.locator("summary").textContent()) ?? "").trim();
    await gap.locator("summary").focus();
    await when.pressing("Enter");
    await gap.getByRole("button", { name: say["equity.gapMap"] }).focus();
    await when.pressing("Enter");
    expect(await answer(page)).toContain(name);
    const nearest = ((await gap.locator("p").first().textContent()) ?? "").replace(say["equity.gapOpen"], "").trim();
    expect(await answer(page)).toContain(nearest);
  });

  test("presses the map and sees what is nearest there", async ({ journey }) => {
    const page = await thePage(journey, "about=food-banks", { map: true, calm: true });
    await page.locator(SECTION).scrollIntoViewIfNeeded();
    const canvas = page.locator(".reach-map canvas");
    await page.locator(".reach-map .map-controls").waitFor({ timeout: 90_000 });
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error("The map has no place on the screen.");
    await expect
      .poll(
        async () => {
          await canvas.click({ position: { x: box.width * 0.36, y: box.height * 0.62 } });
          return (await page.locator(`${SECTION} .pin-place strong`).count()) > 0 ? answer(page) : "";
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toMatch(/people – .*within 1 km/);
    expect(await answer(page)).toMatch(/A service at the pin would be within 1 km of [\d,]+ people/);
  });
});

describe("a borough's profile", () => {
  for (const about of EVERY_CASE ? ["food-banks", "somali-mental-health"] : ["somali-mental-health"]) {
    test(`prints on two sheets with the numbers of its tables and files (${about})`, async ({ journey }) => {
      const page = await theProfile(journey, `about=${about}`);
      const rows = await numbersOf(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".profile .data-table").first().getByRole("button").click(),
      ]);
      const file = readFileSync(await download.path(), "utf8").replace(/^\ufeff/, "");
      const pages = pdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expect(pages).toHaveLength(2);
      const runs = pages.flat();
      const printed = ` ${runs
        .map((run) => run.trim())
        .filter((run) => NUMBER.test(run))
        .join(" ")} `;
      expect(rows.length).toBeGreaterThan(30);
      for (const row of rows) if (row.length > 0) expect(printed).toContain(` ${row.join(" ")} `);
      const [heading = [], ealing = []] = file.split("\r\n").map((line) => line.split(","));
      for (const label of ["Share within 0.5 km", "Share within 1 km", "Share within 2 km"]) {
        const share = Number(ealing[heading.indexOf(label)]);
        expect(rows[0]).toContain(`${Number((share * 100).toFixed(1))}%`);
      }
      const text = runs.join(" ");
      for (const part of ["Ealing", "listing is not provision", "Census 2021", "Built on", say["equity.method"]]) {
        expect(text).toContain(part);
      }
    });
  }
});

test("a borough's profile prints on two sheets in Urdu, from right to left", async ({ journey }) => {
  const page = await theProfile(journey, "about=food-banks");
  await page.locator("header select").first().selectOption("ur");
  await page.locator('html[lang="ur"][dir="rtl"] .profile table').first().waitFor(PATIENCE);
  await expect.poll(() => textOf(page.locator("h1")), PATIENCE).toContain("کون رہ گیا ہے");
  expect(pdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toHaveLength(2);
});

describe("axe finds no fault", () => {
  const onPhone = ["on a phone in the dark", { screen: PHONE, scheme: "dark", calm: true }] as const;
  const onDesk = ["on a wide screen", { calm: true }] as const;
  for (const [where, visitor] of EVERY_CASE ? [onPhone, onDesk] : [onPhone]) {
    test(`with a pin and every fold open, ${where}`, async ({ journey, see }) => {
      const page = await thePage(journey, "about=food-banks", visitor);
      for (const fold of await page.locator("main section > details > summary").all()) await fold.click();
      await page.getByText(say["equity.peopleText"]).waitFor(PATIENCE);
      const where = page.locator(SECTION).getByLabel(say["search.where"]);
      await where.fill("Southall");
      await where.press("Enter");
      await page.locator(`${SECTION} .pin-answer`).waitFor(PATIENCE);
      await page.evaluate("scrollTo(0, 0)");
      await expectNoAxeViolations(page);
      await see.nothingSideways();
    });

    test(`in a profile, ${where}`, async ({ journey, see }) => {
      const page = await theProfile(journey, "about=food-banks", visitor);
      await page.evaluate("scrollTo(0, 0)");
      await expectNoAxeViolations(page);
      await see.nothingSideways();
    });

    test(`where nothing is found, ${where}`, async ({ journey, see }) => {
      const page = await thePage(journey, "speaks=so&faith=sikh&only=1", visitor);
      await page.evaluate("scrollTo(0, 0)");
      await expectNoAxeViolations(page);
      await see.nothingSideways();
    });
  }
});
