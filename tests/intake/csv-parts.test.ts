import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsOfList } from "../../src/intake/csv-parts.ts";
import { idsOf, joinParts, type TakenIn, takeIn, withRest } from "../../src/intake/take-in.ts";
import type { Issue } from "../../src/services/issue.ts";
import { smallWorld } from "./small-world.ts";

const source = { id: "list", file: "list.csv", reader: "csv" };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const whole = (bytes: Uint8Array): TakenIn => takeIn(source, bytes, smallWorld);

/** As the build does it with two threads. */
function together(bytes: Uint8Array, share: number): TakenIn | null {
  const parts = partsOfList(bytes, share);
  if (parts === null) return null;
  const [own, rest] = parts;
  const first = takeIn(source, own.bytes, smallWorld);
  const rows = rest.rowsBefore;
  const alone = takeIn(source, rest.bytes, smallWorld, { before: { rows, ids: new Map() } });
  const told = () => takeIn(source, rest.bytes, smallWorld, { before: { rows, ids: idsOf(first) } });
  return joinParts(first, alone) ?? withRest(first, told());
}

/** Issues in the order in which the build publishes them. */
const inOrder = ({ issues, ...taken }: TakenIn) => ({
  ...taken,
  issues: [...issues].sort((a: Issue, b: Issue) => (a.row ?? 0) - (b.row ?? 0)),
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "Tea at Three",
    "Tea, and talk",
    'The "Old" Hall',
    "two\nlines",
    "E1 4NS",
    "café – später",
    "020 7946 0018",
    "Klingon",
  ),
  fc.string({ maxLength: 12 }),
);
const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const list = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 4, maxLength: 5 }), { minLength: 2, maxLength: 12 }),
  title: fc.boolean(),
  mark: fc.boolean(),
  newline: fc.constantFrom("\n", "\r\n"),
  delimiter: fc.constantFrom(",", ";"),
  ids: fc.boolean(),
});

describe("a list cut in two", () => {
  test("gives what the whole gives, wherever it is cut", () => {
    let cut = 0;
    fc.assert(
      fc.property(
        list,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ rows, title, mark, newline, delimiter, ids }, share) => {
          const head = [...(title ? [["Our list"]] : []), [ids ? "id" : "surprise", "name", "phone", "description"]];
          const lines = [...head, ...rows].map((row) =>
            row.map((text) => quoted(text.replaceAll("\r", ""))).join(delimiter),
          );
          const text = `${mark ? "\ufeff" : ""}${lines.join(newline).replace(/\r?\n/g, newline)}${newline}`;
          const bytes = bytesOf(text);
          const both = together(bytes, share);
          if (both === null) return;
          cut++;
          expect(inOrder(both)).toEqual(inOrder(whole(bytes)));
        },
      ),
      { numRuns: 400 },
    );
    expect(cut).toBeGreaterThan(100);
  });

  test("numbers its rows as the spreadsheet does", () => {
    const parts = partsOfList(bytesOf('A list of ours\nname,phone\nOne,1\n\nTwo,"2\n2"\nThree,3\nFour,4\n'), 0.6);
    expect(parts?.map(({ bytes, rowsBefore }) => [new TextDecoder().decode(bytes), rowsBefore])).toEqual([
      ['A list of ours\nname,phone\nOne,1\n\nTwo,"2\n2"\n', 0],
      ["A list of ours\nname,phone\nThree,3\nFour,4\n", 3],
    ]);
  });

  test.each([
    ["lines end in two ways", "name,phone\nOne,1\r\nTwo,2\nThree,3\n"],
    ["text follows a closing quotation mark", 'name,phone\n"One" Hall,1\nTwo,2\nThree,3\n'],
    ["a quotation mark never closes", 'name,phone\n"One,1\nTwo,2\nThree,3\n'],
    ["it looks like JSON", '{"name": 1}\nOne\nTwo\nThree\n'],
    ["it has one row", "name,phone\nOne,1\n"],
  ])("is left whole when %s", (_, text) => {
    expect(partsOfList(bytesOf(text), 0.3)).toBeNull();
  });

  test("is left whole when it is no UTF-8", () => {
    expect(
      partsOfList(Uint8Array.of(...bytesOf("name,phone\nCaf"), 0xe9, ...bytesOf(",1\nTwo,2\nThree,3\n")), 0.3),
    ).toBeNull();
  });

  test("tells of an id in both parts, and gives the second another", () => {
    const bytes = bytesOf("id,name\na,One\nb,Two\na,Three\nc,Four\n");
    const both = together(bytes, 0.6);
    expect(both?.services.map(({ service }) => service.id)).toEqual(["a", "b", "a-2", "c"]);
    expect(both).toEqual(whole(bytes));
  });
});
