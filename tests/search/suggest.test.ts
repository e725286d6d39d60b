import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SuggestOptions, suggest } from "../../src/search/suggest.ts";
import { typedWords } from "../../src/search/typed-words.ts";
import type { FacetId } from "../../src/services/facets.ts";
import { gazetteer, phrases, synonymFiles, vocabularies } from "./suggest-world.ts";

/** Suggestions as short texts: "faith sikh", "near Southall". */
const offered = (query: string, options: SuggestOptions = { gazetteer }): readonly string[] =>
  suggest(query, phrases, options).map((suggestion) =>
    suggestion.kind === "term" ? `${suggestion.facet} ${suggestion.term}` : `near ${suggestion.where.text}`,
  );

describe("typed words are offered as the filter that they name", () => {
  test.each([
    ["bangla", "spokenLanguage bn"],
    ["বাংলা", "spokenLanguage bn"],
    ["soomaali", "spokenLanguage so"],
    ["język polski", "spokenLanguage pl"],
    ["jezyk polski", "spokenLanguage pl"],
    ["فارسی", "spokenLanguage fa"],
    ["中文", "spokenLanguage zh"],
    ["gurdwara", "faith sikh"],
    ["benefits form", "specialism welfare-advice"],
    ["lonely", "specialism company"],
    ["someone to talk to", "specialism befriending"],
    ["DLA", "specialism welfare-advice"],
    ["tower hamlets", "borough E09000030"],
    ["খাবার", "specialism food"],
    ["الصحة النفسية", "specialism mental-health"],
    ["ਗੁਰਦੁਆਰਾ", "faith sikh"],
    ["haween", "whoFor women"],
  ])("%s → %s", (query, first) => {
    expect(offered(query)).toContain(first);
  });

  test("while they are still being typed", () => {
    expect(offered("wom")[0]).toBe("whoFor women");
    expect(offered("benga")).toContain("spokenLanguage bn");
    expect(offered("বাং")).toContain("spokenLanguage bn");
    expect(offered("benefits fo")).toContain("specialism welfare-advice");
  });

  test("with a slip in them", () => {
    expect(offered("benifits")).toContain("specialism welfare-advice");
    expect(offered("benifits form")[0]).toBe("specialism welfare-advice");
    expect(offered("dimentia")).toContain("specialism dementia");
    expect(offered("polsih")).toContain("spokenLanguage pl");
  });

  test("among other words, and in Chinese without spaces between them", () => {
    expect(offered("help for somali women")).toEqual(
      expect.arrayContaining(["spokenLanguage so", "community somali", "whoFor women"]),
    );
    expect(offered("我想学英语")).toContain("specialism esol");
  });

  test("but not when they are the code of a language, or say nothing on their own", () => {
    for (const word of ["so", "is", "am", "to", "the", "it", "no", "need help", "i want"])
      expect(offered(word)).toEqual([]);
  });

  test("and not when they are chosen already, or nobody says them", () => {
    expect(offered("bangla", { chosen: { spokenLanguage: ["bn"] } })).not.toContain("spokenLanguage bn");
    expect(offered("bangla", { says: (facet: FacetId) => facet !== "community" })).not.toContain(
      "community bangladeshi",
    );
  });
});

describe("typed words are offered as the place that they name", () => {
  test("after a word for near, before all else", () => {
    expect(offered("gurdwara near southall").slice(0, 2)).toEqual(["near Southall", "faith sikh"]);
    expect(offered("somali near e1 6an")[0]).toBe("near E1 6AN");
  });

  test("without one, when nothing else is meant, also unfinished", () => {
    expect(offered("food brixton")).toContain("near Brixton");
    expect(offered("food brix")).toContain("near Brixton");
    expect(offered("southal")[0]).toBe("near Southall");
    expect(offered("sw2 1jf")[0]).toBe("near SW2 1JF");
  });

  test("a phrase that happens to end like a station's name comes before the station", () => {
    expect(offered("food bank")[0]).toBe("specialism food-bank");
  });
});

