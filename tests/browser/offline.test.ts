import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { startIn } from "../../src/pipeline/site/name-parts.ts";
import { releaseOf } from "../../src/pipeline/site/write-release.ts";
import { besides } from "./every-case.ts";
import { FaultySite } from "./faulty-site.ts";
import { type Journey, PHONE, type Visitor } from "./journey.ts";
import { publication, serviceWith } from "./published.ts";
import { cards, PATIENCE, say, testAt, textOf } from "./sentences.ts";

let site: FaultySite;
const test = testAt(() => site.address);
test.beforeEach(async () => {
  site = await FaultySite.start();
});
test.afterEach(() => site.close());

/** Notes what is said to service workers. On a phone the map waits to be opened, so that these journeys draw none. */
const VISITOR: Visitor = {
  screen: PHONE,
  map: true,
  watch: `
    window.saidToWorkers = [];
    const post = ServiceWorker.prototype.postMessage;
    ServiceWorker.prototype.postMessage = function (...said) { window.saidToWorkers.push(said); return post.apply(this, said); };
  `,
};
const ANYTHING = /ERR_|Failed to|net::|404|fetch/;

/** Every entry of the caches, as address and text. */
const KEPT = `(async () => {
  const entries = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) entries.push([name, request.url, await (await cache.match(request)).text()]);
  }
  return entries;
})()`;
/** Only the addresses: quick to ask for again and again. */
const KEPT_ADDRESSES = `(async () => {
  const addresses = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
  }
  return addresses;
})()`;
type Entry = readonly [cache: string, address: string, text: string];

async function keptEntries(page: Page): Promise<readonly Entry[]> {
  return (await page.evaluate(KEPT)) as Entry[];
}

/** Names of the caches that hold a whole release. */
async function keptReleases(page: Page): Promise<readonly string[]> {
  const entries = await keptEntries(page);
  return entries.filter(([, address]) => address.endsWith("/.release")).map(([cache]) => cache.split(" ").at(-1) ?? "");
}

const controlled = (page: Page) =>
  expect.poll(() => page.evaluate("navigator.serviceWorker.controller !== null"), PATIENCE).toBe(true);
const filtersStand = (page: Page) =>
  page.locator('#filters input[type="checkbox"]').first().waitFor({ state: "attached" });

/** A visit that lasts until the usual is kept: list, details, postcodes, and the face. */
async function firstVisit(journey: Journey): Promise<Page> {
  const page = await journey.open("", VISITOR);
  await filtersStand(page);
  await controlled(page);
  await expect
    .poll(
      async () =>
        (await page.evaluate<string[]>(KEPT_ADDRESSES)).filter((url) => /postcodes|index-places|\.woff2$/.test(url))
          .length,
      PATIENCE,
    )
    .toBe(6);
  return page;
}

describe("after one visit, with the server gone", () => {
  test("finding, a service, the list and its sheet work, a reload included, and nothing is asked", async ({
    journey,
    when,
    see,
  }) => {
    const page = await firstVisit(journey);
    site.goDown();
    const asked = site.asked.length;
    await page.reload();
    await filtersStand(page);
    await when.typing("food");
    await see.someResults();
    await when.startingFrom("E1 6AN");
    await see.chip("E1 6AN");
    await page.goto(`${journey.site}#/`);
    await when.openingTheFirstCard();
    await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor();
    await page.getByRole("button", { name: say["shortlist.add"] }).click();
    await page.goto(`${journey.site}#/shortlist`);
    await page.reload();
    await page.locator(".sheet").waitFor();
    expect(site.asked.slice(asked).filter((path) => !/sw\.js/.test(path))).toEqual([]);
    expect(await page.evaluate("window.saidToWorkers")).toEqual([]);
  });

  besides(() =>
    test("what is not kept says so: a plain page, the map", async ({ journey, see }) => {
      const page = await firstVisit(journey);
      journey.record.announce(ANYTHING, "the server is gone on purpose");
      site.goDown();
      await page.getByRole("button", { name: say["view.map"], exact: true }).click();
      await see.words(say["map.failed"]);
      await page.goto(`${journey.site}borough/tower-hamlets.html`);
      await see.words(say["pages.notKept"]);
      await page.getByRole("link", { name: say["nav.find"] }).first().click();
      await filtersStand(page);
    }),
  );

  test("no word, filter or postcode stands in what is kept", async ({ journey, when, see }) => {
    const page = await firstVisit(journey);
    await when.typing("zzyzx");
    await when.startingFrom("SW1A 1AA");
    await see.chip("SW1A 1AA");
    const kept = await keptEntries(page);
    expect(kept.filter(([cache, address]) => /zzyzx|SW1A/i.test(decodeURIComponent(cache + address)))).toEqual([]);
    const wishes = kept.find(([, address]) => address.endsWith("/.wishes"));
    expect(wishes?.[2]).toBe('["locale:en","near"]');
  });
});

