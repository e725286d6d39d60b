import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createService, type ServiceDraft } from "../../src/services/create-service.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { FACETS } from "../../src/services/facets.ts";
import { KINDS } from "../../src/services/kinds.ts";
import { locationsOfRow, termsOfRow } from "../../src/services/rows.ts";
import type { Service } from "../../src/services/service.ts";
import { decodeServiceIndex } from "../../src/services/service-index.ts";
import { smallWorld } from "../intake/small-world.ts";

const { vocabularies } = smallWorld;
const anyDraft: fc.Arbitrary<ServiceDraft> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...KINDS),
  name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ""),
  summary: fc.string({ maxLength: 300 }),
  sensitive: fc.boolean(),
  terms: fc.record({
    spokenLanguage: fc.subarray(["Bengali", "Somali", "Polish", "Klingon"]),
    cost: fc.subarray(["free", "paid"]),
  }),
  phones: fc.array(fc.record({ number: fc.constantFrom("020 7946 0003", "020 7946 0004"), dial: fc.constant(null) }), {
    maxLength: 2,
  }),
  locations: fc.array(
    fc.record({
      lon: fc.option(fc.double({ min: -0.5, max: 0.3, noNaN: true }), { nil: undefined }),
      lat: fc.double({ min: 51.3, max: 51.69, noNaN: true }),
      precision: fc.constantFrom("venue", "postcode", "approximate", "borough"),
      borough: fc.constantFrom("E09000007", "E09000030", undefined),
      postcode: fc.constantFrom("E1 9ZZ", undefined),
    }),
    { maxLength: 3 },
  ),
  serviceArea: fc.constantFrom({ scope: "london" as const }, { scope: "not-stated" as const }),
  sources: fc.constant([{ id: "b", record: "1", date: "2026" }]),
});

const services = (drafts: readonly ServiceDraft[]): Service[] =>
  drafts.flatMap((draft) => createService(draft, vocabularies).service ?? []);

describe("the index between build and page", () => {
  test("gives back what was put in: names, places, dates and terms of every row", () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 12 }), (drafts) => {
        const rows = services(drafts);
        const index = decodeServiceIndex(JSON.parse(JSON.stringify(encodeServiceIndex(rows, ["a", "b"]))));
        expect(index.count).toBe(rows.length);
        rows.forEach((service, row) => {
          expect(index.ids[row]).toBe(service.id);
          expect(index.names[row]).toBe(service.name.replace(/[\r\n]+/g, " "));
          expect(index.kinds[row]).toBe(service.kind);
          expect(index.sources[row]).toBe(1);
          const [first, end] = locationsOfRow(index, row);
          expect(end - first).toBe(service.locations.length);
          service.locations.forEach(({ point, precision, borough }, i) => {
            expect(index.precision[first + i]).toBe(precision);
            expect(index.boroughs[first + i]).toBe(borough);
            const lon = index.lon[first + i] ?? Number.NaN;
            if (point === null) expect(lon).toBeNaN();
            else expect(Math.abs(lon - point[0])).toBeLessThan(0.000_006);
          });
          for (const facet of FACETS) {
            expect([...termsOfRow(index.facets[facet.id], row)].sort()).toEqual(
              [...(facet.read(service) ?? [])].sort(),
            );
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps a service that says only unknown words apart from one that says nothing", () => {
    const rows = services([
      { id: "a", kind: "group", name: "A", terms: { spokenLanguage: ["Klingon"] } },
      { id: "b", kind: "group", name: "B" },
    ]);
    expect([...decodeServiceIndex(encodeServiceIndex(rows, [])).facets.spokenLanguage.saysOther]).toEqual([0]);
  });

  test("of a newer form, or with columns of different length, is refused in a sentence", () => {
    const file = encodeServiceIndex(services([{ id: "a", kind: "group", name: "A" }]), []);
    expect(() => decodeServiceIndex({ ...file, format: 99 })).toThrow(/form 99/);
    expect(() => decodeServiceIndex({ ...file, kinds: "" })).toThrow(/damaged/);
  });

  test("of nothing is an index of nothing", () => {
    expect(decodeServiceIndex(encodeServiceIndex([], [])).count).toBe(0);
  });
});
