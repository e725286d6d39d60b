import type { Browser, CDPSession, Page } from "playwright-core";
import { BOXES, OPENINGS, SEARCHES, TICK, TYPE } from "./in-page.ts";
import { type Task, traced } from "./trace.ts";

/** Milliseconds that no task may outlast once the page has loaded, on a phone so many times slower than this machine. */
const LONGEST_TASK = 200;
/** How much more memory may be held after all searches and map openings than after the first tenth of them. */
const GROWTH = 1.15;

export interface PhoneOptions {
  /** How many times slower than this machine. */
  readonly slower: number;
  readonly searches: number;
  readonly openings: number;
  /** Takes the time of the processor, times `slower`, instead of slowing the page down and watching the clock. */
  readonly byProcessor: boolean;
}

export interface PhoneRun {
  /** Sentences to print. */
  readonly says: readonly string[];
  /** Of these the promises that were not kept. */
  readonly missed: readonly string[];
}

/** Bytes that the page holds once garbage is collected: objects and typed arrays. */
async function held(session: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const usage = (await session.send("Runtime.getHeapUsage")) as Readonly<Record<string, number>>;
  return (usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** Runs something a tenth of its times, then the rest, and gives what was held after each. */
async function growth(
  session: CDPSession,
  times: number,
  run: (times: number) => Promise<unknown>,
): Promise<readonly [first: number, all: number]> {
  const tenth = Math.max(1, Math.round(times / 10));
  await run(tenth);
  const first = await held(session);
  await run(times - tenth);
  return [first, await held(session)];
}

/**
 * The built page with many services on a slow phone: can it be searched, does every task after loading leave room for
 * a press, and does its memory stay where it is however much is searched and however often the map is opened?
 */
export async function phoneRun(
  browser: Browser,
  open: () => Promise<Page>,
  address: string,
  { slower, searches, openings, byProcessor }: PhoneOptions,
): Promise<PhoneRun> {
  const page = await open();
  const session = await page.context().newCDPSession(page);
  const evaluate = (code: string): Promise<unknown> => page.evaluate(code);
  const slow = (rate: number) => session.send("Emulation.setCPUThrottlingRate", { rate: byProcessor ? 1 : rate });

  await slow(slower);
  await page.goto(new URL("index.html", address).href);
  await page.locator('#filters input[type="checkbox"]').first().waitFor({ state: "attached" });
  const boxes = (await evaluate(`(${BOXES})()`)) as string[];
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const trace = await traced(browser, page, async () => {
    for (const box of boxes.slice(0, 6)) await evaluate(`(${TICK})(${JSON.stringify(box)})`);
    // The places and the index of words come while a person ticks and types.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    for (const text of ["food", "somali women"]) await evaluate(`(${TYPE})(${JSON.stringify(text)})`);
  });
  const shown = await page.locator(".card").count();
  await slow(1);
  const took = ({ wall, processor }: Task): number => (byProcessor ? processor * slower : wall);
  const longest = Math.max(0, ...trace.tasks.map(took));

  const [searchedFirst, searched] = await growth(session, searches, (times) =>
    evaluate(`(${SEARCHES})(${JSON.stringify(boxes)}, ${times})`),
  );
  await page.locator(".bar button").last().click();
  await page.locator("#map canvas").waitFor();
  const [openedFirst, opened] = await growth(session, openings, (times) => evaluate(`(${OPENINGS})(${times})`));
  await page.context().close();

  const grown = (what: string, first: number, all: number): readonly [boolean, string] => {
    const [from, to] = [(first / 1e6).toFixed(1), (all / 1e6).toFixed(1)];
    return [all <= first * GROWTH, `${what}: ${from} MB held after the first tenth, ${to} MB after all`];
  };
  const promises: readonly (readonly [boolean, string])[] = [
    [shown > 0, `searchable: ${shown} cards listed after ticks and typed words`],
    [longest <= LONGEST_TASK, `longest task after loading ${longest.toFixed(0)} ms, at most ${LONGEST_TASK}`],
    grown(`${searches} searches`, searchedFirst, searched),
    grown(`${openings} map openings`, openedFirst, opened),
  ];
  return {
    says: promises.map(([, sentence]) => sentence),
    missed: promises.flatMap(([kept, sentence]) => (kept ? [] : [sentence])),
  };
}
