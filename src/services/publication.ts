import type { Kind } from "./kinds.ts";
import { BOROUGH_CODES, type BoroughCode } from "./place.ts";
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
  /** The page reads the source by itself as well, from this address on another site. */
  readonly live?: LiveAddress;
}

/** Where a source is read by the page, every origin that the browser is let ask for it, and how it is read. */
export interface LiveAddress {
  readonly address: string;
  readonly origins: readonly string[];
  readonly reader: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly defaults: Readonly<Record<string, string>>;
}

/** `publication.json`: what the page must know of the published data besides the services themselves. */
export interface Publication {
  readonly format: number;
  /** ISO date on which the data were built. */
  readonly built: string;
  readonly title: string;
  /** "london", or the codes of its boroughs parted by spaces. */
  readonly area: string;
  /** West, south, east, north of the area in degrees; absent when it is all of London. */
  readonly box?: readonly [west: number, south: number, east: number, north: number];
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
  /** What the interface may speak, and what it starts with where the reader's browser wishes for none of them. */
  readonly locales?: readonly string[];
  readonly startLocale?: string;
  /** Ids of the overlays in the menu; absent: all there are. */
  readonly overlays?: readonly string[];
  /** "own", or the https address of a MapLibre style. */
  readonly basemap?: string;
  /** File of the publisher's logo, from the site's root. */
  readonly logo?: string;
  /** Style that sets the publisher's own colours. */
  readonly theme?: string;
  /** The same colours for the map: of what can be pressed and of what is chosen, `#rrggbb`. */
  readonly colours?: { readonly teal?: string; readonly marigold?: string };
  /** Files and folders (ending in `/`) in which the records are given out, from the site's root. */
  readonly downloads?: readonly string[];
  /** Origins of the sites that may show the page in a frame; none when absent. */
  readonly embed?: { readonly allowedAncestors: readonly string[] };
  /** ISO date on which somebody last looked over the accessibility statement; absent: the day of the build. */
  readonly accessibilityPrepared?: string;
  readonly areaCredits: readonly { readonly title: string; readonly credit: string; readonly licence: string }[];
}

/** The boroughs of the map. */
export function boroughsOfArea({ area }: Pick<Publication, "area">): readonly BoroughCode[] {
  return area === "london" ? BOROUGH_CODES : BOROUGH_CODES.filter((code) => area.split(" ").includes(code));
}

/** Origins beside its own that the page asks: of live sources, and of the publisher's basemap. None by default. */
export function outsideOrigins({
  sources,
  basemap = "own",
}: Pick<Publication, "sources" | "basemap">): readonly string[] {
  const live = sources.flatMap((source) => source.live?.origins ?? []);
  const map = URL.canParse(basemap) ? [new URL(basemap).origin] : [];
  return [...new Set([...live, ...map])].sort();
}

/**
 * `start.json`: all that the list and the filters need, in one request, because on a poor line each further one costs
 * more than its bytes. The same as `publication.json`, `vocabulary.json` and `index.json`, which are there for others.
 */
export interface StartFile {
  readonly publication: Publication;
  readonly vocabularies: Readonly<Record<string, VocabularyFile>>;
  readonly index: ServiceIndexFile;
  /**
   * In a built site, the start of the SHA-256 of each file that the page may fetch, by its name: the file stands at
   * `parts/<hash>/<name>`. Absent in the published folder itself.
   */
  readonly parts?: Readonly<Record<string, string>>;
}
