import { parentPort, workerData } from "node:worker_threads";
import type { ThreadTask } from "./in-thread.ts";
import { type TakeInOrder, takeInPart } from "./take-in-part.ts";

const { order } = workerData as ThreadTask<TakeInOrder>;
parentPort?.postMessage(await takeInPart(order));
