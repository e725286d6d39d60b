import type { AreaLookup } from "../services/area-lookup.ts";
import type { Vocabularies } from "../services/facets.ts";
import type { PostcodeTable } from "../services/postcode-table.ts";

/** All that intake must know of the world; handed in, so that it runs the same in Node, in the browser and in tests. */
export interface IntakeContext {
  readonly vocabularies: Vocabularies;
  /** Null: no postcode table at hand, so postcodes are kept but not looked up. */
  readonly postcodes: Pick<PostcodeTable, "find"> | null;
  /** Null: no areas at hand, so nothing gets a neighbourhood. */
  readonly areas: AreaLookup | null;
}

/** What intake must know of a source: an entry of `sources.json` without its words for people. */
export interface IntakeSource {
  readonly id: string;
  /** As its owner knows it; used in messages. */
  readonly file: string;
  readonly reader: string;
  /** Heading of the file → our field; "" leaves a column out. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What an empty cell means, by field: `{ kind: "place" }`. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Date of the source, for records that have none of their own. */
  readonly date?: string;
}
