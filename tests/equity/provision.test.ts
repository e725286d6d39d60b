import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { needOf } from "../../src/equity/need.ts";
import { poissonInterval } from "../../src/equity/poisson.ts";
import { provision, saidAbout } from "../../src/equity/provision.ts";
import { shownCount, shownPart, shownTotal } from "../../src/equity/small-counts.ts";
import type { CensusFile } from "../../src/services/census-table.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";
import { createVocabulary } from "../../src/services/vocabulary.ts";
import { allRows, anyPlacedServices, indexOf, type SmallService } from "./small-london.ts";

const vocabulary = createVocabulary({
  facet: "faith",
  label: "Faith",
  terms: [
    { id: "christian", label: "Christian", census: ["TS030:Christian"] },
    { id: "quaker", label: "Quaker", parent: "christian" },
    { id: "sikh", label: "Sikh", census: ["TS030:Sikh"] },
    { id: "either", label: "Either", census: ["TS030:Sikh", "TS030:Christian"] },
    { id: "jain", label: "Jain", census: ["TS030:Jain"] },
  ],
});

/** Four boroughs with people, 100 Christians and 20 Sikhs in each of the others. */
const counts = (first: readonly number[], others: number) => BOROUGH_CODES.map((_, i) => first[i] ?? others);
const census: CensusFile = {
  areas: "boroughs",
  tables: {
    TS030: {
      title: "Religion",
      population: "All usual residents",
      totals: counts([], 1_000),
      categories: [
        { name: "Christian", group: null, counts: counts([], 100) },
        { name: "Sikh", group: null, counts: counts([20_000, 10_000, 5_000, 9], 20) },
      ],
    },
  },
};

const inBoroughs = (faith: readonly string[], ...numbers: readonly number[]): SmallService => ({
  ...(faith.length > 0 ? { terms: { faith } } : {}),
  serviceArea: {
    scope: "boroughs",
    boroughs: numbers.map(
      (number) =>
        BOROUGH_CODES[number] ??
        (() => {
          throw new Error();
        })(),
    ),
  },
});

const ask = (services: readonly SmallService[], term: string) => {
  const index = indexOf(services);
  const said = saidAbout(index, "faith", vocabulary, term);
  return provision({ index, rows: allRows(index), said, people: needOf(vocabulary, term, census)?.people ?? null });
};
const ofBorough = (found: ReturnType<typeof ask>, number: number) =>
  found.lines.find(({ borough }) => borough === BOROUGH_CODES[number]);

