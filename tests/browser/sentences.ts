import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import equity from "../../src/locale/en/equity.json" with { type: "json" };
import first from "../../src/locale/en/messages.json" with { type: "json" };
import screens from "../../src/locale/en/screens.json" with { type: "json" };
import sheet from "../../src/locale/en/sheet.json" with { type: "json" };
import statements from "../../src/locale/en/statements.json" with { type: "json" };
import { createTest, type Journey, siteAddress, type Visitor } from "./journey.ts";

/** The English words of the page, so that a journey follows its author when they find a better one. */
export const say = { ...first, ...screens, ...equity, ...sheet, ...statements };

const main = (page: Page): Locator => page.getByRole("main");
export const cards = (page: Page): Locator => main(page).getByRole("article");
const filters = (page: Page): Locator => page.locator("#filters");
const facet = (page: Page, name: string): Locator =>
  filters(page)
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: new RegExp(`^${name}`) }) });

/** What can be read there, once it is there. */
export async function textOf(place: Locator): Promise<string> {
  await place.first().waitFor();
  return (await place.allInnerTexts()).join("\n");
}

/** Names stand at the start of a label; a language's own name may follow. */
const named = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\w)`);

/** Milliseconds that a settled change may take to be seen on a busy machine. */
export const PATIENCE = { timeout: 30_000 };

function givenOf(journey: Journey) {
  return {
    /** The find screen, with filters that work. */
    theFindScreen: async (visitor: Visitor = {}, fragment = ""): Promise<Page> => {
      const page = await journey.open(fragment, visitor);
      await filters(page).locator('input[type="checkbox"]').first().waitFor({ state: "attached" });
      return page;
    },
    /** A service's own screen, opened by its address, with its details. */
    theService: async (id: string, visitor: Visitor = {}): Promise<Page> => {
      const page = await journey.open(`#/service/${encodeURIComponent(id)}`, visitor);
      await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor();
      return page;
    },
    theAboutScreen: async (visitor: Visitor = {}): Promise<Page> => {
      const page = await journey.open("#/about", visitor);
      await page.getByRole("heading", { level: 1, name: say["about.title"] }).waitFor();
      return page;
    },
  };
}

function whenOf(journey: Journey) {
  const page = (): Page => journey.page;
  const openFacet = async (name: string): Promise<Locator> => {
    const group = facet(page(), name).first();
    if (!(await group.evaluate((element) => element.hasAttribute("open")))) await group.locator("summary").click();
    return group;
  };
  /** One value of a facet with its box and its number, found through the facet's own search where the list is long. */
  const lookingFor = async (facetName: string, term: string): Promise<Locator> => {
    const group = await openFacet(facetName);
    const option = group.locator("li").filter({ has: page().getByRole("checkbox", { name: named(term) }) });
    const search = group.getByRole("searchbox");
    await group.getByRole("checkbox").first().waitFor();
    // Even where it stands in sight: the list is in the order of numbers, which may come only now.
    if ((await search.count()) > 0) await search.fill(term);
    return option.first();
  };
  return {
    lookingFor,
    /** Ticks or unticks one value of a facet, searching the facet's list where it is long. */
    ticking: async (facetName: string, term: string): Promise<void> => {
      await (await lookingFor(facetName, term)).getByRole("checkbox").click();
    },
    leavingOutWhatDoesNotSay: () => page().getByRole("radio", { name: say["reading.saysSo"] }).check(),
    /** Types words and presses Enter. */
    typing: async (words: string): Promise<void> => {
      const field = page().getByLabel(say["search.what"]);
      await field.fill(words);
      await field.press("Enter");
    },
    /** Types where they are and presses Enter. */
    startingFrom: async (place: string): Promise<void> => {
      const field = page().getByLabel(say["search.where"]);
      await field.fill(place);
      await field.press("Enter");
    },
    clearingAll: () => page().getByRole("button", { name: say["chips.clear"] }).click(),
    openingTheFirstCard: () => cards(page()).first().getByRole("heading").getByRole("link").click(),
    openingTheFilters: () =>
      page()
        .getByRole("button", { name: new RegExp(`^${say["facets.open"]}`) })
        .click(),
    closingTheFilters: () => filters(page()).locator(".facets-close").getByRole("button").click(),
    goingBack: () => page().goBack(),
    reloading: () => page().reload(),
    pressing: async (key: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i++) await page().keyboard.press(key);
    },
    /** Presses Tab until the focus stands on something with that name; fails when it never does. */
    tabbingTo: async (name: RegExp, most = 200): Promise<void> => {
      for (let i = 0; i < most; i++) {
        await page().keyboard.press("Tab");
        const focused = page().locator(":focus");
        if ((await focused.count()) === 1 && name.test(await nameOf(focused))) return;
      }
      throw new Error(`Tab never reached ${name} in ${most} presses.`);
    },
  };
}

