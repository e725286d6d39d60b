import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  fitOf,
  isListed,
  type PlainQuestion,
  passes,
  plainCount,
  plainDistance,
} from "../../src/search/plain-match.ts";
import type { Fit, Results } from "../../src/search/results.ts";
import { createSearch, type Search } from "../../src/search/search.ts";
import type { Selection } from "../../src/search/selection.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { FACETS, type FacetId } from "../../src/services/facets.ts";
import type { Service } from "../../src/services/service.ts";
import { decodeServiceIndex } from "../../src/services/service-index.ts";
import { anySelection, anyServices, NAMES, smallVocabularies as vocabularies } from "./arbitraries.ts";

// Properties of thousands of states: on a busy machine they outlast the usual five seconds.
vi.setConfig({ testTimeout: 300_000 });

const TODAY = "2026-11-24";
/**
 * 700 lists of services with 15 selections each, made in turn as a person ticks: 10,500 states, each with all its
 * counts. Fewer for each mutant: tests/mutation.
 */
const LISTS = Number(process.env.LAW_RUNS ?? 700);
const SELECTIONS = 15;
const SEED = 20261124;

function searchOver(services: readonly Service[]): Search {
  return createSearch(decodeServiceIndex(encodeServiceIndex(services, [])), vocabularies);
}

function questionOf(selection: Selection, word: string | null): PlainQuestion {
  return {
    selection,
    vocabularies,
    hasWords: word === null ? null : ({ name }) => name.toLowerCase().includes(word),
    borough: selection.near?.borough ?? null,
  };
}

/** Words of the names in `arbitraries.ts` that stand in one way only, so that no typo rule has a say. */
const anyWord = fc.constantFrom(null, null, "zebra", "three");

/** All that results say, in a form to compare: rows in the index's order. */
function foundBy(results: Results, services: readonly Service[]) {
  return {
    rows: [...results.rows].sort((a, b) => a - b),
    placesLeftOut: results.placesLeftOut,
    placed: results.placed,
    counts: FACETS.map(({ id }) => [...results.counts[id]]),
    fits: services.map((_, row) => results.reasonsOf(row).map(({ facet, fit }) => [facet, fit] as [FacetId, Fit])),
    metres: services.map((_, row) => results.distanceOf(row)),
  };
}

/** The same by the plain definition. */
function meantBy(services: readonly Service[], question: PlainQuestion): ReturnType<typeof foundBy> {
  const { selection } = question;
  const rows = services.flatMap((service, row) => (isListed(service, question) ? [row] : []));
  return {
    rows,
    placesLeftOut: services.filter((service) => passes(service, question)).length - rows.length,
    placed: rows.filter((row) => services[row]?.locations.some(({ point }) => point !== null)).length,
    counts: FACETS.map((facet) =>
      vocabularies[facet.id].terms.map(({ id }) => plainCount(services, facet, id, question)),
    ),
    fits: services.map((service) =>
      FACETS.flatMap((facet) => {
        const chosen = selection.terms[facet.id] ?? [];
        return chosen.length === 0
          ? []
          : [[facet.id, fitOf(service, facet, chosen, vocabularies[facet.id])] as [FacetId, Fit]];
      }),
    ),
    metres: services.map((service) => (selection.near === null ? null : plainDistance(service, selection.near))),
  };
}

test(`the fast search lists, counts and explains what the plain definition says, over every facet, in ${LISTS * SELECTIONS} states (seed ${SEED})`, () => {
  let states = 0;
  /** What was asked of each facet, and what services made of it in the whole-person reading. */
  const asked = new Set<string>();
  fc.assert(
    fc.property(
      anyServices,
      fc.array(fc.tuple(anySelection, anyWord), { minLength: SELECTIONS, maxLength: SELECTIONS }),
      (services, turns) => {
        const fast = searchOver(services);
        for (const [selected, word] of turns) {
          // A word that nobody has is left aside, which is a rule of words and not of matching.
          const known = word !== null && services.some(({ name }) => name.toLowerCase().includes(word)) ? word : null;
          const selection = { ...selected, words: known ?? "" };
          const question = questionOf(selection, known);
          const found = foundBy(fast.search(selection, TODAY), services);
          const meant = meantBy(services, question);
          // Comparing texts first is what lets ten thousand states take seconds.
          if (JSON.stringify(found) !== JSON.stringify(meant)) expect(found).toEqual(meant);
          states++;
          for (const { id } of FACETS) {
            if (selection.terms[id] !== undefined) asked.add(`${id} chosen, ${selection.reading}`);
            if (selection.not[id] !== undefined) asked.add(`${id} excluded`);
          }
          if (selection.reading === "says-so") continue;
          for (const [facet, fit] of meant.fits.flat()) asked.add(`${facet} ${fit}`);
        }
      },
    ),
    { numRuns: LISTS, seed: SEED },
  );
  expect(states).toBeGreaterThanOrEqual(LISTS * SELECTIONS);
  // Every service is of some kind: about that one alone none is silent.
  const everything = FACETS.flatMap(({ id }) => [
    ...["chosen, may-fit", "chosen, says-so", "excluded", "fits", "does-not-fit"].map((what) => `${id} ${what}`),
    ...(id === "kind" ? [] : [`${id} does-not-say`]),
  ]);
  expect([...asked].sort()).toEqual(everything.sort());
});

