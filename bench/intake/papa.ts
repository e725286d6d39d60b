import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { type Took, timed } from "../measure.ts";

/** What the parser alone took in a process of its own, run by run, and the rows it found. */
export interface PapaRun {
  readonly took: readonly Took[];
  /** The most memory that the process held. */
  readonly peakBytes: number;
  readonly rows: number;
}

async function measure(list: string, runs: number): Promise<PapaRun> {
  const text = readFileSync(list, "utf8");
  const took: Took[] = [];
  let rows = 0;
  for (let run = 0; run < runs; run++) {
    let data: string[][] = [];
    took.push(
      await timed(() => {
        ({ data } = Papa.parse<string[]>(text, { header: false }));
      }),
    );
    // The heading row is no record, nor is what stands after the last line end.
    rows = data.filter((cells) => cells.some((cell) => cell !== "")).length - 1;
  }
  return { took, peakBytes: process.resourceUsage().maxRSS * 1024, rows };
}

const [list = "", runs = "3"] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(list, Number(runs))));
