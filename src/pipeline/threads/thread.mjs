// Where every thread of ours begins: Node itself reads no TypeScript, and a thread does not inherit what helps it to.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.module);
