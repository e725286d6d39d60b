import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes held after garbage was collected: objects and typed arrays. */
export function memoryHeld(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The value below which a part `p` of the samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

/** Milliseconds gone by, of the clock or of the processors that this process used: on a busy machine they differ. */
export type Clock = () => number;
export const CLOCKS = {
  wall: () => performance.now(),
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
} as const satisfies Readonly<Record<string, Clock>>;
type ClockName = keyof typeof CLOCKS;
let chosenClock: ClockName = "wall";

/** Milliseconds by both clocks: what a person waits, and what all threads of this process used of the processors. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Runs this and tells what it took by both clocks. */
export async function timed(run: () => unknown): Promise<Took> {
  const { wall, cpu } = CLOCKS;
  const [wallBegun, cpuBegun] = [wall(), cpu()];
  await run();
  return { wall: wall() - wallBegun, cpu: cpu() - cpuBegun };
}

/** The clock of this name, or null. */
export const clockCalled = (name: string): ClockName | null => (name === "wall" || name === "cpu" ? name : null);

/** Chooses what all later times are taken with. */
export function takeTimeWith(clock: ClockName): void {
  chosenClock = clock;
}

/** Name of the chosen clock. */
export const clockName = (): ClockName => chosenClock;

export const now = (): number => CLOCKS[chosenClock]();

export interface Timed<A> {
  /** Milliseconds of each step. */
  readonly times: readonly number[];
  readonly answers: readonly A[];
}

/** Runs each step once and times it; what is made of its outcome for comparing is not timed. */
export async function timeEach<S, R, A>(
  steps: readonly S[],
  run: (step: S) => R | Promise<R>,
  answer: (outcome: R, step: S) => A,
): Promise<Timed<A>> {
  const times: number[] = [];
  const answers: A[] = [];
  for (const step of steps) {
    const begun = now();
    const outcome = run(step);
    const settled = outcome instanceof Promise ? await outcome : outcome;
    times.push(now() - begun);
    answers.push(answer(settled, step));
  }
  return { times, answers };
}

/** One line of what the bench prints. Times in milliseconds. */
export interface Measurement {
  readonly task: string;
  readonly rows: number;
  readonly engine: string;
  readonly p50: number;
  readonly p95: number;
  readonly memoryMB: number;
  /** What else the task can tell of the engine: a share found, a slowest time. */
  readonly notes?: Readonly<Record<string, number>>;
}

export function measurementOf(
  task: string,
  rows: number,
  engine: string,
  times: readonly number[],
  memoryBytes: number,
  notes?: Readonly<Record<string, number>>,
): Measurement {
  return {
    task,
    rows,
    engine,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    // Garbage of others that goes meanwhile can make less than nothing of a small engine.
    memoryMB: Math.max(0, memoryBytes / 1e6),
    ...(notes === undefined ? {} : { notes }),
  };
}

/** Tells, beside the measurements, that an engine was not asked to hold so many rows, and why. */
export function sayLeftOut(task: string, rows: number, { name, mostRows, why }: LeftOut): void {
  console.error(`${task} at ${rows}: ${name} is left out above ${mostRows} rows, because ${why}.`);
}

export interface LeftOut {
  readonly name: string;
  /** Most rows that it is asked to hold. */
  readonly mostRows: number;
  readonly why: string;
}
