import type { Answer, Ask, WorldAddresses } from "./check-protocol.ts";
import { CheckSession } from "./check-session.ts";
import { loadCheckWorld } from "./check-world.ts";

/** The worker's first message names the site's folder and its files; every later one is an ask. */
export type ToWorker = { readonly site: string; readonly addresses: WorldAddresses } | Ask;

const tell = (answer: Answer): void => self.postMessage(answer);

let session: CheckSession | null = null;
/** Asks are answered one after another, in the order in which they came. */
let turn: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("site" in data) {
    session = new CheckSession(() => loadCheckWorld(data.site, data.addresses), tell);
    return;
  }
  const { ask } = data;
  turn = turn
    .then(() => session?.hear(data))
    .catch((error: unknown) => {
      // Told on the page as the worker's own failure; a promise that fails in silence would leave it waiting.
      setTimeout(() => {
        throw new Error(`The check failed while it was asked to ${ask}: ${String(error)}`);
      });
    });
});
