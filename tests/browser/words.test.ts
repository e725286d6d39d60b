import type { Page } from "playwright-core";
import { expect } from "vitest";
import { PHONE } from "./journey.ts";
import { PATIENCE, say, test } from "./sentences.ts";

const what = (page: Page) => page.getByLabel(say["search.what"]);
const where = (page: Page) => page.getByLabel(say["search.where"]);
const suggestions = (page: Page) => page.locator(".suggestion");

/** Types as a person does, key by key, and waits until something is offered. */
async function typeAndWait(page: Page, text: string): Promise<void> {
  await what(page).click();
  await what(page).pressSequentially(text);
  await suggestions(page).first().waitFor();
}

const only = (facet: string, term: string): string =>
  say["search.suggest"].replace("{facet}", facet).replace("{term}", term);

test("a typed language is offered as that filter, in any script; choosing it sets the filter and takes the word", async ({
  given,
  see,
}) => {
  for (const typed of ["bangla", "বাংলা"]) {
    const page = await given.theFindScreen();
    await typeAndWait(page, typed);
    await page.getByRole("button", { name: only(say["facet.spokenLanguage"], "Bengali") }).click();
    await expect.poll(() => what(page).inputValue(), PATIENCE).toBe("");
    expect((await see.chips()).join(" ")).toContain("Bengali");
    await see.addressSaying("speaks=bn");
    await see.firstCardSaying("Bengali");
    expect(await suggestions(page).count()).toBe(0);
    see.noRequestTelling("bangla", "bengali");
  }
});

test("suggestions are reached by arrow keys, pressed with Enter, and sent away with Escape", async ({ given, see }) => {
  const page = await given.theFindScreen();
  await typeAndWait(page, "somali lonely");
  await page.keyboard.press("Escape");
  await expect.poll(() => suggestions(page).count(), PATIENCE).toBe(0);
  expect(await what(page).inputValue()).toBe("somali lonely");

  await page.keyboard.press("Backspace");
  await suggestions(page).first().waitFor();
  await page.keyboard.press("ArrowDown");
  const chosen = (await page.locator(":focus").textContent()) ?? "";
  await page.keyboard.press("ArrowUp");
  expect(await page.locator(":focus").getAttribute("type")).toBe("search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const term = chosen.split(": ")[1] ?? "";
  await expect.poll(async () => (await see.chips()).join(" "), PATIENCE).toContain(term);
  expect(await page.locator(":focus").getAttribute("type")).toBe("search");
});

test("how many suggestions there are is said politely, once the typing rests", async ({ given }) => {
  const page = await given.theFindScreen();
  await typeAndWait(page, "bangla");
  const count = await suggestions(page).count();
  await expect
    .poll(() => page.locator('.field-what [role="status"]').textContent(), PATIENCE)
    .toBe(`${say["search.suggestions"]}: ${count}`);
});

test("one line with a need and a place is taken apart on Enter, and the nearest gurdwara comes first", async ({
  given,
  see,
}) => {
  const page = await given.theFindScreen();
  await what(page).fill("gurdwara near southall");
  await what(page).press("Enter");
  await expect.poll(() => where(page).inputValue(), PATIENCE).toBe("Southall");
  await expect.poll(() => what(page).inputValue(), PATIENCE).toBe("gurdwara");
  await see.someResults();
  await expect.poll(async () => (await see.cardNames()).slice(0, 5).join(" "), PATIENCE).toMatch(/Gur(?:u)?dwara/);
  see.noRequestTelling("southall", "gurdwara");
});

test("a postcode typed among the words goes where places go, and into no address", async ({ journey, given, see }) => {
  const page = await given.theFindScreen();
  await typeAndWait(page, "somali near e1 6an");
  expect(journey.page.url()).not.toMatch(/e1/i);
  await what(page).press("Enter");
  await expect.poll(() => where(page).inputValue(), PATIENCE).toBe("E1 6AN");
  await expect.poll(() => what(page).inputValue(), PATIENCE).toBe("somali");
  await see.someResults();
  expect(journey.page.url()).not.toMatch(/e1|6an/i);
  see.noRequestTelling("E1 6AN");
});

test("a postcode that does not exist leaves the words as they were, with a sentence beside the place", async ({
  given,
  see,
}) => {
  const page = await given.theFindScreen();
  await what(page).fill("somali near e1 9zz");
  await what(page).press("Enter");
  await see.words(say["search.outsideLondon"].replace("{text}", "E1 9ZZ"));
  expect(await what(page).inputValue()).toBe("somali near e1 9zz");
});

test("a place that stands in its own box is kept", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  await when.startingFrom("Brixton");
  await see.words(/near Brixton/);
  await what(page).fill("food near southall");
  await where(page).fill("Camden");
  await where(page).press("Enter");
  await expect.poll(async () => (await see.chips()).join(" "), PATIENCE).toContain("Camden");
  expect(await what(page).inputValue()).toBe("food near southall");
});

test("on a phone the suggestions lie over the page, which does not move or scroll sideways", async ({ given, see }) => {
  const page = await given.theFindScreen({ screen: PHONE });
  await what(page).click();
  const top = async (): Promise<number> => (await where(page).boundingBox())?.y ?? Number.NaN;
  const before = await top();
  await typeAndWait(page, "food brixton");
  expect(await top()).toBe(before);
  await see.nothingSideways();
  for (const button of await suggestions(page).all()) {
    expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  }
  await suggestions(page).first().tap();
  await expect.poll(async () => (await see.chips()).length, PATIENCE).toBeGreaterThan(0);
});

test("ten thousand pasted characters, marks and halves of characters do no harm", async ({ given, see }) => {
  const page = await given.theFindScreen();
  for (const bad of ["x".repeat(10_000), "\u202e\u200f bangla".repeat(1000), "\u0001\ud800 ".repeat(3000)]) {
    await what(page).fill(bad);
    await what(page).press("Enter");
    await page.locator(".results-count").waitFor();
  }
  await what(page).fill("");
  await see.someResults();
});
