import { fetchJson } from "./load.ts";

const files = new Map<string, Promise<unknown>>();

/** A file of `areas/` by its name, fetched once for the visit by whoever asks first; a failed one is asked for again. */
export function loadAreaFile<T>(name: string): Promise<T> {
  const known = files.get(name) ?? fetchJson<unknown>(`areas/${name}.json`);
  files.set(name, known);
  known.catch(() => files.delete(name));
  return known as Promise<T>;
}
