import { describe, expect, test } from "vitest";
import { freshnessOf, monthsBetween } from "../../src/services/freshness.ts";

describe("the age of a check", () => {
  test.each([
    ["2026-11-24", "2026-11-24", 0],
    ["2026-10-25", "2026-11-24", 0],
    ["2026-10-24", "2026-11-24", 1],
    ["2025-11-24", "2026-11-24", 12],
    ["2025-12-25", "2026-11-24", 10],
    ["2026-11", "2026-11-24", 0],
    ["2026", "2026-11-24", 10],
    ["2026-12-24", "2026-11-24", -1],
  ])("from %s to %s is %i whole months", (earlier, later, months) => {
    expect(monthsBetween(earlier, later)).toBe(months);
  });

  test.each([
    ["2026-08-25", "fresh"],
    ["2026-08-24", "fair"],
    ["2026-05-25", "fair"],
    ["2026-05-24", "old"],
    ["2025-11-25", "old"],
    ["2025-11-24", "very-old"],
    ["2027-01-01", "fresh"],
    ["", "never"],
    [undefined, "never"],
  ])("checked on %s, a record is %s", (assured, band) => {
    expect(freshnessOf(assured, "2026-11-24")).toBe(band);
  });

  test("goes by the publisher's own months where the config has them", () => {
    const months = { fresh: 1, fair: 2, old: 4 };
    const dates = ["2026-10-25", "2026-10-24", "2026-09-24", "2026-07-24"];
    expect(dates.map((date) => freshnessOf(date, "2026-11-24", months))).toEqual(["fresh", "fair", "old", "very-old"]);
  });
});
