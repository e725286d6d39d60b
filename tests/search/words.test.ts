import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTHING_SELECTED } from "../../src/search/selection.ts";
import { createWordTable, LONGEST_KEPT, type WordTable } from "../../src/search/word-table.ts";
import { foldedWords } from "../../src/services/fold.ts";
import { lonLat } from "../../src/services/place.ts";
import { aService, namesFor, searchOver, TODAY } from "./fixture.ts";

const WORDS = ["tea", "three", "choir", "zebra", "kitchen", "আড্ডা", "সকাল", "نور", "ਸੰਗਤ", "чай", "ቡና", "文化", "éclair"];
const anyText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

test("a service that has every whole word typed is found, in any script and any order", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), fc.nat(), (names, pick) => {
      const name = names[pick % names.length] as string;
      const typed = `${name.split(" ").reverse().join(" ")} `;
      expect(
        namesFor(
          names.map((text) => aService(text)),
          typed,
        ),
      ).toContain(name);
    }),
    { numRuns: 150, seed: 41 },
  );
});

test("whole words find those that have them and nobody else, when somebody has them", () => {
  fc.assert(
    fc.property(
      fc.array(anyText, { minLength: 4, maxLength: 10 }),
      fc.constantFrom("kitchen", "আড্ডা", "文化"),
      (names, word) => {
        const services = ["Kitchen at Noon", "আড্ডা", "文化", "kitchen", "আড্ডা ক", "文化 社"]
          .concat(names)
          .map((name, i) => aService(`${name}`, { id: `${i}` }));
        const right = services.filter(({ name }) => foldedWords(name).includes(word)).map(({ name }) => name);
        expect(namesFor(services, `${word} `).sort()).toEqual(right.sort());
      },
    ),
    { numRuns: 100, seed: 42 },
  );
});

const wordsOf = (table: WordTable): string[] => Array.from({ length: table.count }, (_, number) => table.word(number));

test("the table of words knows the folded words of every text, each by one number", () => {
  const anyLine = fc.string({ unit: fc.constantFrom(..."abcZ09 ''-.&’éıكক"), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 30 }), (texts) => {
      const table = createWordTable();
      const numbers = texts.map((text) => {
        const read: number[] = [];
        table.read(text, (word) => read.push(word));
        return read;
      });
      const words = wordsOf(table);
      expect(numbers.map((each) => each.map((number) => words[number]))).toEqual(texts.map(foldedWords));
      expect(new Set(words).size).toBe(words.length);
    }),
    { numRuns: 1_000, seed: 43 },
  );
});

test("the table of words holds ten thousand different words, and the beginning of an endless one", () => {
  const table = createWordTable();
  const text = Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(" ");
  table.read(`${text} ${"x".repeat(500)}`, () => {});
  expect(wordsOf(table)).toEqual([...text.split(" "), "x".repeat(LONGEST_KEPT)]);
});

describe("one slip is forgiven", () => {
  test.each([
    ["benefits", "benifits"],
    ["counselling", "counceling"],
    ["Kitchen", "kithcen"],
    ["Gurdwara", "gurdawara"],
    ["Soomaali", "somaali"],
    ["বাংলা", "বাংল"],
    ["ਪੰਜਾਬੀ", "ਪੰਜਾਬ"],
    ["فارسی", "فارس"],
    ["українська", "україньска"],
    ["தமிழ்", "தமிழ"],
    ["ትግርኛ", "ትግኛ"],
  ])("%s is found as %s", (name, typed) => {
    expect(namesFor([aService(name), aService("Chess on Sundays")], `${typed} `)).toEqual([name]);
  });

  test("but a short word is not taken for another, nor one number for the next", () => {
    expect(namesFor([aService("Gym"), aService("Gum")], "gym ")).toEqual(["Gym"]);
    expect(namesFor([aService("Hut 14"), aService("Hut 15")], "14 ")).toEqual(["Hut 14"]);
  });

  test("and the right spelling comes before the near one", () => {
    expect(namesFor([aService("Choral Evening"), aService("Coral Evening")], "coral evening ")).toEqual([
      "Coral Evening",
      "Choral Evening",
    ]);
  });
});

