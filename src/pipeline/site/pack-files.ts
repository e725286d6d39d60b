import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { filesUnder } from "../files-under.ts";

/** Kinds of file that are text, and so pack well. */
const TEXT = new Set([".html", ".js", ".mjs", ".css", ".json", ".geojson", ".csv", ".svg", ".txt", ".xml"]);
/** Files below this travel in one or two packets anyway. */
const WORTH_BYTES = 1000;
/** What a visit fetches is packed as well as can be; of the thousands of plain pages and the large downloads each
 * further step of quality costs the build more than it saves. */
const BEST = 11;
const QUICK = 5;
const FETCHED = /^(?:assets\/|parts\/|index\.html$|offline\.html$|sw\.js$)/;

const pack = { br: promisify(brotliCompress), gz: promisify(gzip) };

export interface Packed {
  readonly files: number;
  readonly plain: number;
  readonly brotli: number;
}

/**
 * Writes `.br` and `.gz` beside every text file of a built site that is worth it, so that a host that packs nothing
 * itself can send them. The same files give the same bytes.
 */
export async function packFiles(folder: string): Promise<Packed> {
  const files = (await filesUnder(folder)).filter((file) => TEXT.has(extname(file)));
  const sums = { files: 0, plain: 0, brotli: 0 };
  const one = async (file: string): Promise<void> => {
    const plain = await readFile(join(folder, file));
    if (plain.length < WORTH_BYTES) return;
    const quality = FETCHED.test(file) ? BEST : QUICK;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    const [br, gz] = await Promise.all([
      pack.br(plain, { params }),
      pack.gz(plain, { level: quality === BEST ? 9 : 6 }),
    ]);
    await writeFile(join(folder, `${file}.br`), br);
    await writeFile(join(folder, `${file}.gz`), gz);
    sums.files++;
    sums.plain += plain.length;
    sums.brotli += br.length;
  };
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await one(file);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return sums;
}
