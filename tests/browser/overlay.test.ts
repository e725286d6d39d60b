import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";
import { EVERY_CASE } from "./every-case.ts";
import { DESKTOP, PHONE } from "./journey.ts";
import { PATIENCE, say, test, textOf } from "./sentences.ts";

const tools = (page: Page) => page.locator(".overlay-tools");

/** Chooses what shades the map, by keyboard or pointer alike. */
async function shade(page: Page, measure: string): Promise<void> {
  await tools(page).getByLabel(say["overlay.label"]).selectOption({ label: measure });
  await tools(page).getByLabel(say["overlay.pickBorough"]).waitFor();
}

test("nothing of the areas is loaded until somebody asks; then the shades are told in words, with the direction spelled out", async ({
  given,
  journey,
}) => {
  const page = await given.theFindScreen({ map: true });
  await page.locator("#map canvas").waitFor();
  await tools(page).waitFor();
  const areas = () =>
    new Set(journey.record.requests.map(({ url }) => url).filter((url) => /\/areas\/lsoas/.test(url)));
  expect([...areas()]).toEqual([]);
  await shade(page, say["overlay.deprivation"]);
  await expect.poll(() => areas().size, PATIENCE).toBe(2);

  const legend = await textOf(tools(page).locator("figure"));
  for (const words of ["overlay.direction", "overlay.most", "overlay.least", "overlay.noData"] as const) {
    expect(legend).toContain(say[words]);
  }
  await tools(page).getByText(say["overlay.areaNote"]).waitFor();
});

describe.each([{ measure: say["overlay.deprivation"] }, { measure: say["overlay.health"] }])(
  "$measure",
  ({ measure }) => {
    test("a neighbourhood chosen from the list is told as its row in the table tells it", async ({ given }) => {
      const page = await given.theFindScreen({});
      await shade(page, measure);
      await tools(page).getByLabel(say["overlay.pickBorough"]).selectOption({ label: "Hackney" });
      const areas = tools(page).getByLabel(say["overlay.pickArea"]);
      await areas.selectOption({ index: 3 });
      const code = await areas.inputValue();
      const told = await textOf(tools(page).locator(".area-words"));
      expect(told).toContain("Hackney");
      expect(told).toContain(measure);

      await tools(page).getByText(say["overlay.table"]).click();
      const title = say["overlay.tableTitle"].replace("{measure}", measure).replace("{borough}", "Hackney");
      const rows = page.getByRole("table", { name: title }).getByRole("row");
      await rows.first().waitFor();
      const cells = await rows.filter({ hasText: code }).getByRole("cell").allInnerTexts();
      expect(told).toContain(`tenth ${cells[1]} of 10`);

      // Every neighbourhood of the list is a row of the table, and the sums by tenth count the same.
      const listed = (await areas.locator("option").count()) - 1;
      expect((await rows.count()) - 1).toBe(listed);
      const sums = page.getByRole("table", { name: new RegExp(say["overlay.tableSummary"]) }).getByRole("row");
      const counts = await sums.locator("td:nth-of-type(1)").allInnerTexts();
      expect(counts).toHaveLength(10);
      expect(counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0)).toBe(listed);
    });
  },
);

test("the whole of London's table counts 4,994 neighbourhoods", async ({ given }) => {
  const page = await given.theFindScreen({});
  await shade(page, say["overlay.deprivation"]);
  await tools(page).getByText(say["overlay.table"]).click();
  const counts = await page.getByRole("table").locator("td:nth-of-type(1)").allInnerTexts();
  expect(counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0)).toBe(4994);
});

const onPhone = { name: "on a phone in the dark", visitor: { screen: PHONE, scheme: "dark", calm: true } } as const;
const onDesk = { name: "on a wide screen", visitor: { screen: DESKTOP, calm: true } } as const;
test.for(EVERY_CASE ? [onPhone, onDesk] : [onPhone])(
  "axe finds no fault with overlay, list and table $name",
  async ({ visitor }, { given }) => {
    const page = await given.theFindScreen({ ...visitor, map: true });
    if (visitor.screen === PHONE) await page.getByRole("button", { name: say["view.map"], exact: true }).click();
    await shade(page, say["overlay.deprivation"]);
    await tools(page).getByLabel(say["overlay.pickBorough"]).selectOption({ label: "Camden" });
    await tools(page).getByText(say["overlay.table"]).click();
    await expectNoAxeViolations(page);
  },
);

test("areas that don't come take nothing else with them", async ({ given, journey, see }) => {
  const page = await given.theFindScreen({});
  journey.record.announce(/lsoas|404/, "the areas are taken away on purpose");
  await page.route("**/areas/lsoas.*", (route) => route.fulfill({ status: 404, body: "Not found" }));
  await tools(page).getByLabel(say["overlay.label"]).selectOption({ label: say["overlay.crime"] });
  await see.words(say["overlay.failed"]);
  await see.someResults();
});
