import fc from "fast-check";
import { expect, test } from "vitest";
import { isListed, type PlainQuestion, plainDistance } from "../../src/search/plain-match.ts";
import { relaxationsOf } from "../../src/search/relaxations.ts";
import type { Relaxation, Results } from "../../src/search/results.ts";
import { createSearch } from "../../src/search/search.ts";
import { type Near, NOTHING_SELECTED, type Selection } from "../../src/search/selection.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { type BoroughCode, boroughCode, type LonLat, lonLat } from "../../src/services/place.ts";
import type { Location, Service } from "../../src/services/service.ts";
import { decodeServiceIndex } from "../../src/services/service-index.ts";
import { anyNear, anySelection, anyServices, smallVocabularies as vocabularies } from "./arbitraries.ts";
import { aService, searchOver, TODAY } from "./fixture.ts";

const smallSearch = (services: readonly Service[]) =>
  createSearch(decodeServiceIndex(encodeServiceIndex(services, [])), vocabularies);

const questionOf = (selection: Selection): PlainQuestion => ({
  selection,
  vocabularies,
  hasWords: null,
  borough: selection.near?.borough ?? null,
});
const listedBy = (services: readonly Service[], selection: Selection): number =>
  services.filter((service) => isListed(service, questionOf(selection))).length;

/** Everything that results say, read out. */
const readOut = (results: Results, count: number, selection: Selection) => ({
  rows: [...results.rows],
  counts: Object.values(results.counts).map((counts) => [...counts]),
  reasons: Array.from({ length: count }, (_, row) => results.reasonsOf(row)),
  relaxations: relaxationsOf(selection, results.rows.length, results.countOf),
  beyond: results.nearestBeyond(5),
});

test("results stay as they were whatever is searched after them, and the same selection finds the same again", () => {
  fc.assert(
    fc.property(anyServices, fc.array(anySelection, { minLength: 2, maxLength: 12 }), (services, selections) => {
      const search = smallSearch(services);
      const first = selections.map((selection) => search.search(selection, TODAY));
      const readAll = () =>
        first.map((results, i) => readOut(results, services.length, selections[i] ?? NOTHING_SELECTED));
      const read = readAll();
      expect(readAll()).toEqual(read);
      const fresh = selections.map((selection) =>
        readOut(smallSearch(services).search(selection, TODAY), services.length, selection),
      );
      expect(read).toEqual(fresh);
    }),
    { numRuns: 150, seed: 61 },
  );
});

test("dropping what a relaxation names gives as many as it says, and every single thing that helps is named, best first", () => {
  fc.assert(
    fc.property(anyServices, anySelection, (services, selection) => {
      const now = listedBy(services, selection);
      const results = smallSearch(services).search(selection, TODAY);
      const relaxations = relaxationsOf(selection, results.rows.length, results.countOf);
      for (const relaxation of relaxations)
        expect(relaxation.gives).toBe(listedBy(services, dropped(selection, relaxation)));
      const gives = relaxations.map((relaxation) => relaxation.gives);
      expect(gives).toEqual(gives.toSorted((a, b) => b - a));
      const helpful = everyDrop(selection).filter((drop) => listedBy(services, dropped(selection, { drop })) > now);
      expect(relaxations.map(({ drop }) => JSON.stringify(drop)).sort()).toEqual(
        helpful.map((drop) => JSON.stringify(drop)).sort(),
      );
    }),
    { numRuns: 300, seed: 62 },
  );
});

function everyDrop({ terms, not, near, reading }: Selection): Relaxation["drop"][] {
  const drops: Relaxation["drop"][] = [];
  for (const facet of Object.keys(terms) as (keyof typeof terms)[]) drops.push({ kind: "facet", facet });
  for (const facet of Object.keys(not) as (keyof typeof not)[]) drops.push({ kind: "exclusion", facet });
  if (near !== null && near.radius !== null) drops.push({ kind: "radius" });
  if (reading === "says-so") drops.push({ kind: "reading" });
  return drops;
}

function dropped(selection: Selection, { drop }: Pick<Relaxation, "drop">): Selection {
  switch (drop.kind) {
    case "facet": {
      const { [drop.facet]: _, ...terms } = selection.terms;
      return { ...selection, terms };
    }
    case "exclusion": {
      const { [drop.facet]: _, ...not } = selection.not;
      return { ...selection, not };
    }
    case "words":
      return { ...selection, words: "" };
    case "radius":
      return { ...selection, near: selection.near && { ...selection.near, radius: null } };
    case "reading":
      return { ...selection, reading: "may-fit" };
  }
}

