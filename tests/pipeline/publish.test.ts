import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type DataOptions, publish, sumTable } from "../../src/pipeline/data.ts";
import { filesUnder } from "../../src/pipeline/files-under.ts";
import { replaceFolder } from "../../src/pipeline/publish-folder.ts";
import { escapeHtml, reportHtml } from "../../src/pipeline/report.ts";
import type { Publication } from "../../src/services/publication.ts";
import { decodeServiceIndex } from "../../src/services/service-index.ts";

const SECRET = { address: "12 Acacia Road", postcode: "SW1A 1AA", lat: "51.50101", lon: "-0.14156" };
const LIST = `name,address,postcode,lat,lon,summary,sensitive,phone
Tea at Three,1 Example Street,E1 4NS,,,Tea and <b>talk</b>,,020 7946 0003
Harbour,"${SECRET.address}, Pimlico",${SECRET.postcode},${SECRET.lat},${SECRET.lon},"We are at ${SECRET.address}, ${SECRET.postcode}.",yes,0808 200 0000
,no name,,,,,,
Walk and Talk,,,,,<script>alert(1)</script>,,
`;
const HALLS = "name,kind,lat,lon\nExample Hall,place,51.52,-0.07\nExample Hall,place,51.52,-0.07\n";

let folder = "";
let options: DataOptions;
const lines: string[] = [];
const entry = (id: string) => ({
  id,
  file: `${id}.csv`,
  title: id,
  publisher: "Example",
  licence: { name: "CC0", url: "" },
  layer: id === "halls" ? "places" : "services",
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "map-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  lines.length = 0;
  rmSync(join(folder, "published"), { recursive: true, force: true });
  mkdirSync(join(folder, "sources"), { recursive: true });
  for (const part of ["vocabulary", "areas"]) cpSync(join("data", part), join(folder, part), { recursive: true });
  writeFileSync(
    join(folder, "map.config.json"),
    JSON.stringify({
      title: "Example map",
      publisher: "Example",
      area: "london",
      contact: { name: "the team", email: "team@example.org" },
      leaveAddress: "https://example.org",
    }),
  );
  writeFileSync(join(folder, "sources/sources.json"), JSON.stringify([entry("list"), entry("halls")]));
  writeFileSync(join(folder, "sources/list.csv"), LIST);
  writeFileSync(join(folder, "sources/halls.csv"), HALLS);
  options = {
    config: join(folder, "map.config.json"),
    out: join(folder, "published"),
    built: "2026-03-31",
    strict: false,
    allowShrink: false,
    log: (line) => lines.push(line),
  };
});

const published = (file: string): string => readFileSync(join(folder, "published", file), "utf8");
const hashes = async (): Promise<string[]> => {
  const files = await filesUnder(join(folder, "published"));
  return files.map(
    (file) =>
      `${file} ${createHash("sha256")
        .update(readFileSync(join(folder, "published", file)))
        .digest("hex")}`,
  );
};

