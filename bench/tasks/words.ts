import {
  rowsHolding,
  type TextDocument,
  WORDS_ENGINES,
  type WordsEngine,
  type WordsEngineMaker,
} from "../engines/words-engine.ts";
import type { SyntheticLondon } from "../london.ts";
import { type Measurement, measurementOf, memoryHeld, now, sayLeftOut } from "../measure.ts";
import { type KnownQuery, knownQueries } from "../queries.ts";
import { createChance } from "../random.ts";

/** Queries of each sort; slower engines are asked a part of them, and `asked` says how many. */
const EACH = 200;
/** Words that each engine must find exactly before its time counts. */
const PROVED = 6;
const FIRST = 10;
/** One query of so many is asked before, for the compiler to learn from. */
const WARM_UP = 6;

export function textsOf({ index }: SyntheticLondon): TextDocument[] {
  return Array.from({ length: index.count }, (_, id) => ({
    id,
    name: index.names[id] as string,
    organisation: index.organisations[id] as string,
    summary: index.summaries[id] as string,
    postcodes: index.postcodes.slice(index.locationStart[id], index.locationStart[id + 1]).join(" "),
  }));
}

/**
 * Queries whose answer is known: whole names, typos, unfinished words, ten scripts, postcodes without their space.
 * Beside the times stands the share of each sort that is found among the first ten. Before any time is taken, every
 * engine that can be asked for a whole word must find exactly the services that hold it, before any near ones.
 */
export async function words(london: SyntheticLondon): Promise<Measurement[]> {
  const documents = textsOf(london);
  const queries = knownQueries(london, EACH);
  const measured: Measurement[] = [];
  for (const maker of WORDS_ENGINES) {
    if (london.index.count > maker.mostRows) {
      sayLeftOut("words", london.index.count, maker);
      continue;
    }
    const own = queries.filter((_, i) => i % Math.round(1 / maker.share) === 0);
    measured.push(await race(maker, own, queries, documents, london));
  }
  return measured;
}

async function race(
  maker: WordsEngineMaker,
  queries: readonly KnownQuery[],
  all: readonly KnownQuery[],
  documents: readonly TextDocument[],
  london: SyntheticLondon,
): Promise<Measurement> {
  const before = memoryHeld();
  const engine = await maker.make(documents, london);
  const held = memoryHeld() - before;
  if (maker.exact) await refuseWrong(maker.name, engine, all, documents);
  for (const { text } of queries.filter((_, i) => i % WARM_UP === 0)) await engine.find(text);
  const times: number[] = [];
  const found = new Map<string, boolean[]>();
  for (const { sort, text, row } of queries) {
    const begun = now();
    const answer = engine.find(text);
    const rows = answer instanceof Promise ? await answer : answer;
    times.push(now() - begun);
    found.set(sort, [...(found.get(sort) ?? []), Array.from(rows).slice(0, FIRST).includes(row)]);
  }
  const shares = [...found].map(([sort, hits]) => [sort, hits.filter(Boolean).length / hits.length] as const);
  return measurementOf("words", london.index.count, maker.name, times, held, {
    ...(queries.length < all.length ? { asked: queries.length } : {}),
    ...Object.fromEntries(shares),
    worst: Math.max(...times),
    ...(engine.sentBytes > 0 ? { "index MB": engine.sentBytes / 1e6 } : {}),
  });
}

/** Throws unless an engine finds the services that hold a word before all others. For other scripts, which have no English endings. */
async function refuseWrong(
  name: string,
  engine: WordsEngine,
  queries: readonly KnownQuery[],
  documents: readonly TextDocument[],
): Promise<void> {
  const chance = createChance(3);
  const whole = queries.filter(({ sort }) => sort === "script, whole word");
  for (let i = 0; i < PROVED; i++) {
    const word = chance.pick(whole).text.trim().split(" ")[0] as string;
    const right = rowsHolding(documents, word);
    // Ours lets near spellings follow where hardly anyone has the word itself.
    const rows = Array.from(await engine.find(`${word} `, true)).slice(0, right.length);
    rows.sort((a, b) => a - b);
    if (rows.join() !== right.join()) {
      throw new Error(`${name} finds rows ${rows.join()} with "${word}"; those that have it are ${right.join()}.`);
    }
  }
}
