import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeServices } from "../../src/intake/merge.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { feedFiles } from "../../src/pipeline/open-referral/feed-files.ts";
import { STATED_FACETS } from "../../src/services/facets.ts";
import { csvCell, FLAT_HEADINGS, toFlatCsv } from "../../src/services/flat-row.ts";
import { FEATURE_END, featureHeads, toGeoJson } from "../../src/services/geojson.ts";
import type { Service } from "../../src/services/service.ts";
import { smallWorld } from "../intake/small-world.ts";

const { vocabularies } = smallWorld;
const source = { id: "list", file: "list", reader: "auto" };

const word = fc.constantFrom(
  "Tea",
  "Walk & Talk",
  "Somali women",
  'the "blue" room',
  "=2+2",
  "Café, with sofas",
  "ß",
  "আড্ডা",
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
const maybe = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(""), arbitrary);
const facetCell = fc
  .array(
    fc.constantFrom(
      ...["Bengali (interpreter)", "Somali", "Persian/Farsi", "Klingon", '"Over 20, and more; ask"', "Muslim (run-by)"],
      ...[
        "Christian (Catholic)",
        "Food",
        "education & training",
        "Tea (staff)",
        "Free",
        "Women",
        '"a and b"',
        "Somali (staff)",
      ],
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join("; "));
const hours = fc.constantFrom(
  ...["", "Mo 09:00-17:00", "Mo,We 10:00-12:00; Fr 13:00-15:00 (fortnightly)", "Sa 10:00-11:00 (monthly)"],
  ...["Su 10:00-11:00 (other); Mo 10:00-11:30", "usually last Tuesday", "Tu 10:00-12:00,13:00-15:00"],
);

/** Cells that a careful publisher may fill, by heading; anything not here is empty. */
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  name: words,
  kind: fc.constantFrom("", "service", "group", "place", "champions", "social-prescribing"),
  alternate_name: maybe(words),
  organisation: maybe(words),
  organisation_id: maybe(fc.constantFrom("org-1", "2")),
  charity_number: fc.constantFrom("", "1999999"),
  company_number: fc.constantFrom("", "01999999"),
  organisation_income: fc.constantFrom("", "0", "£12,500", "2000000.40"),
  organisation_url: fc.constantFrom("", "https://example.org/"),
  summary: maybe(words),
  description: maybe(
    fc.oneof(
      words,
      words.map((text) => `${text}.\n${text.repeat(20)}`),
    ),
  ),
  status: fc.constantFrom("", "active", "temporarily closed"),
  location_name: maybe(words),
  address: maybe(fc.constantFrom("1 Example Street", "Flat 2, 3 Example Road, London")),
  postcode: fc.constantFrom("", "E1 9ZZ", "NW1 9ZZ", "GU1 1AA"),
  lat: fc.constantFrom("", "51.52", "51.5312345"),
  lon: fc.constantFrom("", "-0.07", "-0.1412345"),
  precision: fc.constantFrom("", "approximate", "borough", "postcode"),
  location_note: maybe(words),
  location_borough: fc.constantFrom("", "Camden", "Tower Hamlets"),
  serves: fc.constantFrom("", "Camden; Tower Hamlets", "London-wide", "National", "City of London"),
  ...Object.fromEntries(STATED_FACETS.map(({ column }) => [column, facetCell])),
  eligibility: maybe(words),
  min_age: fc.constantFrom("", "0", "18"),
  max_age: fc.constantFrom("", "25", "99"),
  residence: maybe(words),
  referral: maybe(words),
  referral_url: fc.constantFrom("", "https://example.org/refer?a=1&b=2"),
  cost_text: maybe(words),
  opening_hours: hours,
  opening_note: maybe(words),
  phone: fc.constantFrom("", "020 8699 4000 ext 3 (Maria)", "0300 123 4567; Text 07700 900456", "123 45678", "111"),
  email: fc.constantFrom("", "a@example.org", "a@example.org; b@example.org"),
  website: fc.constantFrom("", "https://example.org/a", "https://example.org/a ; https://example.org/b,c"),
  contact_text: maybe(words),
  capacity: fc.constantFrom("", "open", "waiting-list", "full"),
  capacity_as_of: fc.constantFrom("", "2026-01-31"),
  assured_date: fc.constantFrom("", "2026-03-01", "2026-02"),
  assured_by: maybe(words),
  assured_email: fc.constantFrom("", "officer@example.org"),
  source_url: fc.constantFrom("", "https://example.org/source"),
  source_date: fc.constantFrom("", "2024", "2024-05 (inferred)"),
  confidence: fc.constantFrom("", "own-site", "directory"),
  sensitive: fc.constantFrom("", "", "", "yes"),
  helps_too: fc.constantFrom("", "yes", "no"),
  host_setting: maybe(words),
};