test("the nearest beyond the radius fit everything else, nearest first, and none is left out for another", () => {
  fc.assert(
    fc.property(
      anyServices,
      anySelection,
      anyNear,
      fc.integer({ min: 1, max: 6 }),
      (services, selected, near, limit) => {
        const radius = near.radius ?? 1_000;
        const selection = { ...selected, near: { ...near, radius } };
        const anywhere = questionOf({ ...selection, near: null });
        const right = services
          .flatMap((service, row) => {
            const metres = plainDistance(service, near);
            return metres !== null && metres > radius && isListed(service, anywhere) ? [{ row, metres }] : [];
          })
          .sort((a, b) => a.metres - b.metres);
        const results = smallSearch(services).search(selection, TODAY);
        const found = results.nearestBeyond(limit);
        expect(found.map((row) => results.distanceOf(row))).toEqual(right.slice(0, limit).map(({ metres }) => metres));
        expect(new Set(found).size).toBe(found.length);
      },
    ),
    { numRuns: 300, seed: 63 },
  );
});

const HACKNEY = boroughCode("E09000012") as BoroughCode;
const CAMDEN = boroughCode("E09000007") as BoroughCode;
const at = (lon: number, lat: number, borough: BoroughCode): Location => ({
  point: lonLat(lon, lat) as LonLat,
  precision: "venue",
  borough,
});
const services = [
  aService("Hall", { locations: [at(-0.06, 51.545, HACKNEY)] }),
  aService("Far hall", { locations: [at(-0.3, 51.4, CAMDEN)] }),
  aService("Phone line", { serviceArea: { scope: "london" } }),
  aService("Comes to Hackney", { serviceArea: { scope: "boroughs", boroughs: [HACKNEY] } }),
  aService("Comes to Camden", { serviceArea: { scope: "boroughs", boroughs: [CAMDEN] } }),
  aService("Says nothing of place"),
];
const nearHackney: Near = { point: lonLat(-0.061, 51.546) as LonLat, radius: 1_000, label: "here" };
const named = (near: Near) =>
  [...searchOver(services).search({ ...NOTHING_SELECTED, near }, TODAY).rows].map((row) => services[row]?.name);

test("a radius loses no service for having no pin: what serves the start or may come from anywhere stays, after the pins", () => {
  expect(named(nearHackney)).toEqual(["Hall", "Comes to Hackney", "Phone line", "Says nothing of place"]);
});

test("the borough of a start is that of the nearest listed location, unless it is known", () => {
  expect(named({ ...nearHackney, borough: CAMDEN })).toEqual([
    "Hall",
    "Comes to Camden",
    "Phone line",
    "Says nothing of place",
  ]);
});

test("without a radius distance orders and turns nothing away", () => {
  expect(named({ ...nearHackney, radius: null })).toHaveLength(services.length);
});

test("an assured date in the future counts as today, so that a slip of the pen doesn't lead the list", () => {
  const dated = [
    aService("Tomorrow", { assured: { date: "2031-01-01" } }),
    aService("Lately", { assured: { date: TODAY } }),
  ];
  const search = searchOver(dated);
  expect([...search.search(NOTHING_SELECTED, TODAY).rows].map((row) => dated[row]?.name)).toEqual([
    "Lately",
    "Tomorrow",
  ]);
  expect([...search.search(NOTHING_SELECTED, "2032-01-01").rows].map((row) => dated[row]?.name)).toEqual([
    "Tomorrow",
    "Lately",
  ]);
});

test("places come when the switch, a word or a term that they say asks for them, and are counted when they don't", () => {
  const library = aService("Library", {
    kind: "place",
    terms: { faith: ["muslim"] },
    locations: [at(-0.06, 51.545, HACKNEY)],
  });
  const group = aService("Group", { terms: { faith: ["muslim"] }, locations: [at(-0.06, 51.545, HACKNEY)] });
  const search = searchOver([library, group]);
  const found = (more: Partial<Selection>) => {
    const { rows, placesLeftOut } = search.search({ ...NOTHING_SELECTED, ...more }, TODAY);
    return [rows.length, placesLeftOut];
  };
  expect(found({})).toEqual([1, 1]);
  expect(found({ places: true })).toEqual([2, 0]);
  expect(found({ words: "library" })).toEqual([1, 0]);
  expect(found({ terms: { faith: ["muslim"] } })).toEqual([2, 0]);
  expect(found({ terms: { kind: ["place"] } })).toEqual([1, 0]);
  expect(found({ terms: { borough: [HACKNEY] } })).toEqual([1, 1]);
  expect(found({ terms: { cost: ["free"] } })).toEqual([1, 1]);
});
