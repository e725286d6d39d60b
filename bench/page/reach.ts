import type { Page } from "playwright-core";

/**
 * Code that runs in the browser, as text, before the page's own: how long the worker that finds reach takes from each
 * question to its answer as the page has it, copies both ways included.
 */
export const WATCH_WORKER = `
window.reachTimes = [];
{
  const Own = window.Worker;
  window.Worker = class extends Own {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data?.answer === "reach" && this.asked !== undefined) window.reachTimes.push(performance.now() - this.asked);
      });
    }
    postMessage(message, ...rest) {
      if (message?.ask === "reach") this.asked = performance.now();
      super.postMessage(message, ...rest);
    }
  };
}
`;

/** One step of the pin: until the page has answered, and until that is painted. Milliseconds. */
interface Step {
  readonly answered: number;
  readonly painted: number;
}

/** Presses an arrow and waits for the answer, then for the paint. */
const PRESS = `async (key) => {
  const place = document.querySelector(".pin-moves button");
  place.focus();
  const since = performance.now();
  place.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await Promise.resolve();
  const answered = performance.now() - since;
  const painted = (await window.bench.painted()) - since;
  return { answered, painted };
}`;

export interface ReachTimes {
  /** The worker's round trips, the first one (which also waits for the worker to start) left out. */
  readonly reach: readonly number[];
  readonly steps: readonly Step[];
}

/** Puts one question after another to the page on who is left out, then moves the pin. The page must watch its worker. */
export async function measureReach(page: Page, address: string): Promise<ReachTimes> {
  await page.goto(`${address}#/equity?about=food-banks&all=1`);
  await page.locator(".reach-card").first().waitFor();
  const times = async (): Promise<number[]> => (await page.evaluate("window.reachTimes")) as number[];
  const subject = page.locator(".equity-choices select");
  for (const preset of ["step-free-free", "sign-language", "taking-referrals", "lunch-clubs", "food-banks"]) {
    const before = (await times()).length;
    await subject.selectOption(preset);
    // Not by `waitForFunction`: the page's policy lets nothing be evaluated from within.
    await page.evaluate(
      `(async () => { while (window.reachTimes.length <= ${before}) await new Promise((go) => setTimeout(go, 10)); })()`,
    );
    await page.evaluate("window.bench.painted()");
  }
  const map = page.locator("#equity-map");
  await map.locator("select").first().selectOption({ index: 5 });
  await map.locator("select").nth(1).selectOption({ index: 3 });
  await map.locator(".pin-answer").waitFor();
  const steps: Step[] = [];
  for (let i = 0; i < 40; i++) {
    const key = i % 2 === 0 ? "ArrowRight" : "ArrowUp";
    steps.push((await page.evaluate(`(${PRESS})(${JSON.stringify(key)})`)) as Step);
  }
  return { reach: (await times()).slice(1), steps };
}
