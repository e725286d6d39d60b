import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { compileMessages } from "../../src/locale/compile-messages.ts";
import { mapFiles } from "../budgets/measure.ts";
import { MESSAGE_FILES, type Pseudo, pseudoFile } from "../locale/pseudo.ts";
import { expectNoAxeViolations } from "./axe.ts";
import { besides, EVERY_CASE } from "./every-case.ts";
import { DESKTOP } from "./journey.ts";
import { publication, serviceWith } from "./published.ts";
import { PATIENCE, say, test } from "./sentences.ts";
import { DIST } from "./site.ts";

const read = (locale: string, file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`src/locale/${locale}/${file}.json`, "utf8")) as Readonly<Record<string, string>>;

/** A built file of a locale's messages, in a pseudo-locale's words; null for any other script. */
function inPseudo(script: string, pseudo: Pseudo): string | null {
  const file = MESSAGE_FILES.find((name) => {
    const [first = ""] = Object.keys(read("en", name));
    return /^var \w+=\{"/.test(script) && script.includes(`"${first}":[`);
  });
  if (file === undefined) return null;
  return `var e=${JSON.stringify(compileMessages(pseudoFile(file, pseudo)))};export{e as default};`;
}

/** What is wider than its own box: words that stick out of a button, a link, a heading or a label. */
const STICKING_OUT = `[...document.querySelectorAll("a, button, summary, label, legend, h1, h2, h3")]
  .filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    const { display } = getComputedStyle(element);
    return width > 1 && height > 1 && display !== "inline" && !element.closest(".visually-hidden, .skip, .table-scroll")
      && element.scrollWidth > element.clientWidth + 1;
  })
  .map((element) => element.className + ": " + element.textContent.slice(0, 60))`;

/** What can be pressed and is written in a colour too near to its ground: under 4.5 to 1, as WCAG 2 reckons it. */
const POOR_CONTRAST = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const colour = element === null ? "rgb(255, 255, 255)" : getComputedStyle(element).backgroundColor;
    return channels(colour)[3] === 0 ? ground(element.parentElement) : colour;
  };
  return [...document.querySelectorAll("a, button, label, summary, h1, h2, h3")].filter((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
  }).map((element) => element.className + ": " + element.textContent.slice(0, 60));
})()`;

const SCREENS = ["ask", "shortlist", "about", "check", "embed", "privacy", "accessibility"] as const;

describe.each<{ readonly pseudo: Pseudo; readonly borrows: string }>([
  { pseudo: "mirrored", borrows: "fa" },
  ...(EVERY_CASE ? ([{ pseudo: "accented", borrows: "lt" }] as const) : []),
])("in words longer by two fifths, $pseudo, at 320 pixels", ({ pseudo, borrows }) => {
  test("nothing scrolls sideways, and no word sticks out of what it stands in", async ({ journey, see }) => {
    const service = serviceWith("a number and a place", ({ contacts, locations }) => {
      return contacts.phones.length > 0 && locations.some(({ point }) => point !== null);
    });
    const page = await journey.open("about:blank", { screen: { width: 320, height: 640 }, calm: true });
    await page.route("**/assets/*.js", async (route) => {
      const script = readFileSync(join(DIST, "assets", basename(new URL(route.request().url()).pathname)), "utf8");
      const body = inPseudo(script, pseudo) ?? script;
      await route.fulfill({ contentType: "text/javascript; charset=utf-8", body });
    });
    await page.goto(`${journey.site}#/?lang=${borrows}&speaks=so`);
    await page.locator(".results-count").waitFor(PATIENCE);
    const fits = async (screen: string): Promise<void> => {
      await see.nothingSideways();
      expect([screen, await page.evaluate<string[]>(STICKING_OUT)]).toEqual([screen, []]);
    };
    await fits("find");
    for (const screen of [...(EVERY_CASE ? SCREENS : []), `service/${encodeURIComponent(service.id)}`]) {
      await page.evaluate(`location.hash = "#/${screen}?lang=${borrows}"`);
      await page.locator("main h1, main h2").first().waitFor(PATIENCE);
      await page.waitForTimeout(250);
      await fits(screen);
    }
  });
});