/** Records as intake makes them: whatever a source holds, this is what there is to publish. */
const anyRecord = fc.record(CELLS).map((cells): Service | null => {
  const headings = FLAT_HEADINGS.filter((heading) => heading in cells);
  const text = [headings, headings.map((heading) => cells[heading] ?? "")]
    .map((line) => line.map(csvCell).join(","))
    .join("\n");
  return takeIn({ ...source, reader: "csv" }, new TextEncoder().encode(text), smallWorld).services[0]?.service ?? null;
});

/** Records of two places, as rows that are joined give them. */
const anyRecordOfTwoPlaces = fc.tuple(fc.record(CELLS), fc.record(CELLS)).map(([cells, other]): Service | null => {
  const headings = FLAT_HEADINGS.filter((heading) => heading in cells || heading === "id");
  const place = new Set<string>(["location_name", "address", "postcode", "lat", "lon", "precision", "location_note"]);
  const first = headings.map((heading) => (heading === "id" ? "a" : (cells[heading] ?? "")));
  const second = headings.map((heading, i) => (place.has(heading) ? (other[heading] ?? "") : (first[i] ?? "")));
  const text = [headings, first, second].map((line) => line.map(csvCell).join(",")).join("\n");
  return joined(text)[0] ?? null;
});

/** The records of a text, joined as the data build joins them. */
function joined(text: string): readonly Service[] {
  const { services } = takeIn(source, new TextEncoder().encode(text), smallWorld);
  const { id, file } = source;
  return mergeServices(services.map(({ service, row }) => ({ service, row, source: id, file, pool: "" }))).services;
}

/** The record but for where it came from: the file that is read becomes its source, and names the first one. */
const record = ({ sources: _, ...rest }: Service): Omit<Service, "sources"> => rest;

function readBack(text: string): readonly Service[] {
  const taken = takeIn(source, new TextEncoder().encode(text), smallWorld);
  expect(taken.trouble).toBeNull();
  return taken.services.map(({ service }) => service);
}

function sameAfter(write: (service: Service) => string): void {
  fc.assert(
    fc.property(anyRecord, (service) => {
      fc.pre(service !== null);
      const [back] = readBack(write(service));
      expect(back === undefined ? null : record(back)).toEqual(record(service));
      expect(back?.sources[0]?.record).toContain(service.sources[0]?.record);
      expect(back?.sources[0]?.date).toBe(service.sources[0]?.date);
    }),
    { numRuns: 300 },
  );
}

/** The document of a service in the feed. */
function inFeed(service: Service): string {
  const input = { services: [service], vocabularies, title: "", publisher: "", sources: [], single: false };
  for (const [path, text] of feedFiles(input)) if (/^services\/[^/]+\.json$/.test(path)) return text;
  return "";
}

describe("a record loses nothing on its way", () => {
  test("to GeoJSON and back", () => sameAfter((service) => JSON.stringify(toGeoJson([service]))));

  test("to GeoJSON written by hand, which is the same to the letter", () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(3), (service, more) => {
        fc.pre(service !== null);
        const nowhere = { point: null, precision: "none", borough: null } as const;
        const wider = { ...service, locations: [...service.locations, ...Array.from({ length: more }, () => nowhere)] };
        const features = toGeoJson([wider]).features.map((feature) => JSON.stringify(feature));
        expect(featureHeads(wider).map((head) => head + JSON.stringify(wider) + FEATURE_END)).toEqual(features);
      }),
    );
  });

  test("to our own CSV and back", () => sameAfter((service) => toFlatCsv([service], vocabularies)));

  test("to Open Referral UK and back", () => sameAfter(inFeed));

  test.each([
    ["GeoJSON", (service: Service) => JSON.stringify(toGeoJson([service]))],
    ["our own CSV", (service: Service) => toFlatCsv([service], vocabularies)],
    ["Open Referral UK", inFeed],
  ])("that stands at two places, to %s and back", (_, write) => {
    fc.assert(
      fc.property(anyRecordOfTwoPlaces, (service) => {
        fc.pre(service !== null && service.locations.length === 2);
        expect(joined(write(service)).map(record)).toEqual([record(service)]);
      }),
      { numRuns: 60 },
    );
  });
});
