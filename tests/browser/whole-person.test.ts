import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { cards, PATIENCE, say, test } from "./sentences.ts";

const reasonsOf = (page: Page): Promise<readonly string[]> => page.locator("#results .card-reasons").allInnerTexts();

/** What a line of reasons begins with: a mark for the eye, and words that say the same. */
const MARKED = new RegExp(`^(?:✓ ${say["card.fits"]}|– ${say["card.doesNotSay"]}|✕ ${say["card.doesNotFit"]}): `);

/** A Somali-speaking Muslim woman who is low, and lives near E1 6AN. */
async function tickTheWholePerson(when: {
  ticking: (facet: string, term: string) => Promise<void>;
  startingFrom: (place: string) => Promise<void>;
}): Promise<void> {
  await when.ticking(say["facet.spokenLanguage"], "Somali");
  await when.ticking(say["facet.faith"], "Muslim");
  await when.ticking(say["facet.whoFor"], "Women");
  await when.ticking(say["facet.specialism"], "Mental health and wellbeing");
  await when.startingFrom("E1 6AN");
}

test("a person of several characteristics sees of each result, in marks and words, what fits and what it does not say", async ({
  journey,
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen();
  await tickTheWholePerson(when);
  await page.getByLabel(say["search.within"]).selectOption("2");
  await expect.poll(async () => (await see.chips()).length, PATIENCE).toBeGreaterThanOrEqual(6);
  await see.someResults();
  await expect.poll(async () => (await reasonsOf(page)).length, PATIENCE).toBe(await cards(page).count());
  const reasons = (await reasonsOf(page)).map((text) => text.split("\n").map((line) => line.trim()));
  for (const lines of reasons) {
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(MARKED);
  }
  const fits = reasons.map((lines) => lines.filter((line) => line.startsWith("✓")).length);
  expect(fits[0]).toBeGreaterThan(0);
  expect(fits).toEqual([...fits].sort((a, b) => b - a));
  await see.words(say["results.order"]);
  see.noRequestTelling("somali", "muslim", "E1 6AN");
  expect(journey.page.url()).not.toMatch(/e1|6an/i);
});

test("one switch leaves only those that say so, each with a tick for everything chosen, and back again", async ({
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen();
  await when.ticking(say["facet.spokenLanguage"], "Somali");
  await when.ticking(say["facet.specialism"], "Mental health and wellbeing");
  const mayFit = await see.resultCount();
  await when.leavingOutWhatDoesNotSay();
  await see.fewerResultsThan(mayFit);
  await see.someResults();
  for (const text of await reasonsOf(page)) expect(text.match(/✓/g)).toHaveLength(2);
  await page.getByRole("radio", { name: say["reading.mayFit"] }).check();
  await see.results(mayFit);
});

test("a value can be left out, and that is said in words", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  const option = await when.lookingFor(say["facet.faith"], "Christian");
  const all = await see.resultCount();
  await option.getByRole("button", { name: say["facets.not"] }).click();
  await see.fewerResultsThan(all);
  expect((await see.chips()).join(" ")).toContain(say["chips.not"].replace("{name}", "Christian"));
  for (const text of await cards(page).allInnerTexts()) expect(text).not.toMatch(/Faith: [^\n]*Christian/);
  await page
    .getByRole("button", {
      name: say["chips.remove"].replace("{name}", say["chips.not"].replace("{name}", "Christian")),
    })
    .click();
  await see.results(all);
});

/** What people type, and what the first card then has to do with it. */
const TYPED = [
  ["somaali", /Somali/],
  ["soomaali", /Somali/],
  ["język polski", /Polish/],
  ["فارسی", /Persian|Farsi|Iran|Afghan/],
  ["benifits", /benefit|welfare|form|advice/i],
  ["lonely", /lonel|befriend|isolat|company|friend/i],
  ["someone to talk to", /talk|befriend|listen|counsel|friend|lonel|support/i],
  ["food", /food|meal|lunch/i],
] as const;

test("words in any script, with typos, as people say them, find while they are typed: the first card is about them and says which words it has", async ({
  given,
  see,
}) => {
  const page = await given.theFindScreen();
  const all = await see.resultCount();
  const what = page.getByLabel(say["search.what"]);
  const [matched = ""] = say["card.matched"].split("{");
  for (const [typed, about] of TYPED) {
    await what.click();
    await what.pressSequentially(typed);
    // More than there were, where the words call for places as well.
    await expect.poll(see.resultCount, PATIENCE).not.toBe(all);
    await see.someResults();
    await expect.poll(async () => (await cards(page).allInnerTexts())[0] ?? "", PATIENCE).toMatch(about);
    await see.everyCardSaying(matched.trim());
    await page.locator(".suggestion").first().waitFor();
    await what.fill("");
    await see.results(all);
  }
  see.noRequestTelling(...TYPED.map(([typed]) => typed));
});

/** Every sort of place that the one box takes: postcode, its first part, borough, neighbourhood, station, practice. */
const STARTS = ["E1 6AN", "SE15", "Hackney", "Brixton", "Walthamstow Central", "Lichfield Grove Surgery"];

describe("a start in one box", () => {
  test("puts the nearest first, whatever sort of place it is, and the list says how far", async ({
    given,
    when,
    see,
  }) => {
    const page = await given.theFindScreen();
    for (const place of STARTS) {
      await when.startingFrom(place);
      await see.words(new RegExp(`near .*${place.split(" ")[0]}`, "i"));
      await page.locator("#results .card-facts strong").first().waitFor();
      expect(await page.locator("#results .card-facts strong").first().innerText()).toMatch(/away/);
    }
    see.noRequestTelling(...STARTS);
  });

  test("where the device is counts when asked for, and is kept nowhere", async ({ journey, given, see }) => {
    const page = await given.theFindScreen();
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 51.4626, longitude: -0.1145 });
    await page.getByRole("button", { name: say["search.myPlace"] }).click();
    await see.words(say["chips.near"].replace("{place}", say["search.myPlaceLabel"]));
    await page.locator("#results .card-facts strong").first().waitFor();
    see.noRequestTelling("51.46", "-0.11");
    expect(journey.page.url()).not.toMatch(/51|0\.11/);
    expect(await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")).not.toMatch(/51\.46/);
    await page.reload();
    await page.locator(".results-count").waitFor();
    expect(await page.locator("#results .card-facts strong").count()).toBe(0);
  });
});

