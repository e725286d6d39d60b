import { describe, expect } from "vitest";
import { createService } from "../../src/services/create-service.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import type { Service } from "../../src/services/service.ts";
import { createVocabularies } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";
import { changeStart } from "./changed-start.ts";
import { besides, EVERY_CASE } from "./every-case.ts";
import { type Fault, FaultySite } from "./faulty-site.ts";
import { serviceIndex, serviceWith, startFile } from "./published.ts";
import { cards, PATIENCE, say, testAt, textOf } from "./sentences.ts";

let site: FaultySite;
const test = testAt(() => site.address);
test.beforeAll(async () => {
  site = await FaultySite.start();
});
test.beforeEach(() => {
  site.mend();
  site.asked.length = 0;
});
test.afterAll(() => site.close());

/** Waits that are there to notice a line that hangs last a tenth, so that a test does not. */
const HURRIED = `
  const wait = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => wait(work, ms >= 8000 ? ms / 10 : ms, ...rest);
`;
/** A record with nothing but what it must have. */
function bare(vocabularies: Readonly<Record<string, VocabularyFile>>): Service {
  const draft = { id: "bare", kind: "group", name: "A Bare Group", sources: [] } as const;
  const { service, faults } = createService(draft, createVocabularies(vocabularies));
  if (service === null) throw new Error(JSON.stringify(faults));
  return service;
}

const ANYTHING = /./;
/** Drawn in software, with both cores taken, a map takes its time. */
const DRAWN = { timeout: 90_000 };
const onPurpose = "the server fails on purpose";

const CHANGED: readonly [name: string, fault: Fault] = [
  "has one letter changed",
  { kind: "other", make: (bytes) => Buffer.from(bytes.toString().replace(/e/, "a")) },
];

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ["is an error page with status 200", { kind: "page", status: 200 }],
  ["is not there", { kind: "page", status: 404 }],
  ["is answered by a broken server", { kind: "page", status: 500 }],
  ["is half of a file", { kind: "cut", share: 0.5 }],
  ["stops coming at half", { kind: "stall", share: 0.5 }],
  ["never begins to come", { kind: "stall", share: 0 }],
  ["is cut off", { kind: "drop" }],
  CHANGED,
];

/** Two that differ most: an answer that is none, and none at all. */
const TWO: readonly (readonly [name: string, fault: Fault])[] = [
  ["is an error page with status 200", { kind: "page", status: 200 }],
  ["never begins to come", { kind: "stall", share: 0 }],
];
/** What every stage meets; the list of services, which all else hangs on, meets more. */
const MET = EVERY_CASE ? TWO : TWO.slice(0, 1);

