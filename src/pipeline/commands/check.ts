import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { guessColumns } from "../../intake/guess-columns.ts";
import { matchHeadings } from "../../intake/headings.ts";
import { mergeServices } from "../../intake/merge.ts";
import { readSource } from "../../intake/read-source.ts";
import { GUESS, READERS, type Table } from "../../intake/readers.ts";
import { withoutWhereabouts } from "../../intake/sensitive.ts";
import { takeIn } from "../../intake/take-in.ts";
import type { Option } from "../arguments.ts";
import type { Command } from "../command.ts";
import { loadContext } from "../load-context.ts";
import { readInput } from "../load-sources.ts";
import { configPath } from "../project.ts";
import { onScreen, reportText } from "../report-text.ts";
import { readSourceList, type SourceEntry } from "../source-list.ts";

const OPTIONS = [
  {
    name: "reader",
    value: "form",
    help: `how to read it: ${READERS.map(({ id }) => id).join(", ")} (found from the file)`,
  },
  { name: "config", value: "file", help: "the map whose words and areas count (data/map.config.json)" },
  { name: "json", help: "print the issues as JSON instead of words" },
  { name: "strict", help: "exit with 2 when any row would not be published" },
] as const satisfies readonly Option[];

const SEPARATORS: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "upright bars",
};

/** How a file was read, in words. */
export function formWords(label: string, encoding: string, { delimiter }: Pick<Table, "delimiter">): string {
  const parted = SEPARATORS[delimiter];
  return `${label}, ${encoding}${parted === undefined ? "" : `, cells parted by ${parted}`}`;
}

/** What the map's list of sources says of a file, if it names it: what a column means is then known. */
async function entryOf(path: string, listPath: string): Promise<SourceEntry | null> {
  const read = readSourceList(await readFile(listPath, "utf8").catch(() => "[]"));
  if (read.status === "faulty") return null;
  return (
    read.sources.find(({ file, address }) => address === undefined && join(dirname(listPath), file) === path) ?? null
  );
}

/** What headings that nobody knows were taken for, and how to say it for good. */
function guessWords(guessed: Readonly<Record<string, string>>): string {
  const taken = Object.entries(guessed).map(([heading, field]) => `"${onScreen(heading)}" for ${field}`);
  return `By what stands in them we took ${taken.join(", ")}. If that is wrong, name the columns in sources.json ("npm run import" proposes how).`;
}

/** `asset-map check FILE`: what would become of a file, without publishing anything. */
export const check: Command = {
  name: "check",
  takes: "FILE",
  brief: "Tells what would become of one file, and what to type instead.",
  about: `Reads one file (or a folder of tables) and tells what would be listed, put right or left out, and what to type
instead. What sources.json says of the file counts. Nothing is changed and nothing leaves this machine. Exit codes: 0 read, 1 could not be read, 2 a row would
not be published (--strict).`,
  options: OPTIONS,
  run: async (given, values, { print, folder }) => {
    const path = resolve(folder, given);
    const input = await readInput(path, "The file");
    const loaded = await loadContext(await configPath(values.get("config"), folder));
    const { context } = loaded;
    const known = await entryOf(path, join(loaded.base, loaded.config.sources));
    const reader = values.get("reader") ?? known?.reader ?? GUESS;
    const document = readSource({ file: basename(path), reader }, input);
    if (document.status === "trouble") throw new Error(document.trouble);
    const { table } = document;
    const guessed = known === null ? guessColumns(table, matchHeadings(table.headings, {}, table.columns)) : {};
    const source = {
      id: "check",
      file: basename(path),
      reader,
      columns: known?.columns ?? guessed,
      defaults: known?.defaults ?? {},
    };
    const taken = takeIn(source, input, context);
    if (taken.trouble !== null) throw new Error(taken.trouble);
    const merged = mergeServices(
      taken.services.map(({ service, row }) => ({ service, row, source: source.id, file: source.file, pool: "" })),
    );
    const issues = [...taken.issues, ...merged.issues].map((issue) => {
      const secrets = issue.row === null ? undefined : merged.hidden.get(`${source.id} ${issue.row}`);
      return secrets === undefined ? issue : { ...issue, found: withoutWhereabouts(issue.found, secrets) };
    });
    const listed = merged.services.length;
    const refused = taken.rows - taken.services.length;
    if (values.has("json")) print(JSON.stringify({ rows: taken.rows, listed, refused, issues }, null, 1));
    else {
      print(`${source.file}: ${formWords(document.reader.label, document.encoding, table)}.`);
      if (Object.keys(guessed).length > 0) print(guessWords(guessed));
      const joined = taken.services.length - listed;
      print(
        `${taken.rows} rows: ${listed} would be listed${joined === 0 ? "" : `, ${joined} joined with another row`}, ${refused} would not be published.\n`,
      );
      print(reportText(issues));
    }
    return values.has("strict") && refused > 0 ? 2 : 0;
  },
};