describe("need beside provision", () => {
  test("counts services per 10,000 people, with people per service, worked by hand", () => {
    const found = ask([inBoroughs(["sikh"], 0), inBoroughs(["sikh"], 0, 1), inBoroughs(["sikh"], 1)], "sikh");
    expect(ofBorough(found, 0)).toMatchObject({ people: 20_000, says: 2, peoplePerService: 10_000 });
    expect(ofBorough(found, 0)?.rate?.perTenThousand).toBe(1);
    expect(ofBorough(found, 1)?.rate?.perTenThousand).toBe(2);
    // Exact bounds of a count of 2 are 0.2422 and 7.2247.
    expect(ofBorough(found, 0)?.rate?.low).toBeCloseTo(0.1211, 4);
    expect(ofBorough(found, 0)?.rate?.high).toBeCloseTo(3.6123, 4);
    expect(found.london.says).toBe(3);
  });

  test("says what is not stated beside what is, and never takes it for no", () => {
    const found = ask([inBoroughs(["sikh"], 0), inBoroughs(["christian"], 0), inBoroughs([], 0), {}], "sikh");
    expect(ofBorough(found, 0)).toMatchObject({ says: 1, saysOthers: 1, doesNotSay: 1 });
    expect(found.london).toMatchObject({ says: 1, saysOthers: 1, doesNotSay: 2 });
    expect(found.outsideBoroughs).toEqual({ says: 0, saysOthers: 0, doesNotSay: 1 });
  });

  test("a service for all London belongs to no borough but the one it stands in", () => {
    const everywhere: SmallService = { terms: { faith: ["sikh"] }, serviceArea: { scope: "london" } };
    const standing: SmallService = {
      ...everywhere,
      locations: [{ point: null, precision: "borough", borough: BOROUGH_CODES[2] ?? null }],
    };
    const found = ask([everywhere, standing], "sikh");
    expect(found.outsideBoroughs.says).toBe(1);
    expect(found.lines.filter(({ says }) => says > 0).map(({ borough }) => borough)).toEqual([BOROUGH_CODES[2]]);
  });

  test("a parent finds its children's services", () => {
    expect(ask([inBoroughs(["quaker"], 5)], "christian").london.says).toBe(1);
  });

  test("orders boroughs with ties, fewest services for their people first", () => {
    const services = [
      inBoroughs(["sikh"], 0),
      inBoroughs(["sikh"], 0),
      inBoroughs(["sikh"], 1),
      inBoroughs(["sikh"], 2),
    ];
    const found = ask(services, "sikh");
    // 29 boroughs with 20 people and no service share the first place; 0 and 1 have one for each 10,000.
    expect(ofBorough(found, 20)).toMatchObject({ place: 1, tied: true, peoplePerService: null });
    expect(ofBorough(found, 0)).toMatchObject({ place: 30, tied: true });
    expect(ofBorough(found, 1)).toMatchObject({ place: 30, tied: true });
    expect(ofBorough(found, 2)).toMatchObject({ place: 32, tied: false });
    expect(found.lines.slice(-3, -1).map(({ borough }) => borough)).toEqual([BOROUGH_CODES[1], BOROUGH_CODES[2]]);
  });

  test("hides counts under 10 with their rates and places, and blurs the total that would give them away", () => {
    const found = ask([inBoroughs(["sikh"], 3)], "sikh");
    expect(ofBorough(found, 3)).toMatchObject({
      people: "under-10",
      rate: null,
      peoplePerService: null,
      place: null,
      says: 1,
    });
    // 20,000 + 10,000 + 5,000 + 9 + 29 × 20 = 35,589.
    expect(found.london.people).toBe(35_600);
    expect(found.london.perTenThousand).toBeCloseTo((1 / 35_600) * 10_000, 9);
    expect(shownCount(9)).toBe("under-10");
    expect(shownCount(10)).toBe(10);
    expect(shownTotal([12, 30])).toBe(42);
    expect(shownTotal([3, 2])).toBe("under-10");
    expect(shownTotal([9, 12])).toBe(10);
  });

  test("hides a part of some people where the part or the rest is under 10, and shows that nothing is near", () => {
    expect(shownPart(9, 100, true)).toBe("under-10");
    expect(shownPart(91, 100, true)).toBe("under-10");
    expect(shownPart(50, 100, true)).toBe(50);
    expect(shownPart(100, 100, true)).toBe(100);
    expect(shownPart(0, 100, true)).toBe("under-10");
    expect(shownPart(0, 100, false)).toBe(0);
  });

  test("has neither rate nor order when the census counts nobody under the term", () => {
    const found = ask([inBoroughs(["quaker"], 0)], "quaker");
    expect(ofBorough(found, 0)).toMatchObject({ says: 1, people: null, rate: null, place: null, againstLondon: null });
    expect(found.london.people).toBeNull();
  });

  test("names what it compares with, adds up several categories, and makes nothing up", () => {
    expect(needOf(vocabulary, "sikh", census)).toMatchObject({
      categories: ["TS030:Sikh"],
      counted: ["All usual residents"],
    });
    expect(needOf(vocabulary, "either", census)?.people.slice(0, 4)).toEqual([20_100, 10_100, 5_100, 109]);
    expect(needOf(vocabulary, "quaker", census)).toBeNull();
    expect(needOf(vocabulary, "jain", census)).toBeNull();
    expect(needOf(vocabulary, "sikh", { ...census, areas: "msoas" })).toBeNull();
  });

  test("still shows the need when nothing is listed", () => {
    const found = ask([], "sikh");
    expect(ofBorough(found, 0)).toMatchObject({ people: 20_000, says: 0 });
    expect(ofBorough(found, 0)?.rate?.perTenThousand).toBe(0);
    expect(found.lines.every(({ againstLondon }) => againstLondon === null || againstLondon === "cannot-tell")).toBe(
      true,
    );
  });

  test("tells boroughs from London only where a small count can bear it", () => {
    const many = Array.from({ length: 40 }, () => inBoroughs(["sikh"], 1));
    const found = ask([...many, inBoroughs(["sikh"], 0)], "sikh");
    expect(ofBorough(found, 1)?.againstLondon).toBe("more");
    expect(ofBorough(found, 0)?.againstLondon).toBe("fewer");
    expect(ofBorough(found, 20)?.againstLondon).toBe("cannot-tell");
  });

  test("each service says, says others or does not say, and the shares of the three add up to one", () => {
    fc.assert(
      fc.property(anyPlacedServices, (services) => {
        const { london, outsideBoroughs, lines } = ask(services, "sikh");
        expect(london.says + london.saysOthers + london.doesNotSay).toBe(services.length);
        expect(outsideBoroughs.says).toBeLessThanOrEqual(london.says);
        expect(new Set(lines.map(({ borough }) => borough)).size).toBe(33);
      }),
    );
  });
});

describe("the interval of a count", () => {
  test.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [5, 1.6235, 11.6683],
    [9, 4.1154, 17.0848],
  ])("of %i is the exact one of the published tables", (count, low, high) => {
    expect(poissonInterval(count).low).toBeCloseTo(low, 4);
    expect(poissonInterval(count).high).toBeCloseTo(high, 4);
  });

  test.each([
    [10, 4.7954, 18.3904],
    [25, 16.1787, 36.9049],
    [100, 81.364, 121.6271],
  ])("of %i is within 0.02 of the exact one by Byar's approximation", (count, low, high) => {
    expect(Math.abs(poissonInterval(count).low - low)).toBeLessThan(0.02);
    expect(Math.abs(poissonInterval(count).high - high)).toBeLessThan(0.02);
  });

  test("holds the count and grows with it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
        const [here, next] = [poissonInterval(count), poissonInterval(count + 1)];
        expect(here.low).toBeLessThanOrEqual(count);
        expect(here.high).toBeGreaterThan(count);
        expect(next.low).toBeGreaterThan(here.low);
        expect(next.high).toBeGreaterThan(here.high);
      }),
    );
  });
});
