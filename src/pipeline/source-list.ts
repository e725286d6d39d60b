import type { IntakeSource } from "../intake/context.ts";
import { fieldOf } from "../intake/headings.ts";
import { GUESS, READERS, readerOf } from "../intake/readers.ts";
import type { LiveAddress } from "../services/publication.ts";
import { readLiveAddress } from "./live-source.ts";

/** One entry of `sources.json`: a file, a folder or an address, how to read it, and what people must be told about it. */
export interface SourceEntry extends IntakeSource {
  /** Where the build fetches it from; `file` is then the same, for messages. */
  readonly address?: string;
  readonly layer: "services" | "places";
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly credit: string;
  readonly date: string;
  /** How many rows the file is known to have, where its keeper wrote it down. */
  readonly rows?: number;
  readonly notes: readonly string[];
  /** The page reads the source by itself as well. */
  readonly live?: Pick<LiveAddress, "address" | "origins">;
}

export type ReadSourceList =
  | { readonly status: "sound"; readonly sources: readonly SourceEntry[] }
  | { readonly status: "faulty"; readonly errors: readonly string[] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const texts = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};

/** Reads `sources.json`. Every error names the entry, the key, what was expected and what was found. */
export function readSourceList(text: string): ReadSourceList {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return {
      status: "faulty",
      errors: [`sources.json is not JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  const list = isObject(json) ? json.sources : json;
  if (!Array.isArray(list) || list.length === 0)
    return { status: "faulty", errors: ["sources.json: expected a list of sources, found none."] };
  const errors: string[] = [];
  const sources = list.map((entry: unknown, i) => readEntry(entry, i, errors));
  const ids = sources.map(({ id }) => id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    errors.push(`sources.json: the id "${id}" stands twice. Give each source an id of its own.`);
  if (sources.length > 250) errors.push(`sources.json: at most 250 sources, found ${sources.length}.`);
  return errors.length > 0 ? { status: "faulty", errors } : { status: "sound", sources };
}

function readEntry(value: unknown, i: number, errors: string[]): SourceEntry {
  const entry = isObject(value) ? value : {};
  const id = typeof entry.id === "string" ? entry.id : "";
  const called = id === "" ? `entry ${i + 1}` : `"${id}"`;
  const wrong = (key: string, expected: string, found: unknown): void => {
    errors.push(
      `sources.json, ${called}, "${key}": expected ${expected}, found ${found === undefined ? "nothing" : JSON.stringify(found).slice(0, 80)}.`,
    );
  };
  const text = (key: string): string => {
    const found = entry[key];
    if (typeof found === "string" && found !== "") return found;
    wrong(key, "some words in quotation marks", found);
    return "";
  };
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) wrong("id", "small letters, digits and hyphens", entry.id);
  const address = readAddress(entry, wrong);
  const file = address ?? text("file");
  if (address === undefined && /^\/|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(file))
    wrong("file", "a path inside the folder of sources.json", file);
  const reader = typeof entry.reader === "string" ? entry.reader : GUESS;
  if (reader !== GUESS && readerOf(reader) === null)
    wrong("reader", `one of ${[GUESS, ...READERS.map((known) => known.id)].join(", ")}`, entry.reader);
  const layer = entry.layer === "places" ? "places" : "services";
  if (entry.layer !== undefined && entry.layer !== layer) wrong("layer", `"services" or "places"`, entry.layer);
  const licence = texts(entry.licence);
  if (licence.name === undefined) wrong("licence", "an object with name and url", entry.licence);
  const columns = texts(entry.columns);
  for (const [heading, field] of Object.entries(columns)) {
    if (field !== "" && fieldOf(field) === null) wrong(`columns.${heading}`, "one of our headings", field);
  }
  const defaults = texts(entry.defaults);
  for (const field of Object.keys(defaults))
    if (fieldOf(field) === null) wrong(`defaults.${field}`, "one of our headings", field);
  const live = readLiveAddress(entry, wrong);
  const notes =
    typeof entry.notes === "string" ? [entry.notes] : Array.isArray(entry.notes) ? entry.notes.map(String) : [];
  const byField = Object.fromEntries(Object.entries(defaults).map(([field, word]) => [fieldOf(field) ?? field, word]));
  return {
    id,
    file,
    ...(address === undefined ? {} : { address }),
    reader,
    columns,
    defaults: byField,
    layer,
    title: text("title"),
    publisher: text("publisher"),
    url: typeof entry.url === "string" ? entry.url : "",
    licence: { name: licence.name ?? "", url: licence.url ?? "" },
    credit: typeof entry.credit === "string" ? entry.credit : "",
    date: typeof entry.date === "string" ? entry.date : "",
    ...(typeof entry.rows === "number" ? { rows: entry.rows } : {}),
    notes,
    ...(live === undefined ? {} : { live }),
  };
}

type Wrong = (key: string, expected: string, found: unknown) => void;

function readAddress(entry: Readonly<Record<string, unknown>>, wrong: Wrong): string | undefined {
  const { address, file, live } = entry;
  if (address === undefined) return undefined;
  if (file !== undefined) {
    // The build reads the file, and the page the address.
    if (live !== true) wrong("address", "either a file or an address, not both, unless the source is live", address);
    return undefined;
  }
  if (typeof address === "string" && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))
    return address;
  wrong("address", "an address that begins with https://", address);
  return String(address);
}

/** A licence whose terms spread to what it is joined with: such records stay a pool of their own. */
export function poolOf({ licence }: Pick<SourceEntry, "licence">): string {
  return /odbl|open database|share-?alike|by-sa/i.test(`${licence.name} ${licence.url}`) ? licence.name : "";
}
