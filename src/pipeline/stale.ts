import { csvCell, openingHoursText } from "../services/flat-row.ts";
import { type Freshness, freshnessOf, monthsBetween } from "../services/freshness.ts";
import type { Location, Service } from "../services/service.ts";
import type { MapConfig } from "./config.ts";

/** Headings of `stale.csv`: one row for each person or organisation to be asked. */
export const STALE_HEADINGS = [
  "ask",
  "email",
  "phone",
  "records",
  "names",
  "last_checked",
  "months_since",
  "how_old",
  "email_subject",
  "email_text",
] as const;

const HOW_OLD: Readonly<Record<Exclude<Freshness, "fresh">, string>> = {
  never: "never checked",
  "very-old": "very old",
  old: "old",
  fair: "check soon",
};
const BANDS = Object.keys(HOW_OLD) as readonly Exclude<Freshness, "fresh">[];

/** Records told of in one e-mail; more would not be read. */
const IN_ONE_EMAIL = 20;

interface Owner {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly services: Service[];
}

/** Whom to ask about a record: who last vouched for it, else the people whom it is about. */
function ownerOf({ assured, organisation, contacts }: Service): Omit<Owner, "services"> {
  return {
    name: assured.by ?? organisation.name,
    email: assured.email ?? contacts.emails[0] ?? "",
    phone: contacts.phones.find(({ dial }) => dial !== null)?.number ?? "",
  };
}

function placeLine({ name, address, postcode }: Location): string {
  const parts = [name, address, postcode].filter((part): part is string => part !== undefined);
  // An address often ends with its postcode.
  return parts.filter((part, i) => !parts.slice(0, i).some((before) => before.includes(part))).join(", ");
}

function details(service: Service): string {
  const { contacts, schedule, scheduleText, costText, locations } = service;
  const lines = [
    ["What", service.summary],
    [
      "Where",
      locations
        .map(placeLine)
        .filter((line) => line !== "")
        .join("; "),
    ],
    ["When", schedule.length > 0 ? openingHoursText(schedule) : (scheduleText ?? "")],
    ["Cost", costText ?? ""],
    ["Phone", contacts.phones.map(({ number }) => number).join(", ")],
    ["E-mail", contacts.emails.join(", ")],
    ["Web", contacts.urls.join(", ")],
  ] as const;
  return [service.name, ...lines.filter(([, text]) => text !== "").map(([what, text]) => `${what}: ${text}`)].join(
    "\n",
  );
}

function emailText({ services }: Owner, oldest: string, { title, contact }: Asking): string {
  const one = services.length === 1;
  const shown = services.slice(0, IN_ONE_EMAIL).map(details);
  const more =
    services.length > IN_ONE_EMAIL ? [`And ${services.length - IN_ONE_EMAIL} more, which we send on request.`] : [];
  const since = oldest === "" ? "Nobody has checked this with you yet." : `It was last checked on ${oldest}.`;
  return [
    "Hello,",
    `${title} helps people find support near them. It lists ${one ? "this" : "these"}. ${since} Is this still right?`,
    ...shown,
    ...more,
    `If all is right, just answer "all right". If something has changed, tell us what. If ${one ? "it has" : "one has"} ended, tell us too, and we take it off.`,
    `Thank you,\n${contact.name}\n${contact.email}`,
  ].join("\n\n");
}

export interface Asking extends Pick<MapConfig, "title" | "contact" | "thresholds"> {
  /** ISO date on which ages are reckoned. */
  readonly today: string;
}

/**
 * The lines of `stale.csv`, each with its line end: whom to ask about what nobody has checked of late, one row for each to be asked, the longest unchecked
 * first, with an e-mail ready to send where there is an address. Only what is published stands in it. A record's age
 * is that of its assured date alone: a source's date is no check.
 */
export function* staleLines(services: readonly Service[], asking: Asking): Generator<string> {
  const owners = new Map<string, Owner>();
  const bands = new Map<string, Freshness>();
  const bandOf = (date = ""): Freshness => {
    const known = bands.get(date) ?? freshnessOf(date, asking.today, asking.thresholds);
    bands.set(date, known);
    return known;
  };
  for (const service of services) {
    if (bandOf(service.assured.date) === "fresh") continue;
    const owner = ownerOf(service);
    const key = owner.email === "" ? `${owner.name}\n${owner.phone}` : owner.email;
    const known = owners.get(key);
    if (known === undefined)
      owners.set(key, { name: owner.name, email: owner.email, phone: owner.phone, services: [service] });
    else known.services.push(service);
  }
  const rows = [...owners.values()].map((owner) => {
    // A record that nobody has ever checked is older than any date.
    const oldest = owner.services.map(({ assured }) => assured.date ?? "").reduce((a, b) => (b < a ? b : a));
    const band = bandOf(oldest);
    const rank = BANDS.indexOf(band === "fresh" ? "fair" : band);
    // One text to sort by: the band, those who can be written to, the date, the name.
    const key = `${rank}${owner.email === "" ? 1 : 0}${oldest}\0${owner.name}`;
    return { owner, oldest, rank, key };
  });
  rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const months = new Map<string, string>();
  const monthsSince = (date: string): string => {
    const known = months.get(date) ?? (date === "" ? "" : String(monthsBetween(date, asking.today)));
    months.set(date, known);
    return known;
  };
  yield `\ufeff${csvLine(STALE_HEADINGS)}`;
  for (const { owner, oldest, rank } of rows) {
    const { name, email, phone, services: records } = owner;
    const subject = `Is this still right? ${records.length === 1 ? (records[0]?.name ?? "") : `${records.length} entries`} in ${asking.title}`;
    const others = records.length === 1 ? 0 : new Set(records.map(({ organisation }) => organisation.name)).size - 1;
    yield csvLine([
      others > 0 && records[0]?.assured.by === undefined ? `${name} and ${others} more` : name,
      email,
      phone,
      String(records.length),
      records.map((record) => record.name).join("; "),
      oldest,
      monthsSince(oldest),
      HOW_OLD[BANDS[rank] ?? "never"],
      email === "" ? "" : subject,
      email === "" ? "" : emailText(owner, oldest, asking),
    ]);
  }
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;
