import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Files under a folder as paths with `/`, in order. */
export async function filesUnder(folder: string, within = ""): Promise<string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = within === "" ? entry.name : `${within}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(folder, path) : [path];
    }),
  );
  return nested.flat().sort();
}
