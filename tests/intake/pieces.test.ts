import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBorough, readServiceArea } from "../../src/intake/borough-names.ts";
import { isBlank, readYesNo, splitList } from "../../src/intake/cells.ts";
import { csv } from "../../src/intake/csv.ts";
import { decodeText } from "../../src/intake/decode-text.ts";
import { fileTrouble } from "../../src/intake/file-trouble.ts";
import { FIELDS, fieldOf, HEADINGS, headingKey, matchHeadings } from "../../src/intake/headings.ts";
import { fromNationalGrid } from "../../src/intake/national-grid.ts";
import { readPhones, validByLibrary } from "../../src/intake/phones.ts";
import { sensitivityOf, withoutWhereabouts } from "../../src/intake/sensitive.ts";
import { MAX_CELL, MAX_COLUMNS } from "../../src/intake/table-limits.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { STATED_FACETS } from "../../src/services/facets.ts";
import { FLAT_HEADINGS } from "../../src/services/flat-row.ts";
import { distanceMetres } from "../../src/services/place.ts";
import { smallWorld } from "./small-world.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("headings", () => {
  test("mean one field each, whatever their case, spaces and marks", () => {
    const spellings = FIELDS.flatMap((field) =>
      [field, ...HEADINGS[field]].map((spelling) => [headingKey(spelling), field] as const),
    );
    for (const [key, field] of spellings) expect([key, fieldOf(` ${key.toUpperCase()}* `)]).toEqual([key, field]);
  });

  test("hold every column of our own CSV and of every facet", () => {
    for (const heading of [...FLAT_HEADINGS, ...STATED_FACETS.map(({ column }) => column)])
      expect(fieldOf(heading)).toBe(heading);
  });

  test("named in the source's own list win over the alias, and a missing one is told", () => {
    const { columns, missing } = matchHeadings(["Notes", "Name"], { notes: "summary", Fax: "phone", Name: "" });
    expect([...columns]).toEqual([["summary", [0]]]);
    expect(missing).toEqual(["Fax"]);
  });
});

describe("a table", () => {
  test("of any separator is read", () => {
    for (const separator of [",", ";", "\t", "|"]) {
      const { headings, rows } = csv.read(
        [
          ["name", "phone"],
          ["Tea", "1"],
        ]
          .map((cells) => cells.join(separator))
          .join("\r\n"),
      );
      expect(headings).toEqual(["name", "phone"]);
      expect(rows).toEqual([{ row: 2, cells: ["Tea", "1"] }]);
    }
  });

  test("counts rows as a spreadsheet does, though a cell has several lines", () => {
    const { rows } = csv.read('name,address\n"Tea","1 Example Road\nLondon"\n\nWalks,2 Example Road\n');
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  test("with an absurd row is refused at once, naming the line", () => {
    expect(csv.read(`name\n${"a,".repeat(60_000)}`).trouble).toContain("Line 2");
  });

  test("with too many columns or too long a cell is cut and told", () => {
    const wide = csv.read(`name${",x".repeat(300)}\nTea${",y".repeat(300)}`);
    expect(wide.headings).toHaveLength(MAX_COLUMNS);
    expect(wide.faults.map(({ fault }) => fault)).toEqual(["too-many-cells"]);
    const long = csv.read(`name,summary\nTea,"${"a, ".repeat(20_000)}"`);
    expect(long.rows[0]?.cells[1]).toHaveLength(MAX_CELL);
    expect(long.faults.map(({ fault }) => fault)).toEqual(["cell-too-long"]);
  });

  test("without a heading that we know is trouble, in a sentence", () => {
    const takenIn = (columns: Readonly<Record<string, string>>) =>
      takeIn({ id: "list", file: "list.csv", reader: "csv", columns }, bytesOf("foo,bar\nTea,2"), smallWorld);
    expect(takenIn({}).trouble).toMatch(/heading/);
    expect(takenIn({ foo: "name" }).services.map(({ service }) => service.name)).toEqual(["Tea"]);
  });
});

describe("a file of the wrong kind is named as such", () => {
  test.each([
    ["empty", new Uint8Array(), "empty"],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "Excel"],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0), "gzip"],
    ["a PDF", bytesOf("%PDF-1.7"), "PDF"],
    ["a login page", bytesOf("<!DOCTYPE html><html><body>Sign in</body></html>"), "web page"],
    ["bytes", Uint8Array.from({ length: 100 }, (_, i) => (i * 7) % 16), "not text"],
  ])("%s", (_, bytes, word) => {
    expect(fileTrouble(bytes, "list.csv")).toContain(word);
    expect(takeIn({ id: "a", file: "list.csv", reader: "csv" }, bytes, smallWorld).trouble).toContain("list.csv");
  });

  test("but a plain list is not", () => {
    expect(fileTrouble(bytesOf("name,phone\nTea,1"), "list.csv")).toBeNull();
  });
});

describe("encodings", () => {
  test.each([
    ["utf-8", bytesOf("Café – বাংলা"), "Café – বাংলা"],
    ["utf-8-bom", Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), "a"],
    ["windows-1252", Uint8Array.of(0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80), "“Café” – €"],
    ["utf-16le", Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0), "aé"],
    ["utf-16be", Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0xe9), "aé"],
    ["utf-16le", Uint8Array.from([..."name,phone"].flatMap((letter) => [letter.charCodeAt(0), 0])), "name,phone"],
  ])("%s is told and read", (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ encoding, text });
  });
});

