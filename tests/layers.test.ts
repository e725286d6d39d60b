import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** What each layer may import besides itself. Downwards only; neighbours don't meet. */
const MAY_IMPORT = {
  services: [],
  overlays: ["services"],
  locale: ["services", "overlays"],
  intake: ["services", "overlays"],
  search: ["services", "overlays"],
  equity: ["services", "overlays"],
  map: ["services", "overlays", "locale", "equity"],
  app: ["services", "overlays", "locale", "intake", "search", "equity", "map"],
  pipeline: ["services", "overlays", "locale", "intake", "search", "equity", "map"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Layer = keyof typeof MAY_IMPORT;

/** The ways in: the browser's, its service worker's and the plain pages'. They may import everything. */
const DOORS = ["main.tsx", "sw.ts", "pages.tsx"];

/** Packages that only some layers may know. */
const KEPT_TO: readonly { readonly packages: RegExp; readonly layers: readonly Layer[] }[] = [
  { packages: /^(?:react|react-dom|zustand)(?:\/|$)/, layers: ["app"] },
  { packages: /^maplibre-gl(?:\/|$)/, layers: ["map"] },
  { packages: /^node:/, layers: ["pipeline"] },
];

interface Import {
  /** Path below src, with forward slashes. */
  readonly file: string;
  /** As written. */
  readonly asks: string;
}

/** All that a module imports or re-exports: for its values, for its types, at once or later. */
function importsOf(file: string, code: string): readonly Import[] {
  const { module, errors } = parseSync(file, code);
  const [fault] = errors;
  if (fault !== undefined) throw new Error(`${file} can't be read: ${fault.message}`);
  const asked = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest }) => code.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
    // `import("./a.ts").Type` is neither of these to the parser.
    ...[...code.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)].map(([, path]) => path),
  ];
  return [...new Set(asked)].flatMap((asks) => (asks === undefined ? [] : [{ file, asks }]));
}

const layerOf = (path: string): string => path.split("/")[0] ?? "";

/** Why an import may not stand, or null. */
function faultOf({ file, asks }: Import): string | null {
  if (DOORS.includes(file)) return null;
  const from = layerOf(file);
  if (!(from in MAY_IMPORT)) return `src/${file} stands in no layer.`;
  const allowed: readonly string[] = MAY_IMPORT[from as Layer];
  if (asks.startsWith(".")) {
    const target = posix.normalize(posix.join(dirname(file), asks));
    // Data outside src and files beside the code are nobody's layer.
    if (target.startsWith("..")) return null;
    const to = layerOf(target);
    if (to === from || allowed.includes(to)) return null;
    return `src/${file} imports "${asks}": ${from} may not know ${to}.`;
  }
  const kept = KEPT_TO.find(({ packages }) => packages.test(asks));
  if (kept === undefined || kept.layers.some((layer) => layer === from)) return null;
  return `src/${file} imports "${asks}", which is kept to ${kept.layers.join(", ")}.`;
}

const FILES = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, `${entry.parentPath}/${entry.name}`).replaceAll("\\", "/"))
  .sort();
const MODULES = FILES.filter((file) => /\.(?:ts|tsx|mts)$/.test(file) && !file.endsWith(".d.ts"));

describe("the source", () => {
  test("imports downwards only, and keeps each outside package in its layer", () => {
    const imports = MODULES.flatMap((file) => importsOf(file, readFileSync(`${SRC}/${file}`, "utf8")));
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  test("has no barrels: a name is imported from the file that defines it", () => {
    expect(FILES.filter((file) => /^index\.[a-z]+$/.test(basename(file)))).toEqual([]);
    const passesAllOn = MODULES.filter((file) => /^export \* from/m.test(readFileSync(`${SRC}/${file}`, "utf8")));
    expect(passesAllOn).toEqual([]);
  });

  test("has no file named after nothing: utils, helpers, managers", () => {
    expect(FILES.filter((file) => /utils?\b|helpers?\b|manager/i.test(file))).toEqual([]);
  });

  test("has nothing at its top but the doors, their words and the layers", () => {
    const top = new Set(FILES.map(layerOf));
    const known = [...Object.keys(MAY_IMPORT), ...DOORS, "README.md", "vite-env.d.ts"];
    expect([...top].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("the rule of the layers", () => {
  test.each([
    ["search/find.ts", "../intake/rows.ts", "search may not know intake"],
    ["intake/rows.ts", "../search/find.ts", "intake may not know search"],
    ["map/scene.ts", "../search/results.ts", "map may not know search"],
    ["services/place.ts", "../overlays/deprivation.ts", "services may not know overlays"],
    ["services/place.ts", "../main.tsx", "services may not know main.tsx"],
    ["app/find/list.tsx", "../../pipeline/data.ts", "app may not know pipeline"],
    ["pipeline/data.ts", "../app/shell/page.tsx", "pipeline may not know app"],
    ["map/view.ts", "react", "kept to app"],
    ["search/find.ts", "zustand/vanilla", "kept to app"],
    ["app/map/pane.tsx", "maplibre-gl/dist/maplibre-gl.css", "kept to map"],
    ["intake/rows.ts", "node:fs", "kept to pipeline"],
    ["extras/thing.ts", "./other.ts", "stands in no layer"],
  ])("turns %s away from %s", (file, asks, because) => {
    expect(faultOf({ file, asks })).toContain(because);
  });

  test.each([
    ["app/find/list.tsx", "../../search/results.ts"],
    ["app/map/pane.tsx", "react-dom/client"],
    ["map/view.ts", "maplibre-gl"],
    ["pipeline/data.ts", "node:fs/promises"],
    ["main.tsx", "maplibre-gl"],
    ["pages.tsx", "node:fs"],
    ["search/near/grid.ts", "../results.ts"],
    ["locale/words.ts", "../../data/vocabulary/faith.json"],
    ["search/find.ts", "flatbush"],
  ])("lets %s import %s", (file, asks) => {
    expect(faultOf({ file, asks })).toBeNull();
  });

  test("sees an import however it is written", () => {
    const code = [
      'import { a } from "./a.ts";',
      'import type { B } from "./b.ts";',
      'export { c } from "./c.ts";',
      'export * from "./d.ts";',
      'const e = (): Promise<unknown> => import("./e.ts");',
      'type F = import("./f.ts").F;',
      'import "./g.css";',
      'import url from "./h.mjs?worker&url";',
    ].join("\n");
    const asked = importsOf("app/x.ts", code).map(({ asks }) => asks.replace(/^\.\//, "").charAt(0));
    expect(asked.sort().join("")).toBe("abcdefgh");
  });
});