describe.each([
  { name: "dark, from right to left", scheme: "dark", lang: "ar" },
  ...(EVERY_CASE ? ([{ name: "light", scheme: "light", lang: "en" }] as const) : []),
] as const)("in a person's own colours, $name", ({ scheme, lang }) => {
  test("axe finds no fault, and what is chosen, current, focused or the way out has an edge", async ({ given }) => {
    const visitor = { screen: DESKTOP, scheme, forced: true, calm: true };
    const page = await given.theFindScreen(visitor, `#/?lang=${lang}&speaks=so`);
    await page.locator("#map").waitFor();
    await page.locator(".need").first().click();
    await page.locator('.need[aria-pressed="true"]').waitFor();
    // axe reads the colour that text is filled with, which stays ours: what is painted is looked at below.
    await expectNoAxeViolations(page, "all but contrast");
    expect(await page.evaluate<string[]>(POOR_CONTRAST)).toEqual([]);
    const style = (selector: string, property: string): Promise<string> =>
      page.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`);
    expect(await style(".leave", "borderTopStyle")).toBe("solid");
    const edge = "borderBottomColor";
    expect(await style('.header nav a[aria-current="page"]', edge)).not.toBe(
      await style(".header nav a:not([aria-current])", edge),
    );
    expect(await style('.need[aria-pressed="true"]', "backgroundColor")).not.toBe(
      await style('.need[aria-pressed="false"]', "backgroundColor"),
    );
    await page.keyboard.press("Tab");
    expect(await style(":focus", "outlineStyle")).toBe("solid");
  });
});

test("by keyboard alone in Urdu: a language ticked, a service opened and kept, and its sheet read", async ({
  given,
  when,
  see,
}) => {
  const words = { ...read("ur", "messages"), ...read("ur", "sheet") };
  const called = (key: string): RegExp => new RegExp((words[key] ?? key).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const page = await given.theFindScreen({}, "#/?lang=ur");
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  await when.tabbingTo(called("app.skipToFilters"), 5);
  await when.pressing("Enter");
  await when.tabbingTo(called("facets.search"), 20);
  await page.keyboard.type("صومالی");
  await when.tabbingTo(/صومالی/, 5);
  await when.pressing("Space");
  await see.addressSaying("speaks=so");
  await page.locator(".skip a").first().focus();
  await when.pressing("Enter");
  const name = (await page.locator("article h3").first().innerText()).trim();
  await when.tabbingTo(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")), 40);
  await when.pressing("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor(PATIENCE);
  await when.tabbingTo(called("shortlist.add"), 30);
  await when.pressing("Enter");
  await page.locator(".brand").focus();
  await when.tabbingTo(/\(1\)|\(۱\)/, 5);
  await when.pressing("Enter");
  await page.locator('.sheet[lang="ur"][dir="rtl"]').waitFor(PATIENCE);
  expect(await page.locator(".sheet h2").allInnerTexts()).toEqual([name]);
});

besides(() =>
  test("the way out stands on every screen; it blanks the page first, and Back does not return", async ({
    journey,
  }) => {
    const { leaveAddress } = publication();
    const { origin, hostname } = new URL(leaveAddress);
    const page: Page = await journey.open("about:blank");
    journey.record.announce(new RegExp(hostname), "leaving is a request to another site");
    let blank: unknown = null;
    await page.route(`${origin}/**`, async (route) => {
      blank = await page.evaluate("document.body.childElementCount").catch(() => null);
      await route.fulfill({
        contentType: "text/html",
        body: "<!doctype html><title>Elsewhere</title><h1>Weather</h1>",
      });
    });
    await page.goto(journey.site);
    await page.locator("#filters").waitFor({ state: "attached" });
    for (const screen of ["", ...SCREENS, "equity"]) {
      await page.evaluate(`location.hash = "#/${screen}"`);
      await page.locator("main").first().waitFor(PATIENCE);
      expect([screen, await page.getByRole("link", { name: say["leave.button"] }).isVisible()]).toEqual([screen, true]);
    }
    await page.getByRole("link", { name: say["leave.button"] }).click();
    await page.waitForURL(leaveAddress);
    expect(blank).toBe(0);
    await page.evaluate("history.back()").catch(() => undefined);
    await expect.poll(() => page.url()).toBe("about:blank");
  }),
);

besides(() =>
  test("forgetting clears what the page kept, empties the address, and says so", async ({
    journey,
    given,
    when,
    see,
  }) => {
    const page = await given.theFindScreen();
    await when.ticking(say["facet.spokenLanguage"], "Somali");
    await page
      .getByRole("button", { name: new RegExp(`^${say["shortlist.add"]}`) })
      .first()
      .click();
    await page.goto(`${journey.site}#/shortlist`);
    await page.getByLabel(say["shortlist.keep"]).check();
    const keptHere = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])";
    expect(await page.evaluate(keptHere)).toContain("shortlist");
    await page.getByRole("link", { name: say["forget.button"] }).click();
    await page.getByRole("button", { name: say["forget.button"] }).click();
    await see.words(say["forget.done"]);
    expect(await page.evaluate(keptHere)).not.toContain("shortlist");
    expect(await see.address()).toBe("#/privacy");
    await page.goBack();
    await see.someResults();
    expect(await see.address()).toBe("#/");
  }),
);

besides(() =>
  test("a link in a language that there is not opens in the nearest, and says so", async ({ given, see }) => {
    const page = await given.theFindScreen({}, "#/?lang=pt-MZ");
    await see.words(read("pt", "messages")["locale.unknown"] ?? "");
    expect(await page.locator("html").getAttribute("lang")).toBe("pt");
  }),
);

test("a browser that asks to save data starts with text only: no file of the map is asked for until the person wants it", async ({
  journey,
  given,
}) => {
  const page = await given.theFindScreen();
  const map = mapFiles();
  const asked = (): readonly string[] =>
    journey.record.requests
      .map(({ url }) => decodeURIComponent(url.slice(journey.site.length).replace(/[?#].*$/, "")))
      .filter((file) => map.has(file) || /basemap/.test(file));
  const textOnly = page.getByRole("switch", { name: say["map.textOnly"] });
  await page.waitForLoadState("networkidle");
  expect(await textOnly.isChecked()).toBe(true);
  expect(asked()).toEqual([]);
  await textOnly.click();
  await expect.poll(() => asked().length, PATIENCE).toBeGreaterThan(0);
  await textOnly.click();
  expect(await textOnly.isChecked()).toBe(true);
  await page.reload();
  await page.getByRole("switch", { name: say["map.textOnly"] }).waitFor(PATIENCE);
  expect(await page.getByRole("switch", { name: say["map.textOnly"] }).isChecked()).toBe(true);
});
