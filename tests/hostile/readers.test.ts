import { afterEach, describe, expect, test } from "vitest";
import { isEmail } from "../../src/intake/emails.ts";
import { READERS } from "../../src/intake/readers.ts";
import { type TakenIn, takeIn } from "../../src/intake/take-in.ts";
import type { Service } from "../../src/services/service.ts";
import { smallWorld } from "../intake/small-world.ts";
import { CORPUS } from "./corpus.ts";
import { type Cells, fieldsOf, inputFor } from "./sources.ts";

const TAME: Cells = { description: "Tea and talk.", postcode: "E1 9ZZ" };

const take = (reader: string, input: Parameters<typeof takeIn>[1]): TakenIn =>
  takeIn({ id: "list", file: "list", reader }, input, smallWorld);

/** What can't be seen makes no difference: how blanks, line ends and marks of direction are written. */
const seen = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u200e\u200f]/g, "")
    .replace(/[\s\u0085,;]+/g, " ")
    .trim();

const hrefOf = (text: string): string => (URL.canParse(text) ? new URL(text).href : text);
/** A number is the same in whatever digits it is written. */
const plain = (text: string): string =>
  seen(text.normalize("NFKC")).replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

/** All words of a record that a person can read somewhere. */
const wordsOf = ({ name, organisation, summary, description, contacts, eligibility, assured, ...rest }: Service) =>
  [
    ...[name, organisation.name, summary, description ?? "", contacts.text ?? "", eligibility.text ?? ""],
    ...[assured.by ?? "", rest.scheduleText ?? "", rest.costText ?? ""],
    ...rest.locations.flatMap(({ name: called, address, note }) => [called ?? "", address ?? "", note ?? ""]),
    ...Object.values(rest.unlisted ?? {}).flat(),
  ].map(seen);

afterEach(() => {
  // Whatever was read, the machine's own objects are as they were.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe.each(READERS.map(({ id }) => id))("through the reader %s", (reader) => {
  test("a record without malice gives no issue, so that each below is the hostile value's own", () => {
    const taken = take(reader, inputFor(reader, [{ ...TAME, name: "Tea at Three" }]));
    expect([taken.trouble, taken.issues]).toEqual([null, []]);
    expect(taken.services).toHaveLength(1);
  });

  test.each(fieldsOf(reader))("every text in the field %s is kept, or told", (field) => {
    const records = CORPUS.texts.map(({ value }, i) => ({ ...TAME, name: `Tea ${i}`, [field]: value }));
    const taken = take(reader, inputFor(reader, records));
    expect(taken.trouble).toBeNull();
    expect(taken.rows).toBe(records.length);
    const lost = CORPUS.texts.flatMap(({ name, value }, i) => {
      const at = i + 1 + firstRow(reader);
      const row = taken.services.find((service) => service.row === at);
      if (isTold(taken, at)) return [];
      if (row !== undefined && wordsOf(row.service).includes(seen(value))) return [];
      return [`${name}: ${JSON.stringify(row === undefined ? null : wordsOf(row.service)).slice(0, 300)}`];
    });
    expect(lost).toEqual([]);
  });

  test("every link is a sound one, or none and told; look-alike hosts are in punycode and told", () => {
    const records = CORPUS.links.map(({ field, value }, i) => ({ ...TAME, name: `Tea ${i}`, [field]: value }));
    const taken = take(reader, inputFor(reader, records));
    expect(taken.services.length).toBe(records.length);
    const wrong = taken.services.flatMap(({ service, row }, i) => {
      const given = CORPUS.links[i];
      if (given === undefined) return [];
      const { urls, emails, phones } = service.contacts;
      const told = isTold(taken, row);
      const sound =
        urls.every((url) => /^https?:\/\/[\u0021-\u007e]+$/.test(url) && !/[<>"'\\]/.test(url) && !url.includes("@")) &&
        emails.every(isEmail) &&
        phones.every(({ dial }) => dial === null || /^\+?\d{3,15}$/.test(dial));
      const kept = [...urls, ...emails, ...phones.map(({ number }) => number)];
      const same = kept.length === 1 && [given.value, hrefOf(given.value)].map(plain).includes(plain(kept[0] ?? ""));
      const noted = phones.some(({ note, extension }) => note !== undefined || extension !== undefined);
      return sound && (told || same || noted) ? [] : [`${given.name}: ${JSON.stringify(kept).slice(0, 200)}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** Whether an issue speaks of a record's row; tables that are joined name the row of their own file, heading and all. */
const isTold = ({ issues }: TakenIn, row: number): boolean =>
  issues.some((issue) => issue.row === row || (issue.row === null && issue.message.includes(`, row ${row + 1}:`)));

/** A spreadsheet counts its heading row. */
const firstRow = (reader: string): number => (reader === "csv" ? 1 : 0);
