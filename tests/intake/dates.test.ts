import { describe, expect, test } from "vitest";
import { readDate } from "../../src/intake/dates.ts";

describe("a date as real files write it", () => {
  test.each([
    ["2026-03-31", "2026-03-31"],
    ["2026-3-1", "2026-03-01"],
    ["2026-03-31T10:00:00Z", "2026-03-31"],
    ["2026-03-31 10:00", "2026-03-31"],
    ["2026-03", "2026-03"],
    ["2026-12", "2026-12"],
    ["2026", "2026"],
    ["1999", "1999"],
    ["31/03/2026", "2026-03-31"],
    ["1.2.26", "2026-02-01"],
    ["05-06-2026", "2026-06-05"],
    ["31/03/2026 09:15", "2026-03-31"],
    ["31 March 2026", "2026-03-31"],
    ["1st Mar 2026", "2026-03-01"],
    ["2nd sept. 26", "2026-09-02"],
    ["3-Dec-2026", "2026-12-03"],
    ["January 2026", "2026-01"],
    ["Mar, 2026", "2026-03"],
    ["29/02/2024", "2024-02-29"],
    ["29/02/2000", "2000-02-29"],
    ["01/01/1900", "1900-01-01"],
    ["31/12/2100", "2100-12-31"],
  ])("%j is %s, and nothing to report", (cell, date) => {
    expect(readDate(cell, "assured_date")).toEqual({ date, inferred: false, faults: [] });
  });

  test.each([
    ["03/31/2026", "2026-03-31"],
    ["12/13/26", "2026-12-13"],
    ["Mar-26", "2026-03"],
    ["36526", "2000-01-01"],
    ["46112", "2026-03-31"],
    ["46112.75", "2026-03-31"],
    ["54788", "2049-12-31"],
  ])("%j can only mean %s: repaired, and told", (cell, date) => {
    const read = readDate(cell, "assured_date");
    expect(read.date).toBe(date);
    expect(read.faults).toMatchObject([
      { field: "assured_date", found: cell, fault: "date-repaired", outcome: "repaired" },
    ]);
    expect(read.faults[0]?.message).toContain(date);
  });

  test.each([
    "2026-02-29",
    "29/02/1900",
    "31/04/2026",
    "00/01/2026",
    "2026-13",
    "2026-00",
    "2026-00-10",
    "2026-13-01",
    "13/13/2026",
    "31/12/1899",
    "01/01/2101",
    "1850",
    "2150",
    "Foo 2026",
    "32 March 2026",
    "March 1850",
    "March 2150",
    "36525",
    "54789",
    "last spring",
    "x2026-03-31",
    "31/03/2026x",
    "March 2026 or so",
  ])("%j is no date: left out, and told", (cell) => {
    expect(readDate(cell, "assured_date")).toMatchObject({
      date: null,
      inferred: false,
      faults: [{ field: "assured_date", found: cell, fault: "bad-date", outcome: "left-out" }],
    });
  });

  test("that its source worked out is kept with that fact", () => {
    expect(readDate("2024 (inferred)", "source_date")).toEqual({ date: "2024", inferred: true, faults: [] });
    expect(readDate("Inferred 2024-05", "source_date")).toEqual({ date: "2024-05", inferred: true, faults: [] });
    expect(readDate("(inferred)", "source_date")).toEqual({ date: null, inferred: true, faults: [] });
  });

  test("of an empty cell is none, without a word", () => {
    expect(readDate("", "assured_date")).toEqual({ date: null, inferred: false, faults: [] });
  });
});
