import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesCsv } from "../../src/app/check/check-files.ts";
import { SHOWN_ROWS } from "../../src/app/check/check-protocol.ts";
import { checkRecords } from "../../src/app/check/check-records.ts";
import { csv } from "../../src/intake/csv.ts";
import { smallWorld } from "../intake/small-world.ts";

const SOURCE = { id: "list", file: "list.csv", reader: "csv" };
const check = (text: string) => checkRecords(SOURCE, new TextEncoder().encode(text), smallWorld, () => undefined);

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "Tea at Three",
    "E1 9ZZ",
    "M1 1AE",
    "yes",
    "=1+1",
    "Somali; Klingon",
    "020 7946 0018",
    "<b>x</b>",
  ),
  fc.string({ maxLength: 12 }),
);
const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 5 }), { maxLength: 12 });
const written = (rows: readonly (readonly string[])[]): string =>
  [["name", "postcode", "languages", "sensitive"], ...rows]
    .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(","))
    .join("\n");

describe("what became of the rows", () => {
  test("every row is one of fine, to look at, or not used, whatever is in it", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const checked = check(written(rows));
        if (checked.status === "trouble") return;
        const { counts, shown, rows: all } = checked.summary;
        expect(counts.accepted + counts.mended + counts.refused).toBe(all);
        const listed = Object.values(shown).flatMap((some) => some.map(({ row }) => row));
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed).toHaveLength(all);
      }),
    );
  });

  test("every row that is not used has a reason and says what to type", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const checked = check(written(rows));
        if (checked.status === "trouble") return;
        for (const { issues } of checked.summary.shown.refused) {
          const reasons = issues.filter(({ outcome }) => outcome === "refused");
          expect(reasons.length).toBeGreaterThan(0);
          for (const { message, remedy } of reasons) expect(message !== "" && remedy !== "").toBe(true);
        }
      }),
    );
  });

  test("lists at most the first rows of each outcome, and counts them all", () => {
    const checked = check(`name,postcode\n${"Tea,E1 9ZZ\n".repeat(SHOWN_ROWS + 50)}`);
    if (checked.status === "trouble") throw new Error(checked.sentence);
    expect(checked.summary.shown.mended.length).toBeLessThanOrEqual(SHOWN_ROWS);
    expect(checked.summary.rows).toBe(SHOWN_ROWS + 50);
    expect(checked.summary.services).toBe(1);
  });

  test("is told while the rows are read", () => {
    const told: number[] = [];
    checkRecords(SOURCE, new TextEncoder().encode("name\nA\nB\nC"), smallWorld, (done) => told.push(done));
    expect(told).toEqual([1, 2, 3]);
  });
});

test("the list of issues is a table whose cells no spreadsheet runs", () => {
  const checked = check('name,postcode\n"=HYPERLINK(""https://example.org"")",M1 1AE');
  if (checked.status === "trouble") throw new Error(checked.sentence);
  const text = issuesCsv(checked.issues);
  expect(checked.issues.length).toBeGreaterThan(0);
  expect(text).not.toMatch(/(?:^|[,"\n])=/);
  expect(csv.read(text.replace("row,", "name,")).rows).toHaveLength(checked.issues.length);
});
