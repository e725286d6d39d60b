import { describe, expect, test } from "vitest";
import { airtable } from "../../src/intake/airtable.ts";
import { jsonList, recordsIn } from "../../src/intake/json-list.ts";

const tea = { name: "Tea" };
const rowsOf = (reader: typeof jsonList, json: unknown) => {
  const { headings, rows, trouble } = reader.read(typeof json === "string" ? json : JSON.stringify(json));
  return trouble ?? rows.map(({ cells }) => Object.fromEntries(headings.map((heading, i) => [heading, cells[i]])));
};

describe("the list of records in a JSON document", () => {
  test.each<readonly [string, unknown]>([
    ["the document itself", [tea]],
    ["under services", { services: [tea], areas: [{ name: "N1" }] }],
    ["under results, the likelier key, not under items", { items: [{ name: "Not this" }], results: [tea] }],
    ["under data, as an object with a list in it", { data: { services: [tea] } }],
    ["under data, as an object with the only list", { data: { clubs: [tea], total: 1 } }],
    ["the only list of objects, under any key", { clubs: [tea], pages: [1, 2], total: 1 }],
    ["one record by itself", tea],
  ])("is found as %s", (_, json) => {
    expect(recordsIn(json)).toEqual([tea]);
  });

  test("is one record that has a title", () => {
    expect(recordsIn({ title: "Tea" })).toEqual([{ title: "Tea" }]);
  });

  test.each<readonly [string, unknown]>([
    ["a number", 12],
    ["nothing", null],
    ["an object without a list or a name", { total: 1 }],
    ["two lists of which neither is usual", { clubs: [tea], walks: [tea] }],
    ["a list of numbers under an unusual key", { pages: [1, 2] }],
  ])("is not there in %s", (_, json) => {
    expect(recordsIn(json)).toBeNull();
    expect(jsonList.recognises("", json)).toBe(false);
    expect(rowsOf(jsonList, json)).toContain("no list of services");
  });

  test("holds its objects alone", () => {
    expect(recordsIn([tea, 1, null, "x"])).toEqual([tea]);
    expect(jsonList.recognises("", [tea])).toBe(true);
    expect(jsonList.recognises("", undefined)).toBe(false);
  });

  test("of terms in a tree is told as such, and a service with children is not one", () => {
    const term = { name: "Food", slug: "food", children: [] };
    expect(rowsOf(jsonList, [term, term])).toContain("list of terms");
    expect(rowsOf(jsonList, [term, tea])).toHaveLength(2);
    expect(rowsOf(jsonList, [{ name: "Tea", children: [] }])).toHaveLength(1);
    expect(rowsOf(jsonList, [{ name: "Tea", slug: "tea", children: "welcome" }])).toHaveLength(1);
  });

  test("of nothing, and a document cut short, are told in a sentence", () => {
    expect(rowsOf(jsonList, [])).toContain("no records");
    expect(rowsOf(jsonList, '[{"name":')).toContain("not whole JSON");
  });
});

describe("an Airtable base", () => {
  const base = { records: [{ id: "rec1", fields: tea }, { fields: { name: "Walks" } }] };

  test("gives its fields, and the id of a record where it has one", () => {
    expect(rowsOf(airtable, base)).toEqual([
      { id: "rec1", name: "Tea" },
      { id: "", name: "Walks" },
    ]);
  });

  test("may come in several pages", () => {
    expect(rowsOf(airtable, [base, { offset: "x" }, { records: [{ id: "rec3", fields: { name: "Food" } }] }])).toEqual([
      { id: "rec1", name: "Tea" },
      { id: "", name: "Walks" },
      { id: "rec3", name: "Food" },
    ]);
  });

  test.each<readonly [string, unknown]>([
    ["a list without fields", { records: [tea] }],
    ["records of which one has no fields", { records: [{ fields: tea }, tea] }],
    ["no records", { records: [] }],
    ["records that are no list", { records: { fields: tea } }],
    ["a number", 12],
  ])("is not seen in %s", (_, json) => {
    expect(airtable.recognises("", json)).toBe(false);
    expect(rowsOf(airtable, json)).toContain("no records with fields");
  });

  test("is recognised by its records, and told when it is cut short", () => {
    expect(airtable.recognises("", base)).toBe(true);
    expect(rowsOf(airtable, '{"records": [')).toContain("not whole JSON");
  });
});