/** The name by which a screen reader calls an element, as the accessibility tree gives it. */
async function nameOf(element: Locator): Promise<string> {
  const [line = ""] = (await element.ariaSnapshot()).split("\n");
  return line.match(/"((?:[^"\\]|\\.)*)"/)?.[1] ?? line;
}

function seeOf(journey: Journey) {
  const page = (): Page => journey.page;
  const resultCount = async (): Promise<number> => {
    const text = (await page().locator(".results-count").first().textContent()) ?? "";
    return Number(text.replace(/\D/g, ""));
  };
  return {
    resultCount,
    results: (count: number) => expect.poll(resultCount, PATIENCE).toBe(count),
    fewerResultsThan: (count: number) => expect.poll(resultCount, PATIENCE).toBeLessThan(count),
    someResults: () => expect.poll(resultCount, PATIENCE).toBeGreaterThan(0),
    everyCardSaying: async (words: string): Promise<void> => {
      await expect
        .poll(async () => {
          const texts = await cards(page()).allInnerTexts();
          return texts.length === 0 ? ["no card"] : texts.filter((text) => !text.includes(words));
        }, PATIENCE)
        .toEqual([]);
    },
    firstCardSaying: (words: string) =>
      expect.poll(async () => (await cards(page()).allInnerTexts())[0] ?? "", PATIENCE).toContain(words),
    cardNames: () => cards(page()).getByRole("heading").allInnerTexts(),
    /** What the address bar shows after the site's own address. */
    address: () => page().url().slice(journey.site.length),
    addressSaying: (words: string) => expect.poll(() => page().url(), PATIENCE).toContain(words),
    /** Fails when no chip of what is chosen says so. */
    chip: (text: string) =>
      page()
        .getByRole("list", { name: say["chips.label"] })
        .getByRole("button")
        .filter({ hasText: text })
        .waitFor(PATIENCE),
    chips: () => page().getByRole("list", { name: say["chips.label"] }).getByRole("button").allInnerTexts(),
    /** Fails when the page is wider than the screen: nobody scrolls sideways to read. */
    nothingSideways: async (): Promise<void> => {
      const [wide, screen] = await page().evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
      );
      expect(wide).toBeLessThanOrEqual(screen);
    },
    /** Fails when any request so far held one of the words, however they are written in an address. */
    noRequestTelling: (...words: readonly string[]): void => {
      const told = journey.record.requests.filter(({ url, body }) => {
        // A hash in the name of a file of ours tells nothing, whatever its letters happen to spell.
        const named = url.replace(/\/parts\/[0-9a-f]+\//, "/").replace(/-[\w-]{8}(?=\.\w+$)/, "");
        const asked = `${decodeURIComponent(named.split("#")[0] ?? "")} ${body}`.toLowerCase();
        return words.some(
          (word) => asked.includes(word.toLowerCase()) || asked.includes(word.toLowerCase().replace(/\s/g, "")),
        );
      });
      expect(told).toEqual([]);
    },
    /** Fails when the words are nowhere to be read on the screen. */
    words: (text: string | RegExp) => page().getByText(text).first().waitFor(),
  };
}

const inSentences = (base: ReturnType<typeof createTest>) =>
  base
    .extend("given", ({ journey }) => givenOf(journey))
    .extend("when", ({ journey }) => whenOf(journey))
    .extend("see", ({ journey }) => seeOf(journey));

/** A journey told in sentences: what is given, what a person does, what they see. */
export const test = inSentences(createTest(siteAddress));

/** The same on a site of the test's own. */
export const testAt = (home: () => string) => inSentences(createTest(home));
