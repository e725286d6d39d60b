import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { ensureChromium, launchChromium } from "../../tests/browser/chromium.ts";
import { serveFolder } from "../../tests/browser/serve.ts";
import { DIST, ensureBuilt } from "../../tests/browser/site.ts";
import { percentile } from "../measure.ts";
import { clusterTimes } from "./bare-map.ts";
import { BOXES, TICK, type Ticked, TYPE, WATCH } from "./in-page.ts";
import { phoneRun } from "./phone.ts";
import { measureReach, WATCH_WORKER } from "./reach.ts";
import { syntheticSite } from "./synthetic-site.ts";
import { type Task, traced } from "./trace.ts";

/**
 * `npm run bench:page`: the built page in Chromium on made-up services. How long from a filter's tick until list,
 * counts and map are painted; on a bare map, our clusters of the same answers against MapLibre's own; and how long the
 * tasks are that ticks, typing and what comes after loading begin. `--json` as `npm run bench` prints it, `--check`
 * ends with 1 when a target is missed. On a busy machine the clock tells of the neighbours: then compare the times of
 * the processor.
 *
 * `--phone`: instead, the promises for a slow phone with so many services (`phone.ts`); ends with 1 when one is broken.
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    seed: { type: "string", default: "20261124" },
    clock: { type: "string", default: "wall" },
    json: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    phone: { type: "boolean", default: false },
    searches: { type: "string", default: "500" },
    openings: { type: "string", default: "100" },
  },
});

/** A slow phone against this machine. */
const PHONE = { size: { width: 390, height: 844 }, slower: 5 } as const;

const SCREEN = { width: 1280, height: 800 };
const TYPED = ["food", "benifits", "somali women", "someone to talk to", "gurdwara"];
/** Milliseconds that a task may take before a press is felt to hang (W3C, Long Tasks). */
const LONG_TASK = 50;
/** Milliseconds between two pictures of a screen. */
const FRAME = 16;
/** How many times quicker than MapLibre's own clustering. */
const PEER_RATIO = 4;

interface Line {
  readonly what: string;
  readonly times: readonly number[];
  /** What the median may be at most, in milliseconds. */
  readonly most?: number;
}

const asText = (page: Page, code: string): Promise<unknown> => page.evaluate(code);

