import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceInput } from "../../src/intake/read-source.ts";
import { READERS } from "../../src/intake/readers.ts";
import { type TakenIn, takeIn } from "../../src/intake/take-in.ts";
import { forms } from "./forms/forms.ts";
import { smallWorld } from "./small-world.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const inputOf = (form: (typeof forms)[string]): SourceInput =>
  typeof form === "string"
    ? bytes(form)
    : new Map(Object.entries(form).map(([file, text]) => [file, bytes(text)] as const));
const take = (form: (typeof forms)[string], reader = "auto"): TakenIn =>
  takeIn({ id: "list", file: "list", reader }, inputOf(form), smallWorld);
const json = (value: unknown): TakenIn => take(JSON.stringify(value));
const faults = (taken: TakenIn): string[] => taken.issues.map(({ fault }) => fault);
const first = (taken: TakenIn) => {
  expect(taken.trouble).toBeNull();
  const service = taken.services[0]?.service;
  if (service === undefined) throw new Error(`No service: ${JSON.stringify(taken.issues)}`);
  return service;
};

describe("one group, in every form that we read,", () => {
  test("stands in as many forms as there are readers", () => {
    expect(Object.keys(forms).sort()).toEqual(READERS.map(({ id }) => id).sort());
  });

  for (const [id, form] of Object.entries(forms)) {
    test.each([id, "auto"])(`is the same record from ${id}, told or guessed: %s`, (reader) => {
      const service = first(take(form, reader));
      expect(service.name).toBe("Tea at Three");
      expect(service.summary).toBe("Tea and talk for women.");
      expect(service.organisation.name).toBe("Example Women");
      expect(service.terms.spokenLanguage).toEqual(["so", "bn"]);
      expect(service.contacts.phones.map(({ dial }) => dial)).toEqual(["+442086994000"]);
      expect(service.contacts.urls).toEqual(["https://www.example.org"]);
      const [place] = service.locations;
      expect(place?.postcode).toBe("E1 9ZZ");
      expect(place?.address).toMatch(/^1 Example Street/);
      expect(place?.point).toEqual([-0.07, 51.52]);
      expect(place?.lsoa).toBe("E01004300");
      expect(service.assured).toEqual({});
    });
  }
});

describe("GeoJSON", () => {
  const feature = (coordinates: unknown, type = "Point") => ({
    type: "Feature",
    geometry: { type, coordinates },
    properties: { name: "Tea" },
  });
  const collection = (coordinates: unknown, system?: string, type?: string): TakenIn =>
    json({
      type: "FeatureCollection",
      ...(system === undefined ? {} : { crs: { type: "name", properties: { name: system } } }),
      features: [feature(coordinates, type)],
    });
  const grid = [533950, 182150];

  test("in metres of the British National Grid stands where it should", () => {
    for (const taken of [collection(grid, "urn:ogc:def:crs:EPSG::27700"), collection(grid)]) {
      const point = first(taken).locations[0]?.point ?? [0, 0];
      expect(point[0]).toBeCloseTo(-0.0705, 3);
      expect(point[1]).toBeCloseTo(51.5224, 3);
      expect(faults(taken)).toContain("national-grid");
    }
  });

  test("that says one thing of its coordinates and holds another is read by what it holds, and told", () => {
    expect(faults(collection([-0.07, 51.52], "EPSG:27700"))).toContain("coordinates-not-as-stated");
    expect(faults(collection(grid, "urn:ogc:def:crs:OGC:1.3:CRS84"))).toContain("coordinates-not-as-stated");
    expect(faults(collection([-0.07, 51.52], "urn:ogc:def:crs:OGC:1.3:CRS84"))).toEqual([]);
  });

  test("in a system that we can't read is a sentence, not a wrong place", () => {
    expect(collection([-7800, 6714000], "EPSG:3857").trouble).toMatch(/Its coordinates are EPSG:3857/);
  });

  test("of an outline gives its middle; a wide one says only about where", () => {
    const small = collection(
      [
        [
          [-0.07, 51.52],
          [-0.068, 51.52],
          [-0.068, 51.522],
          [-0.07, 51.52],
        ],
      ],
      undefined,
      "Polygon",
    );
    expect(first(small).locations[0]).toMatchObject({ point: [-0.069, 51.521], precision: "venue" });
    const wide = collection(
      [
        [
          [-0.09, 51.5],
          [-0.05, 51.5],
          [-0.05, 51.54],
          [-0.09, 51.5],
        ],
      ],
      undefined,
      "Polygon",
    );
    expect(first(wide).locations[0]?.precision).toBe("approximate");
  });

  test("with no geometry keeps the record", () => {
    const service = first(json({ type: "Feature", geometry: null, properties: { name: "Tea", borough: "Camden" } }));
    expect(service.locations[0]?.borough).toBe("E09000007");
  });
});

