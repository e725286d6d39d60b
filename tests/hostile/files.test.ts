import { afterEach, describe, expect, test } from "vitest";
import { READERS } from "../../src/intake/readers.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { smallWorld } from "../intake/small-world.ts";
import { CORPUS } from "./corpus.ts";

const take = (reader: string, bytes: Uint8Array | ReadonlyMap<string, Uint8Array>) =>
  takeIn({ id: "list", file: "list", reader }, bytes, smallWorld);

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe("a hostile file", () => {
  test.each(CORPUS.files.filter(({ readable }) => readable))("read all the same: $name", ({ make }) => {
    const { trouble, services, issues, rows } = take("auto", make());
    expect(trouble).toBeNull();
    expect(rows).toBe(1);
    expect(services.length + issues.filter(({ outcome }) => outcome === "refused").length).toBe(1);
    for (const text of services.map(({ service }) => JSON.stringify(service))) {
      expect(text.length).toBeLessThan(100_000);
      expect(text).not.toContain("polluted");
    }
  });

  test.each(CORPUS.files.filter(({ readable }) => !readable))("refused in one sentence: $name", ({ make }) => {
    const { trouble, services, rows } = take("auto", make());
    expect(trouble).toMatch(/^list[ :].*[.!]$/s);
    expect([services, rows]).toEqual([[], 0]);
  });

  test.each(READERS.map(({ id }) => id))("never throws in the reader %s, alone or in a folder", (reader) => {
    for (const { make } of CORPUS.files) {
      const bytes = make();
      for (const input of [bytes, new Map([["services.csv", bytes]])]) {
        const { trouble, services, issues, rows } = take(reader, input);
        const refused = new Set(
          issues.flatMap(({ row, outcome }) => (outcome === "refused" && row !== null ? [row] : [])),
        );
        expect(services.length + refused.size).toBe(rows);
        if (trouble !== null) expect(trouble).not.toMatch(/undefined|\[object/);
      }
    }
  });
});

describe("a hostile place", () => {
  const inLondon = ([lon, lat]: readonly [number, number]): boolean =>
    lon > -0.6 && lon < 0.4 && lat > 51.2 && lat < 51.8;

  test.each(CORPUS.places)("as cells is nowhere, or in London, and told: $name", ({ cells: [lat, lon] }) => {
    const csv = `name,location_borough,lat,lon\nTea,Camden,"${lat}","${lon}"\n`;
    const { services, issues } = take("csv", new TextEncoder().encode(csv));
    const point = services[0]?.service.locations[0]?.point ?? null;
    expect(services).toHaveLength(1);
    if (point !== null) expect(inLondon(point)).toBe(true);
    // Empty, and the words that spreadsheets write for empty, are no place, and no fault.
    else if (!/^(?:null)?$/.test(lat)) expect(issues.length).toBeGreaterThan(0);
  });

  test.each(CORPUS.places)("as GeoJSON is nowhere, or in London, and told: $name", ({ geometry }) => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":${geometry},"properties":{"name":"Tea","location_borough":"Camden"}}]}`;
    const { services, issues, trouble } = take("geojson", new TextEncoder().encode(text));
    // NaN and Infinity are no JSON, and the file is then refused in words.
    if (trouble !== null) {
      expect(trouble).toContain("not whole JSON");
      return;
    }
    expect(services).toHaveLength(1);
    const point = services[0]?.service.locations[0]?.point ?? null;
    if (point !== null) expect(inLondon(point)).toBe(true);
    else expect([geometry, issues.length > 0 || /^(?:null|\[\])$/.test(geometry)]).toEqual([geometry, true]);
  });
});
