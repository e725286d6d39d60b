import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FIELDS } from "../../src/intake/headings.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { charityIncomes } from "../../src/pipeline/sources/charity-incomes.ts";
import { deriveSources } from "../../src/pipeline/sources/derive-sources.ts";
import { readRawRows } from "../../src/pipeline/sources/rows.ts";
import type { SourceEntry } from "../../src/pipeline/sources/source-entry.ts";
import { SHIPPED, type ShippedSource } from "../../src/pipeline/sources/sources-list.ts";
import { createWords } from "../../src/pipeline/sources/words.ts";
import { STATED_FACETS } from "../../src/services/facets.ts";
import { vocabularies } from "./vocabularies.ts";

const folder = new URL("../../data/sources/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const entries = JSON.parse(read("sources.json")) as readonly SourceEntry[];
const sources = entries.map((entry) => ({ entry, rows: readRawRows(read(entry.file)) }));

const entry: ShippedSource["entry"] = {
  id: "halls",
  layer: "places",
  title: "Halls",
  publisher: "Example",
  url: "https://example.org/",
  licence: { name: "CC0 1.0", url: "https://example.org/licence" },
  credit: "Example",
  date: "2026",
  notes: [],
};

describe("deriving sources", () => {
  const halls = (rows: readonly { id: string; name: string; kind: string }[]) =>
    deriveSources(() => "", createWords(vocabularies), [{ raw: "halls.csv", entry, derive: () => rows }]);
  const two = [
    { id: "a", name: "A", kind: "place" },
    { id: "b", name: "B", kind: "place" },
  ];

  test("what every row says is said once, as a default, and empty columns are left out", () => {
    const { files, entries: made } = halls(two);
    expect(files[0]).toEqual({ file: "halls.csv", text: "id,name\na,A\nb,B\n" });
    expect(made[0]).toMatchObject({ rows: 2, defaults: { kind: "place" } });
  });

  test("two rows of one id are refused, for a link must go on meaning one record", () => {
    expect(() => halls([...two, { id: "a", name: "C", kind: "place" }])).toThrow(/halls\.csv.*"a".*"C"/);
  });

  test("incomes of the charity register are added only to a source that says so, for its credit must name the register", () => {
    const incomes = charityIncomes("charity_number,income\n1999999,34928.4\n1888888,\n");
    const rows = [
      { id: "a", name: "A", charity_number: "1999999" },
      { id: "b", name: "B", charity_number: "1888888" },
    ];
    const derived = (withIncomes: boolean) => {
      const words = createWords(vocabularies);
      const halls = { raw: "halls.csv", entry, derive: () => rows, withIncomes };
      return deriveSources(() => "", words, [halls], incomes).files[0]?.text;
    };
    expect(derived(true)).toBe("id,name,charity_number,organisation_income\na,A,1999999,34928\nb,B,1888888,\n");
    expect(derived(false)).toBe("id,name,charity_number\na,A,1999999\nb,B,1888888\n");
  });

  test("a shipped source with incomes names the register in its credit", () => {
    for (const { entry: shipped, withIncomes } of SHIPPED as readonly ShippedSource[])
      if (withIncomes) expect(shipped.credit).toContain("Charity Commission");
    expect((SHIPPED as readonly ShippedSource[]).some(({ withIncomes }) => withIncomes)).toBe(true);
  });

  test("the same raw files give the same bytes", () => {
    expect(halls(two)).toEqual(halls(two));
  });
});

describe("the sources that ship", () => {
  test("hold as many rows as the raw files did", () => {
    expect(Object.fromEntries(sources.map(({ entry: { id }, rows }) => [id, rows.length]))).toEqual({
      "social-prescribing": 115,
      vcse: 512,
      "food-banks": 89,
      libraries: 356,
      "community-centres": 899,
      "arts-centres": 26,
      "places-of-worship": 3078,
    });
    for (const { entry: told, rows } of sources) expect(told.rows, told.id).toBe(rows.length);
  });

  test("have our own headings, one id a row over all files, and a credit and licence each", () => {
    const ids = sources.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { entry: told, rows } of sources) {
      const headings = [...Object.keys(rows[0] ?? {}), ...Object.keys(told.defaults)];
      for (const heading of headings) expect(FIELDS as readonly string[]).toContain(heading);
      expect(headings).toEqual(expect.arrayContaining(["id", "name", "kind"]));
      expect(told.credit, told.id).not.toBe("");
      expect(told.licence.url, told.id).toMatch(/^https:/);
      expect(told.notes.length, told.id).toBeGreaterThan(0);
    }
  });

  test("say nothing that no vocabulary knows", () => {
    for (const { entry: told, rows } of sources) {
      for (const { id, column, qualifiers } of STATED_FACETS) {
        const said = new Set(rows.flatMap((row) => (row[column] ?? told.defaults[column] ?? "").split("; ")));
        for (const value of said) {
          if (value === "") continue;
          const qualified = / \(([a-z-]+)\)$/.exec(value);
          const isQualified = (qualifiers as readonly string[]).includes(qualified?.[1] ?? "");
          const spelling = isQualified ? value.slice(0, qualified?.index) : value;
          expect(vocabularies[id].find(spelling), `${told.id} ${column}: ${value}`).not.toBeNull();
        }
      }
    }
  });

  test("give no place of a sensitive service, and none finer than its precision", () => {
    const rows = sources.flatMap((source) => source.rows);
    const sensitive = rows.filter((row) => row.sensitive === "yes");
    expect(sensitive.length).toBeGreaterThan(20);
    for (const row of sensitive) {
      for (const field of ["address", "postcode", "lat", "lon", "location_borough", "location_name"]) {
        expect(row[field] ?? "", `${row.id} ${field}`).toBe("");
      }
    }
    const approximate = rows.filter((row) => row.precision === "approximate");
    expect(approximate).toHaveLength(93);
    for (const row of approximate) {
      expect(row.lat, row.id).toMatch(/^\d+(?:\.\d{1,2})?$/);
      expect(row.lon, row.id).toMatch(/^-?\d+(?:\.\d{1,2})?$/);
      expect(`${row.postcode}${row.address}`, row.id).toBe("");
    }
    for (const row of rows.filter(({ precision }) => precision === "borough" || precision === "none")) {
      expect(`${row.lat ?? ""}${row.postcode ?? ""}`, row.id).toBe("");
    }
  });

  test("claim no check that nobody made", () => {
    for (const { rows } of sources) for (const row of rows) expect(row.assured_date ?? "").toBe("");
  });

  const closed: Readonly<Record<string, number>> = { "social-prescribing": 4, vcse: 2 };

  test.each(entries)(
    "$id loses no row in intake: what is not published is reported as closed",
    (told) => {
      const { id, file, reader, columns, defaults } = told;
      const taken = takeIn(
        { id, file, reader, columns, defaults },
        new Uint8Array(readFileSync(new URL(file, folder))),
        { vocabularies, postcodes: null, areas: null },
      );
      expect(taken.trouble).toBeNull();
      const refused = taken.issues.filter(({ outcome }) => outcome === "refused");
      expect(refused.map(({ fault }) => fault)).toEqual(Array<string>(closed[id] ?? 0).fill("closed"));
      expect(taken.services.length + refused.length).toBe(told.rows);
      expect(taken.issues.filter(({ fault }) => fault === "unknown-term" || fault === "unknown-borough")).toEqual([]);
    },
    60_000,
  );

  test("the closed service for older LGBT Londoners stays in the file, with the date and where we read it", () => {
    const row = sources.flatMap(({ rows }) => rows).find(({ id }) => id === "opening-doors-london");
    expect(row?.status).toBe("defunct");
    expect(row?.status_note).toMatch(/29 February 2024.*https:/);
  });
});