describe("suggestions", () => {
  test("take their words out of the query, and leave nothing when only small words are left", () => {
    const rest = (query: string, kind: string, id: string) =>
      suggest(query, phrases, { gazetteer }).flatMap((one) =>
        one.kind === kind && (one.kind === "term" ? one.term : one.where.text) === id ? [one.rest] : [],
      )[0];
    expect(rest("bengali lunch club", "term", "bn")).toBe("lunch club");
    expect(rest("lunch club in Bengali", "term", "lunch-club")).toBe("in Bengali");
    expect(rest("I need food", "term", "food")).toBe("");
    expect(rest("gurdwara near southall", "place", "Southall")).toBe("gurdwara");
    expect(rest("我想学英语", "term", "esol")).toBe("");
  });

  const anyQuery = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom("bangla", "near", "southall", "ال", "学英语", "benifits", "\u202e", "\ud800", "e1", "so"),
        {
          maxLength: 12,
        },
      )
      .map((words) => words.join(" ")),
  );

  test("are at most six, each once, the same every time, whatever is typed", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const found = offered(query);
        expect(found.length).toBeLessThanOrEqual(6);
        expect(new Set(found).size).toBe(found.length);
        expect(offered(query)).toEqual(found);
      }),
    );
  });

  test("name only terms that there are", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        for (const one of suggest(query, phrases, { gazetteer })) {
          if (one.kind === "term") expect(vocabularies[one.facet].byId.has(one.term)).toBe(true);
        }
      }),
    );
  });

  test.each([
    ["a pasted page", "gurdwara near southall ".repeat(450)],
    ["one endless word", "bengali".repeat(1500)],
    ["endless Chinese", "我想学英语".repeat(2000)],
    ["control characters", "\u0000\u0007\u001b".repeat(3400)],
    ["lone surrogates", "\ud800x\udc00 ".repeat(2500)],
    ["marks of direction", "\u202ebangla\u202c\u200f ".repeat(1000)],
    ["spaces", " ".repeat(10_000)],
  ])("of %s read no more than the beginning", (_, query) => {
    expect(typedWords(query, phrases).length).toBeLessThanOrEqual(16);
    expect(offered(query).length).toBeLessThanOrEqual(6);
    expect(offered(query)).toEqual(offered(query + query));
  });

  test("marks of direction and joiners inside words change nothing", () => {
    expect(offered("\u202bفارسی\u202c")).toEqual(offered("فارسی"));
    expect(offered("ban\u00adgla")).toEqual(offered("bangla"));
  });
});

describe("the files of lay words", () => {
  test.each(synonymFiles)("%s names its own locale, and only terms that there are", (name, file) => {
    expect(file.locale).toBe(name);
    const unknown = file.synonyms.flatMap(({ terms = {} }) =>
      Object.entries(terms).flatMap(([facet, ids]) =>
        ids.filter((id) => vocabularies[facet as FacetId]?.byId.has(id) !== true).map((id) => `${facet} ${id}`),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test.each(synonymFiles)("%s has words for near, and no entry that means nothing", (_, file) => {
    expect(file.near.length).toBeGreaterThan(0);
    const idle = file.synonyms.filter(({ say, terms, words }) => say.length === 0 || (!terms && !words));
    expect(idle).toEqual([]);
  });

  test.each(synonymFiles)("%s has words that can be found: none is a stop word of any locale alone", (_, file) => {
    const lost = file.synonyms
      .flatMap(({ say }) => say)
      .filter((text) => {
        const words = typedWords(text, { apart: (word) => [word] });
        return words.length === 0 || (words.length === 1 && phrases.stopWords.has(words[0]?.word ?? ""));
      });
    expect(lost).toEqual([]);
  });

  test("are there for at least twenty locales", () => {
    expect(synonymFiles.length).toBeGreaterThanOrEqual(20);
  });
});
