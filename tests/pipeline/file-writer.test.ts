import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonLines } from "../../src/pipeline/exports.ts";
import { createFileWriter } from "../../src/pipeline/file-writer.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "file-writer-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = fc.string({ unit: fc.constantFrom("a", "é", "–", "আ", "🍵", '"'), maxLength: 40 });

describe("writing a file in pieces", () => {
  test("gives the bytes and the sum of the same text written at once", () => {
    const write = createFileWriter(folder);
    fc.assert(
      fc.property(fc.array(text), (pieces) => {
        const whole = Buffer.from(pieces.join(""), "utf8");
        const written = write("deep/down/pieces.txt", pieces);
        expect(readFileSync(join(folder, "deep/down/pieces.txt")).equals(whole)).toBe(true);
        expect(written).toEqual({
          bytes: whole.length,
          sha256: createHash("sha256").update(whole).digest("hex"),
        });
      }),
      { numRuns: 60 },
    );
  });

  test("loses nothing of pieces that outgrow its buffer", () => {
    const write = createFileWriter(folder);
    const long = "–".repeat(700_000);
    const many = Array.from({ length: 9000 }, (_, i) => `${i} ${"é".repeat(200)}\n`);
    write("long.txt", ["a", long, "b", ...many]);
    expect(readFileSync(join(folder, "long.txt"), "utf8")).toBe(`a${long}b${many.join("")}`);
  });

  test("writes bytes as they are", () => {
    const bytes = Uint8Array.from([0, 255, 128, 10]);
    createFileWriter(folder)("bytes.bin", bytes);
    expect(new Uint8Array(readFileSync(join(folder, "bytes.bin")))).toEqual(bytes);
  });
});

describe("a list of JSON in lines", () => {
  test("is read as the same list, one item a line", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        const lines = [...jsonLines(items.map((item) => JSON.stringify(item)))].join("");
        expect(JSON.parse(lines)).toEqual(JSON.parse(JSON.stringify(items)));
        expect(lines.split("\n")).toHaveLength(items.length === 0 ? 1 : items.length + 2);
      }),
    );
  });
});
