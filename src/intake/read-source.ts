import { byteText, isUtf8 } from "./byte-text.ts";
import type { IntakeSource } from "./context.ts";
import { csv } from "./csv.ts";
import { decodeText, type Encoding, encodingOf } from "./decode-text.ts";
import { fileTrouble } from "./file-trouble.ts";
import { GUESS, guessReader, READERS, type Reader, readerOf, type Table } from "./readers.ts";

/** What a source is read from: the bytes of one file, or the files of a folder by name. */
export type SourceInput = Uint8Array | ReadonlyMap<string, Uint8Array>;

export type ReadSource =
  | { readonly status: "table"; readonly table: Table; readonly encoding: Encoding; readonly reader: Reader }
  | { readonly status: "trouble"; readonly trouble: string; readonly encoding: Encoding };

/**
 * The table in a source's bytes: by the reader that the source names, else by the one whose form the text has. Any
 * bytes give a table or one sentence that names the file; nothing throws.
 */
export function readSource(source: Pick<IntakeSource, "file" | "reader">, input: SourceInput): ReadSource {
  const { file } = source;
  const named = source.reader === GUESS ? null : readerOf(source.reader);
  if (named === null && source.reader !== GUESS) {
    const known = READERS.map(({ id }) => id).join(", ");
    return trouble(`There is no reader called "${source.reader}". We have: ${known}.`);
  }
  if (!(input instanceof Uint8Array)) return readFolder(file, named, input);
  const wrong = fileTrouble(input, file);
  if (wrong !== null) return trouble(wrong);
  const quick = readAsBytes(named, input);
  if (quick !== null) return outcome(file, quick.table, quick.encoding, csv);
  const { text, encoding } = decodeText(input);
  const reader = named ?? guessReader(text);
  return outcome(file, reader.read(text), encoding, reader);
}

const outcome = (file: string, table: Table, encoding: Encoding, reader: Reader): ReadSource =>
  table.trouble === null
    ? { status: "table", table, encoding, reader }
    : trouble(`${file}: ${table.trouble}`, encoding);

/** A table in text, read without decoding the whole of it; null for what is no such table, or may be none. */
function readAsBytes(
  named: Reader | null,
  bytes: Uint8Array,
): { readonly table: Table; readonly encoding: Encoding } | null {
  if (named !== null && named.id !== csv.id) return null;
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8" && !(encoding === "utf-8-bom" && isUtf8(bytes))) return null;
  const text = byteText(encoding === "utf-8" ? bytes : bytes.subarray(3));
  // What begins like JSON may be another form.
  if (named === null && /^\s*[[{]/.test(text)) return null;
  const table = csv.readByteText?.(text) ?? null;
  return table === null ? null : { table, encoding };
}

function readFolder(file: string, named: Reader | null, files: ReadonlyMap<string, Uint8Array>): ReadSource {
  const reader = named ?? READERS.find((known: Reader) => known.readFolder !== undefined) ?? null;
  if (reader?.readFolder === undefined) {
    return trouble(`${file} is a folder, and the reader "${named?.id ?? ""}" reads one file. Name the file.`);
  }
  const texts = new Map<string, string>();
  let encoding: Encoding = "utf-8";
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // A table without rows is exported as an empty file, which is no fault.
    if (bytes.length === 0) continue;
    const wrong = fileTrouble(bytes, `${file}/${name}`);
    if (wrong !== null) return trouble(wrong);
    const decoded = decodeText(bytes);
    if (/(?:^|\/)services?\.csv$/i.test(name)) encoding = decoded.encoding;
    texts.set(name, decoded.text);
  }
  return outcome(file, reader.readFolder(texts), encoding, reader);
}

const trouble = (sentence: string, encoding: Encoding = "utf-8"): ReadSource => ({
  status: "trouble",
  trouble: sentence,
  encoding,
});
