import { cp, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { Option } from "../arguments.ts";
import { type Command, type CommandEffects, runCommand } from "../command.ts";
import { readConfig } from "../config.ts";
import { publish } from "../data.ts";
import { realEffects } from "../load-sources.ts";
import { PROJECT } from "../project.ts";
import { buildSite } from "../site/build-site.ts";
import { builtDate } from "./data.ts";
import { importSource } from "./import-source.ts";

const OPTIONS = [
  {
    name: "csv",
    value: "file",
    help: "the list of services, in any form that we read; may also be an https:// address",
  },
  { name: "title", value: "words", help: "title of the map" },
  { name: "publisher", value: "words", help: "who publishes it" },
  { name: "licence", value: "words", help: "on what terms the list may be used (Not stated)" },
  { name: "area", value: "codes", help: 'boroughs such as E09000007,E09000019, or "london" (london)' },
  { name: "contact", value: "e-mail", help: "where people write to about the map" },
  { name: "leave", value: "address", help: 'the harmless page behind "leave this page"' },
  { name: "date", value: "YYYY-MM-DD", help: "the date to print as built (today)" },
  { name: "intranet", help: "addresses may also be of this machine or your own network" },
  { name: "no-pack", help: "write no .br and .gz files, for a host that packs by itself" },
  { name: "allow-shrink", help: "publish though a source gives less than half of what it gave" },
] as const satisfies readonly Option[];

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The config of a new map: what was given, and for the rest words that are safe to publish. Throws its errors. */
function newConfig(values: ReadonlyMap<string, string>): string {
  const area = values.get("area") ?? "london";
  const publisher = values.get("publisher") ?? values.get("title") ?? "Community map";
  const config = {
    title: values.get("title") ?? "Community map",
    publisher,
    area: area === "london" ? area : area.split(/[\s,]+/),
    contact: { name: publisher, email: values.get("contact") ?? "" },
    leaveAddress: values.get("leave") ?? "https://www.bbc.co.uk/weather",
  };
  const text = `${JSON.stringify(config, null, 2)}\n`;
  const read = readConfig(text);
  if (read.status === "faulty") throw new Error(read.errors.join("\n"));
  return text;
}

async function prepare(data: string, values: ReadonlyMap<string, string>, effects: CommandEffects): Promise<void> {
  const config = join(data, "map.config.json");
  if (!(await exists(config))) {
    if (!values.has("csv")) throw new Error(`There is no map in ${data} yet. Give its list with --csv.`);
    if (!values.has("contact")) throw new Error("Say with --contact where people can write to about the map.");
    const text = newConfig(values);
    await mkdir(join(data, "sources"), { recursive: true });
    for (const part of ["vocabulary", "areas", "search"]) {
      await cp(join(PROJECT, "data", part), join(data, part), { recursive: true });
    }
    await writeFile(config, text);
    await writeFile(join(data, "sources/sources.json"), "[]\n");
  }
  const list = values.get("csv");
  if (list === undefined) return;
  const code = await runCommand(
    importSource,
    [
      list,
      "--write",
      "--config",
      config,
      "--licence",
      values.get("licence") ?? "Not stated",
      ...(values.has("intranet") ? ["--intranet"] : []),
      ...["title", "publisher"].flatMap((name) => {
        const value = values.get(name);
        return value === undefined ? [] : [`--${name}`, value];
      }),
    ],
    { ...effects, print: () => undefined },
  );
  if (code !== 0) throw new Error("The list could not be added; the map was not built.");
}

/** `asset-map new-site FOLDER`: a map of one's own, as plain files that any web host can serve. */
export const newSite: Command = {
  name: "new-site",
  takes: "FOLDER",
  brief: "Makes a folder that any web host can serve.",
  about: `Makes a map of one's own: FOLDER/data with a config and the list, and FOLDER/site with plain files that any web
host can serve, sub-folder or not. Run it again without --csv after a change in FOLDER/data. Exit codes: 0 made,
1 not made.`,
  options: OPTIONS,
  run: async (given, values, effects) => {
    const { print, folder } = effects;
    const home = resolve(folder, given);
    const data = join(home, "data");
    await prepare(data, values, effects);
    const published = join(data, "published");
    await publish({
      config: join(data, "map.config.json"),
      out: published,
      built: builtDate(values.get("date"), process.env.SOURCE_DATE_EPOCH),
      strict: false,
      allowShrink: values.has("allow-shrink"),
      effects: realEffects(print, values.has("intranet")),
      log: print,
    });
    const site = join(home, "site");
    await buildSite({ published, out: site, pack: !values.has("no-pack"), log: print });
    const { title } = JSON.parse(await readFile(join(site, "publication.json"), "utf8")) as { readonly title: string };
    print(`"${title}" is in ${relative(folder, site) || "."}. Copy what is in it to your web host.`);
    const shown = relative(folder, data) || data;
    print(
      `Its settings are in ${join(shown, "map.config.json")}, its list and what its columns mean in ${join(shown, "sources")}.`,
    );
    print(`After a change there: npm run new-site -- ${given}`);
    print(`To look at it first: npm run serve -- --folder ${site}`);
    return 0;
  },
};
