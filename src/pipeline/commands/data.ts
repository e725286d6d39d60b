import { join, resolve } from "node:path";
import type { Option } from "../arguments.ts";
import type { Command } from "../command.ts";
import { publish } from "../data.ts";
import { realEffects } from "../load-sources.ts";
import { configPath } from "../project.ts";

const OPTIONS = [
  { name: "config", value: "file", help: "the map's config (data/map.config.json)" },
  { name: "out", value: "folder", help: "where to write (data/published)" },
  { name: "date", value: "YYYY-MM-DD", help: "the date to print as built (SOURCE_DATE_EPOCH, else today)" },
  { name: "strict", help: "exit with 2 when a row was not published or a source could not be fetched" },
  { name: "offline", help: "fetch nothing: take the copies that were kept of sources with an address" },
  { name: "intranet", help: "addresses may also be of this machine or your own network" },
  { name: "allow-shrink", help: "publish though a source gives nothing, or less than half of what it gave" },
] as const satisfies readonly Option[];

const ABOUT = `Builds the published data from the files in data/sources: reads, checks, places and joins the records, and
writes data/published with a report for whoever keeps each source. The last published data stay until the new
ones are whole. A source that can't be reached is taken from its last good copy, with a warning. Exit codes:
0 published, 1 nothing changed, 2 published, but a row was refused or a source was not reached (--strict).`;

/** The date to print as built: the one given, else that of SOURCE_DATE_EPOCH, else today. Throws a sentence. */
export function builtDate(given: string | undefined, epoch: string | undefined): string {
  if (given !== undefined) {
    if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(Date.parse(given)))
      throw new Error(`--date needs a date such as 2026-03-31, not "${given}".`);
    return given;
  }
  const seconds = epoch === undefined || epoch === "" ? Date.now() / 1000 : Number(epoch);
  if (!Number.isFinite(seconds)) throw new Error(`SOURCE_DATE_EPOCH is not a number of seconds: "${epoch}".`);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** `asset-map data`: the whole data build. */
export const data: Command = {
  name: "data",
  takes: "",
  brief: "Builds the published data from the sources of a map.",
  about: ABOUT,
  options: OPTIONS,
  run: async (_, values, { print, folder }) => {
    const config = await configPath(values.get("config"), folder);
    const out = values.get("out");
    return publish({
      config,
      out: out === undefined ? join(config, "../published") : resolve(folder, out),
      built: builtDate(values.get("date"), process.env.SOURCE_DATE_EPOCH),
      strict: values.has("strict"),
      offline: values.has("offline"),
      allowShrink: values.has("allow-shrink"),
      effects: realEffects(print, values.has("intranet")),
      log: print,
    });
  },
};
