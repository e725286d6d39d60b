import { foldedWords } from "../services/fold.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import { addBit, type Bits, hasBit, keepOnly, noBits } from "./bits.ts";

export interface WordsFound {
  /** Services, by rank, that have every word that was used. */
  readonly set: Bits;
  /** Digits of the order by closeness to the words typed, greatest first. */
  readonly closeness: readonly Bits[];
  /** Words left aside because nothing has all of them. */
  readonly leftOut: readonly string[];
  /** Words typed that the service of a rank has. */
  matched(rank: number): readonly string[];
}

export interface WordIndex {
  /** Null when the query holds no word. */
  find(query: string): WordsFound | null;
}

export function createWordIndex(index: ServiceIndex, rankOf: Uint32Array): WordIndex {
  const texts = index.names.map((name, row) =>
    foldedWords(`${name} ${index.organisations[row]} ${index.summaries[row]}`),
  );
  return {
    find(query) {
      const words = foldedWords(query.slice(0, 100)).slice(0, 8);
      if (words.length === 0) return null;
      const sets = words.map((word) => {
        const set = noBits(index.count);
        texts.forEach((text, row) => {
          if (text.some((other) => other.startsWith(word))) addBit(set, rankOf[row] as number);
        });
        return set;
      });
      const set = (sets[0] as Bits).slice();
      for (const other of sets) keepOnly(set, other);
      return {
        set,
        closeness: [],
        leftOut: [],
        matched: (rank) => words.filter((_, i) => hasBit(sets[i] as Bits, rank)),
      };
    },
  };
}
