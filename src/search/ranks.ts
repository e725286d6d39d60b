import type { ServiceIndex } from "../services/service-index.ts";

/** Rows by name, as a dictionary of the locale would have them; rows of one name keep the order they were published in. */
function rowsByName(index: ServiceIndex, locale: string): Uint32Array {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const { names, count } = index;
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  // The data build publishes in the order of names, so that the page need not sort 100,000 of them again.
  const sorted = names.every((name, row) => row === 0 || compare(names[row - 1] as string, name) <= 0);
  return sorted ? rows : rows.sort((a, b) => compare(names[a] as string, names[b] as string) || a - b);
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
export function rowsByRank(index: ServiceIndex, today: string, locale: string): Uint32Array {
  const byDate = new Map<string, number[]>();
  for (const row of rowsByName(index, locale)) {
    const date = assuredOn(index.assured[row] as string, today);
    const rows = byDate.get(date);
    if (rows === undefined) byDate.set(date, [row]);
    else rows.push(row);
  }
  const dates = [...byDate.keys()].sort().reverse();
  return Uint32Array.from(dates.flatMap((date) => byDate.get(date) ?? []));
}
