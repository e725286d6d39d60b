import type { Kind } from "./kinds.ts";
import type { ServiceIndexFile } from "./service-index.ts";
import type { VocabularyFile } from "./vocabulary.ts";

/** A source as the page tells of it: whence, on what terms, how old, and what became of its rows. */
export interface PublishedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly credit: string;
  /** Vintage in the source's own words, such as "2023" or "28 October 2024". */
  readonly date: string;
  readonly layer: "services" | "places";
  readonly rows: number;
  readonly services: number;
  readonly merged: number;
  /** Rows that became neither a service nor part of one. */
  readonly refused: number;
  readonly notes: readonly string[];
}

/** `publication.json`: what the page must know of the published data besides the services themselves. */
export interface Publication {
  readonly format: number;
  /** ISO date on which the data were built. */
  readonly built: string;
  readonly title: string;
  readonly area: string;
  readonly publisher: string;
  readonly contact: { readonly name: string; readonly email: string };
  /** A neutral page to leave to. */
  readonly leaveAddress: string;
  /** Months: below `fresh` a check counts as new, from `old` on as old. */
  readonly thresholds: { readonly fresh: number; readonly fair: number; readonly old: number };
  readonly sources: readonly PublishedSource[];
  readonly parts: readonly { readonly file: string; readonly layer: "services" | "places"; readonly count: number }[];
  /** How many records a file of `details/` holds. */
  readonly detailsPerPart: number;
  readonly counts: {
    readonly services: number;
    readonly byKind: Readonly<Partial<Record<Kind, number>>>;
    readonly byBorough: Readonly<Record<string, number>>;
  };
  readonly areaCredits: readonly { readonly title: string; readonly credit: string; readonly licence: string }[];
}

/**
 * `start.json`: all that the list and the filters need, in one request, because on a poor line each further one costs
 * more than its bytes. The same as `publication.json`, `vocabulary.json` and `index.json`, which are there for others.
 */
export interface StartFile {
  readonly publication: Publication;
  readonly vocabularies: Readonly<Record<string, VocabularyFile>>;
  readonly index: ServiceIndexFile;
}