describe("spelling differences of no meaning", () => {
  test.each([
    ["Język Polski", "jezyk polski"],
    ["Şifa", "sifa"],
    ["فارسى", "فارسی"],
    ["كلثوم", "کلثوم"],
    ["Women’s Shed", "womens shed"],
    ["Café Océane", "CAFE OCEANE"],
    ["Łódź", "lodz"],
  ])("%s is found as %s", (name, typed) => {
    expect(namesFor([aService(name), aService("Chess")], typed)).toEqual([name]);
  });
});

test("while a word is being typed its beginning is enough; a space ends the word", () => {
  const services = [aService("Allotment Share"), aService("All Stars")];
  expect(namesFor(services, "allo")).toEqual(["Allotment Share"]);
  expect(namesFor(services, "all")).toEqual(["All Stars", "Allotment Share"]);
  expect(namesFor(services, "all ")).toEqual(["All Stars"]);
});

test("English endings make no difference", () => {
  expect(namesFor([aService("Walks for Mothers"), aService("Chess")], "walk mother ")).toEqual(["Walks for Mothers"]);
});

test("a word finds who says the term meant, in the person's language or the term's own", () => {
  const somali = aService("Horn of Africa Circle", { terms: { spokenLanguage: ["so"] } });
  const others = [aService("Chess", { terms: { spokenLanguage: ["en"] } })];
  for (const typed of ["somali", "Soomaali", "somaali"])
    expect(namesFor([somali, ...others], typed)).toEqual([somali.name]);
});

test("when no service has all the words, the least useful are left aside and named", () => {
  const services = [aService("Zebra Choir"), aService("Choir"), aService("Choir of Ten")];
  const { rows, wordsLeftOut, matchedWords } = searchOver(services).search(
    { ...NOTHING_SELECTED, words: "zebra choir xyzzyq " },
    TODAY,
  );
  expect([...rows]).toEqual([0]);
  expect(wordsLeftOut).toEqual(["xyzzyq"]);
  expect(matchedWords(0)).toEqual(["zebra", "choir"]);
});

test("words in the name come before words elsewhere", () => {
  const services = [aService("Elsewhere", { summary: "We bake bread." }), aService("Bread and Roses")];
  expect(namesFor(services, "bread")).toEqual(["Bread and Roses", "Elsewhere"]);
});

test("a postcode is found with and without its space, and by its first half", () => {
  const point = lonLat(-0.07, 51.52);
  const here = aService("Here", { locations: [{ point, precision: "venue", borough: null, postcode: "E1 6AN" }] });
  for (const typed of ["e1 6an", "E16AN", "e1"]) expect(namesFor([here, aService("There")], typed)).toEqual(["Here"]);
});

describe("hostile queries", () => {
  const services = [aService("Tea at Three"), aService("Choir")];
  test.each([
    ["ten thousand letters", "a".repeat(10_000)],
    ["ten thousand words", "tea ".repeat(10_000)],
    ["control characters", "\u0000\u0007tea\u001b[31m"],
    ["half a character", "tea \ud800"],
    ["marks of direction", "\u202etea\u202c\u200f"],
    ["a prototype's name", "__proto__ constructor toString"],
    ["an expression", "(a+)+$ {{7*7}} $1 <script>"],
    ["only signs", "?!… —"],
  ])("%s are answered without harm", (_, words) => {
    const results = searchOver(services).search({ ...NOTHING_SELECTED, words }, TODAY);
    expect(results.rows.length).toBeLessThanOrEqual(services.length);
    expect(() => results.countOf(NOTHING_SELECTED)).not.toThrow();
  });

  test("signs that are no words narrow nothing, marks of direction don't hide a word", () => {
    expect(namesFor(services, "?!")).toHaveLength(2);
    expect(namesFor(services, "\u202etea\u202c\u200f")).toEqual(["Tea at Three"]);
  });
});
