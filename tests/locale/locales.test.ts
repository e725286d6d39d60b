import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compileMessages } from "../../src/locale/compile-messages.ts";
import { firstLocale, LOCALES, nearestLocale } from "../../src/locale/locales.ts";

type Strings = Readonly<Record<string, string>>;
const read = <T = Strings>(locale: string, file: string): T =>
  JSON.parse(readFileSync(`src/locale/${locale}/${file}.json`, "utf8")) as T;

/** Names of the values in a message, each once: `{count, plural, …}` and `{name}` alike. */
function placeholders(message: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name] of message.matchAll(/\{\s*([a-zA-Z]\w*)\s*(?=[},])/g)) if (name !== undefined) names.add(name);
  // The forms of a plural stand in braces too, but are words of their own: only what English calls a value counts.
  return [...names].sort();
}

function pluralForms(message: string): readonly string[] | null {
  const forms = [...message.matchAll(/(?:^|[\s}])(=\d+|zero|one|two|few|many|other)\s*\{/g)].map(
    ([, form]) => form ?? "",
  );
  return message.includes(", plural,") ? forms : null;
}

const others = LOCALES.filter(({ id }) => id !== "en");
const FILES = ["messages", "screens", "equity", "sheet", "statements"] as const;
const english = Object.fromEntries(FILES.map((file) => [file, read("en", file)])) as Record<
  (typeof FILES)[number],
  Strings
>;

describe.each(others.map(({ id }) => [id] as const))("the locale %s", (id) => {
  test.each(FILES)("has every key of English, and no other, in %s.json", (file) => {
    expect(Object.keys(read(id, file)).sort()).toEqual(Object.keys(english[file]).sort());
  });

  test.each(FILES)("has the same values in each message of %s.json", (file) => {
    const theirs = read(id, file);
    const wrong = Object.entries(english[file]).filter(([key, message]) => {
      const wanted = placeholders(message);
      const found = placeholders(theirs[key] ?? "");
      return wanted.some((name) => !found.includes(name));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test.each(FILES)("has every plural form that its grammar asks for in %s.json", (file) => {
    const needed = new Intl.PluralRules(id).resolvedOptions().pluralCategories;
    const theirs = read(id, file);
    const lacking = Object.keys(english[file]).filter((key) => {
      const forms = pluralForms(theirs[key] ?? "");
      return forms !== null && needed.some((form) => !forms.includes(form));
    });
    expect(lacking).toEqual([]);
    expect(() => compileMessages(theirs)).not.toThrow();
  });

  test("has labels only for terms that there are, and its files are light", () => {
    for (const [facet, labels] of Object.entries(read<Record<string, Strings>>(id, "terms"))) {
      expect(existsSync(`data/vocabulary/${facet}.json`)).toBe(true);
      const { terms } = JSON.parse(readFileSync(`data/vocabulary/${facet}.json`, "utf8")) as {
        terms: { id: string }[];
      };
      const known = new Set(terms.map((term) => term.id));
      expect(Object.keys(labels).filter((term) => !known.has(term))).toEqual([]);
    }
    const bytes = [...FILES, "terms"].map(
      (file) => brotliCompressSync(readFileSync(`src/locale/${id}/${file}.json`)).length,
    );
    expect(Math.max(...bytes)).toBeLessThanOrEqual(12_288);
  });
});

describe("the nearest locale", () => {
  const some = ["en", "pt", "zh-Hans", "zh-Hant", "ckb"].map((id) => ({
    id,
    name: id,
    direction: "ltr" as const,
    reviewedBy: null,
  }));
  test.each([
    [["pt-BR"], "pt"],
    [["zh-TW", "en"], "zh-Hant"],
    [["zh-CN"], "zh-Hans"],
    [["zh"], "zh-Hans"],
    [["xx", "EN-gb"], "en"],
    [["ckb-IQ"], "ckb"],
  ])("to the wishes %s is %s", (wishes, found) => {
    expect(nearestLocale(wishes, some)?.id).toBe(found);
  });

  test("is none when nothing fits", () => {
    expect(nearestLocale(["xx", ""], some)).toBeNull();
  });
});

describe("the locale that a page starts in", () => {
  const offer = { locales: ["en", "bn", "so"], startLocale: "bn" };
  test.each([
    ["what a person chose, though it is not offered", "pl", ["so"], offer, "pl"],
    ["what the browser wishes for, if it is offered", null, ["pl", "so-SO", "en"], offer, "so"],
    ["the publisher's start, if nothing wished for is offered", null, ["pl", "de"], offer, "bn"],
    ["the publisher's start, if the link asks for what nobody has", "tlh", ["de"], offer, "bn"],
    ["English, if the publisher says nothing", null, ["de"], {}, "en"],
    ["anything that there is, if the publisher names none", null, ["ti"], {}, "ti"],
  ])("is %s", (_, asked, wishes, given, found) => {
    expect(firstLocale(asked, wishes, given).id).toBe(found);
  });
});
