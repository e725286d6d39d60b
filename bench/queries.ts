import { foldedWords } from "../src/services/fold.ts";
import type { ServiceIndex } from "../src/services/service-index.ts";
import type { SyntheticLondon } from "./london.ts";
import { type Chance, createChance } from "./random.ts";

/** What a person types, and the row that it must bring among the first ten. */
export interface KnownQuery {
  readonly sort:
    | "whole name"
    | "typo"
    | "unfinished"
    | "script, whole word"
    | "script, one slip"
    | "postcode, no space";
  readonly text: string;
  readonly row: number;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** One slip of the finger: a letter left out, added, changed, or swapped with its neighbour; never the first. */
function slip(word: string, chance: Chance): string {
  const letters = Array.from(word);
  const at = 1 + chance.below(letters.length - 1);
  switch (chance.below(4)) {
    case 0:
      return letters.toSpliced(at, 1).join("");
    case 1:
      return letters.toSpliced(at, 0, LETTERS.charAt(chance.below(26))).join("");
    case 2:
      return letters.toSpliced(at, 1, LETTERS.charAt(chance.below(26))).join("");
    default:
      return letters.toSpliced(at - 1, 2, letters[at] as string, letters[at - 1] as string).join("");
  }
}

/** Words of another script with one letter missing: how people spell a sound they only hear. */
function leaveOut(word: string, chance: Chance): string {
  const letters = Array.from(word);
  return letters.toSpliced(chance.below(letters.length), 1).join("");
}

/** Queries whose answer is known, the same for the same seed: an equal number of each sort. */
export function knownQueries({ index, scripts }: SyntheticLondon, each: number, seed = 23): KnownQuery[] {
  const chance = createChance(seed);
  const seen = new Map<string, number>();
  for (const name of index.names) seen.set(name, (seen.get(name) ?? 0) + 1);
  const unique = index.names.flatMap((name, row) => (seen.get(name) === 1 ? [row] : []));
  const native = unique.filter((row) => scripts[row] !== null);
  const withPostcode = unique.filter((row) => postcodeOf(index, row) !== "");
  const latin = (row: number) => foldedWords(index.names[row] as string).slice(0, 3);
  const nativeWord = (row: number) =>
    foldedWords(index.names[row] as string).filter((word) => /[^\0-\u024f]/.test(word));
  const draw = (rows: readonly number[], make: (row: number) => string | null, sort: KnownQuery["sort"]) => {
    const queries: KnownQuery[] = [];
    for (let tries = 0; queries.length < each && tries < each * 50; tries++) {
      const row = chance.pick(rows);
      const text = make(row);
      if (text !== null) queries.push({ sort, text, row });
    }
    return queries;
  };
  const long = (word: string | undefined): word is string => word !== undefined && word.length >= 5;
  return [
    ...draw(unique, (row) => `${latin(row).join(" ")} `, "whole name"),
    ...draw(
      unique,
      (row) => {
        const [noun, ...rest] = latin(row);
        return long(noun) ? `${[slip(noun, chance), ...rest].join(" ")} ` : null;
      },
      "typo",
    ),
    ...draw(
      unique,
      (row) => {
        const [noun, topic = ""] = latin(row);
        return long(noun) ? `${noun} ${topic.slice(0, 3)}` : null;
      },
      "unfinished",
    ),
    ...draw(native, (row) => `${nativeWord(row).join(" ")} `, "script, whole word"),
    ...draw(
      native,
      (row) => {
        const word = nativeWord(row)[0];
        return word !== undefined && Array.from(word).length >= 3 ? `${leaveOut(word, chance)} ` : null;
      },
      "script, one slip",
    ),
    ...draw(withPostcode, (row) => `${postcodeOf(index, row).replace(" ", "").toLowerCase()} `, "postcode, no space"),
  ];
}

function postcodeOf({ locationStart, postcodes }: ServiceIndex, row: number): string {
  const first = locationStart[row] as number;
  return first === locationStart[row + 1] ? "" : (postcodes[first] as string);
}
