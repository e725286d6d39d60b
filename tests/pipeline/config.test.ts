import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/pipeline/arguments.ts";
import { readConfig } from "../../src/pipeline/config.ts";
import { poolOf, readSourceList } from "../../src/pipeline/source-list.ts";

const GOOD = {
  title: "Example map",
  publisher: "Example council",
  area: ["E09000007"],
  contact: { name: "the team", email: "team@example.org" },
  leaveAddress: "https://example.org/weather",
};
const errorsOf = (change: object): readonly string[] => {
  const read = readConfig(JSON.stringify({ ...GOOD, ...change }));
  return read.status === "faulty" ? read.errors : [];
};

describe("the config", () => {
  test("of this repository is sound", () => {
    expect(readConfig(readFileSync("data/map.config.json", "utf8"))).toMatchObject({ status: "sound" });
  });

  test("may be as short as five settings", () => {
    expect(readConfig(JSON.stringify(GOOD))).toMatchObject({
      status: "sound",
      config: { area: ["E09000007"], thresholds: { fresh: 3, fair: 6, old: 12 }, startLocale: "en" },
    });
  });

  test.each([
    [{ area: "Camden" }, "area", "Camden"],
    [{ area: ["E09000099"] }, "area", "E09000099"],
    [{ title: "" }, "title", '""'],
    [{ contact: { name: "x", email: "nobody" } }, "contact.email", "nobody"],
    [{ leaveAddress: "javascript:alert(1)" }, "leaveAddress", "javascript"],
    [{ thresholds: { fresh: 9, fair: 6, old: 12 } }, "thresholds", "9"],
    [{ sources: "../../secret" }, "sources", "../../secret"],
    [{ locales: "en" }, "locales", "en"],
    [{ locales: ["tlh"] }, "locales", "tlh"],
    [{ startLocale: "tlh" }, "startLocale", "tlh"],
    [{ overlays: ["noise"] }, "overlays", "noise"],
    [{ basemap: "https://example.org/london.pmtiles" }, "basemap", "pmtiles"],
    [{ basemap: "http://example.org/style.json" }, "basemap", "http:"],
    [{ logo: "logo.exe" }, "logo", "logo.exe"],
    [{ logo: "../logo.svg" }, "logo", "../logo.svg"],
    [{ colours: { teal: "#7ad6cb" } }, "colours.teal", "#7ad6cb"],
    [{ colours: { teal: "teal" } }, "colours.teal", "#00605c"],
    [{ colours: { teal: "#1d3f8f", marigold: "#7a1f1f" } }, "colours", "#7a1f1f"],
    [{ colours: { purple: "#551a8b" } }, "colours.purple", "#551a8b"],
    [{ embed: "https://example.org" }, "embed", "https://example.org"],
    [{ embed: { allowedAncestors: ["https://example.org/page"] } }, "embed.allowedAncestors", "/page"],
    [{ embed: { allowedAncestors: ["*"] } }, "embed.allowedAncestors", "*"],
    [{ accessibility: { prepared: "2026-06-31" } }, "accessibility", "2026-06-31"],
    [{ accessibility: "soon" }, "accessibility", "soon"],
    [{ tittle: "x" }, "tittle", "no such setting"],
  ])("%j is told with its key and what was found", (change, key, found) => {
    const errors = errorsOf(change);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`"${key}"`);
    expect(errors[0]).toContain(found);
  });

  test("that is no JSON is told as such, and all errors at once", () => {
    expect(readConfig("{")).toMatchObject({ status: "faulty" });
    const read = readConfig("{}");
    expect(read.status === "faulty" ? read.errors.length : 0).toBeGreaterThan(3);
  });
});

describe("the list of sources", () => {
  const entry = {
    id: "hubs",
    file: "hubs.csv",
    title: "Hubs",
    publisher: "Example",
    licence: { name: "CC0", url: "" },
  };
  const errors = (change: object): string => {
    const read = readSourceList(JSON.stringify([{ ...entry, ...change }]));
    return read.status === "faulty" ? read.errors.join("\n") : "";
  };

  test("of this repository is sound", () => {
    expect(readSourceList(readFileSync("data/sources/sources.json", "utf8"))).toMatchObject({ status: "sound" });
  });

  test.each([
    [{ id: "Hubs!" }, "id"],
    [{ file: "../hubs.csv" }, "file"],
    [{ reader: "pdf" }, "reader"],
    [{ columns: { Fax: "fax" } }, "columns.Fax"],
    [{ defaults: { colour: "red" } }, "defaults.colour"],
    [{ licence: undefined }, "licence"],
    [{ layer: "shops" }, "layer"],
  ])("%j is told with its key", (change, key) => {
    expect(errors(change)).toContain(`"${key}"`);
  });

  test("with one id twice is told", () => {
    const read = readSourceList(JSON.stringify([entry, entry]));
    expect(read.status === "faulty" ? read.errors.join() : "").toContain("twice");
  });

  test("keeps share-alike licences in a pool of their own", () => {
    expect(poolOf({ licence: { name: "Open Database License v1.0", url: "" } })).not.toBe("");
    expect(poolOf({ licence: { name: "Open Government Licence v3.0", url: "" } })).toBe("");
  });
});

test("a command names the word that it doesn't know", () => {
  const options = [
    { name: "out", value: "folder", help: "" },
    { name: "strict", help: "" },
  ];
  expect(readArguments(["--out", "x", "--strict"], options)).toEqual({
    status: "run",
    values: new Map([
      ["out", "x"],
      ["strict", "yes"],
    ]),
  });
  expect(readArguments(["--out"], options)).toMatchObject({ status: "wrong" });
  expect(readArguments(["--outt=x"], options)).toMatchObject({
    status: "wrong",
    message: expect.stringContaining("--outt"),
  });
  expect(readArguments(["-h"], options)).toEqual({ status: "help" });
});
