import { readDate } from "../intake/dates.ts";
import { monthsBetween } from "../services/freshness.ts";
import type { PublishedSource } from "../services/publication.ts";

/** Words of a source's date that say a date all the same: "May to July 2024 (worked out)", "Audit of 2022". */
const DATE_IN_WORDS = /^(?:[a-z]+ (?:to|and) )?([a-z]+ \d{4})\b|^(?:audit|survey|list|edition) of (\d{4})\b/i;
const SPAN_OF_YEARS = /^(\d{4}) to (\d{4})\b/;

/**
 * How old a source is on an ISO date, in words: "8 months old", "about 7 years old". From the date as the source's
 * entry gives it, which may be a day, a month, a year or a span of years; other words give "age not known".
 */
export function sourceAge(date: string, today: string): string {
  const span = SPAN_OF_YEARS.exec(date);
  if (span !== null)
    return `the oldest ${sourceAge(span[1] ?? "", today)}, the newest ${sourceAge(span[2] ?? "", today)}`;
  const worded = DATE_IN_WORDS.exec(date);
  const stated = worded?.[1] ?? worded?.[2] ?? date;
  const read = stated === "" ? null : readDate(stated, "date").date;
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

/** Letters of a date's words that are printed. */
const LONGEST_DATE = 40;

/** One line a source: its date and its age on an ISO date, for whoever has to renew it. */
export function agesText(sources: readonly Pick<PublishedSource, "id" | "date">[], today: string): string {
  const short = (date: string): string => (date.length <= LONGEST_DATE ? date : `${date.slice(0, LONGEST_DATE - 1)}…`);
  const lines = sources.map(
    ({ id, date }) => [id, date === "" ? "no date" : short(date), sourceAge(date, today)] as const,
  );
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rows = lines.map(([id, date, age]) => `  ${id.padEnd(widths[0] ?? 0)}  ${date.padEnd(widths[1] ?? 0)}  ${age}`);
  return ["How old the sources are:", ...rows].join("\n");
}
