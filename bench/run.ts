import { parseArgs } from "node:util";
import type { SyntheticLondon } from "./london.ts";
import { createLondon } from "./london.ts";
import { CLOCKS, clockCalled, type Measurement, takeTimeWith } from "./measure.ts";
import { missedTargets } from "./targets.ts";
import { build } from "./tasks/build.ts";
import { facets } from "./tasks/facets.ts";
import { intake } from "./tasks/intake.ts";
import { near } from "./tasks/near.ts";
import { areas, reach, whatIf } from "./tasks/reach-and-areas.ts";
import { wholePerson } from "./tasks/whole-person.ts";
import { words } from "./tasks/words.ts";

/**
 * `npm run bench`: ours against libraries on made-up London, the same answers asserted before any time is told.
 *
 *   --rows 1000,100000    how many services; without it 1,000, 10,000 and 100,000
 *   --tasks facets,words  some of the tasks
 *   --clock cpu           time of the processor, for a machine that others use as well
 *   --json                one array of measurements
 *   --check               ends with 1 when a target in `targets.ts` is missed
 */

/** Each task answers with what its engines took; the engine `ours` first. */
const TASKS: Readonly<Record<string, (london: SyntheticLondon) => Promise<Measurement[]>>> = {
  facets,
  "whole-person": wholePerson,
  near,
  words,
  build,
  reach,
  "what-if": whatIf,
  areas,
  intake,
};

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    rows: { type: "string", default: "1000,10000,100000" },
    tasks: { type: "string", default: Object.keys(TASKS).join(",") },
    clock: { type: "string", default: "wall" },
    seed: { type: "string", default: "20261124" },
  },
});

function printTable(measurements: readonly Measurement[]): void {
  const ours = measurements.find(({ engine }) => engine === "ours");
  const digits = (n: number) => (n >= 100 ? n.toFixed(0) : n >= 1 ? n.toFixed(2) : n.toFixed(3));
  for (const { task, rows, engine, p50, p95, memoryMB, notes } of measurements) {
    const ratio = ours === undefined || ours.p50 === 0 ? "" : `${(p50 / ours.p50).toFixed(1)}×`;
    const more = Object.entries(notes ?? {}).map(([name, value]) => `${name} ${digits(value)}`);
    console.log(
      [
        task.padEnd(13),
        String(rows).padStart(8),
        engine.padEnd(22),
        `${digits(p50)} ms`.padStart(12),
        `p95 ${digits(p95)} ms`.padStart(16),
        ratio.padStart(9),
        `${digits(memoryMB)} MB`.padStart(10),
        ...more,
      ].join("  "),
    );
  }
}

async function run(): Promise<void> {
  const clock = clockCalled(values.clock);
  if (clock === null) throw new Error(`--clock is ${Object.keys(CLOCKS).join(" or ")}, not "${values.clock}".`);
  takeTimeWith(clock);
  const all: Measurement[] = [];
  for (const rows of values.rows.split(",").map(Number)) {
    if (!Number.isInteger(rows) || rows < 1)
      throw new Error(`--rows takes whole numbers, such as 1000,100000; not ${values.rows}.`);
    const london = createLondon(rows, Number(values.seed));
    for (const name of values.tasks.split(",")) {
      const task = TASKS[name];
      if (task === undefined)
        throw new Error(`There is no task "${name}"; there are ${Object.keys(TASKS).join(", ")}.`);
      const begun = performance.now();
      const measured = await task(london);
      console.error(`${name} at ${rows}: ${((performance.now() - begun) / 1000).toFixed(0)} s in all`);
      all.push(...measured);
      if (!values.json) printTable(measured);
    }
  }
  if (values.json) console.log(JSON.stringify(all, null, 1));
  if (!values.check) return;
  const missed = missedTargets(all);
  for (const sentence of missed) console.error(`Missed: ${sentence}`);
  if (missed.length > 0) process.exitCode = 1;
}

await run();
