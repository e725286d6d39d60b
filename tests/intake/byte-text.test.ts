import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteText, fromByteText, isUtf8 } from "../../src/intake/byte-text.ts";
import { csv } from "../../src/intake/csv.ts";
import { readSource } from "../../src/intake/read-source.ts";

const encoder = new TextEncoder();

function strictly(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes that are nearly UTF-8: first letters, second ones and the limits between what is allowed and what is not. */
const nearly = fc
  .array(
    fc.oneof(
      fc.constantFrom(...[0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed]),
      fc.constantFrom(...[0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff]),
    ),
    { maxLength: 6 },
  )
  .map((bytes) => Uint8Array.from(bytes));

describe("a text with one character for each byte", () => {
  test("is made only of what a strict decoder takes", () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.uint8Array({ maxLength: 8 })), (bytes) => {
        expect(isUtf8(bytes)).toBe(strictly(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test("says what the bytes said", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const bytes = encoder.encode(text);
        expect(fromByteText(byteText(bytes))).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
      }),
    );
  });

  test("gives the same table as the text", () => {
    const sign = fc.constantFrom(
      ...[
        '"',
        '""',
        ",",
        ";",
        "\n",
        "\r\n",
        " ",
        "\t",
        "a",
        "é",
        "–",
        "বাংলা",
        "\u00a0",
        "\u2003",
        "\ufeff",
        "x".repeat(90),
      ],
    );
    const text = fc.array(sign, { maxLength: 30 }).map((signs) => `Name,Phone\r\n${signs.join("")}`);
    fc.assert(
      fc.property(text, (list) => {
        const read = readSource({ file: "list.csv", reader: "csv" }, encoder.encode(list));
        const plainly = csv.read(list);
        expect(read.status === "table" ? read.table : read.trouble).toEqual(
          plainly.trouble === null ? plainly : `list.csv: ${plainly.trouble}`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
