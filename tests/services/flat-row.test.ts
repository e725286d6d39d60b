import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeIn } from "../../src/intake/take-in.ts";
import { createService } from "../../src/services/create-service.ts";
import { csvCell, toFlatCsv } from "../../src/services/flat-row.ts";
import type { Service } from "../../src/services/service.ts";
import { smallWorld } from "../intake/small-world.ts";

const { vocabularies } = smallWorld;

function service(draft: Partial<Parameters<typeof createService>[0]>): Service {
  const { service: made } = createService({ id: "tea", kind: "group", name: "Tea at Three", ...draft }, vocabularies);
  if (made === null) throw new Error("The draft is no service.");
  return made;
}

const FULL = service({
  alternateName: "T3",
  organisation: {
    id: "example",
    name: "Example Women’s Group",
    charityNumber: "1999999",
    income: 12_500,
    url: "https://example.org",
  },
  summary: "=Tea, and talk",
  description: 'We say "hello".\nAnd more.',
  locations: [
    {
      name: "Hall",
      address: "1 Example Street",
      postcode: "E1 9ZZ",
      lon: -0.07,
      lat: 51.52,
      precision: "venue",
      borough: "E09000030",
      lsoa: "E01004300",
      decile: 2,
    },
  ],
  serviceArea: { scope: "london" },
  terms: { spokenLanguage: ["Somali", "Klingon"], faith: ["Christian (Catholic)"], cost: ["free"] },
  qualifiers: { spokenLanguage: { so: "interpreter" } },
  eligibility: { text: "Anyone", minAge: 18, maxAge: 99, residence: "E1" },
  referral: { text: "Ask your GP", url: "https://example.org/refer" },
  costText: "£2 for cake",
  schedule: [{ weekday: 0, opens: "09:00", closes: "12:00", frequency: "weekly" }],
  phones: [{ number: "020 7946 0003", dial: "+442079460003", extension: "3", note: "Maria" }],
  emails: ["a@example.org", "b@example.org"],
  urls: ["https://example.org/tea", "https://www.example.org/more"],
  contactText: "Ring the bell",
  capacity: { state: "waiting-list", asOf: "2026-01-31" },
  assured: { date: "2026-03-01", by: "Example officer", email: "officer@example.org" },
  sources: [
    { id: "list", record: "list/tea", url: "https://example.org/source", date: "2026", confidence: "own-site" },
  ],
  helpsToo: true,
  hostSetting: "GP practice",
});

describe("our own CSV", () => {
  test("is read back to the same record", () => {
    const taken = takeIn(
      { id: "list", file: "services.csv", reader: "csv" },
      new TextEncoder().encode(toFlatCsv([FULL], vocabularies)),
      smallWorld,
    );
    const [back] = taken.services;
    expect(back?.service).toEqual({ ...FULL, sources: [{ ...FULL.sources[0], record: "list/list/tea" }] });
  });

  test("has a row for each place of a service", () => {
    const two = service({ locations: [{ borough: "E09000007" }, { borough: "E09000030" }] });
    expect(toFlatCsv([two], vocabularies).trim().split("\r\n")).toHaveLength(3);
  });

  test("never gives a spreadsheet a formula to run", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("", " ", "\t", "\u00a0", "\r"),
        fc.constantFrom("=", "+", "-", "@", "＝"),
        (rest, blank, sign) => {
          const cell = csvCell(`${blank}${sign}${rest}`);
          expect(cell).toMatch(/^"?'|^-\d+(?:\.\d+)?$/);
        },
      ),
    );
  });

  test("leaves a plain negative number alone", () => {
    expect(csvCell("-0.07")).toBe("-0.07");
  });
});