async function openPage(browser: Browser, files: ReadonlyMap<string, string> = new Map()): Promise<Page> {
  const context = await browser.newContext({
    viewport: values.phone ? PHONE.size : SCREEN,
    locale: "en-GB",
    // Marks that fade in would be drawn for a while after they are there.
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.addInitScript({ content: WATCH });
  for (const [file, body] of files) {
    const ending = file.split(".").at(-1) ?? "";
    const contentType = { html: "text/html", css: "text/css", json: "application/json" }[ending] ?? "text/javascript";
    await page.route(`**/${file}`, (route) => route.fulfill({ body, contentType }));
  }
  return page;
}

interface PageRun {
  readonly lines: readonly Line[];
  /** From each tick to the painted map: by the clock, or what all threads of the page worked. */
  readonly toMap: readonly number[];
  /** The address after each tick, which tells what was chosen. */
  readonly addresses: readonly string[];
  /** Width and height of the map, in CSS pixels. */
  readonly size: readonly [width: number, height: number];
}

/** The page itself: load, a first choice (with which the places come), ticks, typing. */
async function measurePage(browser: Browser, address: string): Promise<PageRun> {
  const page = await openPage(browser);
  const begun = performance.now();
  await page.goto(new URL("index.html", address).href);
  await page.locator('#filters input[type="checkbox"]').first().waitFor();
  const loaded = performance.now() - begun;
  await page.locator("#map canvas").waitFor();
  await asText(page, "window.bench.settled(performance.now(), 1500, 60000)");
  const size = (await asText(
    page,
    "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.querySelector('#map canvas'))",
  )) as [number, number];

  const [first = "", ...boxes] = (await asText(page, `(${BOXES})()`)) as string[];
  const choosing = await traced(browser, page, async () => {
    await asText(page, `(${TICK})(${JSON.stringify(first)})`);
    await asText(page, "window.bench.settled(performance.now(), 2500, 60000)");
  });
  const ticked: Ticked[] = [];
  const addresses: string[] = [];
  const ticking = await traced(browser, page, async () => {
    for (const box of [...boxes, ...boxes.toReversed()]) {
      // A box that would give nothing any more is no longer there.
      const told = (await asText(page, `(${TICK})(${JSON.stringify(box)})`)) as Ticked | null;
      if (told === null) continue;
      ticked.push(told);
      addresses.push(page.url());
    }
  });
  const typing = await traced(browser, page, async () => {
    for (const text of TYPED) await asText(page, `(${TYPE})(${JSON.stringify(text)})`);
  });
  await page.context().close();

  const measure = values.clock === "cpu" ? "processor" : "wall";
  const longest = (tasks: readonly Task[]): number => Math.max(0, ...tasks.map((task) => task[measure]));
  const toMap =
    values.clock === "cpu" ? ticking.workBetween("bench-tick", "bench-settled") : ticked.map(({ map }) => map);
  const perTick = ticking.between("bench-tick", "bench-settled").map(longest);
  const perKey = typing.between("bench-key", "bench-key-painted").map(longest);
  return {
    lines: [
      { what: "load, from address to filters", times: [loaded] },
      { what: "longest task of the first choice", times: [longest(choosing.tasks)] },
      { what: "tick to painted list and counts", times: ticked.map(({ list }) => list) },
      { what: "tick to painted map", times: toMap },
      { what: "longest task of a tick", times: perTick, most: LONG_TASK },
      { what: "longest task of a key", times: perKey, most: LONG_TASK },
      { what: "longest task while typing", times: [longest(typing.tasks)] },
    ],
    toMap,
    addresses,
    size,
  };
}

/** Who is left out: the worker's answer to a new selection, and a step of the pin. */
async function reachLines(browser: Browser, address: string): Promise<readonly Line[]> {
  const page = await openPage(browser);
  await page.addInitScript({ content: WATCH_WORKER });
  const { reach, steps } = await measureReach(page, address);
  await page.context().close();
  return [
    { what: "reach, there and back", times: reach, most: 100 },
    { what: "step of the pin, answered", times: steps.map(({ answered }) => answered), most: FRAME },
    { what: "step of the pin, painted", times: steps.map(({ painted }) => painted) },
  ];
}

async function run(): Promise<void> {
  ensureChromium(console.error);
  ensureBuilt(console.error);
  const rows = Number(values.rows);
  const site = syntheticSite(DIST, rows, Number(values.seed));
  // As a host sends them: what a test answers in a host's place costs the page time of its own.
  const served = await serveFolder(DIST, undefined, site.files);
  const browser = await launchChromium({ webgl: true });
  const open = (files?: ReadonlyMap<string, string>) => openPage(browser, files);
  try {
    if (values.phone) {
      const { says, missed } = await phoneRun(browser, open, served.address, {
        slower: PHONE.slower,
        searches: Number(values.searches),
        openings: Number(values.openings),
        byProcessor: values.clock === "cpu",
      });
      for (const sentence of says) console.log(sentence);
      for (const sentence of missed) console.error(`Missed: ${sentence}`);
      if (missed.length > 0) process.exitCode = 1;
      return;
    }
    const measured = await measurePage(browser, served.address);
    const { ours, theirs } = await clusterTimes(browser, open, served.address, site, measured, values.clock === "cpu");
    const lines: readonly Line[] = [
      ...measured.lines,
      { what: "bare map: our clusters painted", times: ours },
      { what: "bare map: MapLibre's own clusters", times: theirs },
      ...(await reachLines(browser, served.address)),
    ];
    if (values.json) {
      const told = lines.map(({ what, times }) => ({
        task: "page",
        rows,
        engine: what,
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        memoryMB: 0,
      }));
      console.log(JSON.stringify(told, null, 1));
    } else {
      for (const { what, times } of lines) {
        const told = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
        console.log(what.padEnd(36), ...told.map((ms) => `${ms.toFixed(1)} ms`.padStart(12)));
      }
    }
    const ratio = percentile(theirs, 0.5) / percentile(ours, 0.5);
    const ofPage = percentile(theirs, 0.5) / percentile(measured.toMap, 0.5);
    const missed = [
      ...lines.flatMap(({ what, times, most = Number.POSITIVE_INFINITY }) =>
        percentile(times, 0.5) > most ? [`${what}: more than ${most} ms`] : [],
      ),
      ...(ratio < PEER_RATIO ? [`MapLibre's own clusters take ${ratio.toFixed(1)}×, not ${PEER_RATIO}×`] : []),
    ];
    if (!values.json) {
      console.log(`MapLibre's own clusters: ${ratio.toFixed(1)}× ours on the same bare map,`);
      console.log(`${ofPage.toFixed(1)}× the whole page with its search, list, counts and basemap.`);
    }
    for (const sentence of missed) console.error(`Missed: ${sentence}`);
    if (values.check && missed.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await served.close();
  }
}

await run();
