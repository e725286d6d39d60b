import type { Answer, OpenLine } from "./check-protocol.ts";

/** A line to a worker of its own: the page stays free whatever the file, and cancelling is ending the worker. */
export const openWorkerLine: OpenLine = (hear, failed) => {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => hear(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    failed();
  });
  worker.addEventListener("messageerror", failed);
  worker.postMessage({ site: new URL(".", document.baseURI).href });
  return {
    ask: (ask) => worker.postMessage(ask),
    end: () => worker.terminate(),
  };
};
