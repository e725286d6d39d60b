import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../src/locale/locales.ts";
import { createWords } from "../../src/locale/words.ts";
import { type Pseudo, pseudoMessage, pseudoMessages } from "./pseudo.ts";

describe.each<Pseudo>(["accented", "mirrored"])("the %s pseudo-locale", (pseudo) => {
  test("leaves no English letter in any message, and makes each two fifths longer", () => {
    for (const [key, message] of Object.entries(pseudoMessages("accented"))) {
      const said = message.replace(/\{\s*\w+\s*(?=[,}])|,\s*plural\s*,|(?:=\d+|\w+)\s*(?=\{)/g, "");
      expect([key, /[a-z]/i.test(said)]).toEqual([key, false]);
    }
    const long = pseudoMessage("Show everything that may fit", pseudo);
    expect(long.length / "Show everything that may fit".length).toBeGreaterThanOrEqual(1.3);
  });

  test("keeps values, numbers and plural forms", () => {
    const words = createWords({
      locale: "bg",
      direction: "ltr",
      messages: pseudoMessages(pseudo),
      compile: compileMessage,
    });
    expect(words.t("results.count", { count: 0 })).not.toMatch(/\d/);
    expect(words.t("results.count", { count: 7 })).toMatch(/^7 /);
    expect(words.t("chips.nearWithin", { place: "E1 6AN", distance: "1 km" })).toMatch(/1 km.*E1 6AN/);
  });

  test("is for tests alone: the page offers nothing like it", () => {
    expect(LOCALES.filter(({ id }) => /^(?:en-|x-|q)/i.test(id))).toEqual([]);
  });
});
