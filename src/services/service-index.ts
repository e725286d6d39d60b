import { FACET_IDS, type FacetId, type Vocabularies } from "./facets.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { BOROUGH_CODES, type BoroughCode, PRECISIONS, type Precision } from "./place.ts";
import { createVocabulary, type TermId, type VocabularyFile } from "./vocabulary.ts";

/** What services say about one facet, as postings: for each term, the rows that say exactly this term. */
export interface FacetColumn {
  readonly terms: readonly TermId[];
  /** Rows in ascending order, one list a term, in the order of `terms`. A parent's list does not hold its children's rows. */
  readonly postings: readonly Uint32Array[];
  /** Rows that state this facet only in words that no vocabulary knows: they say something, but nothing listed. */
  readonly saysOther: Uint32Array;
}

/** What the page needs to search and to list: columns, one entry a service ("row"), in the order they were published. */
export interface ServiceIndex {
  readonly count: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Name of the organisation where it differs from the service's own, else "". */
  readonly organisations: readonly string[];
  readonly summaries: readonly string[];
  /** First phone in UK form, or "". */
  readonly phones: readonly string[];
  readonly kinds: readonly Kind[];
  /** Assured date as given (`2026-03-01`), or "" when nobody has checked the record. */
  readonly assured: readonly string[];
  /** Date of the leading source as given, or "". */
  readonly sourceDates: readonly string[];
  /** Index of the leading source in the publication's list of sources. */
  readonly sources: Uint8Array;
  /**
   * 1 where the record serves all London or wider, 2 where it is sensitive, 4 where it has further phones; above these,
   * the size of its organisation: see `sizeInFlags`.
   */
  readonly flags: Uint8Array;
  /** Locations of row r are those from `locationStart[r]` up to `locationStart[r + 1]`. */
  readonly locationStart: Uint32Array;
  /** Degrees; NaN where a location has no point. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly precision: readonly Precision[];
  readonly boroughs: readonly (BoroughCode | null)[];
  readonly postcodes: readonly string[];
  readonly facets: Readonly<Record<FacetId, FacetColumn>>;
}

/** Degrees are kept to five decimals: about one metre. */
export const DEGREES = 1e5;

/** Version of the form below; a page refuses a file with a newer one. */
export const INDEX_FORMAT = 1;

/**
 * The index as JSON. Lists of numbers hold differences to the one before, text columns are joined by a newline,
 * one-of-a-few columns hold one character a row, because that is what brotli packs best.
 */
export interface ServiceIndexFile {
  readonly format: number;
  readonly count: number;
  readonly ids: string;
  readonly names: string;
  readonly organisations: string;
  readonly summaries: string;
  readonly phones: string;
  readonly kinds: string;
  readonly assured: string;
  readonly sourceDates: string;
  readonly sources: readonly number[];
  readonly flags: string;
  /** Number of locations, one character a row: 0–9, then a–z. */
  readonly locationCounts: string;
  /** Differences of 1e5 × degrees; null where there is no point. */
  readonly lon: readonly (number | null)[];
  readonly lat: readonly (number | null)[];
  readonly precision: string;
  /** Number of the borough in BOROUGH_CODES, one character a location: 0–9, then a–w; `-` = none. */
  readonly boroughs: string;
  readonly postcodes: string;
  readonly facets: Readonly<
    Record<
      string,
      {
        readonly terms: readonly TermId[];
        readonly postings: readonly (readonly number[])[];
        readonly saysOther: readonly number[];
      }
    >
  >;
}

/** The characters of columns that hold one a row, in order. */
export const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const [NOUGHT, A] = [48, 97];
const VALUES = Uint8Array.from(DIGITS, (_, n) => n);

function sums(deltas: readonly number[]): Uint32Array {
  // Loops by number: 100,000 rows are read while somebody waits, and an iterator takes four times as long.
  const rows = new Uint32Array(deltas.length);
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    total += deltas[i] as number;
    rows[i] = total;
  }
  return rows;
}

/** The values that the characters of a column stand for. */
function column<T>(text: string, values: ArrayLike<T>): T[] {
  const read: T[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    read.push(values[code - (code < A ? NOUGHT : A - 10)] as T);
  }
  return read;
}

const unlines = (text: string, count: number): string[] => (count === 0 ? [] : text.split("\n"));

/**
 * An index file as columns. Throws a sentence when the file's version is newer than this page, or when its columns
 * don't agree in length: half an index would show half the services as if they were all.
 */
export function decodeServiceIndex(file: ServiceIndexFile): ServiceIndex {
  if (file.format !== INDEX_FORMAT) {
    throw new Error(`The index has form ${file.format}; this page reads form ${INDEX_FORMAT}.`);
  }
  const { count } = file;
  const locationStart = new Uint32Array(count + 1);
  locationStart.set(sums(column(file.locationCounts.slice(0, count), VALUES)), 1);
  const locationCount = locationStart[count] as number;
  const degrees = (deltas: readonly (number | null)[]): Float64Array => {
    const all = new Float64Array(deltas.length).fill(Number.NaN);
    let total = 0;
    for (let i = 0; i < all.length; i++) {
      const delta = deltas[i] as number | null;
      if (delta === null) continue;
      total += delta;
      all[i] = total / DEGREES;
    }
    return all;
  };
  const index: ServiceIndex = {
    count,
    ids: unlines(file.ids, count),
    names: unlines(file.names, count),
    organisations: unlines(file.organisations, count),
    summaries: unlines(file.summaries, count),
    phones: unlines(file.phones, count),
    kinds: column(file.kinds, KINDS).map((kind) => kind ?? "service"),
    assured: unlines(file.assured, count),
    sourceDates: unlines(file.sourceDates, count),
    sources: Uint8Array.from(file.sources),
    flags: Uint8Array.from(column(file.flags, VALUES)),
    locationStart,
    lon: degrees(file.lon),
    lat: degrees(file.lat),
    precision: column(file.precision, PRECISIONS).map((precision) => precision ?? "none"),
    // "-" stands before the digits, where no borough is.
    boroughs: column(file.boroughs, BOROUGH_CODES).map((borough) => borough ?? null),
    postcodes: unlines(file.postcodes, locationCount),
    facets: Object.fromEntries(
      FACET_IDS.map((id) => {
        const facet = file.facets[id];
        return [
          id,
          {
            terms: facet?.terms ?? [],
            postings: (facet?.postings ?? []).map(sums),
            saysOther: sums(facet?.saysOther ?? []),
          },
        ];
      }),
    ) as unknown as Record<FacetId, FacetColumn>,
  };
  const rows = [
    index.ids,
    index.names,
    index.organisations,
    index.summaries,
    index.phones,
    index.kinds,
    index.assured,
    index.sourceDates,
    index.sources,
    index.flags,
  ];
  const places = [index.lon, index.lat, index.precision, index.boroughs, index.postcodes];
  if (rows.some(({ length }) => length !== count) || places.some(({ length }) => length !== locationCount)) {
    throw new Error("The index is damaged: its columns have different lengths.");
  }
  return index;
}

/** Vocabularies made ready from their files, one a facet. Throws when one is missing. */
export function createVocabularies(files: Readonly<Record<string, VocabularyFile>>): Vocabularies {
  return Object.fromEntries(
    FACET_IDS.map((id) => {
      const file = files[id];
      if (file === undefined) throw new Error(`There is no vocabulary for the facet "${id}".`);
      return [id, createVocabulary(file)];
    }),
  ) as unknown as Vocabularies;
}
