import { FILES } from "./corpus-files.ts";
import { LINKS } from "./corpus-links.ts";
import { PLACES } from "./corpus-places.ts";
import { TEXTS } from "./corpus-texts.ts";

/** What a hostile or careless hand may put into a list of services. The names of the values are for reports. */
export type HostileClass =
  | "script"
  | "link"
  | "html"
  | "svg"
  | "css"
  | "markdown"
  | "template"
  | "direction"
  | "hidden"
  | "host"
  | "formula"
  | "key"
  | "size"
  | "file"
  | "expression"
  | "control"
  | "mail"
  | "phone"
  | "point";

interface Named {
  readonly name: string;
  readonly class: HostileClass;
}

/** A text that may stand in any cell that holds words. */
export interface HostileText extends Named {
  readonly value: string;
}

/** A text for a cell that becomes a link: an address of the web, of mail, or a number to dial. */
export interface HostileLink extends Named {
  readonly field: "website" | "email" | "phone";
  readonly value: string;
}

/** Where a record says it is: cells of latitude and longitude, or a GeoJSON geometry as text, which may be no JSON. */
export interface HostilePlace extends Named {
  readonly cells: readonly [lat: string, lon: string];
  readonly geometry: string;
}

/** A whole source, made when it is wanted: some are large. */
export interface HostileFile extends Named {
  readonly make: () => Uint8Array;
  /** Whether a list can be read from it all the same. */
  readonly readable: boolean;
}

/** All that is thrown at the readers, the build, the pages and the exports. */
export const CORPUS = { texts: TEXTS, links: LINKS, places: PLACES, files: FILES } as const;

/** Every value of the corpus by what reports call it. */
export const NAMES: readonly string[] = [...TEXTS, ...LINKS, ...PLACES, ...FILES].map(({ name }) => name);