describe("Open Referral", () => {
  const record = (more: object): TakenIn =>
    json([{ id: "s1", name: "Tea", status: "active", service_at_locations: [], ...more }]);
  const at = (location: object): object => ({ id: "x", location });

  test("gives a service all its places", () => {
    const places = ["E1 9ZZ", "NW1 9ZZ"].map((postal_code, i) =>
      at({ name: `Hall ${i}`, addresses: [{ postal_code }] }),
    );
    const { locations } = first(record({ service_at_locations: places }));
    expect(locations.map(({ name, borough }) => [name, borough])).toEqual([
      ["Hall 0", "E09000030"],
      ["Hall 1", "E09000007"],
    ]);
  });

  test("tells of a language without a name instead of losing it", () => {
    const taken = record({ languages: [{ id: "a" }, { id: "b", name: "Somali" }] });
    expect(taken.issues.find(({ fault }) => fault === "language-without-name")?.message).toMatch(/a spoken language/);
    expect(first(taken).terms.spokenLanguage).toEqual(["so"]);
  });

  test("whose publisher masks an address shows neither address nor postcode", () => {
    const masked = {
      mask_exact_address: true,
      address_1: "1 Example Street",
      postal_code: "E1 9ZZ",
      ...{ latitude: 51.52, longitude: -0.07 },
    };
    const taken = json({ totalPages: 1, content: [{ id: 1, name: "Tea", locations: [masked] }] });
    expect(first(taken).locations).toEqual([{ point: [-0.07, 51.52], precision: "approximate", borough: "E09000030" }]);
  });

  test("in another country is not published", () => {
    const taken = record({
      service_at_locations: [at({ addresses: [{ address_1: "1 Main Street", city: "London", country: "CA" }] })],
    });
    expect(taken.services).toEqual([]);
    expect(faults(taken)).toContain("outside-london");
  });

  test("never takes the day of a change for the day of a check", () => {
    const service = first(record({ last_modified: "2026-03-15T10:30:45.123Z" }));
    expect(service.assured).toEqual({});
    expect(service.sources[0]?.date).toBe("2026-03-15");
    expect(first(record({ assured_date: "2026-03-01" })).assured).toEqual({ date: "2026-03-01" });
  });

  test("keeps times as a schedule and words as words", () => {
    const service = first(
      record({
        schedules: [
          {
            freq: "WEEKLY",
            interval: 2,
            byday: "MO,FR",
            opens_at: "10:00:00",
            closes_at: "12:00:00",
            notes: "Not in August.",
          },
          { description: "Outings now and then" },
        ],
      }),
    );
    expect(service.schedule.map(({ weekday, opens, frequency }) => [weekday, opens, frequency])).toEqual([
      [0, "10:00", "fortnightly"],
      [4, "10:00", "fortnightly"],
    ]);
    expect(service.scheduleText).toBe("Not in August.\nOutings now and then");
  });

  test("puts terms where they belong, and tells keys that nothing is made of", () => {
    const term = (name: string, taxonomy: string): object => ({ taxonomy_term: { id: "t", name, taxonomy } });
    const taken = record({
      attributes: [term("Food", "openEligibility"), term("Women", "circumstances"), term("Islam", "Religion")],
      accreditations: "None",
    });
    expect(first(taken).terms).toEqual({ specialism: ["food"], whoFor: ["women"], faith: ["muslim"] });
    expect(taken.issues.map(({ fault, column }) => [fault, column])).toContainEqual([
      "unknown-heading",
      "accreditations",
    ]);
  });

  test("of a service that has ended is not published", () => {
    expect(faults(record({ status: "defunct" }))).toContain("closed");
  });

  test("without a name goes by its organisation's, and says so", () => {
    const taken = record({ name: undefined, organization: { name: "Example Women" } });
    expect(first(taken).name).toBe("Example Women");
    expect(faults(taken)).toContain("name-of-organisation");
  });

  test.each([
    [
      "a front page",
      { version: "HSDS-UK-3.0", profile: "x", openapi_url: "https://example.org" },
      /ends in \/services/,
    ],
    ["a list of terms", { total_items: 1, contents: [{ id: "a", name: "b", term_uri: "c" }] }, /list of terms/],
    ["a list of organisations", { total_items: 1, contents: [{ id: "a", name: "b", website: "c" }] }, /organisations/],
    ["an empty feed", { total_items: 0, contents: [] }, /no services/],
  ])("that is %s is told in a sentence", (_, document, sentence) => {
    expect(json(document).trouble).toMatch(sentence);
  });
});

