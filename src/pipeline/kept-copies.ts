import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Validators } from "./fetch-source.ts";

/** The last good copy of a source that is fetched from an address. */
export interface KeptCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly address: string;
  /** ISO date and time at which it was fetched, or last found unchanged. */
  readonly fetched: string;
  readonly validators: Validators;
}

interface Head extends Omit<KeptCopy, "bytes"> {}

const isHead = (value: unknown): value is Head =>
  typeof value === "object" && value !== null && "address" in value && "fetched" in value && "validators" in value;

/** The copy kept of a source under this address; null when there is none, or it is of another address. */
export async function readKept(folder: string, id: string, address: string): Promise<KeptCopy | null> {
  try {
    const head: unknown = JSON.parse(await readFile(join(folder, `${id}.json`), "utf8"));
    if (!isHead(head) || head.address !== address) return null;
    return { ...head, bytes: new Uint8Array(await readFile(join(folder, `${id}.data`))) };
  } catch {
    return null;
  }
}

/** Keeps a copy: the data first, then what is said of them, each whole or not at all. */
export async function keep(folder: string, id: string, { bytes, ...head }: KeptCopy): Promise<void> {
  await replaceFile(join(folder, `${id}.data`), bytes);
  await replaceFile(join(folder, `${id}.json`), `${JSON.stringify(head, null, 1)}\n`);
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}

/** How old a copy is, in words. */
export function ageInWords(fetched: string, now: number): string {
  const days = Math.floor((now - Date.parse(fetched)) / 86_400_000);
  return days < 1 ? "less than a day old" : days === 1 ? "1 day old" : `${days} days old`;
}
