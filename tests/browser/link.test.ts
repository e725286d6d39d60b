import { expect } from "vitest";
import { say, test } from "./sentences.ts";

test("a copied link gives the next person the same list", async ({ given, when, see }) => {
  await given.theFindScreen();
  await when.ticking(say["facet.borough"], "Camden");
  await when.ticking(say["facet.specialism"], "Food");
  await see.addressSaying("borough=E09000007");
  const address = see.address();
  const count = await see.resultCount();
  const names = await see.cardNames();

  await given.theFindScreen({}, address);
  await see.results(count);
  expect(await see.cardNames()).toEqual(names);
  expect(await see.chips()).toHaveLength(3);
  see.noRequestTelling("E09000007", "camden");
});

test("reload keeps what was chosen, and Back from a service returns to it", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  await when.ticking(say["facet.borough"], "Hackney");
  await see.addressSaying("borough=E09000012");
  const count = await see.resultCount();
  await when.reloading();
  await page.locator('#filters input[type="checkbox"]').first().waitFor({ state: "attached" });
  await see.results(count);

  await when.openingTheFirstCard();
  await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor();
  await when.goingBack();
  await see.results(count);
  await see.addressSaying("borough=E09000012");
});

test("a filter that is not known here is left out, and the page says which", async ({ given, see }) => {
  await given.theFindScreen({}, "#/?speaks=klingon&borough=E09000007");
  await see.words(/klingon/);
  await see.someResults();
  expect((await see.chips()).join(" ")).toContain("Camden");
});

test("nonsense after the sign leads to the list", async ({ given, see }) => {
  await given.theFindScreen({}, "#/nowhere/at%all?%%%=&&x");
  await see.someResults();
});
