import type { Fault } from "../services/create-service.ts";

export interface ReadDate {
  /** `2019`, `2019-03` or `2019-03-31`; null when the cell holds no date. */
  readonly date: string | null;
  /** Whether the source says that it worked the date out. */
  readonly inferred: boolean;
  readonly faults: readonly Fault[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] as number);
  return day <= days ? `${year}-${two(month)}-${two(day)}` : null;
}

const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

type Parsed = { readonly date: string | null; readonly repaired?: string };

function parse(text: string): Parsed {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?$/.exec(text);
  if (iso !== null) {
    const [, year = "", month = "", day] = iso;
    if (day === undefined)
      return { date: Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(Number(month))}` : null };
    return { date: calendarDate(Number(year), Number(month), Number(day)) };
  }
  if (/^(?:19|20)\d\d$/.test(text)) return { date: text };
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,T].*)?$/.exec(text);
  if (slashed !== null) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), fullYear(slashed[3] ?? "")];
    const british = calendarDate(year, second, first);
    if (british !== null) return { date: british };
    const american = second > 12 ? calendarDate(year, first, second) : null;
    return american === null
      ? { date: null }
      : { date: american, repaired: `The month stood before the day. We read it as ${american}.` };
  }
  const worded = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(text);
  if (worded !== null) {
    const month = monthNumber(worded[2] ?? "");
    const year = fullYear(worded[3] ?? "");
    if (month === 0 || year < 1900 || year > 2100) return { date: null };
    if (worded[1] !== undefined) return { date: calendarDate(year, month, Number(worded[1])) };
    const date = `${year}-${two(month)}`;
    return worded[3]?.length === 2 ? { date, repaired: `We read this as the month ${date}.` } : { date };
  }
  // Days since 30 December 1899: how spreadsheets store a date. The range is 2000 to 2049.
  if (/^\d{5}(?:\.\d+)?$/.test(text) && Number(text) >= 36526 && Number(text) < 54789) {
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10);
    return { date, repaired: `This is a date as a spreadsheet counts it. We read it as ${date}.` };
  }
  return { date: null };
}

const NONE: ReadDate = { date: null, inferred: false, faults: [] };

/**
 * A date in any of the ways that real files write it, day first as in Britain. What can only be meant one way is
 * repaired and reported (an American order with a day above 12, a spreadsheet's serial number); an impossible date
 * is left out and reported. "(inferred)" after it is kept as a fact.
 */
export function readDate(cell: string, field: string): ReadDate {
  if (cell === "") return NONE;
  const inferred = /\binferred\b/i.test(cell);
  const text = cell.replace(/\(?\s*inferred\s*\)?/i, "").trim();
  if (text === "") return { date: null, inferred, faults: [] };
  const { date, repaired } = parse(text);
  if (date !== null && repaired === undefined) return { date, inferred, faults: [] };
  const common = { field, found: cell, remedy: "Type the date as year, month, day: 2026-03-31." };
  const fault: Fault =
    date === null
      ? {
          ...common,
          fault: "bad-date",
          outcome: "left-out",
          message: "This is not a date we can read, so it was left out.",
        }
      : { ...common, fault: "date-repaired", outcome: "repaired", message: repaired ?? "" };
  return { date, inferred, faults: [fault] };
}
