import { expect, test } from "vitest";
import { type CensusFile, censusCounts } from "../../src/services/census-table.ts";

const file: CensusFile = {
  areas: "boroughs",
  tables: {
    TS900: {
      title: "Hot drink",
      population: "All usual residents",
      totals: [10, 20],
      categories: [
        { group: "Tea", name: "Green", counts: [1, 2] },
        { group: "Tea", name: "Other: with mint", counts: [2, 3] },
        { group: "Coffee", name: "Green", counts: [3, 5] },
        { group: null, name: "None", counts: [4, 10] },
      ],
    },
  },
};

test.each([
  ["TS900:Tea: Green", [1, 2]],
  ["TS900:Tea: Other: with mint", [2, 3]],
  ["TS900:None", [4, 10]],
  ["TS900:Tea", [3, 5]],
  ["TS900:Green", [4, 7]],
])("%s is counted as %j", (reference, expected) => {
  expect(censusCounts(file, reference)).toEqual(expected);
});

test.each(["TS901:Tea", "TS900:Cocoa", "TS900", "", "Tea"])(
  "%j is not there, which is not the same as nobody",
  (reference) => {
    expect(censusCounts(file, reference)).toBeNull();
  },
);