describe("a new publication", () => {
  const renamed = "A New Name For The First";

  test("is offered quietly, mixes with nothing, and the old copy goes when it is taken up", async ({
    journey,
    see,
  }) => {
    const page = await firstVisit(journey);
    const [old = ""] = await keptReleases(page);
    const first = (await cards(page).first().getByRole("heading").innerText()).trim();
    await site.publish(
      ([service, ...rest]) => (service === undefined ? [] : [{ ...service, name: renamed }, ...rest]),
      "2026-12-24",
    );
    await page.reload();
    await filtersStand(page);
    // The old one stands, whole, while the new one waits.
    expect((await cards(page).first().getByRole("heading").innerText()).trim()).toBe(first);
    await see.words(say["offline.newer"]);
    expect(await keptReleases(page)).toHaveLength(2);
    await cards(page).first().getByRole("heading").getByRole("link").click();
    await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor();
    await page.goBack();

    await page.getByRole("button", { name: say["offline.reload"] }).click();
    await expect.poll(() => cards(page).first().getByRole("heading").innerText(), PATIENCE).toContain(renamed);
    await expect.poll(() => keptReleases(page), PATIENCE).not.toContain(old);
    expect(await keptReleases(page)).toHaveLength(1);
    site.goDown();
    await page.reload();
    await filtersStand(page);
    await expect.poll(() => cards(page).first().getByRole("heading").innerText(), PATIENCE).toContain(renamed);
  });

  test("that takes a record out leaves nothing of it on the device", async ({ journey, see }) => {
    const service = serviceWith("an e-mail", ({ contacts }) => contacts.emails.length > 0);
    const secret = service.contacts.emails[0] ?? "";
    const page = await firstVisit(journey);
    expect((await keptEntries(page)).some(([, , text]) => text.includes(secret))).toBe(true);
    await site.publish((all) => all.filter(({ contacts }) => !contacts.emails.includes(secret)), "2026-12-24");
    await page.reload();
    await see.words(say["offline.newer"]);
    await page.getByRole("button", { name: say["offline.reload"] }).click();
    await expect.poll(async () => (await keptReleases(page)).length, PATIENCE).toBe(1);
    await expect
      .poll(
        async () => (await keptEntries(page)).filter(([, , text]) => text.includes(secret)).map(([, url]) => url),
        PATIENCE,
      )
      .toEqual([]);
  });

  test("that is half uploaded is not taken up, and the old one stays whole", async ({ journey }) => {
    const page = await firstVisit(journey);
    const old = await keptReleases(page);
    journey.record.announce(ANYTHING, "the upload broke off on purpose");
    await site.publish(
      ([service, ...rest]) => (service === undefined ? [] : [{ ...service, name: renamed }, ...rest]),
      "2026-12-24",
    );
    const start = startIn(site.read("index.html"));
    writeFileSync(join(site.folder, start), site.read(start).slice(0, 20_000));
    const asked = site.timesAsked(/start\.json/);
    await page.reload();
    await filtersStand(page);
    await expect.poll(() => site.timesAsked(/start\.json/), PATIENCE).toBe(asked + 2);
    await page.waitForTimeout(2000);
    expect(await keptReleases(page)).toEqual(old);
    expect(await page.getByText(say["offline.newer"]).count()).toBe(0);
    expect(site.timesAsked(/start\.json/)).toBe(asked + 2);
    site.goDown();
    await page.reload();
    await filtersStand(page);
    expect(await cards(page).first().innerText()).not.toContain(renamed);
  });

  besides(() =>
    test("whose worker is broken leaves the old one at work", async ({ journey }) => {
      const page = await firstVisit(journey);
      journey.record.announce(/./, "the worker is broken on purpose");
      writeFileSync(join(site.folder, "sw.js"), "throw new Error('broken');");
      await page.reload();
      await filtersStand(page);
      await page.waitForTimeout(2000);
      site.goDown();
      await page.reload();
      await filtersStand(page);
    }),
  );
});

