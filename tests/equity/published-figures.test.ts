import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { byBorough, byDecile, byIcb, icbsOf } from "../../src/equity/groupings.ts";
import { nearestToLsoas } from "../../src/equity/nearest.ts";
import { needOf } from "../../src/equity/need.ts";
import { LONDON, reachByGroup } from "../../src/equity/reach.ts";
import { type BoroughsFile, ICB_LISTS, type IcbsFile } from "../../src/services/borough.ts";
import { type CensusFile, categoriesOf, censusCounts } from "../../src/services/census-table.ts";
import { FACET_IDS } from "../../src/services/facets.ts";
import { decodeLsoaTable, type LsoaTableFile } from "../../src/services/lsoa-table.ts";
import { createVocabulary, type VocabularyFile } from "../../src/services/vocabulary.ts";
import { allRows, at, indexOf } from "./small-london.ts";

const read = <T>(file: string): T => JSON.parse(readFileSync(`data/${file}`, "utf8")) as T;
const table = decodeLsoaTable(read<LsoaTableFile>("areas/lsoas.json"));
const { boroughs } = read<BoroughsFile>("areas/boroughs.json");
const icbs = read<IcbsFile>("areas/icbs.json");
const census = read<CensusFile>("areas/census/boroughs.json");
const vocabulary = (facet: string) => createVocabulary(read<VocabularyFile>(`vocabulary/${facet}.json`));

const index = indexOf([{ locations: [at(-0.1278, 51.5074)] }]);
const nearest = nearestToLsoas(index, allRows(index), table);

describe("the totals of the tables", () => {
  test("are the residents of London that the census publishes for its areas", () => {
    const [london] = reachByGroup(table, nearest, LONDON);
    expect(london?.all.residents).toBe(8_799_689);
    // 893 of the 4,994 areas are in the most deprived fifth of England (IMD 2025).
    expect(london?.deprived.residents).toBe(1_623_688);
    // The Office for National Statistics published 8,799,800, rounded to the hundred (first results, June 2022); areas
    // are changed a little to keep people's secrets.
    expect(Math.abs((london?.all.residents ?? 0) - 8_799_800)).toBeLessThan(150);
    const usualResidents = census.tables.TS001?.totals.reduce((a, b) => a + b, 0) ?? 0;
    expect(Math.abs((london?.all.residents ?? 0) - usualResidents)).toBeLessThan(50);
  });

  test("of each borough are those of its own table of usual residents (TS001)", () => {
    const differ = boroughs.map(({ residents }, number) =>
      Math.abs(residents - (census.tables.TS001?.totals[number] ?? 0)),
    );
    expect(Math.max(...differ)).toBeLessThan(50);
  });

  test("are those of the boroughs, and the boards of either list add up to London", () => {
    const lines = reachByGroup(table, nearest, byBorough(table));
    expect(lines.map(({ all }) => all.residents)).toEqual(boroughs.map(({ residents }) => residents));
    const boards = ICB_LISTS.map((list) => reachByGroup(table, nearest, byIcb(table, icbsOf(icbs, list))));
    expect(boards.map(({ length }) => length)).toEqual([5, 4]);
    for (const list of boards) expect(list.reduce((sum, { all }) => sum + all.residents, 0)).toBe(8_799_689);
    const deciles = reachByGroup(table, nearest, byDecile(table));
    expect(deciles.reduce((sum, { all }) => sum + all.residents, 0)).toBe(8_799_689);
  });

  test("are the people whom the census counts under a term, as published for London elsewhere", () => {
    // A Vision of Britain through Time, London, religious faiths in 2021 (visionofbritain.org.uk, unit 10097836, cube
    // REL2001): taken by its keepers from the Office for National Statistics by way of "Create a custom dataset", where
    // small counts are changed a little differently than in the tables for boroughs.
    const published = {
      christian: 3_577_713,
      buddhist: 77_418,
      hindu: 453_033,
      jewish: 145_422,
      muslim: 1_318_546,
      sikh: 144_574,
    };
    for (const [term, people] of Object.entries(published)) {
      const ours = needOf(vocabulary("faith"), term, census)?.people.reduce((a, b) => a + b, 0) ?? 0;
      expect(Math.abs(ours - people) / people, term).toBeLessThan(0.001);
    }
  });

  test("of disability, age, care and English are those of the tables for smaller areas, and of all London", () => {
    const sumOf = (facet: string, term: string) =>
      (needOf(vocabulary(facet), term, census)?.people ?? []).reduce((all, people) => all + people, 0);
    const sumIn = (file: string, reference: string) =>
      (censusCounts(read<CensusFile>(`areas/census/${file}.json`), reference) ?? []).reduce((a, b) => a + b, 0);
    // ONS changes small counts a little and each table on its own: sums over thousands of areas differ by some dozens.
    const same = (one: number, other: number) => expect(Math.abs(one - other) / other).toBeLessThan(0.002);
    same(sumOf("whoFor", "disabled-people"), sumIn("lsoas-disability", "TS038:Disabled under the Equality Act"));
    same(
      sumOf("specialism", "esol"),
      sumIn("msoas", "TS029:Cannot speak English well") + sumIn("msoas", "TS029:Cannot speak English"),
    );
    const totalOf = (table: string) => census.tables[table]?.totals.reduce((a, b) => a + b, 0) ?? 0;
    for (const table of ["TS007", "TS038"]) expect(Math.abs(totalOf(table) - totalOf("TS001")), table).toBeLessThan(50);
    const ages = census.tables.TS007?.categories.map(({ name }) => `TS007:${name}`) ?? [];
    const younger = ages.filter((age) => !/^TS007:Aged (?:65|75|85)/.test(age));
    expect(ages.length - younger.length).toBe(3);
    const under65 = younger.reduce((sum, age) => sum + sumIn("boroughs", age), 0);
    expect(Math.abs(sumOf("whoFor", "older-people") + under65 - totalOf("TS007"))).toBeLessThan(100);
    const carers = sumOf("whoFor", "carers");
    expect(carers + sumIn("boroughs", "TS039:Provides no unpaid care")).toBe(totalOf("TS039"));
  });

  test("are to be had for every term that names census categories", () => {
    const missing = FACET_IDS.filter((id) => existsSync(`data/vocabulary/${id}.json`)).flatMap((id) => {
      const words = vocabulary(id);
      return words.terms
        .filter((term) => categoriesOf(term).length > 0)
        .filter((term) => needOf(words, term.id, census) === null)
        .map((term) => `${id}: ${term.id}`);
    });
    expect(missing).toEqual([]);
  });
});
