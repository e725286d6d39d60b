import type { Vocabularies } from "../../services/facets.ts";
import type { Publication, StartFile } from "../../services/publication.ts";
import {
  createVocabularies,
  decodeServiceIndex,
  INDEX_FORMAT,
  type ServiceIndex,
  type ServiceIndexFile,
} from "../../services/service-index.ts";

export type LoadFailure = "offline" | "not-found" | "unreadable" | "newer";

/** The world went wrong: a state with a way on, not a fault of ours. */
export class LoadError extends Error {
  constructor(
    readonly reason: LoadFailure,
    readonly file: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** Longest silence on a line, in milliseconds: a poor line is slow, but a dead one must be told. */
const PATIENCE = 15_000;

/** Hash of each file of this publication by its name. None until the first file has come, and none in `npm run dev`. */
let hashes: Readonly<Record<string, string>> = {};

/** Where a file of this publication stands. Its hash is in its address, so that no page mixes two publications. */
export function addressOf(file: string): string {
  const hash = hashes[file];
  return hash === undefined ? file : `parts/${hash}/${file}`;
}

/** Whether the bytes are those that the address promises; where the browser can't tell (no https), they are taken. */
async function isWhole(address: string, bytes: ArrayBuffer): Promise<boolean> {
  const hash = /^(?:.*\/)?parts\/(\w+)/.exec(address)?.[1];
  if (hash === undefined || globalThis.crypto?.subtle === undefined) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, hash.length / 2)].every(
    (byte, i) => byte === Number(`0x${hash.slice(i * 2, i * 2 + 2)}`),
  );
}

async function fetchOnce(address: string, cache: RequestCache): Promise<ArrayBuffer> {
  const line = new AbortController();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => line.abort(), PATIENCE);
  };
  heard();
  try {
    const response = await fetch(address, { signal: line.signal, cache });
    if (!response.ok) throw new LoadError("not-found", address);
    const reader = response.body?.getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      parts.push(part.value);
      heard();
    }
    const bytes = await new Blob(parts).arrayBuffer();
    if (!(await isWhole(address, bytes))) throw new LoadError("unreadable", address);
    return bytes;
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError("offline", address);
  } finally {
    clearTimeout(silence);
  }
}

/**
 * A file of the site itself, by its name; tried once more after a moment and past every cache, because poor lines drop
 * requests and caches keep halves. Throws a LoadError.
 */
export function fetchFile(file: string): Promise<ArrayBuffer> {
  return fetchAddress(addressOf(file));
}

async function fetchAddress(address: string): Promise<ArrayBuffer> {
  try {
    return await fetchOnce(address, "default");
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 800));
    return fetchOnce(address, "reload");
  }
}

/** JSON of the site itself. Throws a LoadError: an HTML error page sent as a success is `unreadable`. */
export async function fetchJson<T>(file: string, address = addressOf(file)): Promise<T> {
  const bytes = await fetchAddress(address);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    throw new LoadError("unreadable", file);
  }
}

export interface LoadedServices {
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  readonly index: ServiceIndex;
}

/** An index file as columns. Throws a LoadError. */
export function decode(file: ServiceIndexFile, name: string): ServiceIndex {
  if (file.format > INDEX_FORMAT) throw new LoadError("newer", name);
  try {
    return decodeServiceIndex(file);
  } catch {
    throw new LoadError("unreadable", name);
  }
}

/** All that the list and the filters need, in one file. Throws a LoadError. */
export async function loadServices(): Promise<LoadedServices> {
  const file = "start.json";
  // The page names the start of its own publication, wherever the server has got to since.
  const { publication, vocabularies, index, parts } =
    (await fetchJson<Partial<StartFile> | null>(
      file,
      document.querySelector("link[as=fetch]")?.getAttribute("href") ?? file,
    )) ?? {};
  if (publication === undefined || vocabularies === undefined || index === undefined) {
    throw new LoadError("unreadable", file);
  }
  hashes = parts ?? {};
  const decoded = decode(index, file);
  try {
    return { publication, vocabularies: createVocabularies(vocabularies), index: decoded };
  } catch {
    throw new LoadError("unreadable", file);
  }
}
