import { beforeAll, describe, expect, test } from "vitest";
import { type BuiltRecords, buildRecords } from "../../src/pipeline/build-publication.ts";
import { type LoadedData, loadData } from "../../src/pipeline/load-data.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";
import type { Service } from "../../src/services/service.ts";

let data: LoadedData;
let records: BuiltRecords;
let all: readonly Service[];

beforeAll(async () => {
  data = await loadData("data/map.config.json", () => {});
  records = buildRecords(data.sources, data.context, data.config.area);
  all = [...records.services, ...records.places];
}, 120_000);

describe("the data that ship", () => {
  test("are at least 4,800 records from at least seven sources, each with a publisher and a licence", () => {
    expect(all.length).toBeGreaterThanOrEqual(4800);
    expect(records.sources.length).toBeGreaterThanOrEqual(7);
    for (const { publisher, licence, services } of records.sources) {
      expect([publisher, licence.name].every((word) => word !== "")).toBe(true);
      expect(services).toBeGreaterThan(0);
    }
  });

  test("name the source of every record", () => {
    const known = new Set(records.sources.map(({ id }) => id));
    for (const { sources } of all) expect(sources.length > 0 && sources.every(({ id }) => known.has(id))).toBe(true);
  });

  test("have services and places in all 33 boroughs", () => {
    for (const layer of [records.services, records.places]) {
      const stands = new Set(layer.flatMap(({ locations }) => locations.flatMap(({ borough }) => borough ?? [])));
      expect(BOROUGH_CODES.filter((code) => !stands.has(code))).toEqual([]);
    }
  });

  test("account for every row", () => {
    for (const { rows, services, merged, outside, refused } of records.sums)
      expect(services + merged + outside + refused).toBe(rows);
  });

  test("give an exact place a neighbourhood and a decile, and a vague one neither", () => {
    for (const { locations } of all) {
      for (const { precision, point, lsoa, decile } of locations) {
        const exact = precision === "venue" || precision === "postcode";
        expect(point === null || precision === "approximate" || exact).toBe(true);
        if (!exact) expect([lsoa, decile]).toEqual([undefined, undefined]);
        else expect(lsoa).toMatch(/^E010/);
      }
    }
  });

  test("have no place for a sensitive service, and no postcode in its words", () => {
    const sensitive = all.filter((service) => service.sensitive);
    expect(sensitive.length).toBeGreaterThan(5);
    for (const service of sensitive) {
      expect(service.locations).toEqual([]);
      expect(JSON.stringify({ ...service, sources: [], contacts: {} })).not.toMatch(
        /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/,
      );
    }
  });

  test("open with twenty schemes, services and groups that can be rung", () => {
    for (const { contacts, kind } of records.services.slice(0, 20)) {
      expect(contacts.phones[0]?.dial).toMatch(/^\+?\d+$/);
      expect(["social-prescribing", "service", "group"]).toContain(kind);
    }
  });

  test("hold no word that the vocabularies don't know", () => {
    expect(records.issues.filter(({ fault }) => fault === "unknown-term" || fault === "unknown-heading")).toEqual([]);
  });
});
