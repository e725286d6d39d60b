import type { Vocabularies } from "../../services/facets.ts";
import type { Publication, StartFile } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import {
  createVocabularies,
  decodeServiceIndex,
  INDEX_FORMAT,
  type ServiceIndex,
  type ServiceIndexFile,
} from "../../services/service-index.ts";
import type { Ready } from "./store.ts";

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

/** Longest wait for one file, in milliseconds: a poor line is slow, but a dead one must be told. */
const PATIENCE = 30_000;

async function fetchOnce(file: string): Promise<Response> {
  const response = await fetch(file, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new LoadError("not-found", file);
  return response;
}

/** A file of the site itself; tried once more after a moment, because poor lines drop requests. */
export async function fetchFile(file: string): Promise<Response> {
  try {
    return await fetchOnce(file);
  } catch (error) {
    if (error instanceof LoadError && navigator.onLine) throw error;
    await new Promise((resolve) => setTimeout(resolve, 800));
    try {
      return await fetchOnce(file);
    } catch (again) {
      throw again instanceof LoadError ? again : new LoadError("offline", file);
    }
  }
}

/** JSON of the site itself. Throws a LoadError: an HTML error page sent as a success is `unreadable`. */
export async function fetchJson<T>(file: string): Promise<T> {
  const response = await fetchFile(file);
  try {
    return (await response.json()) as T;
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
  const { publication, vocabularies, index } = (await fetchJson<Partial<StartFile> | null>(file)) ?? {};
  if (publication === undefined || vocabularies === undefined || index === undefined) {
    throw new LoadError("unreadable", file);
  }
  const decoded = decode(index, file);
  try {
    return { publication, vocabularies: createVocabularies(vocabularies), index: decoded };
  } catch {
    throw new LoadError("unreadable", file);
  }
}

const detailParts = new Map<string, Promise<readonly Service[]>>();

/** The full record of a row, from its part; parts are kept for the visit, but a failed one is asked for again. */
export async function loadDetails(row: number, ready: Ready): Promise<Service> {
  const { index, servicesCount, publication, live } = ready;
  const perPart = publication.detailsPerPart;
  const place = row >= servicesCount;
  const known = live?.records.get(index.ids[row] ?? "");
  if (known !== undefined) return known;
  const inLayer = place ? row - servicesCount : (live?.builtRows[row] ?? row);
  const file = `details/${place ? "places" : "services"}-${Math.floor(inLayer / perPart)}.json`;
  const part = detailParts.get(file) ?? fetchJson<readonly Service[]>(file);
  detailParts.set(file, part);
  try {
    const service = (await part)[inLayer % perPart];
    if (service === undefined) throw new LoadError("unreadable", file);
    return service;
  } catch (error) {
    detailParts.delete(file);
    throw error;
  }
}
