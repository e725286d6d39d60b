import { basename, dirname, relative, resolve } from "node:path";
import type { Option } from "../arguments.ts";
import { buildRecords } from "../build-publication.ts";
import type { Command } from "../command.ts";
import { EXPORTS, type Export, everyRecord } from "../exports.ts";
import { createFileWriter } from "../file-writer.ts";
import { loadData } from "../load-data.ts";
import { realEffects } from "../load-sources.ts";
import { configPath } from "../project.ts";
import { replaceFolder } from "../publish-folder.ts";
import { createRecordTexts } from "../record-texts.ts";
import { builtDate } from "./data.ts";

const OPTIONS = [
  { name: "to", value: "path", help: "file, or folder for a form of many files (its usual name, here)" },
  { name: "config", value: "file", help: "the map's config (data/map.config.json)" },
  { name: "date", value: "YYYY-MM-DD", help: "the day on which ages are reckoned (today)" },
  { name: "offline", help: "fetch nothing: take the copies that were kept of sources with an address" },
  { name: "intranet", help: "addresses may also be of this machine or your own network" },
] as const satisfies readonly Option[];

/** `asset-map export FORMAT`: the records in one of the forms that they are given out in. */
export const exportData: Command = {
  name: "export",
  takes: "FORMAT",
  brief: "Writes the records as GeoJSON, CSV, Open Referral UK …",
  about: `Reads the sources and writes the records to a file or a folder. FORMAT is one of:
${EXPORTS.map(({ id, label }) => `  ${id.padEnd(9)}${label}`).join("\n")}
A folder is replaced as a whole. Exit codes: 0 written, 1 nothing written.`,
  options: OPTIONS,
  run: async (format, values, { print, folder }) => {
    const form: Export | undefined = EXPORTS.find(({ id }) => id === format);
    if (form === undefined) {
      throw new Error(`There is no form "${format}". We have: ${EXPORTS.map(({ id }) => id).join(", ")}.`);
    }
    const today = builtDate(values.get("date"), process.env.SOURCE_DATE_EPOCH);
    const loaded = await loadData(await configPath(values.get("config"), folder), print, {
      offline: values.has("offline"),
      effects: realEffects(print, values.has("intranet")),
    });
    const { config, context } = loaded;
    const records = buildRecords(loaded.sources, context, config.area);
    const texts = createRecordTexts(everyRecord(records));
    const files = form.files({ records, config, vocabularies: context.vocabularies, today, texts });
    const to = resolve(folder, values.get("to") ?? form.path);
    let count = 0;
    const writeInto = (into: string): void => {
      const write = createFileWriter(into);
      for (const [path, text] of files) {
        write(form.path.endsWith("/") ? path : basename(to), text);
        count++;
      }
    };
    if (form.path.endsWith("/")) await replaceFolder(to, async (fresh) => writeInto(fresh));
    else writeInto(dirname(to));
    const records_ = records.services.length + records.places.length;
    print(`Wrote ${records_} records to ${relative(folder, to) || "."}${count > 1 ? ` (${count} files)` : ""}.`);
    return 0;
  },
};
