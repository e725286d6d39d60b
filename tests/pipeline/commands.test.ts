import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS, main } from "../../src/pipeline/asset-map.ts";
import { EXPORTS } from "../../src/pipeline/exports.ts";
import { createStaticServer } from "../../src/pipeline/static-server.ts";
import type { ServiceFeature } from "../../src/services/geojson.ts";
import type { Service } from "../../src/services/service.ts";

const LIST = `name,summary,address,postcode,spoken_languages,faiths,phone,email,website,assured_date,opening_hours,sensitive
Tea at Three,Tea and talk.,1 Example Street,NW1 0JH,Somali; Bengali (interpreter),Muslim (run-by),020 7946 0003 ext 3,tea@example.org,https://example.org/tea,2026-01-15,"Mo,We 10:00-12:00",
Harbour,A safe place.,12 Acacia Road,NW3 5RT,,,0808 157 0001,,,,,yes
Walk and Talk,,,,,,,,,,usually Tuesdays,
,no name,,,,,,,,,,
`;
const CONFIG = {
  title: "Example map",
  publisher: "Example",
  area: ["E09000007"],
  contact: { name: "the team", email: "team@example.org" },
  leaveAddress: "https://example.org",
};
const entry = (change: object = {}) => ({
  id: "list",
  file: "list.csv",
  title: "List",
  publisher: "Example",
  licence: { name: "CC0", url: "" },
  ...change,
});

let folder = "";
let printed: string[] = [];
let complained: string[] = [];
const write = (file: string, content: string | Uint8Array): void => writeFileSync(join(folder, file), content);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const run = (...typed: string[]): Promise<number> =>
  main(typed, { print: (line) => printed.push(line), complain: (line) => complained.push(line), folder });
const said = (): string => printed.join("\n");
const wrong = (): string => complained.join("\n");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
  for (const part of ["vocabulary", "areas"])
    cpSync(join("data", part), join(folder, "data", part), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  [printed, complained] = [[], []];
  rmSync(join(folder, "data/sources"), { recursive: true, force: true });
  rmSync(join(folder, "data/published"), { recursive: true, force: true });
  mkdirSync(join(folder, "data/sources"), { recursive: true });
  write("data/map.config.json", JSON.stringify(CONFIG));
  write("data/sources/sources.json", JSON.stringify([entry()]));
  write("data/sources/list.csv", LIST);
});

