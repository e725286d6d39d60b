import { readDate } from "../intake/dates.ts";
import { monthsBetween } from "../services/freshness.ts";
import type { PublishedSource } from "../services/publication.ts";

/**
 * How old a source is on an ISO date, in words: "8 months old", "about 7 years old". From the date as the source's
 * entry gives it, which may be a day, a month or a year; words that are no date give "age not known".
 */
export function sourceAge(date: string, today: string): string {
  const read = date === "" ? null : readDate(date, "date").date;
  if (read === null) return "age not known";
  if (read.length === 4) {
    const years = Number(today.slice(0, 4)) - Number(read);
    return years <= 0 ? "of this year" : `about ${years} ${years === 1 ? "year" : "years"} old`;
  }
  const months = monthsBetween(read, today);
  if (months < 1) return "less than a month old";
  if (months < 24) return `${months} ${months === 1 ? "month" : "months"} old`;
  return `${Math.floor(months / 12)} years old`;
}

/** One line a source: its date and its age on an ISO date, for whoever has to renew it. */
export function agesText(sources: readonly Pick<PublishedSource, "id" | "date">[], today: string): string {
  const lines = sources.map(({ id, date }) => [id, date === "" ? "no date" : date, sourceAge(date, today)] as const);
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rows = lines.map(([id, date, age]) => `  ${id.padEnd(widths[0] ?? 0)}  ${date.padEnd(widths[1] ?? 0)}  ${age}`);
  return ["How old the sources are:", ...rows].join("\n");
}
