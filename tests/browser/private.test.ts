import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { DESKTOP } from "./journey.ts";
import { serviceWith } from "./published.ts";
import { PATIENCE, say, test } from "./sentences.ts";

/** What the person types, in five scripts; none of it is a word of any file's name. */
const SEARCHES = ["lonely evenings", "বাংলা", "العربية", "українська", "中文"] as const;
const POSTCODE = "E1 4NS";
const POSITION = { latitude: 51.53817, longitude: -0.09623 } as const;
const LIST = "name,borough,postcode\nZebra Crossing Club,Camden,NW1 2DB\n";

/** Words that stand for the person in this journey, in lower case, as they stand and as an address writes them. */
const SECRETS: readonly string[] = [
  ...[...SEARCHES, POSTCODE, POSTCODE.replace(" ", ""), "lonely", "zebra crossing", "nw1 2db"],
  ...["51.538", "0.0962", "51.5381", "somali"],
].flatMap((secret) => [secret.toLowerCase(), encodeURIComponent(secret).toLowerCase()]);

/** Messages to a service worker, told to the console, where they are read like everything else that is said. */
const WATCH = `
  const { serviceWorker } = navigator;
  if (serviceWorker !== undefined) {
    const send = ServiceWorker.prototype.postMessage;
    ServiceWorker.prototype.postMessage = function (message, ...rest) {
      console.info("to the service worker: " + JSON.stringify(message));
      return send.call(this, message, ...rest);
    };
  }
`;

const tellsOf = (text: string): readonly string[] => SECRETS.filter((secret) => text.toLowerCase().includes(secret));

/** All that the browser keeps of the site: keys, values, names of caches and what is in them, and cookies. */
async function kept(page: Page): Promise<string> {
  const stored = await page.evaluate<string>(`(async () => {
    const lists = [localStorage, sessionStorage].map((store) => Object.entries(store));
    const caches_ = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) caches_.push(name + " " + url);
    }
    const bases = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify([lists, caches_, bases, document.cookie, document.referrer, history.state]);
  })()`);
  return stored + JSON.stringify(await page.context().cookies());
}

