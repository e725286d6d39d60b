import { expect } from "vitest";
import { cards, PATIENCE, say, test, textOf } from "./sentences.ts";

test("a Somali speaker in Tower Hamlets finds who says so first, and how to reach them", async ({
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen({ map: true });
  const all = await see.resultCount();
  await when.ticking(say["facet.borough"], "Tower Hamlets");
  await see.fewerResultsThan(all);
  await when.ticking(say["facet.spokenLanguage"], "Somali");
  await see.firstCardSaying("Somali");
  expect((await see.chips()).join(" ")).toMatch(/Tower Hamlets.*Somali|Somali.*Tower Hamlets/);
  await when.leavingOutWhatDoesNotSay();
  await see.someResults();
  await see.everyCardSaying("Somali");
  await page.locator("#map canvas").waitFor();
  await when.openingTheFirstCard();
  await page.locator(".contacts a[href]").first().waitFor();
  see.noRequestTelling("somali", "tower hamlets", "E09000030");
});

test("the number beside a value is what ticking it gives", async ({ given, when, see }) => {
  await given.theFindScreen();
  await when.leavingOutWhatDoesNotSay();
  const option = await when.lookingFor(say["facet.spokenLanguage"], "Somali");
  const promised = Number((await textOf(option.locator(".facet-count"))).replace(/\D/g, ""));
  expect(promised).toBeGreaterThan(0);
  await when.ticking(say["facet.spokenLanguage"], "Somali");
  await see.results(promised);
});

test("what is chosen can be taken away one by one or all at once", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  const all = await see.resultCount();
  await when.ticking(say["facet.spokenLanguage"], "Bengali");
  await when.ticking(say["facet.borough"], "Newham");
  await see.fewerResultsThan(all);
  const both = await see.resultCount();
  await page.getByRole("button", { name: say["chips.remove"].replace("{name}", "Newham") }).click();
  await expect.poll(see.resultCount, PATIENCE).toBeGreaterThan(both);
  await when.clearingAll();
  await see.results(all);
  expect(see.address()).not.toContain("speaks");
});

test("places stay out of the way until somebody asks for them", async ({ given, see }) => {
  const page = await given.theFindScreen();
  const without = await see.resultCount();
  await page.getByRole("button", { name: /^Also show/ }).click();
  await expect.poll(see.resultCount, PATIENCE).toBeGreaterThan(without);
  await page.getByRole("button", { name: say["results.hidePlaces"] }).click();
  await see.results(without);
});

test("words with a slip in them still find, and nothing that was typed leaves the device", async ({
  given,
  when,
  see,
}) => {
  await given.theFindScreen();
  const all = await see.resultCount();
  await when.typing("bereavment");
  await see.fewerResultsThan(all);
  await see.someResults();
  see.noRequestTelling("bereav");
});

test("a search that finds nothing says what to take away", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  await when.typing("zzzzqqqq");
  await see.words(say["nothing.title"]);
  await page.getByRole("button", { name: /^Take away the words/ }).click();
  await see.someResults();
});

test("the next twenty come at one press, and focus goes on to the first of them", async ({ given }) => {
  const page = await given.theFindScreen();
  expect(await cards(page).count()).toBe(20);
  await page.getByRole("button", { name: /^Show 20 more/ }).click();
  await expect.poll(() => cards(page).count(), PATIENCE).toBe(40);
  const focused = await page.locator(":focus").evaluate((element) => element.closest("article") !== null);
  expect(focused).toBe(true);
});