describe("a sensitive service keeps its secret in any form", () => {
  test.each(Object.keys(forms))("%s", (id) => {
    const form = forms[id];
    const hide = (text: string): string =>
      text.replaceAll("Tea and talk for women.", "A women's refuge at 1 Example Street.");
    if (form === undefined) throw new Error("There is no such form.");
    const taken = take(
      typeof form === "string"
        ? hide(form)
        : Object.fromEntries(Object.entries(form).map(([file, text]) => [file, hide(text)])),
    );
    expect(first(taken)).toMatchObject({ sensitive: true, locations: [] });
    expect(JSON.stringify([taken.services, taken.issues])).not.toMatch(/Example Street|E1 ?9ZZ|51\.52/i);
  });
});

describe("files of the wrong kind", () => {
  test.each([
    ["broken JSON", '{"services": [{"name": "Tea"}', /not whole JSON/],
    ["JSON without a list", '{"a": 1, "b": {"c": 2}}', /no list of services|None of its/],
    ["JSON whose keys mean nothing", '[{"a": 1}, {"a": 2}]', /None of its headings/],
    ["an empty list", "[]", /no records|no services/],
    ["one table of a folder", "id,service_id\n1,2\n", null],
  ])("%s", (_, text, sentence) => {
    const taken = take(text);
    if (sentence !== null) expect(taken.trouble).toMatch(sentence);
    expect(taken.services).toEqual([]);
  });

  test("a folder without its first table is told", () => {
    expect(take({ "phones.csv": "id,number\n1,2\n" }).trouble).toMatch(/no services\.csv/);
  });

  test("a reader that nobody has is told with those that there are", () => {
    expect(take("name\nTea", "excel").trouble).toMatch(/no reader called "excel".*csv/);
  });

  test("any JSON at all is taken in without a throw, and every record is a service or refused", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc
            .array(
              fc.dictionary(
                fc.constantFrom(
                  "name",
                  "id",
                  "languages",
                  "locations",
                  "contacts",
                  "status",
                  "service_at_locations",
                  "schedules",
                  "__proto__",
                ),
                fc.jsonValue(),
              ),
            )
            .map((list) => JSON.stringify({ contents: list, content: list, total_items: 1 })),
          fc
            .array(fc.dictionary(fc.constantFrom("geometry", "properties", "id", "type"), fc.jsonValue()))
            .map((features) => JSON.stringify({ type: "FeatureCollection", features })),
        ),
        (text) => {
          for (const { id } of READERS) {
            const taken = take(text, id);
            const refused = new Set(taken.issues.flatMap(({ row, outcome }) => (outcome === "refused" ? [row] : [])));
            expect(taken.services.length + refused.size).toBe(taken.rows);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
