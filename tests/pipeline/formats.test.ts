import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FIELDS, fieldOf } from "../../src/intake/headings.ts";
import { GUESS, READERS } from "../../src/intake/readers.ts";
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS } from "../../src/intake/table-limits.ts";
import { COMMANDS } from "../../src/pipeline/asset-map.ts";
import { EXPORTS } from "../../src/pipeline/exports.ts";
import { STALE_HEADINGS } from "../../src/pipeline/stale.ts";
import { STATED_FACETS } from "../../src/services/facets.ts";
import { PRECISIONS } from "../../src/services/place.ts";

const PAGE = readFileSync("docs/formats.md", "utf8");
const codeIn = (cell: string | undefined): string[] =>
  [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

/** Rows of every table whose first heading is this one. */
function rowsUnder(heading: string): string[][] {
  const rows: string[][] = [];
  let [inside, table] = [false, false];
  for (const line of PAGE.split("\n")) {
    if (!line.startsWith("|")) {
      [inside, table] = [false, false];
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    if (!table) inside = cells[0] === heading;
    else if (inside && !/^-+$/.test(cells[0] ?? "")) rows.push(cells);
    table = true;
  }
  return rows;
}
const firstWords = (heading: string): string[] => rowsUnder(heading).flatMap(([first]) => codeIn(first));

describe("docs/formats.md", () => {
  test("names every reader that there is", () => {
    expect(firstWords("`reader`").sort()).toEqual(READERS.map(({ id }) => id).sort());
    expect(PAGE).toContain(`\`${GUESS}\``);
  });

  test("names every form that is given out, and where it stands", () => {
    expect(
      rowsUnder("Form")
        .map(([form, where]) => [codeIn(form)[0], codeIn(where)[0]])
        .slice(0, EXPORTS.length),
    ).toEqual(EXPORTS.map(({ id, path }) => [id, path]));
  });

  test("names every heading once", () => {
    expect(firstWords("Our heading").sort()).toEqual([...FIELDS].sort());
  });

  test("gives as other ways of writing a heading only such as are understood so", () => {
    const rows = rowsUnder("Our heading");
    const wrong = rows.flatMap(([ours, also]) =>
      codeIn(also).filter((spelling) => !codeIn(ours).some((field) => fieldOf(spelling) === field)),
    );
    expect(wrong).toEqual([]);
    expect(rows.flatMap(([, also]) => codeIn(also)).length).toBeGreaterThan(60);
  });

  test("tells of every list of words, every precision and every heading of stale.csv", () => {
    const headings = firstWords("Our heading");
    for (const { column } of STATED_FACETS) expect(headings).toContain(column);
    expect(firstWords("`precision`")).toEqual([...PRECISIONS]);
    for (const heading of STALE_HEADINGS) expect(PAGE).toContain(`\`${heading}\``);
  });

  test("names every command with each of its exit codes", () => {
    const rows = rowsUnder("Command");
    expect(rows.map(([name]) => codeIn(name)[0])).toEqual(COMMANDS.map(({ name, takes }) => `${name} ${takes}`.trim()));
    for (const { name, about } of COMMANDS) {
      const row = rows.find(([first]) => codeIn(first)[0]?.split(" ")[0] === name);
      expect([name, row?.[4] !== ""]).toEqual([name, /\b2 /.test(about)]);
    }
  });

  test("says how large a file may be", () => {
    for (const limit of [MAX_ROWS, MAX_COLUMNS, MAX_CELL]) expect(PAGE).toContain(limit.toLocaleString("en-GB"));
  });
});
