import { describe, expect, test } from "vitest";
import { createService, isWebAddress, SUMMARY_LENGTH } from "../../src/services/create-service.ts";
import { FEATURE_END, featureHeads, toGeoJson } from "../../src/services/geojson.ts";
import { smallWorld } from "../intake/small-world.ts";

const make = (draft: Partial<Parameters<typeof createService>[0]>) =>
  createService({ id: "tea", kind: "group", name: "Tea at Three", ...draft }, smallWorld.vocabularies);

describe("the one door to a service", () => {
  test("lets nobody in without a name", () => {
    expect(make({ name: "  " })).toMatchObject({ service: null, faults: [{ outcome: "refused" }] });
  });

  test("takes every place from a sensitive service, whatever was given", () => {
    const { service } = make({
      sensitive: true,
      locations: [{ address: "1 Example Street", postcode: "E1 9ZZ", lon: -0.07, lat: 51.52, borough: "E09000030" }],
    });
    expect(service?.locations).toEqual([]);
    expect(JSON.stringify(service)).not.toMatch(/Example Street|E1 9ZZ|51\.52|E09000030/);
  });

  test("never draws a point that is known to a borough only", () => {
    const { service } = make({
      locations: [{ lon: -0.07, lat: 51.52, precision: "borough", borough: "E09000030", lsoa: "E01004300" }],
    });
    expect(service?.locations).toEqual([{ point: null, precision: "borough", borough: "E09000030" }]);
  });

  test("finds a term by any spelling, and keeps what nobody knows apart", () => {
    const { service, faults } = make({ terms: { spokenLanguage: ["BANGLA", "Bengali", "Klingon"] } });
    expect(service?.terms.spokenLanguage).toEqual(["bn"]);
    expect(service?.unlisted).toEqual({ spokenLanguage: ["Klingon"] });
    expect(faults).toMatchObject([{ fault: "unknown-term", found: "Klingon", outcome: "kept" }]);
  });

  test("cuts a long summary at a word and keeps the whole as description", () => {
    const summary = "tea and talk ".repeat(30);
    const { service } = make({ summary });
    expect(service?.summary.length).toBeLessThanOrEqual(SUMMARY_LENGTH);
    expect(service?.summary).toMatch(/(?:tea|and|talk)…$/);
    expect(service?.description).toBe(summary.trim());
  });

  test.each([
    "javascript:alert(1)",
    "//evil.example",
    "http://nhs.uk@evil.example/",
    "http://localhost/",
    "data:text/html,x",
    `https://example.org/${"a".repeat(2100)}`,
  ])("links to no address such as %s", (url) => {
    expect(isWebAddress(url)).toBe(false);
    expect(make({ urls: [url] }).service?.contacts.urls).toEqual([]);
  });
});

test("GeoJSON lists a service without a place, and never pins it", () => {
  const { service } = make({ locations: [{ borough: "E09000007" }, { lon: -0.14, lat: 51.54 }] });
  const none = make({ id: "line" }).service;
  const { features } = toGeoJson([service, none].filter((one) => one !== null));
  expect(features.map(({ id, geometry }) => [id, geometry?.coordinates ?? null])).toEqual([
    ["tea", null],
    ["tea#1", [-0.14, 51.54]],
    ["line", null],
  ]);
});

test("GeoJSON written head by head is, to the letter, the GeoJSON of the whole", () => {
  const { service } = make({ locations: [{ borough: "E09000007" }, { lon: -0.14, lat: 51.54 }] });
  const none = make({ id: 'a "line"' }).service;
  for (const one of [service, none]) {
    if (one === null) throw new Error("The draft is no service.");
    const written = featureHeads(one).map((head) => `${head}${JSON.stringify(one)}${FEATURE_END}`);
    expect(written).toEqual(toGeoJson([one]).features.map((feature) => JSON.stringify(feature)));
  }
});
