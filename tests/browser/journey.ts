import type { Browser, BrowserContext, Page } from "playwright-core";
import { test as base, inject } from "vitest";
import { launchChromium } from "./chromium.ts";
import { type Recorder, record } from "./recorder.ts";

/** CSS pixels. */
export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 360, height: 740 } as const;

export interface Visitor {
  readonly screen?: { readonly width: number; readonly height: number };
  /** False: scripts never run, as for a person whose script never arrives. */
  readonly script?: boolean;
  /** False: the browser can't draw maps. */
  readonly webgl?: boolean;
  /**
   * True: the map is drawn. Otherwise the device asks to save data, and the map waits to be asked for: most journeys
   * are about the list, and drawing a map in software takes longer than they do.
   */
  readonly map?: boolean;
  readonly scheme?: "light" | "dark";
  /** True: the device puts the person's own few colours in the place of ours. */
  readonly forced?: boolean;
  /** True: the device asks for less motion. */
  readonly calm?: boolean;
  /** Script that runs in the page before its own, to watch what a test can't see from outside. */
  readonly watch?: string;
}

/** One person's visit. At its end the test fails if the page complained or asked anyone but its own folder. */
export interface Journey {
  /** Address of the site's folder, ending in a slash. Throws when the site could not be built. */
  readonly site: string;
  /** Opens an address below the site's folder (or a whole one) in a new context of its own. */
  open(path: string, visitor?: Visitor): Promise<Page>;
  /** The page opened last. */
  readonly page: Page;
  /** The record of the page opened last. */
  readonly record: Recorder;
}

/** One Chromium for each test file, and a second without WebGL where a journey asks for it. */
export class Browsers {
  private readonly launched = new Map<boolean, Promise<Browser>>();

  get(webgl: boolean): Promise<Browser> {
    const browser = this.launched.get(webgl) ?? launchChromium({ webgl });
    this.launched.set(webgl, browser);
    return browser;
  }

  async close(): Promise<void> {
    for (const browser of this.launched.values()) await (await browser).close();
  }
}

/** Address of the built site's folder. Throws why there is none. */
export function siteAddress(): string {
  const site = inject("site");
  if (site.status === "not-built") throw new Error(site.reason);
  return site.address;
}

/** As if the person had told their browser to save data. */
async function saveData(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
}

export class Visit implements Journey {
  private readonly visits: { context: BrowserContext; page: Page; recorder: Recorder }[] = [];

  constructor(
    private readonly browsers: Browsers,
    private readonly home: () => string,
  ) {}

  get site(): string {
    return this.home();
  }

  private get last() {
    const visit = this.visits.at(-1);
    if (visit === undefined) throw new Error("The journey has not begun: open a page first.");
    return visit;
  }

  get page(): Page {
    return this.last.page;
  }

  get record(): Recorder {
    return this.last.recorder;
  }

  async open(path: string, visitor: Visitor = {}): Promise<Page> {
    const browser = await this.browsers.get(visitor.webgl ?? true);
    const context = await browser.newContext({
      viewport: visitor.screen ?? DESKTOP,
      javaScriptEnabled: visitor.script ?? true,
      colorScheme: visitor.scheme ?? "light",
      forcedColors: (visitor.forced ?? false) ? "active" : "none",
      reducedMotion: (visitor.calm ?? false) ? "reduce" : "no-preference",
      locale: "en-GB",
      timezoneId: "Europe/London",
      hasTouch: (visitor.screen ?? DESKTOP).width < 600,
    });
    context.setDefaultTimeout(30_000);
    const recorder = record(context, this.site);
    const page = await context.newPage();
    await recorder.follow(page);
    if (!(visitor.map ?? false)) await saveData(page);
    if (visitor.watch !== undefined) await page.addInitScript({ content: visitor.watch });
    this.visits.push({ context, page, recorder });
    await page.goto(new URL(path, this.site).href);
    return page;
  }

  /** Throws with all that went wrong on any page of the journey. */
  async end(): Promise<void> {
    const problems: string[] = [];
    for (const { context, recorder } of this.visits) {
      problems.push(...(await recorder.problems()).map(({ kind, text }) => `${kind}: ${text}`));
      await context.close();
    }
    if (problems.length > 0) throw new Error(`The page misbehaved on the way:\n${problems.join("\n")}`);
  }
}

/** vitest's `test` with a `journey` through the site at the address that `home` gives. */
export const createTest = (home: () => string) =>
  base
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter.
    .extend("browsers", { scope: "file" }, async ({}, { onCleanup }) => {
      const browsers = new Browsers();
      onCleanup(() => browsers.close());
      return browsers;
    })
    .extend("journey", async ({ browsers }, { onCleanup }): Promise<Journey> => {
      const visit = new Visit(browsers, home);
      onCleanup(() => visit.end());
      return visit;
    });

/** A test on the built site. */
export const test = createTest(siteAddress);
