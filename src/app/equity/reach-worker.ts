import type { CoverStep } from "../../equity/candidates.ts";
import { type CoverAsk, findCover, findReach, type ReachAsk, type ReachFound, type ReachWorld } from "./reach-work.ts";

/** The worker is told the world first, and again when the records or areas are others; every other message is an ask. */
export type ToReachWorker = { readonly world: ReachWorld } | ReachAsk | CoverAsk;

export type FromReachWorker =
  | { readonly answer: "reach"; readonly found: ReachFound }
  | { readonly answer: "cover"; readonly steps: readonly CoverStep[] };

let world: ReachWorld | null = null;

self.addEventListener("message", ({ data }: MessageEvent<ToReachWorker>) => {
  if ("world" in data) {
    world = data.world;
    return;
  }
  if (world === null) throw new Error("The worker was asked before it was told of the areas.");
  const told: FromReachWorker =
    data.ask === "reach"
      ? { answer: "reach", found: findReach(world, data) }
      : { answer: "cover", steps: findCover(world, data) };
  self.postMessage(told);
});
