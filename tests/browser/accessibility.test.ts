import type { Page } from "playwright-core";
import { describe } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";
import { EVERY_CASE } from "./every-case.ts";
import { DESKTOP, PHONE, type Visitor } from "./journey.ts";
import { serviceWith } from "./published.ts";
import { say, test } from "./sentences.ts";

/** Transitions would be caught half-way, in colours that nobody is meant to read. */
const VISITORS: readonly { readonly name: string; readonly visitor: Visitor }[] = [
  { name: "on a wide screen", visitor: { screen: DESKTOP, calm: true } },
  { name: "on a phone", visitor: { screen: PHONE, calm: true } },
];

/** In the light, and in the dark by what is told with colours: nothing else of a page changes with them. */
async function expectNoFault(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoAxeViolations(page, EVERY_CASE ? "all" : "colours");
  await page.emulateMedia({ colorScheme: "light" });
}

describe.each(VISITORS)("no fault that axe knows, in the light and in the dark, $name", ({ visitor }) => {
  test("finding", async ({ given, when }) => {
    const page = await given.theFindScreen({ ...visitor, map: true });
    // The map's own part comes after the list, and one of the skip links leads to it.
    if (visitor.screen === DESKTOP) await page.locator("#map").waitFor();
    await expectNoFault(page);
    if (visitor.screen === PHONE) await when.openingTheFilters();
    await when.ticking(say["facet.spokenLanguage"], "Somali");
    // What lies half under the edge of the filters would be called too small to press: here none of it is out of sight.
    await page.setViewportSize({ ...(visitor.screen ?? DESKTOP), height: 5000 });
    await expectNoFault(page);
  });

  test("a service", async ({ given }) => {
    const service = serviceWith(
      "phone and e-mail",
      ({ contacts }) => contacts.phones.length > 0 && contacts.emails.length > 0,
    );
    await expectNoFault(await given.theService(service.id, visitor));
  });

  test("about the data", async ({ given }) => {
    await expectNoFault(await given.theAboutScreen(visitor));
  });

  test("nothing found", async ({ given, when, see }) => {
    const page = await given.theFindScreen(visitor);
    await when.typing("zzzzqqqq");
    await see.words(say["nothing.title"]);
    await expectNoFault(page);
  });

  test("the first list, before its script arrives", async ({ journey }) => {
    // axe itself is script, so that scripts are held back here rather than switched off.
    const page = await journey.open("about:blank", visitor);
    journey.record.announce(/\.js|ERR_/, "the page's scripts are held back on purpose");
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(journey.site);
    await expectNoFault(page);
  });

  test("plain pages", async ({ journey }) => {
    const service = serviceWith("a name", () => true);
    for (const path of ["borough/index.html", "borough/newham.html", `service/${service.id}.html`]) {
      await expectNoFault(await journey.open(path, visitor));
    }
  });
});
