import { FACET_IDS, type FacetId } from "../../services/facets.ts";
import { KINDS } from "../../services/kinds.ts";
import { BOROUGH_CODES, PRECISIONS } from "../../services/place.ts";
import type { FacetColumn, ServiceIndex } from "../../services/service-index.ts";

/** Columns of texts that hold no newline. */
const TEXTS = [
  "ids",
  "names",
  "organisations",
  "summaries",
  "phones",
  "assured",
  "sourceDates",
  "postcodes",
] as const satisfies readonly (keyof ServiceIndex)[];
type TextColumn = (typeof TEXTS)[number];

/** Rows of a text column that travel together: more would be a long task of its own for whoever takes them in. */
const ROWS_A_PART = 4096;
const NO_BOROUGH = 255;

/**
 * A part of an index on its way from a worker to the page. Texts travel joined, numbers are handed over: to copy them
 * one by one would cost the page as much as reading the file itself.
 */
export type IndexPart =
  | { readonly part: "texts"; readonly column: TextColumn; readonly lines: string }
  | {
      readonly part: "facet";
      readonly id: FacetId;
      readonly terms: FacetColumn["terms"];
      /** Rows of all terms, one term after another, and after each term where its rows end. */
      readonly rows: Uint32Array<ArrayBuffer>;
      readonly ends: Uint32Array<ArrayBuffer>;
      readonly saysOther: Uint32Array<ArrayBuffer>;
    }
  /** The last one. */
  | {
      readonly part: "numbers";
      readonly count: number;
      /** Places in KINDS, PRECISIONS and BOROUGH_CODES. */
      readonly kinds: Uint8Array<ArrayBuffer>;
      readonly precision: Uint8Array<ArrayBuffer>;
      readonly boroughs: Uint8Array<ArrayBuffer>;
      readonly sources: Uint8Array<ArrayBuffer>;
      readonly flags: Uint8Array<ArrayBuffer>;
      readonly locationStart: Uint32Array<ArrayBuffer>;
      readonly lon: Float64Array<ArrayBuffer>;
      readonly lat: Float64Array<ArrayBuffer>;
    };

/** What of a part is handed over instead of copied. */
export function handedOver(part: IndexPart): ArrayBuffer[] {
  return Object.values(part).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []));
}

/** An index in parts, each small enough to be taken in within a frame. */
export function* indexParts(index: ServiceIndex): Generator<IndexPart, void, undefined> {
  for (const column of TEXTS) {
    const texts = index[column];
    for (let row = 0; row < texts.length; row += ROWS_A_PART)
      yield { part: "texts", column, lines: texts.slice(row, row + ROWS_A_PART).join("\n") };
  }
  for (const id of FACET_IDS) {
    const { terms, postings, saysOther } = index.facets[id];
    const ends = new Uint32Array(postings.length);
    let end = 0;
    for (const [i, { length }] of postings.entries()) {
      end += length;
      ends[i] = end;
    }
    const rows = new Uint32Array(end);
    for (const [i, posting] of postings.entries()) rows.set(posting, (ends[i] ?? 0) - posting.length);
    yield { part: "facet", id, terms, rows, ends, saysOther: Uint32Array.from(saysOther) };
  }
  yield {
    part: "numbers",
    count: index.count,
    kinds: Uint8Array.from(index.kinds, (kind) => KINDS.indexOf(kind)),
    precision: Uint8Array.from(index.precision, (precision) => PRECISIONS.indexOf(precision)),
    boroughs: Uint8Array.from(index.boroughs, (code) => (code === null ? NO_BOROUGH : BOROUGH_CODES.indexOf(code))),
    sources: Uint8Array.from(index.sources),
    flags: Uint8Array.from(index.flags),
    locationStart: Uint32Array.from(index.locationStart),
    lon: Float64Array.from(index.lon),
    lat: Float64Array.from(index.lat),
  };
}

/** Takes the parts of an index in the order of `indexParts`, and gives the index with the last one; null before. */
export function indexOfParts(): (part: IndexPart) => ServiceIndex | null {
  const texts: Record<TextColumn, string[]> = {
    ids: [],
    names: [],
    organisations: [],
    summaries: [],
    phones: [],
    assured: [],
    sourceDates: [],
    postcodes: [],
  };
  const facets: Partial<Record<FacetId, FacetColumn>> = {};
  return (part) => {
    switch (part.part) {
      case "texts": {
        const into = texts[part.column];
        for (const text of part.lines.split("\n")) into.push(text);
        return null;
      }
      case "facet": {
        const { id, terms, rows, ends, saysOther } = part;
        const postings = terms.map((_, i) => rows.subarray(ends[i - 1] ?? 0, ends[i]));
        facets[id] = { terms, postings, saysOther };
        return null;
      }
      case "numbers": {
        const { count, sources, flags, locationStart, lon, lat } = part;
        return {
          ...{ count, ...texts, sources, flags, locationStart, lon, lat },
          kinds: Array.from(part.kinds, (place) => KINDS[place] ?? "service"),
          precision: Array.from(part.precision, (place) => PRECISIONS[place] ?? "none"),
          boroughs: Array.from(part.boroughs, (place) => BOROUGH_CODES[place] ?? null),
          facets: facets as ServiceIndex["facets"],
        };
      }
    }
  };
}