test("services with no place are a group of their own beneath those that have one, with their number", async ({
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen();
  const all = await see.resultCount();
  await when.ticking(say["facet.spokenLanguage"], "Polish");
  await when.leavingOutWhatDoesNotSay();
  await see.fewerResultsThan(all);
  const total = await see.resultCount();
  const more = page.locator("#results .more").getByRole("button");
  while ((await more.count()) > 0) await more.click();
  await expect.poll(() => cards(page).count(), PATIENCE).toBe(total);
  const title = page.locator(".group-title");
  expect(await title.innerText()).toContain(say["results.noPlaceTitle"]);
  const apart = Number((await title.innerText()).replace(/\D/g, ""));
  expect(apart).toBeGreaterThan(0);
  expect(await page.locator(".group-title + .cards article").count()).toBe(apart);
});

test("when nothing is left it says what to drop and how many that gives, what is nearest beyond, and where to phone", async ({
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen();
  await when.ticking(say["facet.spokenLanguage"], "Bengali");
  await when.leavingOutWhatDoesNotSay();
  await see.someResults();
  await when.startingFrom("BR6 0NN");
  await page.getByLabel(say["search.within"]).selectOption("0.5");
  await see.words(say["nothing.title"]);
  await see.words(say["nothing.phone"]);
  await see.words(say["nothing.beyond"]);
  expect(await page.locator(".nothing .card-facts strong").count()).toBeGreaterThan(0);
  const ways = page.locator(".nothing-ways").getByRole("button");
  expect(await ways.count()).toBeGreaterThan(1);
  const promised = Number(((await ways.first().innerText()).match(/: ([\d,]+) result/)?.[1] ?? "").replace(",", ""));
  expect(promised).toBeGreaterThan(0);
  await ways.first().click();
  await see.results(promised);
});

test("three questions, each of which can be skipped, land on the same search", async ({ given, see }) => {
  const page = await given.theFindScreen();
  await page.getByRole("link", { name: say["ask.link"] }).click();
  await page.getByRole("heading", { level: 1, name: say["ask.who"] }).waitFor();
  await page.getByRole("checkbox", { name: "Older people" }).check();
  await page.getByRole("button", { name: say["ask.next"] }).click();
  await page.getByRole("heading", { level: 1, name: say["ask.what"] }).waitFor();
  await page.getByRole("button", { name: say["ask.skip"] }).click();
  await page.getByRole("heading", { level: 1, name: say["ask.where"] }).waitFor();
  await page.getByRole("searchbox").fill("E1 9ZZ");
  await page.getByRole("button", { name: say["ask.show"] }).click();
  await see.words(say["search.outsideLondon"].replace("{text}", "E1 9ZZ"));
  await page.getByRole("searchbox").fill("Hackney");
  await page.getByRole("button", { name: say["ask.show"] }).click();
  await expect.poll(async () => (await see.chips()).join(" "), PATIENCE).toMatch(/Hackney.*Older people/);
  await see.firstCardSaying("Older people");
});
