import { create, insertMultiple, search as oramaSearch } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { orderedRows } from "../../src/search/order.ts";
import { createPhrases } from "../../src/search/phrases.ts";
import { rowsByRank } from "../../src/search/ranks.ts";
import { createTermSets } from "../../src/search/term-sets.ts";
import { createWordIndex } from "../../src/search/words.ts";
import { foldedWords } from "../../src/services/fold.ts";
import type { SyntheticLondon } from "../london.ts";

/** A service's text as libraries take it. */
export interface TextDocument {
  readonly id: number;
  readonly name: string;
  readonly organisation: string;
  readonly summary: string;
  readonly postcodes: string;
}

export interface WordsEngine {
  /** Rows, best first; with `exactly`, those that hold the whole word and no others. */
  find(query: string, exactly?: boolean): ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Size of the index when it is sent to the page, in bytes; 0 when the page makes it from what it has. */
  readonly sentBytes: number;
}

export interface WordsEngineMaker {
  readonly name: string;
  readonly mostRows: number;
  /** Why no more than that, to follow "because". */
  readonly why: string;
  /** Part of the queries it is asked. */
  readonly share: number;
  /** Whether it can be asked for a whole word and nothing else. */
  readonly exact: boolean;
  make(documents: readonly TextDocument[], london: SyntheticLondon): WordsEngine | Promise<WordsEngine>;
}

const FIELDS = ["name", "organisation", "summary", "postcodes"];

export const WORDS_ENGINES: readonly WordsEngineMaker[] = [
  {
    name: "ours",
    mostRows: Number.POSITIVE_INFINITY,
    why: "it has no limit",
    share: 1,
    exact: true,
    make(_documents, { index, vocabularies }) {
      const rowAt = rowsByRank(index, "2026-11-24", "en");
      const rankOf = new Uint32Array(index.count);
      rowAt.forEach((row, rank) => {
        rankOf[row] = rank;
      });
      const words = createWordIndex(
        index,
        rowAt,
        createTermSets(index, vocabularies, rankOf),
        createPhrases(vocabularies, []),
      );
      words.find("first");
      return {
        sentBytes: 0,
        find(query) {
          const found = words.find(query);
          return found === null ? [] : orderedRows(found.set, found.closeness, rowAt);
        },
      };
    },
  },
  {
    name: "minisearch",
    mostRows: 100_000,
    why: "its index of a million records needs more than a gigabyte",
    share: 0.25,
    exact: true,
    make(documents) {
      const engine = new MiniSearch<TextDocument>({
        fields: FIELDS,
        tokenize: foldedWords,
        processTerm: (word) => word,
        searchOptions: { boost: { name: 2 }, combineWith: "AND" },
      });
      engine.addAll(documents);
      return {
        sentBytes: JSON.stringify(engine).length,
        find(query, exactly = false) {
          const options = exactly ? { prefix: false, fuzzy: false } : { prefix: true, fuzzy: 0.2 };
          return engine.search(query, options).map(({ id }) => id as number);
        },
      };
    },
  },
  {
    name: "flexsearch",
    mostRows: 100_000,
    why: "its index of a million records needs more than two gigabytes",
    share: 0.5,
    exact: false,
    make(documents) {
      const engine = new FlexSearch.Index({ tokenize: "forward", encode: foldedWords });
      for (const { id, ...text } of documents) engine.add(id, Object.values(text).join(" "));
      return { sentBytes: 0, find: (query) => engine.search(query, { limit: 100 }) as number[] };
    },
  },
  {
    name: "orama",
    mostRows: 100_000,
    why: "indexing takes minutes already at 100,000",
    share: 0.03,
    exact: false,
    async make(documents) {
      const db = create({
        schema: { name: "string", organisation: "string", summary: "string", postcodes: "string" } as const,
        components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize: foldedWords } },
      });
      await insertMultiple(
        db,
        documents.map(({ id, ...text }) => ({ ...text, id: String(id) })),
        5000,
      );
      return {
        sentBytes: 0,
        async find(query) {
          const { hits } = await oramaSearch(db, { term: query, tolerance: 1, limit: 100, threshold: 0 });
          return hits.map(({ id }) => Number(id));
        },
      };
    },
  },
  {
    name: "fuse.js",
    mostRows: 100_000,
    why: "one query takes a second already at 100,000",
    share: 0.006,
    exact: false,
    make(documents) {
      const engine = new Fuse(documents, { keys: FIELDS, threshold: 0.3, ignoreLocation: true, includeScore: true });
      return {
        sentBytes: 0,
        find: (query) => engine.search(query.trim(), { limit: 100 }).map(({ item }) => item.id),
      };
    },
  },
];

/** Rows that hold a whole folded word, found by reading every text. */
export function rowsHolding(documents: readonly TextDocument[], word: string): number[] {
  return documents.flatMap(({ id, ...text }) =>
    foldedWords(Object.values(text).join(" ")).includes(word) ? [id] : [],
  );
}
