import { expect } from "vitest";
import { cards, say, test, textOf } from "./sentences.ts";

const milesOf = (text: string): number => {
  const words = text.match(/([\d.,]+)\s*(miles?|yards?|metres?|m)\b/);
  const amount = Number((words?.[1] ?? "NaN").replace(",", ""));
  return words?.[2]?.startsWith("mile") ? amount : amount / 1760;
};

test("a postcode, however it is written, puts the nearest first and never leaves the device", async ({
  journey,
  given,
  when,
  see,
}) => {
  for (const written of ["E1 4NS", " e14ns "]) {
    const page = await given.theFindScreen();
    await when.startingFrom(written);
    await page.locator("#results .card-facts strong").first().waitFor();
    const distances = (await page.locator("#results .card-facts strong").allInnerTexts()).map(milesOf);
    expect(distances.length).toBeGreaterThan(5);
    expect(distances.every(Number.isFinite)).toBe(true);
    expect(distances[0]).toBeLessThan(2);
    see.noRequestTelling("E1 4NS", "E1");
    expect(journey.page.url()).not.toMatch(/e1/i);
  }
});

test("with nothing else chosen, distances never fall from one card to the next by more than a band", async ({
  given,
  when,
}) => {
  const page = await given.theFindScreen();
  await when.startingFrom("SW1A 1AA");
  await page.locator("#results .card-facts strong").first().waitFor();
  const distances = (await page.locator("#results .card-facts strong").allInnerTexts()).map(milesOf);
  const last = distances.at(-1) ?? 0;
  expect(distances[0]).toBeLessThanOrEqual(last);
});

test("a radius leaves out what is further away", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  await when.startingFrom("E1 4NS");
  await page.locator("#results .card-facts strong").first().waitFor();
  const anyDistance = await see.resultCount();
  await page.getByLabel(say["search.within"]).selectOption("1");
  await see.fewerResultsThan(anyDistance);
  await expect
    .poll(async () =>
      (await page.locator("#results .card-facts strong").allInnerTexts()).map(milesOf).filter((miles) => miles > 1.05),
    )
    .toEqual([]);
});

test("the first part of a postcode is enough", async ({ given, when }) => {
  const page = await given.theFindScreen();
  await when.startingFrom("se5");
  await page.locator("#results .card-facts strong").first().waitFor();
  expect(await textOf(cards(page).first())).toContain("away");
});

test("a postcode outside London gets a sentence, and the list stays", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  const all = await see.resultCount();
  await when.startingFrom("M1 1AE");
  await see.words(/not a postcode in London that we know/);
  expect(await see.resultCount()).toBe(all);
  expect(await cards(page).count()).toBeGreaterThan(0);
});
