import { describe, expect, test } from "vitest";
import { CORPUS, NAMES } from "./corpus.ts";

describe("the corpus of hostile values", () => {
  test("holds at least 150, each under a name of its own", () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(150);
    expect(NAMES.filter((name, i) => NAMES.indexOf(name) !== i)).toEqual([]);
  });

  test("has several of every class, none twice", () => {
    const all = [...CORPUS.texts, ...CORPUS.links, ...CORPUS.places, ...CORPUS.files];
    const counts = new Map<string, number>();
    for (const { class: kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count < 5)).toEqual([]);
    expect(counts.size).toBe(19);
    for (const values of [CORPUS.texts, CORPUS.links]) {
      const texts = values.map(({ value }) => value);
      expect(texts.filter((value, i) => texts.indexOf(value) !== i)).toEqual([]);
    }
  });
});