describe("every command", { timeout: 60_000 }, () => {
  test.each(COMMANDS.map(({ name }) => name))(
    "%s --help says what it does, its options and its exit codes",
    async (name) => {
      expect(await run(name, "--help")).toBe(0);
      const command = COMMANDS.find((known) => known.name === name);
      expect(said()).toMatch(/[Ee]xit codes:/);
      for (const option of command?.options ?? []) expect(said()).toContain(`--${option.name}`);
      expect(wrong()).toBe("");
    },
  );

  test("is named by the overview, which comes without any and after a slip", async () => {
    expect(await run("--help")).toBe(0);
    for (const { name, brief } of COMMANDS) expect(said()).toMatch(new RegExp(`${name}\\b.*${brief}`));
    expect(await run()).toBe(1);
    expect(await run("publsh")).toBe(1);
    expect(wrong()).toContain('There is no command "publsh"');
  });

  test.each([
    [["check"], /check needs FILE after it/],
    [["data", "--sctrict"], /"--sctrict" is no option/],
    [["data", "--date"], /--date needs YYYY-MM-DD/],
    [["data", "--date", "soon"], /--date needs a date such as 2026-03-31, not "soon"/],
    [["export", "xml"], new RegExp(`There is no form "xml"\\. We have: ${EXPORTS.map(({ id }) => id).join(", ")}`)],
    [["check", "nowhere.csv"], /missing or can't be read: .*nowhere\.csv/],
    [["import", "nowhere.csv"], /missing or can't be read/],
    [["new-site", "site"], /There is no map in .*site.* Give its list with --csv/],
    [["new-site", "site", "--csv", "x.csv"], /--contact/],
    [
      ["new-site", "site", "--csv", "x.csv", "--contact", "nobody"],
      /"contact\.email": expected an e-mail address, found "nobody"/,
    ],
    [
      ["new-site", "site", "--csv", "x.csv", "--contact", "a@example.org", "--area", "Camden"],
      /"area": expected codes .*"Camden"/,
    ],
  ] as const)("%j ends with 1 and a sentence", async (typed, sentence) => {
    expect(await run(...typed)).toBe(1);
    expect(wrong()).toMatch(sentence);
  });
});

describe("data", { timeout: 60_000 }, () => {
  test("tells its progress and what became of every row, and ends with 0 though a row was refused", async () => {
    expect(await run("data", "--date", "2026-11-24")).toBe(0);
    expect(said()).toMatch(/^Reading list\.csv\n/);
    expect(said()).toMatch(/list\s+4\s+=\s+3\s+\+\s+0\s+\+\s+1\n/);
    for (const file of ["report.html", "stale.csv", "oruk/services.json"])
      expect(read(`data/published/${file}`)).not.toBe("");
    expect(await run("data", "--strict")).toBe(2);
  });

  test("names the key, what was expected and what was found when the config has a slip, and publishes nothing", async () => {
    write("data/map.config.json", JSON.stringify({ ...CONFIG, thresholds: { fresh: 9, fair: 6, old: 12 } }));
    expect(await run("data")).toBe(1);
    expect(wrong()).toMatch(/map\.config\.json, "thresholds": expected months that grow.*, found \{"fresh":9/);
    expect(() => read("data/published/manifest.json")).toThrow();
  });

  test("takes the last good copy of a source that can't be reached, says its age, and ends with 0 unless strict", async () => {
    const site = join(folder, "site");
    mkdirSync(site, { recursive: true });
    writeFileSync(join(site, "list.csv"), LIST);
    const server = await served(site);
    write(
      "data/sources/sources.json",
      JSON.stringify([entry({ file: undefined, address: `${server.base}/list.csv` })]),
    );
    expect(await run("data", "--intranet")).toBe(0);
    const before = services("data/published");
    await server.close();
    printed = [];
    expect(await run("data", "--intranet", "--date", "2026-11-24")).toBe(0);
    expect(said()).toMatch(
      /Warning: Source "list" could not be had: it can't be reached .*The copy of .* was taken, which is less than a day old\./,
    );
    expect(services("data/published")).toEqual(before);
    expect(await run("data", "--intranet", "--strict")).toBe(2);
  });

  test("asks no address of its own network unless told so", async () => {
    write(
      "data/sources/sources.json",
      JSON.stringify([entry({ file: undefined, address: "http://127.0.0.1:9/list.csv" })]),
    );
    expect(await run("data")).toBe(1);
    expect(wrong()).toMatch(/127\.0\.0\.1 is a machine of a private network.*say --intranet/);
  });
});

describe("check", { timeout: 60_000 }, () => {
  test("tells how a file was read, what would be listed, and row by row what to type; and changes nothing", async () => {
    write(
      "mess.csv",
      Uint8Array.from(
        Buffer.from("Our list;;\r\n\r\nGroup name;Tel.;Post code\r\nCaf\xe9;7946 0006;XX9\r\n;;\r\n", "latin1"),
      ),
    );
    expect(await run("check", "mess.csv")).toBe(0);
    expect(said()).toMatch(/^mess\.csv: CSV, windows-1252, cells parted by semicolons\./);
    expect(said()).toMatch(
      /Not a whole phone number in column "Tel\." \(1\)\n.*\n.*What to do: Check the number.*\n.*row 4: "7946 0006"/,
    );
    expect(await run("check", "mess.csv", "--json")).toBe(0);
    expect(JSON.parse(printed[printed.length - 1] ?? "")).toMatchObject({ rows: 1, listed: 1, refused: 0 });
  });

  test("knows what sources.json says of the file", async () => {
    write("data/sources/list.csv", "Angebot,Fax\nTea at Three,1\n");
    write("data/sources/sources.json", JSON.stringify([entry({ columns: { Angebot: "name", Fax: "" } })]));
    expect(await run("check", "data/sources/list.csv", "--strict")).toBe(0);
    expect(said()).toMatch(/1 rows: 1 would be listed, 0 would not be published\.\n\nNothing to mend\./);
  });

  test("ends with 2 when a row would not be published, if strict", async () => {
    expect(await run("check", "data/sources/list.csv", "--strict")).toBe(2);
    expect(said()).not.toMatch(/Acacia|NW3/);
  });

  test.each([
    ["empty", "", /list\.csv is empty/],
    ["zipped, or a workbook,", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /list\.csv is an Excel workbook or a zip file/],
    ["binary", Uint8Array.from({ length: 200 }, (_, i) => (i * 7) % 16), /list\.csv is not text/],
    [
      "a login page saved as CSV",
      "\n<!DOCTYPE html>\n<html><body>Sign in",
      /list\.csv is a web page.*may ask for a login/,
    ],
    ["broken JSON", '{"services": [', /list\.csv: .*not whole JSON/],
    ["a list whose headings nobody knows", "a,b\n1,2\n", /None of its headings/],
  ])("a file that is %s is told in a sentence, by check, import and data alike", async (_, content, sentence) => {
    write("data/sources/list.csv", content);
    for (const typed of [["check", "data/sources/list.csv"], ["import", "data/sources/list.csv"], ["data"]]) {
      complained = [];
      expect([typed, await run(...typed)]).toEqual([typed, 1]);
      expect(wrong()).toMatch(sentence);
    }
  });

  test("a file of two gigabytes is told before it is read", async () => {
    write("data/sources/list.csv", "name\n");
    truncateSync(join(folder, "data/sources/list.csv"), 2 ** 31);
    for (const typed of [["check", "data/sources/list.csv"], ["import", "data/sources/list.csv"], ["data"]]) {
      complained = [];
      expect([typed, await run(...typed)]).toEqual([typed, 1]);
      expect(wrong()).toMatch(/list\.csv is larger than 200 MB\. Split it into smaller files\./);
    }
  });
});

describe("import", { timeout: 60_000 }, () => {
  const MESS = "Listings;;;\n\nGroup name;Wo;Email;Fax\nTea at Three;1 Example Street;tea@example.org;1\n";

  test("shows each heading, what it is taken for and an example, and proposes an entry", async () => {
    write("camden.csv", MESS);
    expect(await run("import", "camden.csv")).toBe(0);
    expect(said()).toMatch(/CSV, utf-8, cells parted by semicolons; 1 records/);
    expect(said()).toMatch(/Wo\s+address\s+1 Example Street/);
    expect(said()).toMatch(/Fax\s+\(left out\)\s+1/);
    expect(wrong()).toMatch(/Left out.*"Fax".*docs\/formats\.md/);
    // A column that nobody knows is not named, so that every later report tells of it.
    expect(said()).toMatch(/"reader": "csv",\n {2}"columns": \{\n {4}"Wo": "address"\n {2}\}/);
    expect(read("data/sources/sources.json")).not.toContain("camden");
  });

  test("with --write adds the entry and the file, which data then reads; never over another", async () => {
    write("camden.csv", MESS);
    expect(await run("import", "camden.csv", "--write", "--publisher", "Example", "--licence", "CC0")).toBe(0);
    expect(read("data/sources/camden.csv")).toBe(MESS);
    expect(await run("data")).toBe(0);
    expect(said()).toMatch(/camden\s+1\s+=\s+1/);
    write("camden.csv", `${MESS}More;;;\n`);
    expect(await run("import", "camden.csv", "--write")).toBe(1);
    expect(read("data/sources/camden.csv")).toBe(MESS);
  });

  test("reads our own Open Referral feed from a plain static server back to the same services", async () => {
    expect(await run("data", "--date", "2026-11-24")).toBe(0);
    const before = services("data/published");
    cpSync(join(folder, "data/published"), join(folder, "site"), { recursive: true });
    const server = await served(join(folder, "site"));
    write("data/sources/sources.json", "[]");
    expect(await run("import", `${server.base}/oruk/`, "--intranet", "--write", "--id", "feed")).toBe(0);
    expect(said()).toMatch(/Open Referral UK.*3 records/);
    expect(await run("data", "--intranet")).toBe(0);
    await server.close();
    expect(services("data/published")).toEqual(before);
    expect(before).toHaveLength(3);
  });
});

describe("export", { timeout: 60_000 }, () => {
  test.each(EXPORTS.map(({ id, path }) => [id, path] as const))(
    "%s writes what data would publish",
    async (id, path) => {
      expect(await run("data", "--date", "2026-11-24")).toBe(0);
      expect(await run("export", id, "--to", `out/${path}`, "--date", "2026-11-24")).toBe(0);
      expect(said()).toMatch(/Wrote 3 records to out/);
      const file = path.endsWith("/") ? `${path}services/index.html` : path;
      expect(read(`out/${file}`)).toBe(read(`data/published/${file}`));
    },
  );
});

/** Records as published, but for the name of the source that they were read from. */
function services(published: string): readonly Omit<Service, "sources">[] {
  const { features } = JSON.parse(read(`${published}/services.geojson`)) as { features: ServiceFeature[] };
  return features
    .filter(({ properties }) => (properties.location ?? 0) === 0)
    .map(({ properties: { service } }) => {
      const { sources: _, ...record } = service;
      return record;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A plain static server of a folder, on a port of its own. */
async function served(root: string): Promise<{ readonly base: string; readonly close: () => Promise<void> }> {
  const server: Server = createStaticServer({ root });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
