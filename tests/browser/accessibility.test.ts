import { describe } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";
import { DESKTOP, PHONE, type Visitor } from "./journey.ts";
import { serviceWith } from "./published.ts";
import { say, test } from "./sentences.ts";

/** Transitions would be caught half-way, in colours that nobody is meant to read. */
const VISITORS: readonly { readonly name: string; readonly visitor: Visitor }[] = [
  { name: "on a wide screen", visitor: { screen: DESKTOP, calm: true } },
  { name: "on a phone", visitor: { screen: PHONE, calm: true } },
  { name: "in the dark", visitor: { screen: DESKTOP, scheme: "dark", calm: true } },
  { name: "on a phone in the dark", visitor: { screen: PHONE, scheme: "dark", calm: true } },
];

describe.each(VISITORS)("no fault that axe knows, $name", ({ visitor }) => {
  test("finding", async ({ given, when }) => {
    const page = await given.theFindScreen({ ...visitor, map: true });
    // The map's own part comes after the list, and one of the skip links leads to it.
    if (visitor.screen === DESKTOP) await page.locator("#map").waitFor();
    await expectNoAxeViolations(page);
    if (visitor.screen === PHONE) await when.openingTheFilters();
    await when.ticking(say["facet.spokenLanguage"], "Somali");
    await expectNoAxeViolations(page);
  });

  test("a service", async ({ given }) => {
    const service = serviceWith(
      "phone and e-mail",
      ({ contacts }) => contacts.phones.length > 0 && contacts.emails.length > 0,
    );
    await expectNoAxeViolations(await given.theService(service.id, visitor));
  });

  test("about the data", async ({ given }) => {
    await expectNoAxeViolations(await given.theAboutScreen(visitor));
  });

  test("nothing found", async ({ given, when, see }) => {
    const page = await given.theFindScreen(visitor);
    await when.typing("zzzzqqqq");
    await see.words(say["nothing.title"]);
    await expectNoAxeViolations(page);
  });

  test("the first list, before its script arrives", async ({ journey }) => {
    // axe itself is script, so that scripts are held back here rather than switched off.
    const page = await journey.open("about:blank", visitor);
    journey.record.announce(/\.js|ERR_/, "the page's scripts are held back on purpose");
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(journey.site);
    await expectNoAxeViolations(page);
  });

  test("plain pages", async ({ journey }) => {
    const service = serviceWith("a name", () => true);
    for (const path of ["borough/index.html", "borough/newham.html", `service/${service.id}.html`]) {
      await expectNoAxeViolations(await journey.open(path, visitor));
    }
  });
});
