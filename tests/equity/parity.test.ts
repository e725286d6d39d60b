import { describe, expect, test } from "vitest";
import { parity } from "../../src/equity/parity.ts";
import { sourceSpreads } from "../../src/equity/uneven-sources.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../src/services/place.ts";
import { allRows, at, indexOf, type SmallService } from "./small-london.ts";

const borough = (number: number): BoroughCode => BOROUGH_CODES[number] as BoroughCode;
const MONTHS = { fresh: 3, fair: 6, old: 12 };
const from = (source: string) => [{ id: source, record: "1" }];

const SERVICES: readonly SmallService[] = [
  {
    kind: "group",
    summary: "Tea and talk.",
    terms: { faith: ["sikh"], cost: ["free"] },
    locations: [{ ...at(-0.1, 51.5), borough: borough(0) }],
    contacts: { phones: [{ number: "020 7946 0018", dial: "+442079460018" }], emails: [], urls: [] },
    assured: { date: "2026-11-01", by: "Test" },
    sources: from("one"),
  },
  {
    kind: "group",
    unlisted: { faith: ["Jediism"] },
    serviceArea: { scope: "boroughs", boroughs: [borough(0), borough(1)] },
    assured: { date: "2020-01-01" },
    sources: from("two"),
  },
  {
    kind: "place",
    organisation: { id: "o", name: "Example", income: 100_000 },
    locations: [at(-0.1, 51.5, "approximate")],
    sources: from("two"),
  },
];

describe("parity of the records", () => {
  const index = indexOf(SERVICES, ["one", "two"]);
  const found = parity(index, allRows(index), "2026-11-24", MONTHS);
  const line = (lines: typeof found.byKind, id: string) => lines.find((entry) => entry.id === id);

  test("counts what records say, one record once", () => {
    expect(found.all).toMatchObject({ records: 3, hasPhone: 1, hasSummary: 1, hasPoint: 1 });
    expect(found.all.states).toMatchObject({ faith: 2, cost: 1, spokenLanguage: 0 });
    expect(found.all.checked).toEqual({ fresh: 1, fair: 0, old: 0, "very-old": 1, never: 1 });
  });

  test("goes by borough, where a record of two boroughs counts in both, and those of none have a line", () => {
    expect(line(found.byBorough, borough(0))).toMatchObject({ records: 2, hasPhone: 1 });
    expect(line(found.byBorough, borough(1))?.records).toBe(1);
    expect(line(found.byBorough, "none")?.records).toBe(1);
    expect(found.byBorough).toHaveLength(34);
  });

  test("goes by kind and by source", () => {
    expect(line(found.byKind, "group")).toMatchObject({ records: 2 });
    expect(line(found.byKind, "champions")).toMatchObject({ records: 0 });
    expect(found.bySource.map(({ id, records }) => [id, records])).toEqual([
      ["0", 1],
      ["1", 2],
    ]);
  });

  test("goes by size of organisation, and says how many state none", () => {
    expect(found.bySize.map(({ id, records }) => [id, records])).toEqual([
      ["none", 2],
      ["under-100k", 0],
      ["100k-to-1m", 1],
      ["1m-and-over", 0],
    ]);
  });

  test("looks only at the records it is given", () => {
    expect(parity(index, Uint32Array.of(2), "2026-11-24", MONTHS).all).toMatchObject({ records: 1, hasPhone: 0 });
  });
});

describe("the spread of a source", () => {
  const residents = BOROUGH_CODES.map((_, number) => (number === 0 ? 8_000 : 100_000));
  const inBorough = (number: number): SmallService => ({
    serviceArea: { scope: "boroughs", boroughs: [borough(number)] },
    sources: from("one"),
  });

  test("is named where it lists nothing of a borough, and leaves the City out of rates", () => {
    const index = indexOf([inBorough(0), inBorough(1), inBorough(1), inBorough(2)], ["one"]);
    const [spread] = sourceSpreads(index, allRows(index), residents);
    expect(spread).toMatchObject({
      source: 0,
      records: 4,
      uneven: true,
      most: { borough: borough(1), records: 2, perHundredThousand: 2 },
      least: { records: 0 },
    });
    expect(spread?.without).toEqual(BOROUGH_CODES.slice(3));
  });

  test("is even where no borough has four times as many as another", () => {
    const each = BOROUGH_CODES.map((_, number) => inBorough(number));
    const three = indexOf([...each, inBorough(5), inBorough(5)], ["one"]);
    expect(sourceSpreads(three, allRows(three), residents)[0]?.uneven).toBe(false);
    const four = indexOf([...each, inBorough(5), inBorough(5), inBorough(5)], ["one"]);
    expect(sourceSpreads(four, allRows(four), residents)[0]?.uneven).toBe(true);
  });
});