test("reasons name the terms: those chosen, those said instead, or the wider ones", () => {
  fc.assert(
    fc.property(anyServices, anySelection, (services, selection) => {
      const results = searchOver(services).search(selection, TODAY);
      services.forEach((service, row) => {
        for (const { facet: id, fit, terms } of results.reasonsOf(row)) {
          const facet = FACETS.find((other) => other.id === id) as (typeof FACETS)[number];
          const says: readonly string[] = facet.read(service) ?? [];
          expect(says).toEqual(expect.arrayContaining([...terms]));
          if (fit === "does-not-fit") expect(terms.length).toBe(says.length);
          for (const term of terms) {
            expect(
              fitOf(
                { ...service, terms: { ...service.terms, [id]: [term] } },
                statedOr(facet, term),
                selection.terms[id] ?? [],
                vocabularies[id],
              ),
            ).toBe(fit);
          }
        }
      });
    }),
    { numRuns: 200, seed: SEED },
  );
});

/** The facet as it reads a service that says this one term and nothing else. */
function statedOr(facet: (typeof FACETS)[number], term: string) {
  return { ...facet, read: () => [term] };
}

/** The order of the law, as a comparison of two services; 0 only for a service and itself. */
function compareByLaw(a: Service, b: Service, question: PlainQuestion): number {
  const { selection } = question;
  const key = (service: Service): (number | string)[] => {
    const fits = FACETS.flatMap((facet) => {
      const chosen = selection.terms[facet.id] ?? [];
      return chosen.length === 0 ? [] : [fitOf(service, facet, chosen, vocabularies[facet.id])];
    });
    const metres = selection.near === null ? 0 : plainDistance(service, selection.near);
    const bands = [0.5, 1, 2, 3, 5, 10].map((miles) => miles * 1609.344);
    const band = metres === null ? 9 : bands.filter((edge) => metres > edge).length;
    return [-fits.filter((fit) => fit === "fits").length, fits.filter((fit) => fit === "does-not-say").length, band];
  };
  const [keyA, keyB] = [key(a), key(b)];
  for (let i = 0; i < keyA.length; i++) if (keyA[i] !== keyB[i]) return Number(keyA[i]) - Number(keyB[i]);
  const assured = ({ assured: { date = "" } }: Service) => (date > TODAY ? TODAY : date);
  if (assured(a) !== assured(b)) return assured(a) > assured(b) ? -1 : 1;
  return (
    new Intl.Collator("en", { numeric: true }).compare(a.name, b.name) || Number(a.id.slice(1)) - Number(b.id.slice(1))
  );
}

test("the order is the law: more fits, fewer does-not-say, nearer in bands, more recently assured, name", () => {
  fc.assert(
    fc.property(anyServices, anySelection, (services, selection) => {
      const question = questionOf(selection, null);
      const ordered = [...searchOver(services).search(selection, TODAY).rows].map((row) => services[row] as Service);
      expect(ordered.map(({ id }) => id)).toEqual(
        ordered.toSorted((a, b) => compareByLaw(a, b, question)).map(({ id }) => id),
      );
    }),
    { numRuns: 500, seed: SEED },
  );
});

test("the law is a total order: any two services have one, and three agree", () => {
  fc.assert(
    fc.property(anyServices, anySelection, (services, selection) => {
      const question = questionOf(selection, null);
      const few = services.slice(0, 6);
      for (const a of few) {
        for (const b of few) {
          expect(Math.sign(compareByLaw(a, b, question)) + Math.sign(compareByLaw(b, a, question))).toBe(0);
          expect(compareByLaw(a, b, question) === 0).toBe(a === b);
          for (const c of few) {
            if (compareByLaw(a, b, question) < 0 && compareByLaw(b, c, question) < 0) {
              expect(compareByLaw(a, c, question)).toBeLessThan(0);
            }
          }
        }
      }
    }),
    { numRuns: 100, seed: SEED },
  );
});

test("names of the fixture hold both words that the states are asked for", () => {
  expect(NAMES.join(" ").toLowerCase()).toMatch(/three.*zebra/);
});
