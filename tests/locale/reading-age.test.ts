import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asRead, readingAge, syllables } from "./reading-age.ts";

/** Years: what most people read with ease, and the age at which a UK plain-English text for all aims. */
const OLDEST = 11;
/** A message alone is a small sample: one long word weighs two years. */
const OLDEST_ALONE = 13;
/** Fewer words than this say nothing about how hard a text is. */
const FEWEST_ON_SCREEN = 30;
const FEWEST_ALONE = 8;

/** Messages that can't be easier, and why not. */
const HARD_FOR_A_REASON: Readonly<Record<string, string>> = {
  "overlay.source": "names a publication",
  "check.forms": "names forms of files, for who makes them",
  "about.download.oruk/": "names a form of data, for who reads it",
  "about.rowsSum": "is a line of numbers",
  "about.countsLine": "is a line of numbers",
  "equity.preset.taking-referrals": "names professions as they name themselves",
  "equity.indexMore": "names a measure of statistics, and says in plain words what it means",
  "equity.indexLess": "names a measure of statistics, and says in plain words what it means",
};

/** Words of offices that a plainer word can always stand for. */
const OFFICE_WORDS =
  /\b(?:utili[sz]e|facilitat\w+|commenc\w+|terminat\w+|endeavou?r|prior to|in order to|in the event|regarding|pursuant|herein|whilst|amongst|beneficiar\w+|signpost\w*|empower\w*|leverag\w*|stakeholder\w*|holistic\w*|service users?|vulnerable|hard[- ]to[- ]reach|please note|click here)\b/i;

const messages: readonly (readonly [key: string, read: string])[] = [
  "messages",
  "screens",
  "equity",
  "sheet",
  "statements",
]
  .flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`src/locale/en/${file}.json`, "utf8")) as Readonly<Record<string, string>>),
  )
  .map(([key, message]) => [key, asRead(message)]);

const screenOf = (key: string): string => key.split(".")[0] ?? "";

/** What a screen says, by the first part of its keys. */
const screens = [...new Set(messages.map(([key]) => screenOf(key)))].map((screen) => ({
  screen,
  says: messages.filter(([key]) => screenOf(key) === screen).map(([, read]) => read),
}));

describe("our own English", () => {
  test.each(screens.filter(({ says }) => readingAge(says).words >= FEWEST_ON_SCREEN))(
    "can be read at 11 where it is about “$screen”",
    ({ says }) => {
      expect(readingAge(says).age).toBeLessThanOrEqual(OLDEST);
    },
  );

  test("has no message that is much harder than the rest, but those that can't be easier", () => {
    const hard = messages.filter(([, read]) => {
      const { words, age } = readingAge([read]);
      return words >= FEWEST_ALONE && (age ?? 0) > OLDEST_ALONE;
    });
    expect(hard.filter(([key]) => !(key in HARD_FOR_A_REASON))).toEqual([]);
    const easier = Object.keys(HARD_FOR_A_REASON).filter((key) => !hard.some(([other]) => other === key));
    expect(easier).toEqual([]);
  });

  test("has none of the words that only offices use", () => {
    expect(messages.filter(([, read]) => OFFICE_WORDS.test(read))).toEqual([]);
  });
});

describe("the measure", () => {
  test.each([
    ["area", 3],
    ["borough", 2],
    ["choose", 1],
    ["closed", 1],
    ["deprivation", 4],
    ["everything", 3],
    ["interpreter", 4],
    ["miles", 1],
    ["needed", 2],
    ["neighbourhood", 3],
    ["NHS", 3],
    ["people", 2],
    ["places", 2],
    ["somebody", 3],
    ["table", 2],
  ])("hears in “%s” %i syllables", (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  test("reads a message as a person does: one plural form, a word for each value", () => {
    expect(asRead("{count, plural, =0 {No results} one {# result} other {# results}} near {place}")).toBe(
      "seven results near London",
    );
  });

  test("is the published formula: 10 words of 1 syllable are below school, a sentence of an office is far above", () => {
    // 0.39 × 10 + 11.8 × 1 − 15.59 = 0.11 years of school.
    expect(readingAge(["The cat sat on the mat with the red hat."]).age).toBeCloseTo(5.11);
    const office = "Eligibility determination necessitates documentary evidence of residential circumstances.";
    expect(readingAge([office]).age).toBeGreaterThan(20);
    expect(readingAge(["Search", "Only a label"]).age).toBeNull();
  });
});
