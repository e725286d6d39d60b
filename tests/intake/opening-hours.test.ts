import { describe, expect, test } from "vitest";
import { readOpeningHours } from "../../src/intake/opening-hours.ts";

/** Each span as a few words: day (0 = Monday), opening and closing, and how often where it is not every week. */
const read = (text: string) =>
  readOpeningHours(text)?.map(({ weekday, opens, closes, frequency }) =>
    [weekday, `${opens}-${closes}`, ...(frequency === "weekly" ? [] : [frequency])].join(" "),
  ) ?? null;

describe("opening times that can only be meant one way", () => {
  test.each([
    ["Mo 09:00-17:00", ["0 09:00-17:00"]],
    ["Mo-We 09:00-17:00", ["0 09:00-17:00", "1 09:00-17:00", "2 09:00-17:00"]],
    ["Sa-Mo 10:00-12:00", ["0 10:00-12:00", "5 10:00-12:00", "6 10:00-12:00"]],
    ["Tu,Th 10:00-12:00", ["1 10:00-12:00", "3 10:00-12:00"]],
    ["Fr 14:00-16:00,10:00-12:00", ["4 10:00-12:00", "4 14:00-16:00"]],
    ["Mo 09:00-17:00; Su off", ["0 09:00-17:00"]],
    ["Sunday closed | Mon 09:00-17:00", ["0 09:00-17:00"]],
    ["Thursdays: 9.30am to 12 noon", ["3 09:30-12:00"]],
    ["Monday to Tuesday 9am – 5pm", ["0 09:00-17:00", "1 09:00-17:00"]],
    ["Weds and Sat 10am-1pm", ["2 10:00-13:00", "5 10:00-13:00"]],
    ["Mon & Tues 12am-1am", ["0 00:00-01:00", "1 00:00-01:00"]],
    ["Daily 18:00-24:00", [0, 1, 2, 3, 4, 5, 6].map((day) => `${day} 18:00-23:59`)],
    ["Mo 8:00-9:00", ["0 08:00-09:00"]],
    ["Su 10:00-11:00\nSa 10:00-11:00", ["5 10:00-11:00", "6 10:00-11:00"]],
    ["Mo 10:00-11:00,11:00-12:00", ["0 10:00-11:00", "0 11:00-12:00"]],
  ])("%j is a schedule", (text, spans) => {
    expect(read(text)).toEqual(spans);
  });

  test.each([
    ["We 10:00-12:00 (fortnightly)", "fortnightly"],
    ["We 10:00-12:00 (every two weeks)", "fortnightly"],
    ["We 10:00-12:00 (every other week)", "fortnightly"],
    ["We 10:00-12:00 (Monthly)", "monthly"],
    ["We 10:00-12:00 (other)", "other"],
  ])("%j says how often", (text, frequency) => {
    expect(read(text)).toEqual([`2 10:00-12:00 ${frequency}`]);
  });

  test("a weekly and a monthly span of one day may overlap", () => {
    expect(read("We 10:00-12:00; We 11:00-13:00 (monthly)")).toEqual(["2 10:00-12:00", "2 11:00-13:00 monthly"]);
    expect(read("We 10:00-12:00 (weekly)")).toEqual(["2 10:00-12:00"]);
  });
});

describe("opening times that could be meant two ways stay words", () => {
  test.each([
    "",
    " ; ",
    "Mo 9-5",
    "Mo 9:00",
    "Mo 1:00-2:00",
    "Mo 7:59-9:00",
    "Mo 23:00-01:00",
    "Mo 10:00-10:00",
    "Mo 10:60-11:00",
    "Mo 10:00-25:00",
    "Mo 10:00-24:30",
    "Mo 0am-2am",
    "Mo 13pm-14pm",
    "Mo 10:00-11:00-12:00",
    "Mo-Tu-We 10:00-11:00",
    "Someday 10:00-11:00",
    "Mo-Someday 10:00-11:00",
    "Mo 10:00-12:00,11:00-13:00",
    "Mo 10:00-12:00; Mo 10:00-12:00",
    "Mo off",
    "10:00-12:00",
    "Ring first. Mo 10:00-12:00",
    "Mo 10:00-12:00; by appointment",
    "Mo 10:00-12:00 except in August",
  ])("%j", (text) => {
    expect(read(text)).toBeNull();
  });
});
