import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGazetteer } from "../../src/search/gazetteer.ts";
import { type ChosenTerms, NOTHING_SELECTED, type Selection } from "../../src/search/selection.ts";
import { mayBeWritten, selectionFromParams, selectionToParams } from "../../src/search/selection-url.ts";
import { FACETS } from "../../src/services/facets.ts";
import { boroughCode, type LonLat, lonLat, METRES_PER_MILE } from "../../src/services/place.ts";
import { vocabularies } from "./fixture.ts";

const places = createGazetteer({
  boroughs: [
    {
      code: boroughCode("E09000012") as NonNullable<ReturnType<typeof boroughCode>>,
      name: "Hackney",
      label: [-0.06, 51.55],
    },
  ],
  neighbourhoods: [{ name: "Hackney Wick", lon: -0.024, lat: 51.543 }],
  stations: [{ name: "Hackney Wick Station", lon: -0.0245, lat: 51.5434 }],
  practices: [],
});

/** Chosen and excluded terms of the real vocabularies, no term both. */
const anyTerms: fc.Arbitrary<{ terms: ChosenTerms; not: ChosenTerms }> = fc
  .tuple(
    ...FACETS.map(({ id }) =>
      fc
        .uniqueArray(fc.constantFrom(...vocabularies[id].terms.map((term) => term.id)), { maxLength: 4 })
        .chain((terms) =>
          fc.nat(terms.length).map((split) => [id, terms.slice(0, split), terms.slice(split)] as const),
        ),
    ),
  )
  .map((facets) => ({
    terms: Object.fromEntries(facets.flatMap(([id, chosen]) => (chosen.length > 0 ? [[id, chosen]] : []))),
    not: Object.fromEntries(facets.flatMap(([id, , excluded]) => (excluded.length > 0 ? [[id, excluded]] : []))),
  }));

const anyWords = fc
  .string({ unit: "grapheme", maxLength: 40 })
  .filter((text) => mayBeWritten(text) && text.trim() !== "" && !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text));

/** Everything that an address can hold. */
const anyWritable: fc.Arbitrary<Selection> = fc
  .record({
    chosen: anyTerms,
    reading: fc.constantFrom("may-fit" as const, "says-so" as const),
    words: fc.oneof(fc.constant(""), anyWords),
    place: fc.constantFrom(null, "E09000012", "hackney-wick"),
    miles: fc.constantFrom(null, 0.5, 1, 2, 3, 5, 10),
    places: fc.boolean(),
  })
  .map(({ chosen, reading, words, place, miles, places: layer }) => {
    const radius = miles === null ? null : miles * METRES_PER_MILE;
    return {
      ...chosen,
      reading,
      words,
      near:
        place === null
          ? null
          : (selectionFromParams(
              new URLSearchParams({ near: place, ...(miles === null ? {} : { miles: String(miles) }) }),
              vocabularies,
              places,
            ).selection.near ?? { point: lonLat(0, 51.5) as LonLat, radius, label: "" }),
      places: layer,
    };
  });

test("a link out is a link in, for everything that an address may hold", () => {
  fc.assert(
    fc.property(anyWritable, (selection) => {
      const address = selectionToParams(selection).toString();
      expect(selectionFromParams(new URLSearchParams(address), vocabularies, places)).toEqual({
        selection,
        dropped: [],
      });
    }),
    { numRuns: 1_000, seed: 51 },
  );
});

test("defaults leave no trace, and an empty address is nothing selected", () => {
  expect(selectionToParams(NOTHING_SELECTED).toString()).toBe("");
  expect(selectionFromParams(new URLSearchParams(""), vocabularies)).toEqual({
    selection: NOTHING_SELECTED,
    dropped: [],
  });
});

test("published links keep their form", () => {
  const selection: Selection = {
    ...NOTHING_SELECTED,
    terms: { spokenLanguage: ["so", "ar"], whoFor: ["women"] },
    not: { spokenLanguage: ["en"] },
    reading: "says-so",
    words: "tea",
    places: true,
  };
  expect(decodeURIComponent(selectionToParams(selection).toString())).toBe(
    "q=tea&speaks=so,ar,-en&for=women&only=1&places=1",
  );
});

describe("what would tell where somebody is, is never written", () => {
  const point = lonLat(-0.0731, 51.5201) as LonLat;
  test("not the device's position, nor a postcode as a start", () => {
    for (const label of ["Where I am", "E1 6AN"]) {
      expect(selectionToParams({ ...NOTHING_SELECTED, near: { point, radius: 1_000, label } }).toString()).toBe("");
    }
  });
  test.each(["E1 6AN", "food e16an", "sw1a 1aa", "near N16", "e1 6", "Ｅ１ ６ＡＮ", "CR0 1NX please", "ec1a1bb"])(
    "not the words %s",
    (words) => {
      expect(selectionToParams({ ...NOTHING_SELECTED, words }).has("q")).toBe(false);
    },
  );
  test.each(["food bank", "over 60s", "covid19", "10 friends", "A level maths"])("but the words %s are", (words) => {
    expect(selectionToParams({ ...NOTHING_SELECTED, words }).get("q")).toBe(words);
  });
  test("and no address holds the point of any start", () => {
    fc.assert(
      fc.property(anyWritable, (selection) => {
        const near = {
          point,
          radius: 2_000,
          label: "E1 6AN",
          borough: boroughCode("E09000030") as NonNullable<ReturnType<typeof boroughCode>>,
        };
        const params = selectionToParams({ ...selection, words: "", near });
        expect([params.has("near"), params.has("miles")]).toEqual([false, false]);
        expect(params.toString()).not.toMatch(/51\.52|0\.0731|6AN/);
      }),
      { numRuns: 200, seed: 52 },
    );
  });
});

describe("nonsense in a link", () => {
  const read = (address: string) => selectionFromParams(new URLSearchParams(address), vocabularies, places);
  test("unknown terms are dropped and named, the rest stays", () => {
    expect(read("speaks=klingon,so&faith=-jedi")).toEqual({
      selection: { ...NOTHING_SELECTED, terms: { spokenLanguage: ["so"] } },
      dropped: ["klingon", "jedi"],
    });
  });
  test("an unknown place is dropped and named", () => expect(read("near=atlantis").dropped).toEqual(["atlantis"]));
  test("a station is no start that an address may name", () => {
    expect(read("near=hackney-wick-station").selection.near).toBeNull();
  });
  test("a radius that is none leaves the distance open", () => {
    for (const miles of ["x", "-1", "0", "1e9", ""])
      expect(read(`near=hackney-wick&miles=${miles}`).selection.near?.radius).toBeNull();
  });
  test("a term both wanted and not wanted counts as it came first", () => {
    expect(read("speaks=so,-so").selection).toEqual({ ...NOTHING_SELECTED, terms: { spokenLanguage: ["so"] } });
  });
  test("any address is read without an error", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("q", "speaks", "near", "miles", "only", "for", "x"), fc.string())),
        (pairs) => {
          const { selection } = read(new URLSearchParams(pairs).toString());
          expect(selection.words.length).toBeLessThanOrEqual(100);
          expect(selectionFromParams(selectionToParams(selection), vocabularies, places).selection.terms).toEqual(
            selection.terms,
          );
        },
      ),
      { numRuns: 500, seed: 53 },
    );
  });
});
