import type { Schedule } from "../services/service.ts";

type Weekday = Schedule["weekday"];

const DAY_WORDS: ReadonlyMap<string, Weekday> = new Map(
  (
    [
      "mo|mon|monday",
      "tu|tue|tues|tuesday",
      "we|wed|weds|wednesday",
      "th|thu|thur|thurs|thursday",
      "fr|fri|friday",
      "sa|sat|saturday",
      "su|sun|sunday",
    ] as const
  ).flatMap((words, day) =>
    words.split("|").flatMap((word) => [[word, day as Weekday] as const, [`${word}s`, day as Weekday] as const]),
  ),
);

/** `09:30`, `9.30am`, `9am`, `17:00` as minutes of the day; null when it could be meant two ways, such as "9". */
function minutes(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.](\d\d))?\s*(am|pm|noon)?$/i.exec(text.trim());
  if (match === null) return null;
  const half = match[3]?.toLowerCase();
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59) return null;
  if (half === undefined)
    return match[2] !== undefined && hour <= 24 && (match[1]?.length === 2 || hour >= 8) ? hour * 60 + minute : null;
  if (hour < 1 || hour > 12) return null;
  hour = half === "am" ? hour % 12 : (hour % 12) + 12;
  return hour * 60 + minute;
}

const clock = (total: number): string =>
  `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;

/** `Mo-Fr`, `Mo,We`, `Monday to Friday`, `daily`; null when a word is no day. */
function days(text: string): Weekday[] | null {
  const plain = text.trim().toLowerCase().replace(/[:.]$/, "");
  if (/^(?:daily|every day|7 days a week)$/.test(plain)) return [0, 1, 2, 3, 4, 5, 6];
  const found: Weekday[] = [];
  for (const part of plain.split(/\s*(?:,|&|\band\b)\s*/)) {
    const ends = part.split(/\s*(?:-|–|\bto\b)\s*/);
    const first = DAY_WORDS.get(ends[0]?.trim() ?? "");
    const last = ends.length === 1 ? first : DAY_WORDS.get(ends[1]?.trim() ?? "");
    if (first === undefined || last === undefined || ends.length > 2) return null;
    for (let day = first; ; day = ((day + 1) % 7) as Weekday) {
      found.push(day);
      if (day === last) break;
    }
  }
  return found.length > 0 ? found : null;
}

const OFTEN = /\s*\((weekly|fortnightly|every (?:two|2) weeks|every other week|monthly|other)\)\s*$/i;

function frequencyOf(word: string): Schedule["frequency"] {
  const plain = word.toLowerCase();
  if (plain === "weekly" || plain === "monthly" || plain === "other") return plain;
  return "fortnightly";
}

/**
 * Opening times as schedule, or null when any part could be meant two ways: the words then stay as they are.
 * Reads what OpenStreetMap writes (`Mo-Fr 09:00-17:00; Sa 10:00-13:00,14:00-16:00; Su off`) and the same in plain
 * words with am and pm, each part with how often in brackets where it is not every week: `We 10:00-12:00 (fortnightly)`. Times past midnight and closing before opening ("11:00 - 01:00") are never certain.
 */
export function readOpeningHours(text: string): readonly Schedule[] | null {
  const schedule: Schedule[] = [];
  const segments = text.split(/\s*(?:;|\n|\|)\s*/).filter((segment) => segment !== "");
  if (segments.length === 0) return null;
  for (const segment of segments) {
    const often = OFTEN.exec(segment);
    const match = /^([a-z][a-z ,&–-]*?)[:\s]+(\d.*|off|closed)$/i.exec(segment.replace(OFTEN, "").trim());
    if (match === null) return null;
    const frequency = frequencyOf(often?.[1] ?? "weekly");
    const when = days(match[1] ?? "");
    if (when === null) return null;
    const times = (match[2] ?? "").toLowerCase();
    if (times === "off" || times === "closed") continue;
    for (const span of times.split(/\s*(?:,|\band\b|&)\s*/)) {
      const ends = span.split(/\s*(?:-|–|\bto\b)\s*/);
      const opens = minutes(ends[0] ?? "");
      const closes = minutes(ends[1] ?? "");
      if (ends.length !== 2 || opens === null || closes === null || closes <= opens || closes > 1440) return null;
      for (const weekday of when) {
        schedule.push({
          weekday,
          opens: clock(opens),
          closes: closes === 1440 ? "23:59" : clock(closes),
          frequency,
        });
      }
    }
  }
  schedule.sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
  // The same span twice, or two that overlap, means that we misread something.
  const clash = schedule.some((span, i) => {
    const next = schedule[i + 1];
    const samedays = next !== undefined && next.weekday === span.weekday && next.frequency === span.frequency;
    return samedays && next.opens < span.closes;
  });
  return schedule.length > 0 && !clash ? schedule : null;
}
