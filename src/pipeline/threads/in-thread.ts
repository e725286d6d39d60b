import { Worker } from "node:worker_threads";

/** Work that another thread does meanwhile. */
export interface ThreadWork<T> {
  /** What it answers; rejects with what it throws, and when it ends without an answer. */
  readonly answer: Promise<T>;
  /** Ends it, whatever it is at; resolves when it has ended. */
  stop(): Promise<void>;
}

/** What the module of a thread finds in `workerData`, and answers with one message. */
export interface ThreadTask<O> {
  readonly module: string;
  readonly order: O;
}

/** Megabytes for what is young: most objects of ours are soon let go of, and in a small space would be moved first. */
const YOUNG = 128;

/**
 * Starts a thread that runs a module of ours with this order. The order is copied to it, but for shared memory. The
 * thread answers with `parentPort.postMessage`, once, and ends.
 */
export function startThread<O, T>(module: URL, order: O): ThreadWork<T> {
  const workerData: ThreadTask<O> = { module: module.href, order };
  // No arguments of this process: they may name a loader, which the thread has of its own.
  const worker = new Worker(new URL("./thread.mjs", import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const answer = new Promise<T>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A thread of the build ended without an answer (${code}).`)));
  });
  // Whoever waits is told; nobody waits for work that was stopped.
  answer.catch(() => {});
  return {
    answer,
    stop: async () => {
      await worker.terminate();
    },
  };
}
