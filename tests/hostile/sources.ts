import { csvText } from "./csv-text.ts";

/** One made-up record: cells by our own headings. */
export type Cells = Readonly<Record<string, string>>;

const object = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ""));

const contacts = ({ phone = "" }: Cells, i: number) =>
  phone === "" ? undefined : [{ id: `c${i}`, phones: [{ id: `p${i}`, number: phone }] }];

const address = (cells: Cells, i: number) => ({
  id: `a${i}`,
  address_1: cells.address ?? "",
  postal_code: cells.postcode ?? "",
});

const placeOf = (cells: Cells, i: number) => ({
  id: `l${i}`,
  ...object([
    ["name", cells.location_name],
    ["latitude", cells.lat],
    ["longitude", cells.lon],
  ]),
  addresses: [address(cells, i)],
});

/** A feed holds what its standard has room for: of our headings the ones that each of its services may have. */
function feedService(cells: Cells, i: number): Record<string, unknown> {
  return object([
    ["id", cells.id ?? `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`],
    ["name", cells.name],
    ["description", cells.description],
    ["status", "active"],
    ["url", cells.website],
    ["email", cells.email],
    ["organization", cells.organisation && { id: `o${i}`, name: cells.organisation, description: "A group" }],
    ["languages", cells.spoken_languages && [{ id: `s${i}`, name: cells.spoken_languages }]],
    ["contacts", contacts(cells, i)],
    ["service_at_locations", [{ id: `at${i}`, location: placeOf(cells, i) }]],
  ]);
}

function oldFeedService(cells: Cells, i: number): Record<string, unknown> {
  return object([
    ["id", cells.id ?? i + 1],
    ["name", cells.name],
    ["description", cells.description],
    ["status", "active"],
    ["url", cells.website],
    ["email", cells.email],
    ["organisation", cells.organisation && { id: i + 1, name: cells.organisation }],
    ["languages", cells.spoken_languages && [{ language: cells.spoken_languages }]],
    ["contacts", cells.phone && [{ id: i + 1, phone: cells.phone }]],
    ["locations", [{ ...address(cells, i), name: cells.location_name ?? "" }]],
  ]);
}

function feedTables(records: readonly Cells[]): ReadonlyMap<string, string> {
  const table = (headings: readonly string[], rows: readonly (readonly string[])[]) => csvText([headings, ...rows]);
  const every = (cells: (record: Cells, i: string) => readonly string[]) =>
    records.map((record, i) => cells(record, String(i)));
  return new Map([
    [
      "services.csv",
      table(
        ["id", "organization_id", "name", "description", "status", "url", "email"],
        every((r, i) => [
          r.id ?? `s${i}`,
          `o${i}`,
          r.name ?? "",
          r.description ?? "",
          "active",
          r.website ?? "",
          r.email ?? "",
        ]),
      ),
    ],
    [
      "organizations.csv",
      table(
        ["id", "name", "description"],
        every((r, i) => [`o${i}`, r.organisation ?? "", ""]),
      ),
    ],
    [
      "languages.csv",
      table(
        ["id", "service_id", "name"],
        every((r, i) => [`la${i}`, `s${i}`, r.spoken_languages ?? ""]).filter(([, , name]) => name !== ""),
      ),
    ],
    [
      "contacts.csv",
      table(
        ["id", "service_id", "name"],
        every((_, i) => [`c${i}`, `s${i}`, ""]),
      ),
    ],
    [
      "phones.csv",
      table(
        ["id", "contact_id", "number"],
        every((r, i) => [`p${i}`, `c${i}`, r.phone ?? ""]),
      ),
    ],
    [
      "service_at_locations.csv",
      table(
        ["id", "service_id", "location_id"],
        every((_, i) => [`at${i}`, `s${i}`, `l${i}`]),
      ),
    ],
    [
      "locations.csv",
      table(
        ["id", "name", "latitude", "longitude"],
        every((r, i) => [`l${i}`, r.location_name ?? "", r.lat ?? "", r.lon ?? ""]),
      ),
    ],
    [
      "addresses.csv",
      table(
        ["id", "location_id", "address_1", "postal_code"],
        every((r, i) => [`a${i}`, `l${i}`, r.address ?? "", r.postcode ?? ""]),
      ),
    ],
  ]);
}

function flatTable(records: readonly Cells[]): string {
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return csvText([headings, ...records.map((record) => headings.map((heading) => record[heading] ?? ""))]);
}

const feature = ({ lat, lon, ...properties }: Cells) => ({
  type: "Feature",
  geometry: lat === undefined || lon === undefined ? null : { type: "Point", coordinates: [Number(lon), Number(lat)] },
  properties,
});

const pages = (contents: readonly unknown[]) => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  contents,
});

/** The same records as each reader would get them, by the reader's id: one text, or the texts of a folder. */
export const WRITERS: Readonly<Record<string, (records: readonly Cells[]) => string | ReadonlyMap<string, string>>> = {
  csv: flatTable,
  json: (records) => JSON.stringify({ services: records }),
  geojson: (records) => JSON.stringify({ type: "FeatureCollection", features: records.map(feature) }),
  airtable: (records) =>
    JSON.stringify({ records: records.map((fields, i) => ({ id: `rec${i}`, createdTime: "2026-01-01", fields })) }),
  "open-referral": (records) => JSON.stringify(pages(records.map(feedService))),
  "open-referral-1": (records) =>
    JSON.stringify({
      totalElements: records.length,
      totalPages: 1,
      number: 1,
      content: records.map(oldFeedService),
    }),
  "open-referral-tables": feedTables,
};

/** What each reader's form has room for, of the cells that hold a source's own words. */
export function fieldsOf(reader: string): readonly string[] {
  const everywhere = ["name", "description", "organisation", "address", "spoken_languages"];
  return reader.startsWith("open-referral")
    ? everywhere
    : [...everywhere, "summary", "location_name", "eligibility", "contact_text", "opening_hours", "assured_by"];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Records in the form that a reader reads, as bytes. */
export function inputFor(reader: string, records: readonly Cells[]): Uint8Array | ReadonlyMap<string, Uint8Array> {
  const written = WRITERS[reader]?.(records);
  if (written === undefined) throw new Error(`The tests write nothing for the reader "${reader}" yet.`);
  return typeof written === "string"
    ? bytesOf(written)
    : new Map([...written].map(([name, text]) => [name, bytesOf(text)]));
}
