import { buildRecords } from "../../src/pipeline/build-publication.ts";
import type { SourceEntry } from "../../src/pipeline/source-list.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";
import { smallWorld } from "../intake/small-world.ts";
import { CORPUS } from "./corpus.ts";
import { csvText } from "./csv-text.ts";
import { type Cells, inputFor } from "./sources.ts";

const WORD_FIELDS = [
  ...["name", "alternate_name", "organisation", "summary", "description", "location_name", "address", "location_note"],
  ...["spoken_languages", "faiths", "specialisms", "eligibility", "residence", "referral", "cost_text"],
  ...["opening_hours", "opening_note", "contact_text", "assured_by", "host_setting"],
];

/** A service for every value of the corpus, which stands in every field that may hold it. */
export function hostileRecords(): readonly Cells[] {
  const texts = CORPUS.texts.map(({ value }) => Object.fromEntries(WORD_FIELDS.map((field) => [field, value])));
  const links = CORPUS.links.map(({ name, field, value }) => ({
    name: `Tea with ${name}`,
    [field]: value,
    ...(field === "website" ? { organisation_url: value, referral_url: value, source_url: value } : {}),
    ...(field === "email" ? { assured_email: value } : {}),
  }));
  const places = CORPUS.places.map(({ name, cells: [lat, lon] }) => ({ name: `Walk with ${name}`, lat, lon }));
  return [...texts, ...links, ...places].map((cells) => ({
    location_borough: "Camden",
    postcode: "NW1 9ZZ",
    ...cells,
  }));
}

/** The same number of services with nothing hostile in them, and every field filled. */
export function tameRecords(): readonly Cells[] {
  const words = Object.fromEntries(WORD_FIELDS.map((field) => [field, `Words of ${field}`]));
  return Array.from({ length: 3 }, (_, i) => ({
    ...words,
    name: `Tea ${i}`,
    spoken_languages: "Somali; Klingon",
    opening_hours: i === 0 ? "Mo 10:00-12:00" : "most days",
    phone: "020 8699 4000; 111",
    email: "a@example.org",
    website: i === 1 ? "https://xn--80ak6aa92e.com/" : "https://example.org/a",
    organisation_url: "https://example.org/",
    referral_url: "https://example.org/refer",
    source_url: "https://example.org/source",
    assured_date: "2026-03-01",
    kind: i === 2 ? "social-prescribing" : "service",
    location_borough: "Camden",
    postcode: "NW1 9ZZ",
    lat: "51.54",
    lon: "-0.14",
  }));
}

const entry: SourceEntry = {
  id: "list",
  file: "list.csv",
  reader: "csv",
  layer: "services",
  title: "A made-up list",
  publisher: "Example",
  url: "https://example.org",
  licence: { name: "CC0 1.0", url: "https://example.org/cc0" },
  credit: "Made up.",
  date: "2026",
  notes: [],
};

/** Records through the whole build, as a spreadsheet would bring them. */
export function built(records: readonly Cells[], reader = "csv") {
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record) => headings.map((heading) => record[heading] ?? ""));
  const bytes = reader === "csv" ? new TextEncoder().encode(csvText([headings, ...rows])) : inputFor(reader, records);
  return buildRecords([{ entry: { ...entry, reader }, bytes }], smallWorld, BOROUGH_CODES);
}
