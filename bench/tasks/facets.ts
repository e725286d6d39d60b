import type { Selection } from "../../src/search/selection.ts";
import { documentsOf, type FacetDocument, type FacetEngineMaker, fingerprint } from "../engines/facet-engine.ts";
import { crossFilter } from "../engines/facets-crossfilter.ts";
import { itemsJs } from "../engines/facets-itemsjs.ts";
import { orama } from "../engines/facets-orama.ts";
import { ours } from "../engines/facets-ours.ts";
import { plainFilter } from "../engines/facets-plain.ts";
import type { SyntheticLondon } from "../london.ts";
import { type Measurement, measurementOf, memoryHeld, sayLeftOut, timeEach } from "../measure.ts";
import { visits } from "../visit.ts";

const ENGINES: readonly FacetEngineMaker[] = [ours, itemsJs, crossFilter, plainFilter, orama];
const STEPS = 400;
const WARM_UP = 60;

/** Makes one engine, lets it answer its share of the steps, and forgets it. */
async function race(
  maker: FacetEngineMaker,
  steps: readonly Selection[],
  documents: readonly FacetDocument[],
  london: SyntheticLondon,
): Promise<{ readonly measurement: Measurement; readonly answers: readonly string[] }> {
  const before = memoryHeld();
  const engine = await maker.make(documents, london);
  const held = memoryHeld() - before;
  // The first steps teach the engine's code to the compiler; their time would say nothing of a visit.
  for (const step of steps.slice(0, WARM_UP * maker.share)) await engine.find(step);
  const { times, answers } = await timeEach(steps, engine.find, (outcome, step) =>
    fingerprint(engine.answer(outcome, step)),
  );
  const notes = steps.length < STEPS ? { asked: steps.length } : undefined;
  return { measurement: measurementOf("facets", london.index.count, maker.name, times, held, notes), answers };
}

/**
 * One tick after another in the strict reading, with the counts of every term of all facets and the first services.
 * Throws when an engine's counts differ from ours in any step: a wrong answer has no time.
 */
export async function facets(london: SyntheticLondon): Promise<Measurement[]> {
  const steps = visits(london.index, STEPS, "says-so");
  const documents = documentsOf(london);
  const measured: Measurement[] = [];
  let right: readonly string[] = [];
  for (const maker of ENGINES) {
    if (london.index.count > maker.mostRows) {
      sayLeftOut("facets", london.index.count, maker);
      continue;
    }
    // A million services need no more of anybody's time than a hundred thousand.
    const few = maker === ours ? 1 : Math.min(1, 100_000 / london.index.count);
    const own = steps.slice(0, Math.ceil(STEPS * maker.share * few));
    const { measurement, answers } = await race(maker, own, documents, london);
    if (right.length === 0) right = answers;
    const wrong = answers.findIndex((answer, i) => answer !== right[i]);
    if (wrong >= 0) {
      const asked = JSON.stringify(own[wrong]?.terms);
      throw new Error(`${maker.name} answers ${answers[wrong]} where ours answers ${right[wrong]}: ${asked}`);
    }
    measured.push(measurement);
  }
  return measured;
}
