import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Service } from "../../src/services/service.ts";
import { besides, EVERY_CASE } from "./every-case.ts";
import { pdfPages } from "./pdf-text.ts";
import { publishedServices } from "./published.ts";
import { say, test } from "./sentences.ts";

/** Four that fill their places on paper: longer than nine in ten of those with a number and an address. */
function fourLong(): readonly Service[] {
  const length = ({ summary, terms, scheduleText = "", locations }: Service): number =>
    JSON.stringify([summary, terms.howToGetIn, terms.spokenLanguage, scheduleText, locations[0]]).length;
  const fitting = publishedServices()
    .filter(
      ({ contacts, locations, summary }) =>
        contacts.phones.length > 0 && summary !== "" && locations.some(({ address }) => address !== undefined),
    )
    .sort((a, b) => length(b) - length(a));
  const from = Math.floor(fitting.length / 10);
  const four = fitting.slice(from, from + 4);
  expect(four).toHaveLength(4);
  return four;
}

/** Three scripts, two directions, and in the longer check English as well. */
const LOCALES = ["so", "ar", "bn", ...(EVERY_CASE ? ["en"] : [])];
const PER_PAGE = EVERY_CASE ? [4, 2] : [4];

const saidIn = (locale: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`src/locale/${locale}/messages.json`, "utf8")) as Readonly<Record<string, string>>;

/** The sheet as a printer gets it, a text a page; runs are joined, because a line may be set in pieces. */
async function printed(page: Page, locale: string, perPage: number): Promise<readonly string[]> {
  const choices = page.locator(".shortlist-choices select");
  await choices.nth(0).selectOption(locale);
  await choices.nth(1).selectOption(String(perPage));
  await page.locator(`.sheet[lang="${locale}"][data-per-page="${perPage}"]`).waitFor();
  return pdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true })).map((runs) => runs.join(" "));
}

const digits = (text: string): string => text.replace(/\s/g, "");

test("on paper four services stand as many to a page as was chosen, in other languages too, each with its number", async ({
  journey,
}) => {
  const four = fourLong();
  const page = await journey.open(`#/shortlist?ids=${four.map(({ id }) => id).join(",")}`);
  await page.locator(".sheet").waitFor();
  for (const locale of LOCALES) {
    for (const perPage of PER_PAGE) {
      const pages = await printed(page, locale, perPage);
      expect([locale, perPage, pages.length]).toEqual([locale, perPage, 4 / perPage]);
      for (const [i, { contacts }] of four.entries()) {
        const numbers = contacts.phones.map(({ number }) => digits(number));
        const onItsPage = digits(pages[Math.floor(i / perPage)] ?? "");
        expect([locale, perPage, numbers.filter((number) => !onItsPage.includes(number))]).toEqual([
          locale,
          perPage,
          [],
        ]);
      }
      const furniture = ["leave.button", "nav.find", "nav.about", "footer.boroughs", "search.private"].map(
        (key) => saidIn(locale)[key] ?? "",
      );
      const all = `${pages.join(" ")} `;
      expect(furniture.filter((words) => all.includes(words))).toEqual([]);
      // What the worker reads stands beneath in English; a label may be set on two lines, a word of it is on one.
      if (locale !== "en") for (const word of say["sheet.getThere"].split(" ")) expect(all).toContain(word);
    }
  }
});

besides(() =>
  test("one to a page and large print lose no number", async ({ journey }) => {
    const four = fourLong();
    const page = await journey.open(`#/shortlist?ids=${four.map(({ id }) => id).join(",")}`);
    await page.locator(".sheet").waitFor();
    expect(await printed(page, "so", 1)).toHaveLength(4);
    await page.getByLabel(say["shortlist.large"]).check();
    const large = digits((await printed(page, "bn", 1)).join(" "));
    const numbers = four.flatMap(({ contacts }) => contacts.phones.map(({ number }) => digits(number)));
    expect(numbers.filter((number) => !large.includes(number))).toEqual([]);
  }),
);