test("a visit that uses everything tells nobody anything, and leaves nothing of it on the device", async ({
  journey,
  given,
  when,
  see,
}) => {
  const titles: string[] = [];
  const ways: { readonly href: string; readonly rel: string | null; readonly target: string | null }[] = [];
  const shown: string[] = [];
  const page = await given.theFindScreen({ map: true, watch: WATCH, screen: DESKTOP });
  await page.context().grantPermissions(["geolocation", "clipboard-read", "clipboard-write"]);
  await page.context().setGeolocation(POSITION);
  const look = async (): Promise<void> => {
    titles.push(await page.title());
    shown.push(await kept(page));
    ways.push(
      ...(await page.locator("a[href]").evaluateAll((links) =>
        links.map((link) => ({
          href: (link as unknown as { href: string }).href,
          rel: link.getAttribute("rel"),
          target: link.getAttribute("target"),
        })),
      )),
    );
  };

  // Searching, in five scripts, near a postcode and near the person.
  for (const words of SEARCHES) {
    await when.typing(words);
    await page.waitForTimeout(300);
    await look();
  }
  await when.typing("");
  await when.startingFrom(POSTCODE);
  await page.locator("#results .card-facts strong").first().waitFor(PATIENCE);
  await look();
  await page.getByRole("button", { name: say["search.myPlace"] }).click();
  await page.locator("#results .card-facts strong").first().waitFor(PATIENCE);
  await look();

  // Every facet: its first value, and the value taken off again.
  const facets = page.locator("#filters details");
  const count = await facets.count();
  expect(count).toBeGreaterThan(8);
  for (let i = 0; i < count; i++) {
    const group = facets.nth(i);
    if (!(await group.evaluate((element) => element.hasAttribute("open"))))
      await group.locator("summary").first().click();
    const box = group.getByRole("checkbox").first();
    if ((await box.count()) === 0 || !(await box.isVisible())) continue;
    await box.click();
    await box.click();
  }
  await when.ticking(say["facet.spokenLanguage"], "Somali");
  await look();
  await page.getByLabel(say["overlay.label"]).selectOption({ label: say["overlay.deprivation"] });
  await look();

  // A service, the list, its sheet, and what is given to others.
  const service = serviceWith(
    "an exact place and a site",
    ({ locations, contacts }) =>
      contacts.urls.length > 0 && locations.some(({ point, precision }) => point !== null && precision === "venue"),
  );
  await page.goto(`${journey.site}#/service/${encodeURIComponent(service.id)}`);
  await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor(PATIENCE);
  await page
    .getByRole("button", { name: new RegExp(say["shortlist.add"]) })
    .first()
    .click();
  await look();
  await page.goto(`${journey.site}#/shortlist`);
  await page.getByRole("button", { name: say["shortlist.copy"] }).click();
  await see.words(say["shortlist.copied"]);
  const copied = await page.evaluate<string>("navigator.clipboard.readText()");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: say["shortlist.csv"] }).click(),
  ]);
  const given_ = copied + readFileSync(await download.path(), "utf8");
  expect(given_).toContain(service.name);
  expect(tellsOf(given_.replaceAll(/Somali/gi, ""))).toEqual([]);
  await look();

  // The other screens, a spreadsheet of the person's own, and the lines for another page.
  await page.goto(`${journey.site}#/equity`);
  await page.locator("main h1").waitFor(PATIENCE);
  await look();
  await page.goto(`${journey.site}#/check`);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "zebra crossing.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
  await page.getByRole("button", { name: say["check.start"] }).click();
  await page.locator("#check-result").waitFor(PATIENCE);
  await look();
  for (const screen of ["embed", "about", "ask"]) {
    await page.goto(`${journey.site}#/${screen}`);
    await page.locator("main h1, main h2").first().waitFor(PATIENCE);
    await look();
  }

  // What the network, the titles, the console and the device know of all this.
  const { requests, messages } = journey.record;
  expect(requests.length).toBeGreaterThan(10);
  for (const { url, method, body } of requests) {
    const own =
      url.startsWith(journey.site) || url.startsWith("data:") || url.startsWith(`blob:${new URL(url).origin}`);
    expect([url, own, method, body]).toEqual([url, true, "GET", ""]);
    expect([url, new URL(url).search]).toEqual([url, ""]);
    expect([url, tellsOf(decodeURIComponent(url.split("#")[0] ?? ""))]).toEqual([url, []]);
  }
  expect(tellsOf(titles.join("\n"))).toEqual([]);
  expect(tellsOf(messages.join("\n"))).toEqual([]);
  expect(tellsOf(shown.join("\n"))).toEqual([]);
  expect(shown.join("\n")).not.toMatch(/__utm|_ga|cookie=/);

  // The ways out give no address away, and directions know the destination only.
  const outside = ways.filter(({ href }) => /^https?:/.test(href) && !href.startsWith(journey.site));
  expect(outside.length).toBeGreaterThan(3);
  const open = outside.filter(({ rel }) => !/noopener/.test(rel ?? "") || !/noreferrer/.test(rel ?? ""));
  expect([...new Set(open.map(({ href }) => href))]).toEqual([]);
  expect(tellsOf(outside.map(({ href }) => decodeURIComponent(href)).join("\n"))).toEqual([]);
  const directions = outside.filter(({ href }) => /maps\/dir|directions/.test(href)).map(({ href }) => new URL(href));
  expect(directions.length).toBeGreaterThan(0);
  for (const { searchParams } of directions) {
    expect([...searchParams.keys()].every((key) => ["api", "destination", "to"].includes(key))).toBe(true);
  }
});

test("every page says that no site it leads to may learn whence somebody came", async ({ journey }) => {
  const service = serviceWith("a name", () => true);
  for (const path of ["", "about.html", "borough/index.html", `service/${encodeURIComponent(service.id)}.html`]) {
    const page = await journey.open(path, { script: false });
    expect([path, await page.locator('meta[name="referrer"]').getAttribute("content")]).toEqual([path, "no-referrer"]);
    const out = page.locator('a[href^="http"]:not([rel~="noreferrer"])');
    expect([path, await out.evaluateAll((links) => links.map((link) => link.getAttribute("href")))]).toEqual([
      path,
      [],
    ]);
  }
});