describe("when the list of services", () => {
  for (const [name, fault] of EVERY_CASE ? FAULTS : [...TWO, CHANGED])
    test(`${name}, a sentence says so, phone numbers stay, and it is asked for twice`, async ({ journey }) => {
      site.fail(/start\.json$/, fault);
      const page = await journey.open("", { watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      await page.getByText(say["failed.title"]).waitFor(PATIENCE);
      expect(await page.locator("article").count()).toBe(20);
      expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
      // The browser's early fetch and ours are one request; where it failed, ours is a second before the retry.
      const asked = site.timesAsked(/start\.json$/);
      expect(asked).toBeGreaterThanOrEqual(2);
      expect(asked).toBeLessThanOrEqual(3);
      await page.waitForTimeout(2500);
      expect(site.timesAsked(/start\.json$/)).toBe(asked);
      site.mend();
      await page.getByRole("button", { name: say["failed.retry"] }).click();
      await page.locator('#filters input[type="checkbox"]').first().waitFor({ state: "attached" });
    });
});

describe("when the details of a service", () => {
  for (const [name, fault] of EVERY_CASE ? FAULTS : [...MET, CHANGED])
    test(`${name}, its card stays with a sentence, and trying again works`, async ({ journey, given }) => {
      const service = serviceWith("a name", () => true);
      const page = await given.theFindScreen({ watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      site.fail(/details\//, fault);
      await page.goto(`${journey.site}#/service/${encodeURIComponent(service.id)}`);
      await page.getByText(say["service.detailsFailed"]).waitFor(PATIENCE);
      expect(await textOf(cards(page).first())).toContain(service.name);
      expect(site.timesAsked(/details\//)).toBe(2);
      site.mend();
      await page.getByRole("button", { name: say["service.retry"] }).click();
      await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor(PATIENCE);
    });
});

describe("when the list of places", () => {
  for (const [name, fault] of MET)
    test(`${name}, the list says that they are missing, and services are found`, async ({
      journey,
      given,
      when,
      see,
    }) => {
      site.fail(/index-places\.json$/, fault);
      await given.theFindScreen({ watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      const all = await see.resultCount();
      await when.ticking(say["facet.borough"], "Ealing");
      await see.words(say["results.placesFailed"]);
      await see.fewerResultsThan(all);
      await see.someResults();
      expect(site.timesAsked(/index-places/)).toBe(2);
    });
});

describe("when the list of postcodes", () => {
  for (const [name, fault] of MET)
    test(`${name}, a sentence offers the boroughs instead, and trying again works`, async ({
      journey,
      given,
      when,
      see,
    }) => {
      site.fail(/postcodes/, fault);
      await given.theFindScreen({ watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      await when.startingFrom("E1 6AN");
      await see.words(say["search.lookupFailed"]);
      await see.someResults();
      site.mend();
      await when.startingFrom("E1 6AN");
      await see.chip("E1 6AN");
    });
});

describe("when the code of a screen", () => {
  for (const [name, fault] of MET)
    test(`${name}, the rest works on, and trying again works`, async ({ journey, given, see }) => {
      const page = await given.theFindScreen({ watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      site.fail(/ServiceScreen/, fault);
      await cards(page).first().getByRole("heading").getByRole("link").click();
      await see.words(say["part.failed"]);
      await page.goBack();
      await see.someResults();
      site.mend();
      await cards(page).first().getByRole("heading").getByRole("link").click();
      if (fault.kind === "stall") await page.reload();
      await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor(PATIENCE);
    });

  for (const [name, fault] of MET)
    test(`that searches by words ${name}, a sentence says so`, async ({ journey, given, when, see }) => {
      const page = await given.theFindScreen({ watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      site.fail(/word-search|synonyms/, fault);
      await when.typing("food");
      if (fault.kind === "page") await see.words(say["part.failed"]);
      await see.someResults();
      expect(await page.locator("#filters").count()).toBe(1);
    });
});

describe("when the reader's own locale", () => {
  for (const [name, fault] of MET)
    test(`${name}, the list stands there in English and says so`, async ({ journey, see }) => {
      site.fail(/messages-|terms-/, fault);
      const page = await journey.open("#/?lang=so", { watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      await page.locator('#filters input[type="checkbox"]').first().waitFor({ state: "attached" });
      await see.someResults();
      expect(await page.getByLabel(say["search.what"]).count()).toBe(1);
    });
});

describe("when the map", () => {
  for (const [name, fault] of MET)
    test(`${name}, a sentence says that all is in the list, and the list works`, async ({ journey, see, when }) => {
      site.fail(/map-view|maplibre/, fault);
      await journey.open("", { map: true, watch: HURRIED });
      journey.record.announce(ANYTHING, onPurpose);
      await see.words(say["map.failed"]);
      const all = await see.resultCount();
      await when.ticking(say["facet.borough"], "Ealing");
      await see.fewerResultsThan(all);
    });

  besides(() =>
    test("loses its worker in use, it is taken away with a sentence rather than shown as it was, and can be had again", async ({
      journey,
      see,
      when,
    }) => {
      const page = await journey.open("", { map: true, watch: HURRIED });
      await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor(DRAWN);
      journey.record.announce(ANYTHING, "the worker is ended on purpose");
      for (const worker of page.workers()) await worker.evaluate("self.close()").catch(() => undefined);
      await when.ticking(say["facet.borough"], "Ealing");
      await see.words(say["map.failed"]);
      await page.getByRole("button", { name: say["map.retry"] }).click();
      await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor(DRAWN);
    }),
  );

  test("loses its drawing in use, a sentence says so and it can be had again", async ({ journey, see }) => {
    const page = await journey.open("", { map: true });
    await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor(DRAWN);
    journey.record.announce(ANYTHING, "the drawing is lost on purpose");
    await page.evaluate(
      'document.querySelector(".maplibregl-canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()',
    );
    await see.words(say["map.failed"]);
    await see.someResults();
    await page.getByRole("button", { name: say["map.retry"] }).click();
    await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor(DRAWN);
  });
});

describe("a device", () => {
  const FORBIDDEN = `
    for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"])
      Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied.", "SecurityError"); } });
  `;

  test("that forbids all storage lists, opens, and keeps a list for the visit", async ({ given, see, when }) => {
    const page = await given.theFindScreen({ watch: FORBIDDEN });
    await see.someResults();
    await when.openingTheFirstCard();
    await page.getByRole("button", { name: say["shortlist.add"] }).first().click();
    await page.getByRole("link", { name: /list/i }).first().click();
    await page.locator(".sheet").waitFor();
    expect(await page.getByText(say["shortlist.refused"]).count()).toBe(1);
  });

  test("without service workers says on About that it keeps nothing, and works", async ({ given, journey, see }) => {
    const page = await given.theFindScreen({ watch: "delete Navigator.prototype.serviceWorker;" });
    await page.goto(`${journey.site}#/about`);
    await see.words(say["offline.cannot"]);
  });

  test("whose service worker can't be had works as long as there is a line", async ({ journey, see }) => {
    site.fail(/sw\.js$/, { kind: "page", status: 200 });
    const page = await journey.open("", { map: true, screen: { width: 360, height: 740 } });
    journey.record.announce(ANYTHING, onPurpose);
    await see.someResults();
    await page.waitForTimeout(3000);
    await page.reload();
    await see.someResults();
  });

  const clock = (years: number): string => `
    const Real = Date;
    const shift = ${years} * 365 * 86400000;
    window.Date = class extends Real {
      constructor(...given) { if (given.length === 0) super(Real.now() + shift); else super(...given); }
      static now() { return Real.now() + shift; }
    };
  `;
  for (const years of EVERY_CASE ? [-10, -1, 1, 10] : [-1]) {
    test(`whose clock is ${years} years off hides nothing, and tells ages by date`, async ({ given, journey, see }) => {
      const right = await given.theFindScreen();
      const [all, names] = [await see.resultCount(), await see.cardNames()];
      const dates = await right.locator("article .age").allInnerTexts();
      await given.theFindScreen({ watch: clock(years) });
      expect(await see.resultCount()).toBe(all);
      expect(await see.cardNames()).toEqual(names);
      expect(await journey.page.locator("article .age").allInnerTexts()).toEqual(dates);
    });
  }
});

describe("data", () => {
  test("of a record with nothing but a name is listed, opened and printed", async ({ journey, see, when }) => {
    const page = await journey.open("about:blank");
    await changeStart(page, journey.site, ({ parts = {}, ...start }) => {
      const { "details/services-0.json": _, ...others } = parts;
      const index = encodeServiceIndex([bare(start.vocabularies)], []);
      return { ...start, index, parts: others };
    });
    await page.route("**/details/services-0.json", (route) =>
      route.fulfill({ json: [bare(startFile().vocabularies)] }),
    );
    await page.goto(journey.site);
    await see.results(1);
    await when.openingTheFirstCard();
    await page.getByRole("heading", { level: 1, name: "A Bare Group" }).waitFor(PATIENCE);
    await page.getByRole("button", { name: say["shortlist.add"] }).first().click();
    await page.goto(`${journey.site}#/shortlist`);
    expect(await textOf(page.locator(".sheet"))).toContain("A Bare Group");
  });

  test("with words, kinds and facets that this page does not know yet are listed by what it knows", async ({
    journey,
    see,
    when,
  }) => {
    const page = await journey.open("about:blank");
    await changeStart(page, journey.site, (start) => {
      const { index, vocabularies } = start;
      const { faith } = vocabularies;
      if (faith === undefined) throw new Error("There is no vocabulary of faiths.");
      const hobby = { facet: "hobby", label: "Hobby", terms: [{ id: "kites", label: "Kites", newer: true }] };
      return {
        ...start,
        newer: { anything: 1 },
        vocabularies: { ...vocabularies, hobby, faith: { ...faith, terms: [...faith.terms, ...hobby.terms] } },
        index: {
          ...index,
          newer: [1, 2],
          kinds: `z${index.kinds.slice(1)}`,
          precision: `z${index.precision.slice(1)}`,
          facets: { ...index.facets, hobby: { terms: ["kites"], postings: [[0]], saysOther: [] } },
        },
      };
    });
    await page.goto(journey.site);
    await see.someResults();
    const all = await see.resultCount();
    expect(all).toBe(serviceIndex().count);
    await when.ticking(say["facet.borough"], "Ealing");
    await see.fewerResultsThan(all);
  });
});
