import { describe, expect, test } from "vitest";
import { sheetText } from "../../src/app/shortlist/sheet-text.ts";
import { READERS } from "../../src/intake/readers.ts";
import { toFlatCsv } from "../../src/services/flat-row.ts";
import { words } from "../app/fixture.tsx";
import { smallWorld } from "../intake/small-world.ts";
import { built } from "./publication.ts";
import { pagesOf, published } from "./published.tsx";
import type { Cells } from "./sources.ts";

/** Where nobody may find it; none of it occurs in the small world's own files. */
const WHERE = {
  location_name: "Plumtree Lodge",
  address: "47 Quince Crescent",
  postcode: "NW1 9ZZ",
  lat: "51.567891",
  lon: "-0.178912",
} as const;
const LSOA = "E01000900";

const ABOUT = "Help for women. Come to 47 Quince Crescent, NW1 9ZZ, by the Plumtree Lodge.";
/** By the column that says so, and by words alone, which is all that a feed has. */
const WAYS: Readonly<Record<string, Cells>> = {
  "by its column": { name: "Harbour", description: ABOUT, sensitive: "yes" },
  "by its words": { name: "Harbour women's refuge", description: ABOUT },
};
const NEIGHBOUR: Cells = {
  name: "Tea at Three",
  description: "Tea and talk.",
  postcode: "E1 9ZZ",
  address: "1 Example Street",
};

/** Every way of writing down what must not be known: as it is, without blanks, rounded, and packed for a link. */
function spellings(): readonly string[] {
  const numbers = [Number(WHERE.lat), Number(WHERE.lon)].flatMap((degrees) => [
    ...[2, 3, 4, 5, 6].map((digits) => degrees.toFixed(digits)),
    ...[3, 4, 5].map((digits) => String(Math.trunc(degrees * 10 ** digits))),
  ]);
  const texts = [...Object.values(WHERE), "NW19ZZ", "NW1%209ZZ", "NW1+9ZZ", "Quince", "Plumtree", "NW1", LSOA];
  const packed = texts.slice(0, 3).map((text) => Buffer.from(text).toString("base64").replace(/=+$/, ""));
  return [...new Set([...texts, ...numbers, ...packed])];
}

const canSay = (reader: string, way: string): boolean => way === "by its words" || !reader.startsWith("open-referral");

describe.each(READERS.map(({ id }) => id))("a sensitive service from %s", (reader) => {
  test.each(Object.keys(WAYS).filter((way) => canSay(reader, way)))("%s is found, and its place in no byte", (way) => {
    const records = built([NEIGHBOUR, { ...WHERE, ...WAYS[way] }], reader);
    const files = published(records);
    const pages = pagesOf(records, files);
    const sensitive = records.services.filter((service) => service.sensitive);
    expect(sensitive.map(({ name }) => name)).toEqual([WAYS[way]?.name]);
    const own = new Map([
      ["list.csv", toFlatCsv(records.services, smallWorld.vocabularies)],
      [
        "list.txt",
        sheetText(records.services, {
          words,
          vocabularies: smallWorld.vocabularies,
          near: null,
          address: "https://example.org/",
        }),
      ],
    ]);
    const told: string[] = [];
    for (const [path, text] of [...files, ...pages, ...own]) {
      const lower = text.toLowerCase();
      for (const secret of spellings()) if (lower.includes(secret.toLowerCase())) told.push(`${secret} in ${path}`);
    }
    expect(told).toEqual([]);
    expect(files.get("start.json")).toContain("Harbour");
    expect(files.get("services.csv")).toContain("Harbour");

    const page = [...pages].find(([path]) => path === `service/${sensitive[0]?.id}.html`)?.[1] ?? "";
    expect(page).toContain(words.t("service.sensitive"));
    expect(page).not.toMatch(/google\.com\/maps|openstreetmap\.org|<img|geo:/);
  });

  test("has a neighbour whose place is told, so that the search above would find one", () => {
    const files = published(built([NEIGHBOUR, { ...WHERE, ...WAYS["by its words"] }], reader));
    const all = [...files.values()].join("\n");
    for (const known of ["1 Example Street", "E1 9ZZ"]) expect(all).toContain(known);
  });
});

test("a record without the mark does tell its place, in every way that is looked for", () => {
  const all = [...published(built([{ ...WHERE, name: "Open door" }])).values()].join("\n");
  for (const secret of [...Object.values(WHERE).slice(0, 3), "51.567", LSOA]) expect(all).toContain(secret);
});
