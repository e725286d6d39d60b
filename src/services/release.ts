/**
 * What a built site consists of, as its page uses it: every file with its length and hash. A release is taken up as a
 * whole or not at all.
 */
export interface Release {
  readonly format: number;
  /** The same for the same files. */
  readonly id: string;
  /** ISO date on which the data were built. */
  readonly built: string;
  /** Path of the start file that its `index.html` names. */
  readonly start: string;
  /** By path from the site's root. */
  readonly files: Readonly<Record<string, ReleasedFile>>;
}

export interface ReleasedFile {
  /** As it stands, unpacked. */
  readonly bytes: number;
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string;
  /** What it is kept for: see `KeptFor`. */
  readonly for: KeptFor;
}

/**
 * `core`: the list, the services and the sheet. `near`: places, and words for where somebody is. `all`: the map and
 * what else the page may fetch. `locale:<id>`: the interface in one locale.
 */
export type KeptFor = "core" | "near" | "all" | `locale:${string}`;

export const RELEASE_FORMAT = 1;

/** A release from its text. Throws when it is none that this page knows. */
export function readRelease(text: string): Release {
  const release = JSON.parse(text) as Partial<Release> | null;
  if (release?.format !== RELEASE_FORMAT || typeof release.files !== "object" || typeof release.start !== "string") {
    throw new Error("This is not a list of the site's files.");
  }
  return release as Release;
}

/** Whether a path can never mean other bytes: its hash is in it. */
export const isNamedByContent = (path: string): boolean => /^(?:assets|parts)\//.test(path);
