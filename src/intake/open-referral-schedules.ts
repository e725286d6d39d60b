import { firstText, isObject, type JsonObject, objectsIn, textOf } from "./json-values.ts";
import { OWN_EXTENSION } from "./open-referral-lists.ts";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const SHORT = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

/** `10:00:00` and `9:30` as `10:00` and `09:30`; null for anything else. */
function clock(value: unknown): string | null {
  const match = /^(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?Z?$/.exec(textOf(value).trim());
  return match === null || Number(match[1]) > 24 ? null : `${(match[1] ?? "").padStart(2, "0")}:${match[2]}`;
}

/** Days of `TH,FR`, `1MO` (first Monday), `Monday`, or a number from 1; null when a part is no day. */
function daysOf(schedule: JsonObject): readonly number[] | null {
  const parts = firstText(schedule, "byday", "weekday")
    .split(/[\s,;]+/)
    .filter((part) => part !== "");
  const names: readonly string[] = DAYS;
  const days = parts.map((part) => {
    if (/^[1-7]$/.test(part)) return Number(part) - 1;
    // `2MO` is the second Monday.
    return names.indexOf(
      part
        .replace(/^[+-]?\d/, "")
        .slice(0, 2)
        .toUpperCase(),
    );
  });
  return days.length === 0 || days.includes(-1) ? null : days;
}

function oftenOf(schedule: JsonObject): string {
  const own = schedule[OWN_EXTENSION];
  if (isObject(own) && textOf(own.frequency) !== "") return textOf(own.frequency);
  const freq = textOf(schedule.freq).toUpperCase();
  const interval = Number(firstText(schedule, "interval") || 1);
  if (freq === "MONTHLY") return interval === 1 ? "monthly" : "other";
  if (freq === "WEEKLY" || freq === "") return interval === 2 ? "fortnightly" : interval > 2 ? "other" : "weekly";
  return "other";
}

/**
 * Opening times as our `opening_hours` writes them where day and times are all there, and everything that is said in
 * words beside them. A date until which a schedule is valid does not end a service.
 */
export function scheduleCells(service: JsonObject): Record<string, string> {
  const times: string[] = [];
  const words: string[] = [];
  const all = [
    ...objectsIn(service.schedules),
    ...objectsIn(service.regular_schedules),
    ...objectsIn(service.service_at_locations).flatMap((at) => [
      ...objectsIn(at.schedules),
      ...objectsIn(at.regular_schedule),
    ]),
  ];
  for (const schedule of all) {
    const [opens, closes] = [clock(schedule.opens_at), clock(schedule.closes_at)];
    const days = daysOf(schedule);
    const often = oftenOf(schedule);
    if (opens !== null && closes !== null && days !== null) {
      const which = days.map((day) => SHORT[day]).join(",");
      times.push(`${which} ${opens}-${closes}${often === "weekly" ? "" : ` (${often})`}`);
    } else if (opens !== null || closes !== null) {
      words.push([opens, closes].filter((time) => time !== null).join(" to "));
    }
    words.push(textOf(schedule.description), textOf(schedule.notes));
  }
  return {
    "schedules (times)": [...new Set(times)].join("; "),
    "schedules (words)": [...new Set(words.map((text) => text.trim()).filter((text) => text !== ""))].join("\n"),
  };
}
