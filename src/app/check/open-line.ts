import { addressOf } from "../state/load.ts";
import { type Answer, type OpenLine, WORLD_FILES } from "./check-protocol.ts";

/** A line to a worker of its own: the page stays free whatever the file, and cancelling is ending the worker. */
export const openWorkerLine: OpenLine = (hear, failed) => {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => hear(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    failed();
  });
  worker.addEventListener("messageerror", failed);
  const addresses = Object.fromEntries(WORLD_FILES.map((file) => [file, addressOf(file)]));
  worker.postMessage({ site: new URL(".", document.baseURI).href, addresses });
  return {
    ask: (ask) => worker.postMessage(ask),
    end: () => worker.terminate(),
  };
};