describe("a list in one cell", () => {
  const known = new Set([
    "Bengali",
    "Sylheti",
    "Persian",
    "Farsi",
    "Persian/Farsi",
    "education & training",
    "food",
    "Advice, welfare",
  ]);
  const split = (text: string) => splitList(text, (piece) => known.has(piece));

  test.each([
    ["Bengali/Sylheti", ["Bengali", "Sylheti"]],
    ["Persian/Farsi", ["Persian/Farsi"]],
    ["Bengali & Klingon", ["Bengali & Klingon"]],
    ["education & training; food", ["education & training", "food"]],
    ["Bengali, Sylheti and Farsi", ["Bengali", "Sylheti", "Farsi"]],
    ["Tea, cake and talk; food", ["Tea, cake and talk", "food"]],
    ["Advice, welfare", ["Advice, welfare"]],
    ["Bengali (staff, mornings), food", ["Bengali (staff, mornings)", "food"]],
    ["food | N/A | Bengali", ["food", "Bengali"]],
    ["Bengali\nFarsi", ["Bengali", "Farsi"]],
    ["(never closed, food", ["(never closed", "food"]],
  ])("%s", (text, pieces) => {
    expect(split(text)).toEqual(pieces);
  });

  test("knows the marks for nothing, and yes from no", () => {
    for (const mark of ["", "NA", "n/a", "-", "None", "TBC"]) expect(isBlank(mark)).toBe(true);
    for (const word of ["Nana", "0", "no"]) expect(isBlank(word)).toBe(false);
    expect([readYesNo("Yes "), readYesNo("N"), readYesNo("maybe")]).toEqual([true, false, null]);
  });
});

describe("phones", () => {
  test.each([
    ["02079460005", "020 7946 0005", "+442079460005"],
    ["(020) 79460005", "020 7946 0005", "+442079460005"],
    ["+44 (0)20 7946 0005", "020 7946 0005", "+442079460005"],
    ["0203 912 0030", "020 3912 0030", "+442039120030"],
    ["020 7946 0005.", "020 7946 0005", "+442079460005"],
    ["٠٢٠ ٧٩٤٦ ٠٠٠٥", "020 7946 0005", "+442079460005"],
    ["tel:020 7946 0005", "020 7946 0005", "+442079460005"],
    ["111", "111", "111"],
  ])("%s is read as %s", (cell, number, dial) => {
    expect(readPhones(cell).phones).toEqual([{ number, dial }]);
  });

  test("of London are read without the library to the same answer", () => {
    fc.assert(
      fc.property(fc.constantFrom("3", "7", "8"), fc.integer({ min: 0, max: 9_999_999 }), (first, rest) => {
        const digits = `020${first}${String(rest).padStart(7, "0")}`;
        expect(readPhones(digits).phones).toEqual([validByLibrary(digits)]);
      }),
    );
  });

  test("nothing is guessed: a short number can't be dialled, and a code is no number", () => {
    expect(readPhones("020 7946").phones).toEqual([{ number: "020 7946", dial: null }]);
    expect(readPhones("*#06#").phones.every(({ dial }) => dial === null)).toBe(true);
    expect(readPhones("ask at the desk")).toMatchObject({ phones: [], rest: "ask at the desk" });
  });
});

describe("places", () => {
  test("a point of the National Grid is turned within 5 metres", () => {
    // The worked example of Ordnance Survey's guide (Caister water tower), with its ETRS89 position.
    const [lon, lat] = fromNationalGrid(651_409.903, 313_177.27);
    expect(distanceMetres(lon, lat, 1.716_038, 52.657_979)).toBeLessThan(5);
  });

  test("boroughs are known by the names that councils write", () => {
    for (const name of ["Camden", "LB Camden", "London Borough of Camden", "Camden Council", "E09000007"]) {
      expect(readBorough(name, smallWorld.vocabularies)).toBe("E09000007");
    }
    expect(readBorough("Kingston, Jamaica", smallWorld.vocabularies)).toBeNull();
    expect(readServiceArea("Camden and Tower Hamlets", smallWorld.vocabularies).serviceArea).toEqual({
      scope: "boroughs",
      boroughs: ["E09000007", "E09000030"],
    });
    expect(readServiceArea("Camden, Southall", smallWorld.vocabularies).unknown).toEqual(["Southall"]);
  });
});

describe("sensitive words", () => {
  test.each([
    ["Women's refuge", false, "safe-accommodation"],
    ["A safe house for survivors", false, "safe-accommodation"],
    ["Refugee advice", false, "none"],
    ["City of Refuge Church", true, "ask"],
    ["Advice about domestic abuse", false, "ask"],
    ["Lunch club", false, "none"],
  ] as const)("%s", (text, faithPlace, judged) => {
    expect(sensitivityOf([text], faithPlace)).toBe(judged);
  });

  test("leave no address, postcode or cell of the row in a text", () => {
    const text = "Find us at Rosewood Hall, 7 Elm Street, e19zz. Open to all 12 women.";
    expect(withoutWhereabouts(text, ["Rosewood Hall"])).toBe("Find us at [address withheld]. Open to all 12 women.");
  });
});

test("an income is read in whole pounds, and what is none is left out with a remedy", () => {
  const read = (cell: string) =>
    takeIn(
      { id: "list", file: "list.csv", reader: "csv" },
      bytesOf(`name,annual income\nTea at Three,"${cell}"\n`),
      smallWorld,
    );
  for (const [cell, pounds] of [
    ["£12,500", 12_500],
    ["0", 0],
    ["99.50", 100],
  ] as const) {
    expect(read(cell).services[0]?.service.organisation.income).toBe(pounds);
  }
  const wrong = read("a lot");
  expect(wrong.services[0]?.service.organisation).not.toHaveProperty("income");
  expect(wrong.issues).toMatchObject([{ found: "a lot", outcome: "left-out" }]);
});
