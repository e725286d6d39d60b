import { STATED_FACETS, type StatedFacetId } from "../services/facets.ts";
import { type Freshness, freshnessOf } from "../services/freshness.ts";
import { KINDS } from "../services/kinds.ts";
import { SIZES, sizeInFlags } from "../services/organisation-size.ts";
import { BOROUGH_CODES } from "../services/place.ts";
import { locationsOfRow } from "../services/rows.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { boroughsOf } from "./boroughs-of.ts";
import { pointCertainty } from "./placement.ts";
import { rowsStating } from "./says.ts";

/** How full and how fresh the records of one group are. Every figure is a number of records, never of services that exist. */
export interface ParityLine {
  readonly id: string;
  readonly records: number;
  /** Records that say anything about a facet. */
  readonly states: Readonly<Record<StatedFacetId, number>>;
  readonly hasPhone: number;
  readonly hasSummary: number;
  /** Records with a location known to its venue or postcode. */
  readonly hasPoint: number;
  /** By age of the last check by a person, as of the day handed in. */
  readonly checked: Readonly<Record<Freshness, number>>;
}

/** Parity by borough, kind, size of organisation and source. */
export interface Parity {
  readonly all: ParityLine;
  /** 33 lines and "none" for records that belong to no borough; a record of several boroughs counts in each. */
  readonly byBorough: readonly ParityLine[];
  readonly byKind: readonly ParityLine[];
  /** In the order of `SIZES`; "none" for records whose organisation's size nobody states. */
  readonly bySize: readonly ParityLine[];
  /** One for each source that leads a record looked at, `id` being its place in the publication's list. */
  readonly bySource: readonly ParityLine[];
}

interface Tally {
  records: number;
  readonly states: Record<StatedFacetId, number>;
  hasPhone: number;
  hasSummary: number;
  hasPoint: number;
  readonly checked: Record<Freshness, number>;
}

function emptyTally(): Tally {
  return {
    records: 0,
    states: Object.fromEntries(STATED_FACETS.map(({ id }) => [id, 0])) as Record<StatedFacetId, number>,
    hasPhone: 0,
    hasSummary: 0,
    hasPoint: 0,
    checked: { fresh: 0, fair: 0, old: 0, "very-old": 0, never: 0 },
  };
}

/** Counts over the rows looked at. `today` is an ISO date; `months` are the publication's thresholds. */
export function parity(
  index: ServiceIndex,
  rows: Uint32Array,
  today: string,
  months: { readonly fresh: number; readonly fair: number; readonly old: number },
): Parity {
  const stating = STATED_FACETS.map(({ id }) => ({ id, says: rowsStating(index, id) }));
  const belongsTo = boroughsOf(index);
  // Few dates stand on many records.
  const freshnessOfDate = new Map<string, Freshness>();
  const freshness = (date: string): Freshness => {
    const found = freshnessOfDate.get(date) ?? freshnessOf(date, today, months);
    freshnessOfDate.set(date, found);
    return found;
  };
  const all = emptyTally();
  const boroughs = [...BOROUGH_CODES, "none"].map(emptyTally);
  const kinds = KINDS.map(emptyTally);
  const sizes = SIZES.map(emptyTally);
  const sources = new Map<number, Tally>();
  for (const row of rows) {
    const source = index.sources[row] ?? 0;
    const ofSource = sources.get(source) ?? emptyTally();
    sources.set(source, ofSource);
    const numbers = belongsTo(row);
    const [first, end] = locationsOfRow(index, row);
    let hasPoint = false;
    for (let at = first; at < end; at++) if (pointCertainty(index, at) === "exact") hasPoint = true;
    const checked = freshness(index.assured[row] ?? "");
    const count = (tally: Tally): void => {
      tally.records++;
      if (index.phones[row] !== "") tally.hasPhone++;
      if (index.summaries[row] !== "") tally.hasSummary++;
      if (hasPoint) tally.hasPoint++;
      tally.checked[checked]++;
      for (const { id, says } of stating) tally.states[id] += says[row] as number;
    };
    count(all);
    count(ofSource);
    count(kinds[KINDS.indexOf(index.kinds[row] ?? "service")] as Tally);
    count(sizes[SIZES.indexOf(sizeInFlags(index.flags[row] ?? 0))] as Tally);
    if (numbers.length === 0) count(boroughs[BOROUGH_CODES.length] as Tally);
    for (const number of numbers) count(boroughs[number] as Tally);
  }
  return {
    all: { id: "all", ...all },
    byBorough: boroughs.map((tally, i) => ({ id: BOROUGH_CODES[i] ?? "none", ...tally })),
    byKind: kinds.map((tally, i) => ({ id: KINDS[i] ?? "", ...tally })),
    bySize: sizes.map((tally, i) => ({ id: SIZES[i] ?? "", ...tally })),
    bySource: [...sources].sort(([a], [b]) => a - b).map(([source, tally]) => ({ id: String(source), ...tally })),
  };
}
