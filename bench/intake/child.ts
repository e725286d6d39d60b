import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { publish } from "../../src/pipeline/data.ts";
import { type Took, timed } from "../measure.ts";

/** What one data build in a process of its own took, with all of its threads, and its rows. */
export interface IntakeRun {
  readonly took: Took;
  /** The most memory that the process held. */
  readonly peakBytes: number;
  /** Rows that the build accounts for. */
  readonly rows: number;
}

const DATA = resolve("data");
const BUILT = "2026-11-24";

/** A site with one list in it, and the areas and vocabularies of this project. */
function layOut(folder: string, list: string, openReferral: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "sources"), { recursive: true });
  for (const shared of ["areas", "vocabulary", "search"]) symlinkSync(join(DATA, shared), join(folder, shared));
  symlinkSync(resolve(list), join(folder, "sources/list.csv"));
  const entry = {
    id: "list",
    file: "list.csv",
    reader: "csv",
    title: "An invented list",
    publisher: "Example",
    licence: { name: "CC0", url: "" },
    date: "2026",
  };
  writeFileSync(join(folder, "sources/sources.json"), JSON.stringify([entry]));
  const config = JSON.parse(readFileSync(join(DATA, "map.config.json"), "utf8")) as object;
  writeFileSync(join(folder, "map.config.json"), JSON.stringify({ ...config, openReferral }));
}

interface ManifestSums {
  readonly sources: Readonly<Record<string, { readonly rows: number }>>;
}

/** All that `npm run data` does with the list, reading and writing too. */
async function measure(list: string, folder: string, openReferral: string): Promise<IntakeRun> {
  layOut(folder, list, openReferral);
  const took = await timed(() =>
    publish({
      config: join(folder, "map.config.json"),
      out: join(folder, "published"),
      built: BUILT,
      strict: false,
      allowShrink: true,
      offline: true,
      log: () => {},
    }),
  );
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const manifest = JSON.parse(readFileSync(join(folder, "published/manifest.json"), "utf8")) as ManifestSums;
  return { took, peakBytes, rows: manifest.sources.list?.rows ?? 0 };
}

const [list = "", folder = "", openReferral = "none"] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(list, folder, openReferral)));
