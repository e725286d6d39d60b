import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesUnder } from "../../src/pipeline/files-under.ts";
import { billOfMaterials } from "../../src/pipeline/site/bill-of-materials.ts";
import type { BundleContents } from "../../src/pipeline/site/bundle-contents.ts";
import { ownerOf } from "../../src/pipeline/site/bundle-contents.ts";
import { carryOver, isWithdrawn } from "../../src/pipeline/site/carry-over.ts";
import { type LockFile, lockedPackages } from "../../src/pipeline/site/locked-packages.ts";
import { hashOf, nameParts, startIn } from "../../src/pipeline/site/name-parts.ts";
import { packFiles } from "../../src/pipeline/site/pack-files.ts";
import { shippedPackages } from "../../src/pipeline/site/shipped-licences.ts";
import { purposesOfAssets, releaseOf, writeRelease } from "../../src/pipeline/site/write-release.ts";
import type { Service } from "../../src/services/service.ts";
import { madeUp } from "../app/fixture.tsx";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asset-map-site-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const text = (path: string): string => readFileSync(join(folder, path), "utf8");

const INDEX = '<!doctype html><link rel="preload" as="fetch" crossorigin href="start.json" />';
const BUNDLE: BundleContents = {
  "assets/index.js": {
    parts: { "src/app/find": 9, "src/app/embed": 1 },
    styles: ["assets/index.css"],
    imports: ["assets/list.js"],
    first: true,
  },
  "assets/index.css": { parts: {}, styles: [], imports: [], first: false },
  "assets/list.js": { parts: { react: 9 }, styles: [], imports: [], first: false },
  "assets/map.js": {
    parts: { "maplibre-gl": 9 },
    styles: ["assets/map.css"],
    imports: ["assets/list.js"],
    first: false,
  },
  "assets/map.css": { parts: {}, styles: [], imports: [], first: false },
  "assets/so.js": { parts: { "src/locale/so": 9 }, styles: [], imports: [], first: false },
  "assets/en.js": { parts: { "src/locale/en": 9 }, styles: [], imports: [], first: false },
};

/** A built site as it stands before its parts are named, with these services. */
async function site(name: string, services: readonly Service[]): Promise<string> {
  const at = (path: string) => `${name}/${path}`;
  put(at("index.html"), INDEX);
  put(at("offline.html"), "<p>No line</p>");
  put(at("sw.js"), 'const list="parts/release/site.json";');
  put(at("bundle.json"), JSON.stringify(BUNDLE));
  for (const file of Object.keys(BUNDLE)) put(at(file), file);
  put(at("start.json"), JSON.stringify({ publication: { built: "2026-11-24" }, vocabularies: {}, index: {} }));
  put(at("details/services-0.json"), JSON.stringify(services));
  put(at("index-places.json"), "{}");
  put(at("areas/lsoas.json"), '{"areas":[]}');
  put(at("manifest.json"), JSON.stringify({ files: { "start.json": {}, "details/services-0.json": {} }, sources: {} }));
  await nameParts(join(folder, name));
  await writeRelease(join(folder, name));
  return join(folder, name);
}

const TEA = madeUp({ id: "tea", name: "Tea at Three" });
const CHOIR = madeUp({ id: "choir", name: "A Choir" });

describe("a built site", () => {
  test("has the hash of every file that the page fetches in its address, and names each to the page", async () => {
    const made = await site("new", [TEA]);
    const start = startIn(text("new/index.html"));
    const { parts } = JSON.parse(text(`new/${start}`)) as { parts: Record<string, string> };
    expect(Object.keys(parts).sort()).toEqual(["areas/lsoas.json", "details/services-0.json", "index-places.json"]);
    for (const [file, hash] of [...Object.entries(parts), ["start.json", start.split("/")[1] ?? ""]]) {
      const bytes = readFileSync(join(made, `parts/${hash}/${file}`));
      expect(hashOf(bytes).startsWith(hash ?? "-")).toBe(true);
    }
    // What others read stays where it was; what only the page reads stands in one place.
    expect(existsSync(join(made, "index-places.json"))).toBe(true);
    expect(existsSync(join(made, "details"))).toBe(false);
    expect(Object.keys((JSON.parse(text("new/manifest.json")) as { files: object }).files)).toContain(start);
  });

  test("lists every file with its length and hash, and its worker names that list", async () => {
    const made = await site("new", [TEA]);
    const release = await releaseOf(made);
    for (const [path, { bytes, sha256 }] of Object.entries(release?.files ?? {})) {
      const there = readFileSync(join(made, path));
      expect([there.length, hashOf(there)]).toEqual([bytes, sha256]);
    }
    expect(text("new/sw.js")).not.toContain("parts/release");
    expect(Object.keys(release?.files ?? {})).toContain("offline.html");
  });

  test("is the same from the same files", async () => {
    const [one, two] = [await site("one", [TEA]), await site("two", [TEA])];
    expect(await releaseOf(one)).toEqual(await releaseOf(two));
    expect(text("one/sw.js")).toBe(text("two/sw.js"));
  });
});

test("what the page can't begin without is kept first, the map only when all is, a locale for its readers", () => {
  expect(Object.fromEntries(purposesOfAssets(BUNDLE))).toEqual({
    "assets/index.js": "core",
    "assets/index.css": "core",
    "assets/list.js": "core",
    "assets/map.js": "all",
    "assets/map.css": "all",
    "assets/so.js": "locale:so",
    "assets/en.js": "core",
  });
});

