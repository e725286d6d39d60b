import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unpackPostcodeTable } from "../../src/services/postcode-table.ts";
import type { IntakeRun } from "../intake/child.ts";
import { createList, type KnownPostcode } from "../intake/list.ts";
import type { PapaRun } from "../intake/papa.ts";
import type { SyntheticLondon } from "../london.ts";
import { clockName, type Measurement, measurementOf, percentile, type Took } from "../measure.ts";

/** Every so many-th postcode of London: enough that hardly two services share one. */
const POSTCODES_APART = 20;
const PARSES = 3;

async function knownPostcodes(): Promise<KnownPostcode[]> {
  const table = await unpackPostcodeTable(new Uint8Array(readFileSync("data/areas/postcodes.bin.gz")));
  return [...table.rows()].filter((_, i) => i % POSTCODES_APART === 0);
}

/** Runs a script of the bench in a process of its own, so that its memory is its own; what it prints is its answer. */
function inProcess<T>(script: string, ...given: string[]): T {
  const printed = execFileSync(process.execPath, ["--import", "tsx", resolve("bench/intake", script), ...given], {
    encoding: "utf8",
    maxBuffer: 1 << 24,
  });
  return JSON.parse(printed) as T;
}

/** Most rows for which the feed is measured as well: it is two files for each record, and measures the disk. */
const MOST_FED = 10_000;

/**
 * The task `intake`: a made-up list of 30 columns goes from CSV to published files as by `npm run data`. `ours` reads,
 * checks, places, joins and writes the index, the records in parts, GeoJSON, CSV, `stale.csv`, issues, report and
 * manifest; `ours, feed too` writes the Open Referral feed besides, as a map's config says unless told otherwise.
 * Against PapaParse alone on the same file: each in a process of its own, started as anybody would, since memory is
 * counted too. Memory is the most that the process ever held; the processor's time is that of all its threads. Both must find the same rows before any time is given.
 */
export async function intake({ index: { count } }: SyntheticLondon): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "intake-"));
  try {
    const list = join(folder, "list.csv");
    writeFileSync(list, createList(count, await knownPostcodes()));
    const papa = inProcess<PapaRun>("papa.ts", list, String(PARSES));
    const runs = Array.from({ length: count > 10_000 ? 1 : 3 }, () =>
      inProcess<IntakeRun>("child.ts", list, join(folder, "site"), "none"),
    );
    for (const { rows } of runs) {
      if (rows !== count || papa.rows !== count) {
        throw new Error(`intake: of ${count} rows the build accounts for ${rows}, and PapaParse finds ${papa.rows}.`);
      }
    }
    const times = (took: readonly Took[]): number[] => took.map((one) => one[clockName()]);
    const typicalPapa = (clock: keyof Took): number =>
      percentile(
        papa.took.map((one) => one[clock]),
        0.5,
      );
    const peak = Math.max(...runs.map(({ peakBytes }) => peakBytes));
    // Two threads use more of the processors than one and are done sooner: both are told, whatever the clock.
    const notes = (took: readonly Took[]) => {
      const typical = (clock: keyof Took): number =>
        percentile(
          took.map((one) => one[clock]),
          0.5,
        );
      return {
        "rows a second": (count / typical(clockName())) * 1000,
        "times PapaParse": typical(clockName()) / typicalPapa(clockName()),
        "times PapaParse, clock": typical("wall") / typicalPapa("wall"),
        "times PapaParse, processors": typical("cpu") / typicalPapa("cpu"),
      };
    };
    const fed = count > MOST_FED ? [] : [inProcess<IntakeRun>("child.ts", list, join(folder, "site"), "services")];
    const ran = runs.map(({ took }) => took);
    return [
      measurementOf("intake", count, "ours", times(ran), peak, notes(ran)),
      ...fed.map(({ took, peakBytes }) =>
        measurementOf("intake", count, "ours, feed too", times([took]), peakBytes, notes([took])),
      ),
      measurementOf("intake", count, "papaparse", times(papa.took), papa.peakBytes, {
        "rows a second": (count / typicalPapa(clockName())) * 1000,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
