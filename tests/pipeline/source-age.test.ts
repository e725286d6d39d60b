import { expect, test } from "vitest";
import { agesText, sourceAge } from "../../src/pipeline/source-age.ts";

test.each([
  ["2026-11-01", "less than a month old"],
  ["2026-03-31", "7 months old"],
  ["October 2026", "1 month old"],
  ["2021-05", "5 years old"],
  ["2019", "about 7 years old"],
  ["2026", "of this year"],
  ["2012 to 2026; each record has its own", "the oldest about 14 years old, the newest of this year"],
  ["May to July 2024 (worked out)", "2 years old"],
  ["Audit of 2022", "about 4 years old"],
  ["First release, with the wards of 2018", "age not known"],
  ["", "age not known"],
])("a source of %s is %s in November 2026", (date, age) => {
  expect(sourceAge(date, "2026-11-24")).toBe(age);
});

test("every source stands on a line of its own with its date and its age", () => {
  const sources = [
    { id: "hubs", date: "2026-03-31" },
    { id: "library-list", date: "" },
  ];
  expect(agesText(sources, "2026-11-24")).toBe(
    "How old the sources are:\n  hubs          2026-03-31  7 months old\n  library-list  no date     age not known",
  );
});
