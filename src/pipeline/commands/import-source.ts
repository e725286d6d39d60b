import { copyFile, cp, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { guessColumns } from "../../intake/guess-columns.ts";
import { fieldOf, matchHeadings } from "../../intake/headings.ts";
import { readSource, type SourceInput } from "../../intake/read-source.ts";
import { GUESS, type Table } from "../../intake/readers.ts";
import { slug } from "../../intake/row-parts.ts";
import { takeIn } from "../../intake/take-in.ts";
import type { Option } from "../arguments.ts";
import type { Command } from "../command.ts";
import { fetchFeed } from "../fetch-pages.ts";
import { FETCH_LIMITS, fetchDocument } from "../fetch-source.ts";
import { loadContext } from "../load-context.ts";
import { readInput, realEffects } from "../load-sources.ts";
import { configPath } from "../project.ts";
import { onScreen } from "../report-text.ts";
import { formWords } from "./check.ts";

const OPTIONS = [
  { name: "id", value: "word", help: "how the source is called in sources.json (made from the file's name)" },
  { name: "title", value: "words", help: "what people are told that it is" },
  { name: "publisher", value: "words", help: "who publishes it" },
  { name: "licence", value: "words", help: "on what terms" },
  { name: "places", help: "it is a list of places, such as libraries, which stand in the quieter second layer" },
  { name: "config", value: "file", help: "the map it is for (data/map.config.json)" },
  { name: "intranet", help: "the address may also be of this machine or your own network" },
  { name: "write", help: "add the entry to sources.json, and copy the file beside it" },
] as const satisfies readonly Option[];

/** What an officer must say, since no file does. */
const TO_SAY = { publisher: "Say here who publishes this list", licence: "Say here on what terms" };

async function inputOf(
  given: string,
  folder: string,
  print: (line: string) => void,
  ownNetwork: boolean,
): Promise<SourceInput> {
  if (!/^https?:\/\//i.test(given)) return readInput(resolve(folder, given), "The source");
  const effects = realEffects(print, ownNetwork);
  print(`Fetching ${given}`);
  const first = await fetchDocument(given, effects);
  const answer = first.status === "fresh" ? await fetchFeed(given, first, effects, FETCH_LIMITS) : first;
  if (answer.status === "fresh") return answer.bytes;
  throw new Error(`${given} could not be had: ${answer.status === "failed" ? answer.reason : "it says nothing new"}.`);
}

/** Heading, what we take it for, and an example, as a small table. */
function headingTable({ headings, rows }: Table, columns: Readonly<Record<string, string>>): string {
  const lines = headings.map((heading, column) => {
    const example = rows.find(({ cells }) => (cells[column] ?? "").trim() !== "")?.cells[column] ?? "";
    const field = columns[heading] ?? "";
    return [onScreen(heading).slice(0, 40), field === "" ? "(left out)" : field, onScreen(example).slice(0, 60)];
  });
  const all = [["Heading", "taken for", "for example"], ...lines];
  const widths = [0, 1].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

async function addEntry(listPath: string, entry: object, id: string): Promise<void> {
  const text = await readFile(listPath, "utf8").catch(() => "[]");
  const json: unknown = JSON.parse(text);
  const list: unknown[] = Array.isArray(json) ? json : [];
  if (list.length === 0 && text.trim() !== "[]")
    throw new Error(`${listPath} is not a list of sources; add the entry by hand.`);
  if (list.some((known) => typeof known === "object" && known !== null && "id" in known && known.id === id))
    throw new Error(`sources.json has a source "${id}" already. Choose another with --id.`);
  await mkdir(dirname(listPath), { recursive: true });
  await writeFile(listPath, `${JSON.stringify([...list, entry], null, 2)}\n`);
}

/** Copies a file or a folder beside sources.json, unless it stands there; never over another one. */
async function bringIn(given: string, sources: string): Promise<void> {
  const target = join(sources, basename(given));
  if (resolve(given) === resolve(target)) return;
  if ((await stat(target).catch(() => null)) !== null)
    throw new Error(`${target} is there already. Give your file another name, or take that one away.`);
  await mkdir(sources, { recursive: true });
  if ((await stat(given)).isDirectory()) await cp(given, target, { recursive: true });
  else await copyFile(given, target);
}

/** `asset-map import SOURCE`: a proposal for an entry of sources.json. */
export const importSource: Command = {
  name: "import",
  takes: "SOURCE",
  brief: "Proposes how to read a file or an address.",
  about: `Looks at a file, a folder of tables or an https:// address and proposes an entry for sources.json: how to read it,
what each heading means, and the first record as it would be listed. Correct it, then run "npm run data".
Exit codes: 0 proposed, 1 could not be read.`,
  options: OPTIONS,
  run: async (given, values, { print, complain, folder }) => {
    const isAddress = /^https?:\/\//i.test(given);
    const input = await inputOf(given, folder, print, values.has("intranet"));
    const file = isAddress ? given : basename(given);
    const document = readSource({ file, reader: GUESS }, input);
    if (document.status === "trouble") throw new Error(document.trouble);
    const { table, reader, encoding } = document;
    const matched = matchHeadings(table.headings, {}, table.columns);
    const guessed = guessColumns(table, matched);
    const means = Object.fromEntries(
      table.headings.map((heading, column) => {
        const known = [...matched.columns].find(([, columns]) => columns.includes(column))?.[0];
        return [heading, known ?? guessed[heading] ?? ""] as const;
      }),
    );
    print(`${file}: ${formWords(reader.label, encoding, table)}; ${table.rows.length} records.\n`);
    print(headingTable(table, means));
    const leftOut = Object.entries(means).flatMap(([heading, field]) =>
      field === "" ? [`"${onScreen(heading)}"`] : [],
    );
    if (leftOut.length > 0)
      complain(
        `\nLeft out, because we don't know what it means: ${leftOut.join(", ")}. To use it, say in sources.json under "columns" which of our headings it is: { "columns": { ${JSON.stringify(leftOut[0]?.slice(1, -1))}: "summary" } }. docs/formats.md lists them.`,
      );

    const name = isAddress ? `${new URL(given).hostname}${new URL(given).pathname}` : basename(given, extname(given));
    const id = values.get("id") ?? (slug(name).slice(0, 40).replace(/-+$/, "") || "source");
    // What a form of its own says of its headings need not be said again.
    const needed = Object.entries(means).filter(([heading]) => table.columns?.[heading] === undefined);
    // What nobody knows is not named, so that the report goes on telling of it.
    const columns = Object.fromEntries(needed.filter(([heading, field]) => field !== "" && fieldOf(heading) !== field));
    const entry = {
      id,
      layer: values.has("places") ? "places" : "services",
      title: values.get("title") ?? name.replace(/[-_.]+/g, " "),
      publisher: values.get("publisher") ?? TO_SAY.publisher,
      url: isAddress ? new URL(given).origin : "",
      licence: { name: values.get("licence") ?? TO_SAY.licence, url: "" },
      credit: "",
      date: "",
      notes: [],
      ...(isAddress ? { address: given } : { file: basename(given) }),
      reader: reader.id,
      columns,
      defaults: values.has("places") ? { kind: "place" } : {},
    };
    print(`\nProposed for sources.json${values.has("write") ? "" : " (add it with --write, or by hand)"}:\n`);
    print(JSON.stringify(entry, null, 2));

    const config = await configPath(values.get("config"), folder);
    const loaded = await loadContext(config);
    const taken = takeIn(
      { id, file, reader: reader.id, columns: entry.columns, defaults: entry.defaults },
      input,
      loaded.context,
    );
    if (taken.trouble !== null) throw new Error(taken.trouble);
    const [sample] = taken.services;
    const refused = taken.rows - taken.services.length;
    print(
      `\n${taken.rows} records: ${taken.services.length} can be listed, ${refused} can't; ${taken.issues.length} remarks.`,
    );
    if (sample !== undefined) print(`The first, as it would be listed:\n${JSON.stringify(sample.service, null, 1)}`);
    if (!isAddress) print(`\nFor all remarks: npm run check -- ${/\s/.test(given) ? `"${given}"` : given}`);
    if (values.has("write")) {
      const listPath = join(loaded.base, loaded.config.sources);
      if (!isAddress) await bringIn(resolve(folder, given), dirname(listPath));
      await addEntry(listPath, entry, id);
      print(`\nAdded to ${relative(folder, listPath)}. Say there who publishes it, on what terms, and its date.`);
    }
    return 0;
  },
};
