import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The folder of this project, whose vocabularies and areas serve every map. */
export const PROJECT = resolve(import.meta.dirname, "../..");

/** The config that a command means: the one named, else that of the folder it is run in, else this project's. */
export async function configPath(named: string | undefined, folder: string): Promise<string> {
  if (named !== undefined) return resolve(folder, named);
  const here = join(folder, "data/map.config.json");
  return (await stat(here).catch(() => null)) === null ? join(PROJECT, "data/map.config.json") : here;
}
