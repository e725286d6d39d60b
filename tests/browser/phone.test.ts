import { expect } from "vitest";
import { PHONE } from "./journey.ts";
import { cards, PATIENCE, say, test } from "./sentences.ts";

test("on a phone the list comes first, fits the screen, and the map is one press away", async ({ given, see }) => {
  const page = await given.theFindScreen({ screen: PHONE, map: true });
  await cards(page).first().waitFor();
  expect(await page.locator("#map").isVisible()).toBe(false);
  await see.nothingSideways();
  await page.getByRole("button", { name: say["view.map"], exact: true }).click();
  await page.locator(".maplibregl-canvas").waitFor();
  expect(await cards(page).first().isVisible()).toBe(false);
  await see.nothingSideways();
  await page.getByRole("button", { name: say["view.list"], exact: true }).click();
  await cards(page).first().waitFor();
});

test("on a phone the filters are a sheet that opens, narrows and closes again", async ({ given, when, see }) => {
  const page = await given.theFindScreen({ screen: PHONE });
  const all = await see.resultCount();
  expect(await page.locator("#filters").isVisible()).toBe(false);
  await when.openingTheFilters();
  await when.ticking(say["facet.borough"], "Southwark");
  await see.nothingSideways();
  await when.closingTheFilters();
  expect(await page.locator("#filters").isVisible()).toBe(false);
  await see.fewerResultsThan(all);
  expect((await see.chips()).join(" ")).toContain("Southwark");
  await expect
    .poll(() => page.locator(":focus").allInnerTexts(), PATIENCE)
    .toEqual([expect.stringMatching(/^Filters/)]);
});

test("on a phone the sheet is a dialog that Tab does not leave but for the way out, and Escape closes it", async ({
  given,
  when,
}) => {
  const page = await given.theFindScreen({ screen: PHONE });
  await when.openingTheFilters();
  await page.getByRole("dialog", { name: say["facets.label"] }).waitFor();
  const leave = page.getByRole("link", { name: say["leave.button"] });
  // A trial: fails if the sheet lies over it.
  await leave.click({ trial: true });
  for (let i = 0; i < 12; i++) {
    await when.pressing("Shift+Tab");
    const within = `document.activeElement.closest("#filters, .leave, body:focus") !== null || document.activeElement === document.body`;
    expect(await page.evaluate<boolean>(within)).toBe(true);
  }
  await when.pressing("Escape");
  await page.locator("#filters").waitFor({ state: "hidden" });
});

test("what a thumb presses on a phone is at least 44 pixels high", async ({ given }) => {
  const page = await given.theFindScreen({ screen: PHONE });
  const small = await page
    .locator("button:visible, a.button:visible, select:visible, input[type=search]:visible")
    .evaluateAll((all) =>
      all
        .filter((element) => !element.classList.contains("link-button"))
        .map((element) => ({ what: element.textContent ?? "", height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height < 43.5),
    );
  expect(small).toEqual([]);
});

test("on a phone a service and the data page fit the screen", async ({ given, when, see }) => {
  await given.theFindScreen({ screen: PHONE });
  await when.openingTheFirstCard();
  await see.words(say["service.contact"]);
  await see.nothingSideways();
  await given.theAboutScreen({ screen: PHONE });
  await see.nothingSideways();
});

test("at 320 pixels, as for a person who enlarges to 400 %, nothing scrolls sideways", async ({ given, see }) => {
  await given.theFindScreen({ screen: { width: 320, height: 256 } });
  await see.nothingSideways();
});
