import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileMessages } from "../../src/locale/compile-messages.ts";
import { createWords, type Messages } from "../../src/locale/words.ts";
import { FACET_IDS } from "../../src/services/facets.ts";

// As translators see them: the build hands compiled ones to whoever imports the file.
const english = Object.assign(
  {},
  ...["messages", "screens", "equity", "sheet", "statements"].map((file) =>
    JSON.parse(readFileSync(`src/locale/en/${file}.json`, "utf8")),
  ),
) as Messages;
const words = createWords({ locale: "en", direction: "ltr", messages: english, compile: compileMessage });

describe("the interface's words", () => {
  test("follow the grammar of their language", () => {
    expect(words.t("results.count", { count: 0 })).toBe("No results");
    expect(words.t("results.count", { count: 1 })).toBe("1 result");
    expect(words.t("results.count", { count: 1200 })).toBe("1,200 results");
  });

  test("are the same whether the build compiled them or the reader does", () => {
    const compiled = createWords({
      locale: "en",
      direction: "ltr",
      messages: compileMessages(english) as unknown as Messages,
    });
    expect(compiled.t("chips.nearWithin", { place: "E1 6AN", distance: "1.0 miles" })).toBe(
      words.t("chips.nearWithin", { place: "E1 6AN", distance: "1.0 miles" }),
    );
  });

  test("name every facet", () => {
    for (const id of FACET_IDS) expect(words.t(`facet.${id}`)).not.toBe(`facet.${id}`);
  });

  test("put any value into a sentence as it stands", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(words.t("chips.remove", { name })).toBe(`Remove ${name}`);
      }),
    );
  });

  test("are short: no sentence has more than 25 words", () => {
    const long = Object.entries(english).flatMap(([id, message]) =>
      message
        .replace(/\{[^{}]*\}/g, "x")
        .split(/[.!?:\n]+/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > 25)
        .map((sentence) => `${id}: ${sentence.trim()}`),
    );
    expect(long).toEqual([]);
  });
});

describe("numbers, dates and distances", () => {
  test("a date is written no finer than it is given", () => {
    expect(words.date("2019")).toBe("2019");
    expect(words.date("2019-03")).toBe("March 2019");
    expect(words.date("2019-03-31")).toBe("31 March 2019");
    expect(words.date("soon")).toBe("soon");
  });

  test("are British in a locale that the device does not know: never the month first", () => {
    const unknown = createWords({ locale: "xzz", direction: "ltr", messages: english, compile: compileMessage });
    expect(unknown.date("2026-11-24")).toBe("24 November 2026");
    expect(unknown.distance(1609.344)).toBe("1.0 miles");
  });

  test("a distance is in miles with one decimal, and in steps of 50 metres when it is short", () => {
    expect(words.distance(1609.344)).toBe("1.0 miles");
    expect(words.distance(804.672)).toBe("0.5 miles");
    expect(words.distance(12)).toBe("50 metres");
    expect(words.distance(130)).toBe("150 metres");
  });
});
