import type { ServiceIndex } from "../services/service-index.ts";
import { atOnce, type Slices } from "./slices.ts";

/** Rows sorted or merged in one slice. */
const STEP = 512;

/** The numbers 0 … count − 1 in the order of a comparison that finds no two alike: short runs are sorted, then merged. */
function* sorted(count: number, compare: (a: number, b: number) => number): Slices<Uint32Array> {
  let from = Uint32Array.from({ length: count }, (_, n) => n);
  let into = new Uint32Array(count);
  for (let start = 0; start < count; start += STEP) {
    from.subarray(start, start + STEP).sort(compare);
    yield;
  }
  for (let run = STEP; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      const middle = Math.min(count, start + run);
      const end = Math.min(count, start + 2 * run);
      let [a, b] = [start, middle];
      for (let at = start; at < end; at++) {
        if (at % STEP === 0) yield;
        const first = b === end || (a < middle && compare(from[a] as number, from[b] as number) < 0);
        into[at] = from[first ? a++ : b++] as number;
      }
    }
    [from, into] = [into, from];
  }
  return from;
}

/** Rows by name, as a dictionary of the locale would have them; rows of one name keep the order they were published in. */
function rowsByName({ names, count }: ServiceIndex, locale: string): Slices<Uint32Array> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return sorted(count, (a, b) => compare(names[a] as string, names[b] as string) || a - b);
}

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Assured dates fit for comparing: a date after `today` counts as today, anything that is no date as never. */
export function assuredOn(date: string, today: string): string {
  if (!ISO_DATE.test(date)) return "";
  return date > today ? today : date;
}

/**
 * Rows in the order of the last two rules of the law: more recently assured first, never assured last, then by name.
 * A service's place in this order is its *rank*; bit sets hold ranks, so that reading them in order is reading
 * services in the order of the law.
 */
export function* rankSlices(index: ServiceIndex, today: string, locale: string): Slices<Uint32Array> {
  const byName = yield* rowsByName(index, locale);
  const byDate = new Map<string, number[]>();
  for (const [n, row] of byName.entries()) {
    if (n % STEP === 0) yield;
    const date = assuredOn(index.assured[row] as string, today);
    const rows = byDate.get(date);
    if (rows === undefined) byDate.set(date, [row]);
    else rows.push(row);
  }
  const ranked = new Uint32Array(byName.length);
  let next = 0;
  for (const date of [...byDate.keys()].sort().reverse()) {
    const rows = byDate.get(date) ?? [];
    yield;
    ranked.set(rows, next);
    next += rows.length;
  }
  return ranked;
}

/** The same in one go. */
export function rowsByRank(index: ServiceIndex, today: string, locale: string): Uint32Array {
  return atOnce(rankSlices(index, today, locale));
}
