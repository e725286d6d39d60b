import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPostcodeIn, INWARD_LETTERS, normalisePostcode, parsePostcode } from "../../src/services/postcode.ts";

const letter = fc.constantFrom(...INWARD_LETTERS);
const digit = fc.constantFrom(..."0123456789");
const outcode = fc.oneof(
  fc
    .tuple(fc.constantFrom("E", "N", "W", "SE", "SW", "NW", "CR", "UB", "IG"), fc.integer({ min: 1, max: 98 }))
    .map(([area, district]) => `${area}${district}`),
  fc.constantFrom("EC1A", "SW1A", "W1S", "WC2N", "N1C", "E1W", "SE1P", "CR0", "HA0"),
);
const postcode = fc.tuple(outcode, digit, letter, letter).map(([out, d, a, b]) => `${out} ${d}${a}${b}`);

describe("a postcode however it is typed", () => {
  test.each([
    ["e1 6an", "E1 6AN"],
    ["E16AN", "E1 6AN"],
    ["E1 6 AN", "E1 6AN"],
    ["  ub1\u00a01sw. ", "UB1 1SW"],
    ["(SW1A 1AA)", "SW1A 1AA"],
    ["E1-6AN", "E1 6AN"],
    ["E\u200b1 6\u00adAN\ufeff", "E1 6AN"],
    ["ＥＣ１Ａ 1BB", "EC1A 1BB"],
    ["Е1 6АN", "E1 6AN"],
    ["E١ ٦AN", "E1 6AN"],
    ["E১ ৬AN", "E1 6AN"],
    ["CRO 1NX", "CR0 1NX"],
    ["SWIA 1AA", "SW1A 1AA"],
    ["swla 1aa", "SW1A 1AA"],
    ["NWIO 7XX", "NW10 7XX"],
    ["NI 9GU", "N1 9GU"],
    ["E1 OAN", "E1 0AN"],
    ["5E1 8XX", "SE1 8XX"],
    ["M1 1AE", "M1 1AE"],
  ])("%j is read as %s", (typed, expected) => {
    expect(normalisePostcode(typed)).toBe(expected);
    expect(parsePostcode(typed)).toEqual({ kind: "full", postcode: expected, outcode: expected.split(" ")[0] });
  });

  test.each([
    ["e16", "E16"],
    ["E1 6", "E1"],
    ["E1 6A", "E1"],
    ["nw1o", "NW10"],
    ["W1A", "W1A"],
  ])("%j is read as the outcode %s", (typed, expected) => {
    expect(parsePostcode(typed)).toEqual({ kind: "outcode", outcode: expected });
  });

  test.each([
    "",
    " ",
    "croydon",
    "CRO",
    "EI",
    "SEl",
    "10",
    "ZZ1 1AA",
    "E1 6CV",
    "E1 6AN5",
    "E1 6ANX",
    "12 Street",
    "E1 6AN ".repeat(30),
  ])("%j is neither", (typed) => {
    expect(parsePostcode(typed)).toBeNull();
  });

  test("any case and spacing give the same postcode", () => {
    fc.assert(
      fc.property(
        postcode,
        fc.boolean(),
        fc.constantFrom("", " ", "  ", "\u00a0", "\u200b", "-"),
        (code, lower, gap) => {
          const typed = code.replace(" ", gap);
          expect(normalisePostcode(lower ? typed.toLowerCase() : typed)).toBe(code);
        },
      ),
    );
  });

  test("O for 0, and I or l for 1, never turn one postcode into another", () => {
    fc.assert(
      fc.property(postcode, (code) => {
        for (const [right, slip] of [
          ["0", "O"],
          ["1", "I"],
          ["1", "l"],
        ] as const) {
          expect(normalisePostcode(code.replaceAll(right, slip))).toBe(code);
        }
      }),
    );
  });

  test("no text makes it throw, and what it reads it reads again as the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), postcode), (text) => {
        const parsed = parsePostcode(text);
        if (parsed === null) return;
        expect(parsePostcode(parsed.kind === "full" ? parsed.postcode : parsed.outcode)).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a postcode inside an address", () => {
  test.each([
    ["Flat 1, 22 Example Road, London, E14NS", "E1 4NS"],
    ["12 Example Street, UB1 1SW, Southall", "UB1 1SW"],
    ["Example House, Sample Street, London E2 6HG UK", "E2 6HG"],
    ["formerly N1 9GU, now E1 6AN", "E1 6AN"],
    ["Example Hall, London El 6AN", "E1 6AN"],
    ["Example Hall, London SE1 OAA", "SE1 0AA"],
  ])("in %j it is %s", (address, expected) => {
    expect(findPostcodeIn(address)).toBe(expected);
  });

  test.each(["no postcode at 12 Example Street", "unit 5 bay", "", "Suite 100, E1", "ring 020 7946 0018"])(
    "in %j there is none",
    (address) => {
      expect(findPostcodeIn(address)).toBeNull();
    },
  );

  test("it is found among other words, and no text makes it throw", () => {
    fc.assert(
      fc.property(postcode, fc.string({ unit: "binary" }), (code, noise) => {
        expect(findPostcodeIn(`1 Example Street, ${code}`)).toBe(code);
        const found = findPostcodeIn(noise);
        if (found !== null) expect(normalisePostcode(found)).toBe(found);
      }),
    );
  });
});