describe("the publication before", () => {
  const carried = async (path: string): Promise<readonly string[]> =>
    (await filesUnder(path)).filter((file) => file.endsWith("services-0.json"));

  test("stays for pages that stand open, one back and no further", async () => {
    const [old, now] = [await site("old", [TEA]), await site("now", [TEA, CHOIR])];
    await carryOver(old, now);
    expect(await carried(now)).toHaveLength(2);
    const next = await site("next", [CHOIR, TEA]);
    await carryOver(now, next);
    expect(await carried(next)).toHaveLength(2);
    // Built again from the same, it keeps the same.
    const again = await site("again", [CHOIR, TEA]);
    await carryOver(next, again);
    expect(await carried(again)).toEqual(await carried(next));
  });

  test("stays without what was withdrawn since, and without the list that tells of it", async () => {
    const refuge = madeUp({
      id: "refuge",
      name: "A Refuge",
      emails: ["door@refuge.example.org"],
    });
    const old = await site("old", [TEA, refuge]);
    const held = (await Promise.all((await filesUnder(old)).map((file) => text(`old/${file}`)))).join("");
    expect(held).toContain("door@refuge");
    const now = await site("now", [TEA]);
    await carryOver(old, now);
    expect(await carried(now)).toHaveLength(1);
    for (const file of await filesUnder(now)) expect(text(`now/${file}`)).not.toContain("door@refuge");
    expect((await filesUnder(now)).filter((file) => file.endsWith("start.json"))).toHaveLength(1);
  });

  test.each([
    ["is gone", undefined],
    ["has become sensitive", { ...TEA, sensitive: true }],
    ["has lost its e-mail", { ...TEA, contacts: { ...TEA.contacts, emails: [] } }],
  ])("a record that %s is withdrawn", (_, now) => {
    const old = { ...TEA, contacts: { ...TEA.contacts, emails: ["tea@example.org"] } };
    expect(isWithdrawn(old, now)).toBe(true);
  });

  test("a record that says more, or was checked again, is not withdrawn", () => {
    expect(
      isWithdrawn(TEA, { ...TEA, description: "With cake.", assured: { date: "2026-11-01", by: "Example" } }),
    ).toBe(false);
  });
});

describe("packed files", () => {
  test("unpack to the same bytes, stand beside every text worth it, and are the same each time", async () => {
    const long = "<p>Somali women's tea</p>\n".repeat(200);
    for (const file of ["index.html", "service/a.html", "parts/1/start.json", "short.json", "areas/p.bin.gz"])
      put(file, file === "short.json" ? "{}" : long);
    await packFiles(folder);
    for (const file of ["index.html", "service/a.html", "parts/1/start.json"]) {
      expect(brotliDecompressSync(readFileSync(join(folder, `${file}.br`))).toString()).toBe(long);
      expect(gunzipSync(readFileSync(join(folder, `${file}.gz`))).toString()).toBe(long);
    }
    expect(existsSync(join(folder, "short.json.br"))).toBe(false);
    expect(existsSync(join(folder, "areas/p.bin.gz.br"))).toBe(false);
    const first = readFileSync(join(folder, "index.html.gz"));
    await packFiles(folder);
    expect(readFileSync(join(folder, "index.html.gz")).equals(first)).toBe(true);
  });
});

describe("the bill of materials", () => {
  const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as LockFile;
  const packages = lockedPackages(lock);
  interface Bom {
    readonly components: readonly { "bom-ref": string; scope: string; hashes: readonly { content: string }[] }[];
    readonly dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
  }
  const bomText = billOfMaterials(packages, new Set(["react"]));
  const bom = JSON.parse(bomText) as Bom;

  test("names every package of the lock file, with its hash, and needs only what it names", () => {
    const refs = new Set(bom.components.map((component) => component["bom-ref"]));
    expect(refs.size).toBe(new Set(packages.slice(1).map(({ name, version }) => `${name}@${version}`)).size);
    expect(bom.components.filter(({ hashes }) => hashes[0]?.content.length !== 128)).toEqual([]);
    expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  });

  test("says what is in the page, holds no date, and is the same for the same lock file", () => {
    expect(bom.components.filter(({ scope }) => scope === "required").map((one) => one["bom-ref"])).toHaveLength(1);
    expect(bomText).not.toMatch(/timestamp|20\d\d-\d\d-\d\d/);
    expect(billOfMaterials(packages, new Set(["react"]))).toBe(bomText);
  });

  test("a package that another brings inside its own file counts as shipped", () => {
    const shipped = shippedPackages(packages, BUNDLE).map(({ name }) => name);
    for (const name of ["react", "maplibre-gl", "earcut", "pbf"]) expect(shipped).toContain(name);
    for (const name of ["vite", "playwright-core", "@types/geojson"]) expect(shipped).not.toContain(name);
  });

  test("a module is told by its package, or by its folder of our own", () => {
    expect(ownerOf("/x/node_modules/@lingui/core/dist/index.mjs?v=1")).toBe("@lingui/core");
    expect(ownerOf("/x/node_modules/a/node_modules/b/index.js")).toBe("b");
    expect(ownerOf("/x/src/app/find/FindScreen.tsx")).toBe("src/app/find");
    expect(ownerOf("/x/src/services/place.ts")).toBe("src/services");
  });
});
