import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** One task of the page's main thread, in milliseconds. */
export interface Task {
  readonly begun: number;
  readonly wall: number;
  /** Time of the processor; on a busy machine the clock tells of the neighbours as well. */
  readonly processor: number;
}

export interface Trace {
  /** Tasks of the main thread between two marks of the page's own, in turn for each pair of marks. */
  between(from: string, to: string): readonly (readonly Task[])[];
  /** Processor time of all the page's threads between two marks, workers included, in milliseconds. */
  workBetween(from: string, to: string): readonly number[];
  /** All tasks of the main thread. */
  readonly tasks: readonly Task[];
}

/** Records what the main thread of a page does while `run` runs. */
export async function traced(browser: Browser, page: Page, run: () => Promise<void>): Promise<Trace> {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing", "__metadata"] });
  await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
    traceEvents: readonly TraceEvent[];
  };
  return readTrace(traceEvents);
}

function readTrace(events: readonly TraceEvent[]): Trace {
  const marks = events.filter(({ name, cat }) => cat.includes("user_timing") && name.startsWith("bench-"));
  const [pid, tid] = [marks[0]?.pid, marks[0]?.tid];
  const own = events.filter((event) => event.pid === pid && event.name.endsWith("RunTask") && event.ph === "X");
  const tasksOf = (of: readonly TraceEvent[]): Task[] =>
    of.map(({ ts, dur = 0, tdur = 0 }) => ({ begun: ts / 1000, wall: dur / 1000, processor: tdur / 1000 }));
  const tasks = tasksOf(own.filter((event) => event.tid === tid));
  const ofAllThreads = tasksOf(own);
  const within = (among: readonly Task[], from: string, to: string): Task[][] => {
    const starts = marks.filter(({ name }) => name === from).map(({ ts }) => ts / 1000);
    const ends = marks.filter(({ name }) => name === to).map(({ ts }) => ts / 1000);
    return starts.map((start) => {
      const end = ends.find((at) => at >= start) ?? Number.POSITIVE_INFINITY;
      return among.filter(({ begun, wall }) => begun + wall >= start && begun <= end);
    });
  };
  return {
    tasks,
    between: (from, to) => within(tasks, from, to),
    workBetween: (from, to) =>
      within(ofAllThreads, from, to).map((all) => all.reduce((sum, { processor }) => sum + processor, 0)),
  };
}
