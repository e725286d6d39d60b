import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteReader, ByteWriter } from "../../src/services/bytes.ts";
import {
  differences,
  fromCodeDifferences,
  fromDigits,
  fromLines,
  runningSums,
  toCodeDifferences,
  toDigits,
  toLines,
} from "../../src/services/columns.ts";

describe("numbers in few bytes", () => {
  test("come back as they went in, of either sign, with texts and single bytes between", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 2 ** 31 - 1 }),
            fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 }),
            fc.string({ unit: "grapheme-ascii", maxLength: 127 }),
            fc.nat({ max: 255 }),
          ),
          { maxLength: 40 },
        ),
        (rows) => {
          const [first, second] = [new ByteWriter(), new ByteWriter()];
          for (const [number, signed, text, byte] of rows) {
            first.number(number);
            first.signed(signed);
            second.text(text);
            second.byte(byte);
          }
          const reader = new ByteReader(ByteWriter.join([first, second]), "cut");
          for (const [number, signed] of rows) expect([reader.number(), reader.signed()]).toEqual([number, signed]);
          for (const [, , text, byte] of rows) expect([reader.text(), reader.byte()]).toEqual([text, byte]);
          expect(() => reader.byte()).toThrow("cut");
        },
      ),
    );
  });

  test.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
  ])("%i takes %i bytes", (number, bytes) => {
    const writer = new ByteWriter();
    writer.number(number);
    expect(ByteWriter.join([writer])).toHaveLength(bytes);
  });

  test("small numbers of either sign take one byte", () => {
    const writer = new ByteWriter();
    for (const number of [0, -1, 1, -2, 2, 63, -64]) writer.signed(number);
    expect([...ByteWriter.join([writer])]).toEqual([0, 1, 2, 3, 4, 126, 127]);
  });

  test("more than a kilobyte is kept whole", () => {
    const writer = new ByteWriter();
    for (let i = 0; i < 3_000; i++) writer.byte(i % 251);
    expect([...ByteWriter.join([writer])]).toEqual(Array.from({ length: 3_000 }, (_, i) => i % 251));
  });

  test("a run of bytes is read on from where the last reading ended, and none beyond the end", () => {
    const reader = new ByteReader(Uint8Array.of(1, 2, 3, 4), "cut");
    expect(reader.byte()).toBe(1);
    expect([...reader.bytes(2)]).toEqual([2, 3]);
    expect(() => reader.bytes(2)).toThrow("cut");
    expect([...reader.bytes(1)]).toEqual([4]);
    expect([...reader.bytes(0)]).toEqual([]);
  });
});

describe("columns of one value a row", () => {
  test("hold numbers from 0 to 35 as one character each, and no others", () => {
    const numbers = Array.from({ length: 36 }, (_, i) => i);
    expect(toDigits([0, 9, 10, 35])).toBe("09az");
    expect([...fromDigits(toDigits(numbers))]).toEqual(numbers);
    for (const wrong of [36, -1, 1.5]) expect(() => toDigits([wrong])).toThrow(`${wrong} is not a whole number`);
  });

  test("hold numbers as differences, the first from nothing", () => {
    expect(differences([5, 7, 4])).toEqual([5, 2, -3]);
    expect(runningSums([5, 2, -3])).toEqual([5, 7, 4]);
  });

  test("hold texts as lines, and refuse one with a line break in it", () => {
    expect(fromLines(toLines(["a", "", "c"]), 3)).toEqual(["a", "", "c"]);
    expect(fromLines(toLines([]), 0)).toEqual([]);
    expect(fromLines(toLines([""]), 1)).toEqual([""]);
    for (const text of ["a\nb", "a\rb"]) expect(() => toLines(["a", text])).toThrow("line break");
  });

  test("hold official codes, and refuse one of another form", () => {
    const codes = ["E01000001", "E01000009", "E01033768"];
    expect(toCodeDifferences(codes, "E01")).toEqual([1, 8, 33_759]);
    expect(fromCodeDifferences([1, 8, 33_759], "E01")).toEqual(codes);
    for (const wrong of ["E02000001", "E0100001", "E010000011", "E01 00001", "xE01000001"]) {
      expect(() => toCodeDifferences([wrong], "E01")).toThrow("is not a code of the form E01000000");
    }
  });
});
