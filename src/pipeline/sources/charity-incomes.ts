import { cell, readRawRows } from "./rows.ts";

/** In the folder of raw files: a sample of the charity register, of which nothing but the income is used. */
export const CHARITIES = "london-charities-sample.csv";

/** Whole pounds in the latest year that the sample has, by charity number; a charity without an income is left out. */
export function charityIncomes(csv: string): ReadonlyMap<string, string> {
  return new Map(
    readRawRows(csv).flatMap((row) => {
      const income = cell(row, "income");
      return income === "" ? [] : [[cell(row, "charity_number"), String(Math.round(Number(income)))] as const];
    }),
  );
}
