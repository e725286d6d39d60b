import { expect } from "vitest";
import { besides } from "./every-case.ts";
import { PHONE } from "./journey.ts";
import { cards, PATIENCE, say, test } from "./sentences.ts";

/** Adds up how far things jumped that nobody moved (Cumulative Layout Shift, as the browser reckons it). */
const WATCH_JUMPS = `window.jumped = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumped += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

const isFace = (url: string): boolean => /\.woff2?$/.test(url.split(/[?#]/)[0] ?? "");
/** Files of the face that are in use. */
const FACES = "[...document.fonts].filter(({ status }) => status === 'loaded').length";

test("the face drawn for legibility comes after the list, and is put to use with the next screen, so that no line jumps", async ({
  journey,
  given,
  when,
  see,
}) => {
  const page = await given.theFindScreen({ screen: PHONE, map: true, watch: WATCH_JUMPS });
  // Each address once: what passes the worker that keeps the site is seen on both sides of it.
  const faces = (): number => new Set(journey.record.requests.map(({ url }) => url).filter(isFace)).size;
  await expect.poll(faces, PATIENCE).toBe(4);
  await page.waitForTimeout(300);
  expect(await page.evaluate<number>(FACES)).toBe(0);
  await cards(page).first().waitFor();
  expect(await page.evaluate<number>("window.jumped")).toBeLessThan(0.1);
  await when.openingTheFirstCard();
  await see.words(say["service.contact"]);
  await expect.poll(() => page.evaluate<number>(FACES), PATIENCE).toBeGreaterThanOrEqual(2);
});

besides(() =>
  test("where the browser asks to save data the device's own face stays", async ({ journey, given, when, see }) => {
    const page = await given.theFindScreen({ screen: PHONE });
    await page.waitForTimeout(5000);
    await when.openingTheFirstCard();
    await see.words(say["service.contact"]);
    expect(journey.record.requests.filter(({ url }) => isFace(url))).toEqual([]);
    expect(await page.evaluate<number>(FACES)).toBe(0);
  }),
);