describe("publishing", { timeout: 60_000 }, () => {
  test("accounts for every row, and says so", async () => {
    await expect(publish(options)).resolves.toBe(0);
    expect(lines.join("\n")).toMatch(/list\s+4\s+=\s+3\s+\+\s+0\s+\+\s+1\n/);
    expect(lines.join("\n")).toMatch(/halls\s+2\s+=\s+1\s+\+\s+1\s+\+\s+0\n/);
    const { sources, counts, parts } = JSON.parse(published("publication.json")) as Publication;
    expect(sources.map(({ id, rows, services, merged, refused }) => [id, rows, services, merged, refused])).toEqual([
      ["list", 4, 3, 0, 1],
      ["halls", 2, 1, 1, 0],
    ]);
    expect(counts.services).toBe(4);
    expect(parts.map(({ count }) => count)).toEqual([3, 1]);
  });

  test("keeps index and details in the same order", async () => {
    await publish(options);
    const index = decodeServiceIndex(JSON.parse(published("index.json")));
    const details = JSON.parse(published("details/services-0.json")) as { id: string }[];
    expect(details.map(({ id }) => id)).toEqual(index.ids);
    expect(index.phones[0]).not.toBe("");
  });

  test("leaves nothing of where a sensitive service is in any byte", async () => {
    await publish(options);
    for (const file of (await filesUnder(join(folder, "published"))).filter((path) => !path.startsWith("areas/"))) {
      const text = published(file);
      for (const secret of [...Object.values(SECRET), "SW1A1AA", "Acacia", "Pimlico"])
        expect([file, text.includes(secret)]).toEqual([file, false]);
    }
    expect(published("index.json")).toContain("Harbour");
  });

  test("gives the same bytes for the same input", async () => {
    await publish(options);
    const first = await hashes();
    await publish(options);
    expect(await hashes()).toEqual(first);
  });

  test("gives the same bytes when a second thread helps", async () => {
    await publish(options);
    const alone = await hashes();
    expect(alone.some((file) => file.startsWith("oruk/services/"))).toBe(true);
    await publish({ ...options, sharing: { bytes: 0, records: 0, cores: 2 } });
    expect(await hashes()).toEqual(alone);
  });

  test("writes a manifest whose hashes are true", async () => {
    await publish(options);
    const manifest = JSON.parse(published("manifest.json")) as {
      files: Record<string, { sha256: string; bytes: number }>;
    };
    const files = await filesUnder(join(folder, "published"));
    expect(Object.keys(manifest.files)).toEqual(files.filter((file) => file !== "manifest.json"));
    const bytes = readFileSync(join(folder, "published/index.json"));
    expect(manifest.files["index.json"]).toEqual({
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });

  test("with --strict says by its exit code that a row was refused", async () => {
    await expect(publish({ ...options, strict: true })).resolves.toBe(2);
  });

  test.each([
    ["a missing file", () => rmSync(join(folder, "sources/list.csv")), /list.*missing/s],
    [
      "a workbook saved as CSV",
      () => writeFileSync(join(folder, "sources/list.csv"), Uint8Array.of(0x50, 0x4b, 3, 4)),
      /list\.csv is an Excel/,
    ],
    ["an empty file", () => writeFileSync(join(folder, "sources/list.csv"), ""), /list\.csv is empty/],
    [
      "a source that gives nothing",
      () => writeFileSync(join(folder, "sources/list.csv"), "name\n"),
      /"list" gives no record/,
    ],
    [
      "a source that has shrunk",
      () => writeFileSync(join(folder, "sources/list.csv"), "name\nTea at Three\n"),
      /"list" gives 1 records; last time it gave 3/,
    ],
    [
      "a broken list of sources",
      () => writeFileSync(join(folder, "sources/sources.json"), "["),
      /sources\.json is not JSON/,
    ],
    ["a broken config", () => writeFileSync(join(folder, "map.config.json"), "{}"), /map\.config\.json, "title"/],
  ])("keeps the last good data after %s", async (_, spoil, sentence) => {
    await publish(options);
    const before = await hashes();
    spoil();
    await expect(publish(options)).rejects.toThrow(sentence);
    expect(await hashes()).toEqual(before);
  });

  test("takes a source that has shrunk when told to", async () => {
    await publish(options);
    writeFileSync(join(folder, "sources/list.csv"), "name\nTea at Three\n");
    await expect(publish({ ...options, allowShrink: true })).resolves.toBe(0);
  });

  test("for one borough leaves out what stands and serves elsewhere, and counts it", async () => {
    writeFileSync(
      join(folder, "sources/list.csv"),
      "name,borough,serves\nTea,Camden,\nWalks,Hackney,\nSong,Hackney,Camden\nLine,,London-wide\n",
    );
    writeFileSync(
      join(folder, "map.config.json"),
      JSON.stringify({ ...JSON.parse(readFileSync(options.config, "utf8")), area: ["E09000007"] }),
    );
    await publish(options);
    expect(lines.join("\n")).toMatch(/list\s+4\s+=\s+3\s+\+\s+0\s+\+\s+1\s+\+\s+0\n/);
  });
});

describe("a folder is replaced as a whole", () => {
  test("or not at all", async () => {
    const target = join(folder, "swap");
    await replaceFolder(target, async (fresh) => writeFileSync(join(fresh, "a"), "first"));
    await expect(
      replaceFolder(target, async (fresh) => {
        writeFileSync(join(fresh, "a"), "second");
        throw new Error("The disk is full.");
      }),
    ).rejects.toThrow("The disk is full.");
    expect(readFileSync(join(target, "a"), "utf8")).toBe("first");
    expect((await filesUnder(folder)).some((file) => /swap\.(?:new|old|lock)/.test(file))).toBe(false);
  });

  test("and put back after a crash between the two renames", async () => {
    const target = join(folder, "crash");
    mkdirSync(`${target}.old`);
    writeFileSync(join(`${target}.old`, "a"), "good");
    await expect(replaceFolder(target, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readFileSync(join(target, "a"), "utf8")).toBe("good");
  });

  test("by one build at a time, and a dead build's lock is taken over", async () => {
    const target = join(folder, "lock");
    mkdirSync(`${target}.lock`);
    writeFileSync(join(`${target}.lock`, "pid"), String(process.ppid));
    await expect(replaceFolder(target, () => Promise.resolve())).rejects.toThrow(/Another build/);
    writeFileSync(join(`${target}.lock`, "pid"), "999999999");
    await replaceFolder(target, async (fresh) => writeFileSync(join(fresh, "a"), "x"));
    expect(readFileSync(join(target, "a"), "utf8")).toBe("x");
  });
});

describe("the report", () => {
  test("shows a source's words as words, and runs nothing", () => {
    const found = `<script>alert("1")</script>'&`;
    const html = reportHtml({
      title: found,
      built: "2026-03-31",
      sources: [
        {
          id: "list",
          title: found,
          publisher: "x",
          url: "",
          licence: { name: "CC0", url: "" },
          credit: "",
          date: "",
          layer: "services",
          rows: 1,
          services: 0,
          merged: 0,
          refused: 1,
          notes: [],
        },
      ],
      sums: [{ source: "list", rows: 1, services: 0, merged: 0, outside: 0, refused: 1 }],
      issues: [
        {
          source: "list",
          file: "list.csv",
          row: 2,
          column: found,
          fault: "no-name",
          found,
          outcome: "refused",
          message: found,
          remedy: found,
        },
      ],
    });
    expect(html).not.toContain("<script");
    expect(html).toContain(escapeHtml(found));
    expect(html).toContain("Row not published");
  });

  test("and the sum are the same numbers", () => {
    expect(sumTable([{ source: "a", rows: 3, services: 1, merged: 1, outside: 0, refused: 1 }])).toMatch(
      /a\s+3 {2}= {2}\s+1\s+\+\s+1\s+\+\s+1/,
    );
  });
});
