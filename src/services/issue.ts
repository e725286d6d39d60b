/**
 * What happened to something a source said: `repaired` (kept in another form), `kept` (kept as it was, but somebody
 * should look), `left-out` (this value was not taken; the rest of the row was) or `refused` (the whole row was not
 * taken). Bad data is normal, so it is a value and never an exception.
 */
export const OUTCOMES = ["repaired", "kept", "left-out", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One thing wrong with one row of a source, told to whoever can mend it. */
export interface Issue {
  /** Id of the source in `sources.json`. */
  readonly source: string;
  /** The file as its owner knows it. */
  readonly file: string;
  /** Row as a spreadsheet counts it, the heading being row 1; null when it is about the whole file. */
  readonly row: number | null;
  /** Heading as it stands in the file; null when it is about the whole row. */
  readonly column: string | null;
  /** A stable word for the sort of fault, such as `unknown-term`; reports group by it. */
  readonly fault: string;
  /** The value as it stood, cut to 200 characters. */
  readonly found: string;
  readonly outcome: Outcome;
  /** In plain English: what was wrong and what was done about it. */
  readonly message: string;
  /** In plain English: what to type instead. */
  readonly remedy: string;
}
