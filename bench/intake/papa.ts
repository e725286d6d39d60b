import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { CLOCKS, now, takeTimeWith } from "../measure.ts";

/** What the parser alone took in a process of its own: milliseconds, the most memory in bytes, and the rows it found. */
export interface PapaRun {
  readonly times: readonly number[];
  readonly peakBytes: number;
  readonly rows: number;
}

function measure(list: string, runs: number): PapaRun {
  const text = readFileSync(list, "utf8");
  const times: number[] = [];
  let rows = 0;
  for (let run = 0; run < runs; run++) {
    const begun = now();
    const { data } = Papa.parse<string[]>(text, { header: false });
    times.push(now() - begun);
    // The heading row is no record, nor is what stands after the last line end.
    rows = data.filter((cells) => cells.some((cell) => cell !== "")).length - 1;
  }
  return { times, peakBytes: process.resourceUsage().maxRSS * 1024, rows };
}

const [list = "", runs = "3", clock = "wall"] = process.argv.slice(2);
takeTimeWith(CLOCKS[clock] ?? now);
process.stdout.write(JSON.stringify(measure(list, Number(runs))));
