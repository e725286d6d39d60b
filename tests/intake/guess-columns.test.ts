import { expect, test } from "vitest";
import { csv } from "../../src/intake/csv.ts";
import { guessColumns } from "../../src/intake/guess-columns.ts";
import { matchHeadings } from "../../src/intake/headings.ts";

const guessed = (text: string): Readonly<Record<string, string>> => {
  const table = csv.read(text);
  return guessColumns(table, matchHeadings(table.headings));
};

test("a column of different words names the services where the organisations come again and again", () => {
  const list = "Gruppe,Run by,PC\nTea,Example Trust,E1 1AA\nWalk,Example Trust,E1 2AB\nSong,Example Trust,E1 1AA\n";
  expect(guessed(list)).toEqual({ Gruppe: "name", PC: "postcode" });
});

test("a list of organisations stays one: each is named once", () => {
  expect(guessed("Motto,Run by\nOpen doors,Example Trust\nAll ears,Example Circle\n")).toEqual({});
});

test("a column of phone numbers is told though some have words behind and some have lost their zero", () => {
  const list = "Name,Ruf\nTea,020 7946 0001\nWalk,2079460002\nSong,020 7946 0003 (Maria)\nDance,ask at the door\n";
  expect(guessed(list)).toEqual({ Ruf: "phone" });
});

test("a column of property numbers is not one of phone numbers", () => {
  expect(guessed("Name,UPRN\nTea,100021234567\nWalk,100021234568\n")).toEqual({});
});
