/**
 * How old a reader must be, by the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, Research Branch
 * Report 8-75, 1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59. A grade is a year of school in the
 * United States, which begins at 6, so that a reader of grade n is n + 5 years old as the year begins.
 */
const YEARS_BEFORE_SCHOOL = 5;

/** Labels and headings have no grammar to be hard by: what is shorter is not taken for a sentence. */
const SHORTEST_SENTENCE = 4;

/** Endings that are written and not spoken: "closed", "miles", "place", but not "needed", "places", "table". */
const SILENT_ENDING = /(?<![td])ed$|(?<![sxzcg]|[cs]h|[^aeiouy]l)es$|(?<![^aeiouy]l)e$/;

/** Two vowels that are said one after the other. */
const PARTED = /(?<=ar|id)ea|(?<=b)ei(?=ng)|(?<=cr)ea(?=t)|(?<=d)iu|(?<=[rd])io(?!n)/g;

/** Syllables of an English word, by its runs of vowels; an abbreviation is spelt out. At least one. */
export function syllables(word: string): number {
  if (/^[A-Z]{2,}s?$/.test(word)) return word.replace("s", "").length;
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/^(?:some|every)(?=[^aeiouy])/, (start) => (start === "some" ? "som" : "evry"))
    .replace(PARTED, ([first = "", second = ""]) => `${first}-${second}`)
    .replace(/^y/, "")
    .replace(SILENT_ENDING, "");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** An ICU message as somebody may read it: its last plural form, and a word of two syllables for each value. */
export function asRead(message: string): string {
  const plural = /\{\s*\w+\s*,\s*plural\s*,((?:[^{}]*\{(?:[^{}]|\{\w+\})*\})+)\s*\}/g;
  return message
    .replace(plural, (_, forms: string) => /other\s*\{((?:[^{}]|\{\w+\})*)\}/.exec(forms)?.[1] ?? "")
    .replace(/\{\w+\}/g, "London")
    .replace(/#/g, "seven");
}

export interface Reading {
  readonly words: number;
  /** Years; null where there is no sentence. */
  readonly age: number | null;
}

/** Reading age of texts taken together. */
export function readingAge(texts: readonly string[]): Reading {
  const sentences = texts
    .flatMap((text) => text.split(/[.!?:;…]+(?:\s|["”]|$)|\n+/))
    .map((sentence) => sentence.match(/\p{L}[\p{L}'’-]*/gu) ?? [])
    .filter(({ length }) => length >= SHORTEST_SENTENCE);
  const words = sentences.flat();
  if (words.length === 0) return { words: 0, age: null };
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
  return { words: words.length, age: grade + YEARS_BEFORE_SCHOOL };
}
