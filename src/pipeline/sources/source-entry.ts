/** One entry of `data/sources/sources.json`: what the data build and the page must know of a source. */
export interface SourceEntry {
  readonly id: string;
  /** Beside `sources.json`. */
  readonly file: string;
  /** Id of an entry of `READERS`. */
  readonly reader: "csv";
  /** Places (libraries, halls, faith buildings) are the quieter second layer. */
  readonly layer: "services" | "places";
  readonly title: string;
  readonly publisher: string;
  /** Where to read about the source; "" when the facts were gathered for this map and stand nowhere else. */
  readonly url: string;
  readonly licence: { readonly name: string; readonly url: string };
  /** What the licence asks us to show, word for word. */
  readonly credit: string;
  /** Vintage in words, for people. Each row has its own `source_date` for the machine. */
  readonly date: string;
  /** Rows expected in the file, the heading not counted: a file that shrinks is a fault. */
  readonly rows: number;
  /** Heading → field, only where a heading is not one of ours. */
  readonly columns: Readonly<Record<string, string>>;
  /** What an empty cell means, by field. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Faults that a reader should know of, in plain English. */
  readonly notes: readonly string[];
}
