import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsByRank } from "../../src/search/ranks.ts";
import { createSearch } from "../../src/search/search.ts";
import type { Slices } from "../../src/search/slices.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import type { Service } from "../../src/services/service.ts";
import { decodeServiceIndex } from "../../src/services/service-index.ts";
import { anySelection, anyService, anyServices, smallVocabularies as vocabularies } from "./arbitraries.ts";

const TODAY = "2026-11-24";

/** Does at most so many slices; true when that was the end. */
function some(work: Slices<void>, most: number): boolean {
  for (let i = 0; i < most; i++) if (work.next().done === true) return true;
  return false;
}

test("a search made ahead in slices, even one that is asked in between, answers as one made at once", () => {
  fc.assert(
    fc.property(
      anyServices,
      anySelection,
      fc.constantFrom("", "zebra", "tea thre"),
      fc.nat(60),
      (services, chosen, words, before) => {
        const selection = { ...chosen, words };
        const index = decodeServiceIndex(encodeServiceIndex(services, []));
        const atOnce = createSearch(index, vocabularies).search(selection, TODAY);
        const ahead = createSearch(index, vocabularies);
        const work = ahead.prepare(TODAY);
        const ended = some(work, before);
        const between = ahead.search(selection, TODAY);
        if (!ended) expect(some(work, 100_000)).toBe(true);
        const after = ahead.search(selection, TODAY);
        for (const results of [between, after]) {
          expect([...results.rows]).toEqual([...atOnce.rows]);
          expect(results.counts).toEqual(atOnce.counts);
        }
      },
    ),
    { numRuns: 200, seed: 20261124 },
  );
});

test("names of several runs come in one order, whichever run they fall into, and equal ones as published", () => {
  const [model] = fc.sample(anyService, { numRuns: 1, seed: 1 });
  const services = Array.from({ length: 1_300 }, (_, i) => ({
    ...(model as Omit<Service, "id">),
    id: `s${i}`,
    name: `Club ${(i * 7919) % 650}`,
    assured: {},
  }));
  const index = decodeServiceIndex(encodeServiceIndex(services, []));
  const { compare } = new Intl.Collator("en", { numeric: true });
  const expected = services.map((_, row) => row);
  expected.sort((a, b) => compare(index.names[a] ?? "", index.names[b] ?? "") || a - b);
  expect([...rowsByRank(index, TODAY, "en")]).toEqual(expected);
});