describe("what is kept", () => {
  besides(() =>
    test("is checked each time: a changed file is thrown away and asked for anew", async ({ journey }) => {
      const page = await firstVisit(journey);
      const release = await releaseOf(site.folder);
      const part = Object.keys(release?.files ?? {}).find((path) => path.endsWith("details/services-0.json")) ?? "";
      await page.evaluate(`(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const answer = await cache.match("${part}");
        if (answer) await cache.put("${part}", new Response((await answer.text()).replace("name", "nome")));
      }
    })()`);
      await page.reload();
      await filtersStand(page);
      await cards(page).first().getByRole("heading").getByRole("link").click();
      await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor();
      const kept = (await keptEntries(page)).find(([, address]) => address.endsWith(part));
      expect(kept?.[2]).toBe(site.read(part));
    }),
  );

  besides(() =>
    test("is said with its size; all of London can be saved, works with the map, and can be undone", async ({
      journey,
    }) => {
      const page = await firstVisit(journey);
      await page.goto(`${journey.site}#/about`);
      const part = page.locator(".offline");
      await expect.poll(() => textOf(part), PATIENCE).toMatch(/\d MB/);
      const said = await textOf(part);
      const small = (await keptEntries(page)).length;
      await part.getByRole("button", { name: /^Save all of London/ }).click();
      await part.getByRole("button", { name: say["offline.undo"] }).waitFor(PATIENCE);
      const all = await keptEntries(page);
      expect(all.some(([, address]) => /maplibre-gl-worker/.test(address))).toBe(true);
      site.goDown();
      await page.goto(`${journey.site}#/`);
      await page.reload();
      await page.getByRole("button", { name: say["view.map"], exact: true }).click();
      // Drawn in software, with both cores taken, that takes its time.
      await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor({ timeout: 90_000 });

      await page.goto(`${journey.site}#/about`);
      await part.getByRole("button", { name: say["offline.undo"] }).click();
      await part.getByRole("button", { name: /^Save all of London/ }).waitFor(PATIENCE);
      expect((await keptEntries(page)).length).toBeLessThanOrEqual(small);
      await expect.poll(() => textOf(part), PATIENCE).toBe(said);
    }),
  );

  test("goes altogether when the person says so, and nothing comes back by itself", async ({ journey, see }) => {
    const page = await firstVisit(journey);
    await page.goto(`${journey.site}#/about`);
    await page.getByRole("button", { name: say["offline.forget"] }).click();
    await see.words(say["offline.none"]);
    expect(await page.evaluate("caches.keys()")).toEqual([]);
    await page.goto(`${journey.site}#/`);
    await page.reload();
    await filtersStand(page);
    await page.waitForTimeout(3000);
    expect(await page.evaluate("caches.keys()")).toEqual([]);
    expect(await page.evaluate("navigator.serviceWorker.controller")).toBeNull();
  });

  besides(() =>
    test("stops with a sentence where the device is full, and the rest works on", async ({ journey, see }) => {
      const page = await firstVisit(journey);
      const session = await page.context().newCDPSession(page);
      const { origin } = new URL(site.address);
      const { usage } = (await session.send("Storage.getUsageAndQuota", { origin })) as { usage: number };
      await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 200_000 });
      await page.goto(`${journey.site}#/about`);
      await page.getByRole("button", { name: /^Save all of London/ }).click();
      await see.words(say["offline.full"]);
      await page.goto(`${journey.site}#/`);
      await page.reload();
      await filtersStand(page);
      await see.someResults();
    }),
  );

  test("is nothing at all where the device asks to save data", async ({ journey }) => {
    const page = await journey.open("", { screen: PHONE });
    await filtersStand(page);
    await page.waitForTimeout(3000);
    expect(await page.evaluate("caches.keys()")).toEqual([]);
  });
});

besides(() =>
  test("a device without room for any of it shows the list all the same", async ({ journey, see }) => {
    const page = await journey.open("about:blank", VISITOR);
    journey.record.announce(/./, "the device is full on purpose");
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize: 1000 });
    await page.goto(site.address);
    await filtersStand(page);
    await page.waitForTimeout(3000);
    await see.someResults();
    await page.reload();
    await filtersStand(page);
    await see.someResults();
  }),
);

test("without internet a strip says so, and of when the list is", async ({ journey, see }) => {
  const page = await firstVisit(journey);
  journey.record.announce(ANYTHING, "the line is cut on purpose");
  await page.context().setOffline(true);
  await see.words(say["offline.now"].split(".")[0] ?? "");
  expect(await textOf(page.locator(".strip"))).toContain(publication().built.slice(0, 4));
  await see.nothingSideways();
  await page.context().setOffline(false);
  await expect.poll(() => page.locator(".strip").count()).toBe(0);
});
