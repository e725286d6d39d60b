import { readFileSync } from "node:fs";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";
import { type Chance, createChance } from "../random.ts";

/** Headings of the list: what a thorough borough keeps, in its own words. */
export const LIST_HEADINGS = [
  ...[
    "Service ID",
    "Type",
    "Service name",
    "Organisation",
    "Charity number",
    "Summary",
    "Description",
    "Venue",
    "Address 1",
  ],
  ...["Address 2", "Town", "Post Code", "Latitude", "Longitude", "Borough", "Area served", "Languages spoken", "Faith"],
  ...["Categories", "Community", "Who is it for?", "How to access", "Cost", "Access", "Opening times", "Telephone"],
  ...["Email address", "Web site", "Last checked", "Notes"],
];

const HEADING_OF: Readonly<Record<string, string>> = { Type: "kind" };

const terms = (file: string): VocabularyFile["terms"] =>
  (JSON.parse(readFileSync(`data/vocabulary/${file}.json`, "utf8")) as VocabularyFile).terms;
const words = (file: string): string[] => terms(file).map(({ label }) => label);

const FIRST = [
  "Example",
  "Riverside",
  "Hilltop",
  "Brook",
  "Harbour",
  "Meadow",
  "Orchard",
  "Lantern",
  "Willow",
  "Beacon",
];
const SECOND = [
  "Tea",
  "Walk",
  "Choir",
  "Garden",
  "Advice",
  "Lunch",
  "Craft",
  "Chat",
  "Dance",
  "Repair",
  "Story",
  "Swim",
];
const THIRD = ["club", "group", "hour", "circle", "project", "café", "café – for all", "morning", "friends", "network"];
const STREETS = ["Example Street", "Sample Road", "Specimen Lane", "Model Way", "Pattern Close", "Trial Avenue"];
const SENTENCES = [
  "A warm welcome with tea and a chat for anyone who would like some company.",
  "Bring a friend, or come on your own; nobody needs to book.",
  "We help with forms, letters, bills and phone calls.",
  "There is a lift, and an accessible toilet on the ground floor.",
  "Our volunteers speak several languages & can help you find the right person.",
  "Sessions run in term time only; please check before you travel.",
];
const HOURS = [
  ...[
    "Mo-Fr 09:00-17:00",
    "Monday to Friday: 9am-5pm",
    "Mo,We 10:00-12:00; Fr 13:00-15:00",
    "usually the last Tuesday",
    "",
  ],
  ...["Tu 10:00-12:00,13:00-15:00", "Sa 10:00-13:00", "Daily from 5am", "We 18:30-20:30"],
];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const some = (chance: Chance, from: readonly string[], most: number): string =>
  Array.from({ length: chance.below(most + 1) }, () => chance.pick(from)).join("; ");

/** A postcode and its point, in degrees. */
export interface KnownPostcode {
  readonly postcode: string;
  readonly point: readonly [lon: number, lat: number];
  /** GSS code. */
  readonly borough: string;
}

/**
 * A list of `rows` invented services with 30 columns, as a spreadsheet would save it: real postcodes with points near
 * them, every vocabulary used, empty cells and the slips that real lists have (about one row in twelve).
 */
export function createList(rows: number, postcodes: readonly KnownPostcode[], seed = 7): string {
  const chance = createChance(seed);
  const vocabularies = Object.fromEntries(
    ["spokenLanguage", "faith", "specialism", "community", "whoFor", "howToGetIn", "cost", "access", "borough"].map(
      (id) => [id, words(id)],
    ),
  ) as Readonly<Record<string, string[]>>;
  const of = (id: string): readonly string[] => vocabularies[id] ?? [];
  const boroughs = new Map(terms("borough").map(({ id, label }) => [id, label]));
  const lines = [LIST_HEADINGS.map((heading) => HEADING_OF[heading] ?? heading).join(",")];
  for (let row = 0; row < rows; row++) {
    const slip = chance.below(12) === 0 ? chance.below(8) : -1;
    const name = `${chance.pick(FIRST)} ${chance.pick(SECOND)} ${chance.pick(THIRD)} ${row}`;
    const { postcode, point, borough } = chance.pick(postcodes);
    const description = Array.from({ length: 1 + chance.below(5) }, () => chance.pick(SENTENCES)).join(" ");
    const number = String(chance.below(10_000)).padStart(4, "0");
    const cells = [
      `s${row}`,
      chance.pick(["service", "group", "service", "champions"]),
      name,
      `${chance.pick(FIRST)} ${chance.pick(["Trust", "Association", "Centre"])} ${chance.below(4000)}`,
      chance.below(3) === 0 ? String(1_000_000 + chance.below(99_999)) : "",
      chance.below(2) === 0 ? chance.pick(SENTENCES) : "",
      slip === 0 ? `<p>${description}</p>&nbsp;` : description,
      chance.below(3) === 0 ? `${chance.pick(FIRST)} Hall` : "",
      `${1 + chance.below(200)} ${chance.pick(STREETS)}`,
      "",
      "London",
      slip === 1 ? "E1" : chance.below(4) === 0 ? postcode.toLowerCase() : postcode,
      slip === 2 ? "0" : (point[1] + (chance.next() - 0.5) * 0.002).toFixed(6),
      slip === 2 ? "0" : (point[0] + (chance.next() - 0.5) * 0.002).toFixed(6),
      boroughs.get(borough) ?? "",
      chance.pick([...of("borough").slice(0, 10), "London-wide", ""]),
      slip === 3 ? "Klingon, Elvish" : some(chance, of("spokenLanguage"), 3),
      some(chance, of("faith"), 1),
      some(chance, of("specialism"), 3),
      some(chance, of("community"), 1),
      some(chance, of("whoFor"), 2),
      some(chance, of("howToGetIn"), 2),
      chance.pick([...of("cost"), "£2 a session", "Donation"]),
      some(chance, of("access"), 2),
      chance.pick(HOURS),
      slip === 4 ? `20794${number}6` : `020 7946 ${number}`,
      slip === 5 ? "hello at example" : `s${row}@example.org`,
      slip === 6 ? "javascript:alert(1)" : `https://www.example.org/s/${row}`,
      slip === 7 ? "31/02/2026" : `${1 + chance.below(28)}/0${1 + chance.below(9)}/2026`,
      chance.below(4) === 0 ? chance.pick(SENTENCES) : "",
    ];
    lines.push(cells.map(quoted).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}
