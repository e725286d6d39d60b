import { assuredOn } from "../../src/search/ranks.ts";
import type { Reason, Results } from "../../src/search/results.ts";
import { createSearch } from "../../src/search/search.ts";
import { NOTHING_SELECTED, type Selection } from "../../src/search/selection.ts";
import { FACET_IDS, type FacetId } from "../../src/services/facets.ts";
import type { ServiceIndex } from "../../src/services/service-index.ts";
import { documentsOf, type FacetDocument } from "../engines/facet-engine.ts";
import type { SyntheticLondon } from "../london.ts";
import { type Measurement, measurementOf, memoryHeld, sayLeftOut, timeEach } from "../measure.ts";
import { visits } from "../visit.ts";

const TODAY = "2026-11-24";
const STEPS = 400;
const WARM_UP = 60;
const MOST_PLAIN = 100_000;
/** A page shows no more cards than this before somebody asks for more. */
const EXPLAINED = 200;

/** What both ways say of a selection: how many, the first in order, and what each says of what was chosen. */
interface Said {
  readonly total: number;
  readonly first: readonly number[];
  readonly fits: readonly string[];
}

const whatIsSaid = ({
  results,
  reasons,
}: {
  readonly results: Results;
  readonly reasons: readonly (readonly Reason[])[];
}): Said => ({
  total: results.rows.length,
  first: [...results.rows.subarray(0, EXPLAINED)],
  fits: reasons.map((each) => each.map(({ facet, fit }) => `${facet} ${fit}`).join()),
});

/**
 * "All that may fit": three values a facet, counts, the whole order, and the reasons of the first 200; beside it the
 * same steps read strictly, counted and ordered but without reasons, and a plain filter with a sort. Throws when ours and the plain one order or explain
 * differently.
 */
export async function wholePerson(london: SyntheticLondon): Promise<Measurement[]> {
  const { index } = london;
  const rows = index.count;
  const before = memoryHeld();
  const search = createSearch(index, london.vocabularies);
  search.search(NOTHING_SELECTED, TODAY);
  const held = memoryHeld() - before;
  // A search of its own: what one reading remembers of its last steps is no help to the other.
  const strictSearch = createSearch(index, london.vocabularies);
  const explained = (selection: Selection) => {
    const results = search.search(selection, TODAY);
    return { results, reasons: Array.from(results.rows.subarray(0, EXPLAINED), (row) => results.reasonsOf(row)) };
  };
  const steps = visits(index, STEPS, "may-fit");
  const times: number[] = [];
  const strictTimes: number[] = [];
  const answers: Said[] = [];
  // Step by step in turn, so that the compiler, the caches and the machine's neighbours treat both readings alike.
  for (const [i, step] of [...steps.slice(0, WARM_UP), ...steps].entries()) {
    const { times: own, answers: said } = await timeEach([step], explained, whatIsSaid);
    const strict = await timeEach(
      [{ ...step, reading: "says-so" as const }],
      (asked) => strictSearch.search(asked, TODAY),
      () => null,
    );
    if (i < WARM_UP) continue;
    times.push(...own);
    strictTimes.push(...strict.times);
    answers.push(...said);
  }
  const measured = [
    measurementOf("whole-person", rows, "ours", times, held),
    measurementOf("whole-person", rows, "ours, strict reading", strictTimes, held),
  ];
  if (rows > MOST_PLAIN) {
    const why = "sorting a million objects takes seconds a step";
    sayLeftOut("whole-person", rows, { name: "plain filter and sort", mostRows: MOST_PLAIN, why });
    return measured;
  }

  const plain = createPlain(london);
  const few = steps.slice(0, 20);
  const theirs = await timeEach(few, plain, (said) => said);
  theirs.answers.forEach((said, i) => {
    if (JSON.stringify(said) !== JSON.stringify(answers[i])) {
      throw new Error(`A plain filter orders or explains another way: ${JSON.stringify(few[i]?.terms)}`);
    }
  });
  return [
    ...measured,
    measurementOf("whole-person", rows, "plain filter and sort", theirs.times, 0, { asked: few.length }),
  ];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Filter, judge and sort objects, as a first version would. */
function createPlain(london: SyntheticLondon): (selection: Selection) => Said {
  const { index, vocabularies } = london;
  const documents = documentsOf(london);
  const exact = exactTerms(index);
  const compareNames = new Intl.Collator("en", { numeric: true }).compare;
  const assured = (row: number): string => assuredOn(index.assured[row] as string, TODAY);
  const fitOf = (document: FacetDocument, facet: FacetId, chosen: readonly string[]): string => {
    const says = document[facet];
    if (chosen.some((term) => says.includes(term))) return "fits";
    const own = exact[facet][document.id] ?? [];
    const wider = own.some((term) => vocabularies[facet].withDescendants(term).some((below) => chosen.includes(below)));
    if (wider || (own.length === 0 && !index.facets[facet].saysOther.includes(document.id))) return "does-not-say";
    return "does-not-fit";
  };
  return (selection) => {
    const chosen = FACET_IDS.flatMap((facet) => ((selection.terms[facet] ?? []).length > 0 ? [facet] : []));
    const judged = documents.flatMap((document) => {
      const fits = chosen.map((facet) => [facet, fitOf(document, facet, selection.terms[facet] ?? [])] as const);
      if (fits.some(([, fit]) => fit === "does-not-fit")) return [];
      return [{ row: document.id, fits, score: fits.filter(([, fit]) => fit === "fits").length }];
    });
    judged.sort(
      (a, b) =>
        b.score - a.score ||
        byText(assured(b.row), assured(a.row)) ||
        compareNames(index.names[a.row] as string, index.names[b.row] as string) ||
        a.row - b.row,
    );
    const first = judged.slice(0, EXPLAINED);
    return {
      total: judged.length,
      first: first.map(({ row }) => row),
      fits: first.map(({ fits }) => fits.map(([facet, fit]) => `${facet} ${fit}`).join()),
    };
  };
}

/** Terms that each row says itself, without their parents. */
function exactTerms(index: ServiceIndex): Record<FacetId, (readonly string[] | undefined)[]> {
  return Object.fromEntries(
    FACET_IDS.map((facet) => {
      const { terms, postings } = index.facets[facet];
      const said: string[][] = [];
      terms.forEach((term, i) => {
        for (const row of postings[i] as Uint32Array) said[row] = [...(said[row] ?? []), term];
      });
      return [facet, said];
    }),
  ) as unknown as Record<FacetId, (readonly string[] | undefined)[]>;
}
