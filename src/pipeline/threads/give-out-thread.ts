import { parentPort, workerData } from "node:worker_threads";
import { type GiveOutOrder, giveOut } from "./give-out.ts";
import type { ThreadTask } from "./in-thread.ts";

const { order } = workerData as ThreadTask<GiveOutOrder>;
parentPort?.postMessage(giveOut(order));
