import type { FacetId } from "../services/facets.ts";
import { BOROUGH_CODES, type BoroughCode } from "../services/place.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { TermId, Vocabulary } from "../services/vocabulary.ts";
import { boroughsOf } from "./boroughs-of.ts";
import { poissonInterval } from "./poisson.ts";
import { rowsSaying, rowsStating } from "./says.ts";
import { type PeopleCount, shownCount, shownTotal } from "./small-counts.ts";

/** Services for each 10,000 people, with the bounds that a small count can bear. */
export interface Rate {
  readonly perTenThousand: number;
  readonly low: number;
  readonly high: number;
}

/** How many of the services looked at say what about the facet. "Does not say" is never taken for no. */
export interface Said {
  /** Say the term, or one beneath it. */
  readonly says: number;
  readonly saysOthers: number;
  readonly doesNotSay: number;
}

export interface ProvisionLine extends Said {
  readonly borough: BoroughCode;
  /** Census count of the people the term is compared with; null when the census does not count them. */
  readonly people: PeopleCount | null;
  /** Null when people are not counted or hidden. */
  readonly rate: Rate | null;
  /** People for each service; null also when no service says the term. */
  readonly peoplePerService: number | null;
  /** Place in the order of boroughs, 1 = fewest services for its people; equal rates share a place. Null without a rate. */
  readonly place: number | null;
  readonly tied: boolean;
  /** Whether the whole interval lies on one side of London's rate. */
  readonly againstLondon: "fewer" | "more" | "cannot-tell" | null;
}

export interface Provision {
  /** In the order of places; boroughs without one come last, by code. */
  readonly lines: readonly ProvisionLine[];
  /** All services looked at, each once; people of all boroughs. */
  readonly london: Said & {
    readonly people: PeopleCount | null;
    /** Services for each 10,000 people over all boroughs; those outside boroughs left out. Null without people. */
    readonly perTenThousand: number | null;
  };
  /** Services that belong to no borough here, because they serve all London or say nothing of where. */
  readonly outsideBoroughs: Said;
}

/** What one row says about a question. */
export type SaidBy = (row: number) => keyof Said;

/** What rows say about a term of a facet: the term or one beneath it, something else, or nothing. */
export function saidAbout(index: ServiceIndex, facet: FacetId, vocabulary: Vocabulary, term: TermId): SaidBy {
  const says = rowsSaying(index, facet, vocabulary.withDescendants(term));
  const states = rowsStating(index, facet);
  return (row) => (says[row] === 1 ? "says" : states[row] === 1 ? "saysOthers" : "doesNotSay");
}

export interface ProvisionRequest {
  readonly index: ServiceIndex;
  /** The services looked at, by row. */
  readonly rows: Uint32Array;
  readonly said: SaidBy;
  /** People in need by borough, in the order of BOROUGH_CODES; null when nobody counts them. */
  readonly people: readonly number[] | null;
  /** Boroughs that are looked at; all of them when not given. */
  readonly area?: readonly BoroughCode[];
}

const PER = 10_000;

function rateOf(services: number, people: number): Rate {
  const { low, high } = poissonInterval(services);
  return {
    perTenThousand: (services / people) * PER,
    low: (low / people) * PER,
    high: (high / people) * PER,
  };
}

function compare(rate: Rate, london: number | null): ProvisionLine["againstLondon"] {
  if (london === null) return null;
  return rate.high < london ? "fewer" : rate.low > london ? "more" : "cannot-tell";
}

const NOTHING_SAID: Said = { says: 0, saysOthers: 0, doesNotSay: 0 };

/**
 * Need beside provision: services that say something, per 10,000 people who may need it, by borough. A service counts
 * in every borough where it stands or that it says it serves, once in each. Rates are ordered fewest first; London's
 * rate is that of all boroughs together. A listing is not provision: what is not listed is not here.
 */
export function provision({ index, rows, said, people, area = BOROUGH_CODES }: ProvisionRequest): Provision {
  const belongsTo = boroughsOf(index);
  const looksAt = (borough: number): boolean => area.some((code) => code === BOROUGH_CODES[borough]);
  const inBorough = BOROUGH_CODES.map(() => ({ ...NOTHING_SAID }) as Record<keyof Said, number>);
  const london = { ...NOTHING_SAID } as Record<keyof Said, number>;
  const outside = { ...NOTHING_SAID } as Record<keyof Said, number>;
  for (const row of rows) {
    const way = said(row);
    london[way]++;
    const boroughs = belongsTo(row).filter(looksAt);
    if (boroughs.length === 0) outside[way]++;
    for (const borough of boroughs) (inBorough[borough] as Record<keyof Said, number>)[way]++;
  }

  const counted = BOROUGH_CODES.map((borough, number) => {
    const counts = inBorough[number] as Said;
    const count = people === null ? null : shownCount(people[number] ?? 0);
    return { borough, ...counts, people: count, rate: typeof count === "number" ? rateOf(counts.says, count) : null };
  }).filter((_, number) => looksAt(number));
  // From the total as it is shown: a finer rate would give away what its rounding hides.
  const allPeople = people === null ? null : shownTotal(people.filter((_, number) => looksAt(number)));
  const inBoroughs = counted.reduce((sum, line) => sum + line.says, 0);
  const londonRate = typeof allPeople === "number" ? (inBoroughs / allPeople) * PER : null;
  // Whole numbers are multiplied crosswise, so that equal rates are equal whatever the rounding.
  const fewerFirst = (a: (typeof counted)[number], b: (typeof counted)[number]): number =>
    a.says * Number(b.people) - b.says * Number(a.people);
  const ranked = counted.filter(({ rate }) => rate !== null);
  const lines = counted.map((line): ProvisionLine => {
    const { rate } = line;
    if (rate === null) {
      return { ...line, peoplePerService: null, place: null, tied: false, againstLondon: null };
    }
    return {
      ...line,
      peoplePerService: line.says === 0 ? null : Number(line.people) / line.says,
      place: 1 + ranked.filter((other) => fewerFirst(other, line) < 0).length,
      tied: ranked.some((other) => other !== line && fewerFirst(other, line) === 0),
      againstLondon: compare(rate, londonRate),
    };
  });
  const last = BOROUGH_CODES.length + 1;
  const size = ({ people: count }: ProvisionLine): number => (typeof count === "number" ? count : 0);
  return {
    lines: lines.sort(
      (a, b) => (a.place ?? last) - (b.place ?? last) || size(b) - size(a) || a.borough.localeCompare(b.borough, "en"),
    ),
    london: { ...london, people: allPeople, perTenThousand: londonRate },
    outsideBoroughs: outside,
  };
}
