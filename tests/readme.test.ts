import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Pages that walk a newcomer through the code by naming files. */
const PAGES = ["README.md", "src/README.md", "CONTRIBUTING.md", "docs/formats.md"];

/** Folders that a build makes: a page may name what is in them, and a fresh clone has none of it. */
const MADE = /^(?:\.\/)?(?:dist|data\/published|node_modules)(?:\/|$)/;

/** Names of files that stand in code spans and links of a Markdown page, as written; addresses are left out. */
function filesNamedIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? "");
  const links = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target]) => target ?? "");
  const isFile = (text: string): boolean => /^(?:\.{1,2}\/)?[\w.@-]*(?:\/[\w.@<>*-]+)*\/?$/.test(text);
  const named = [
    ...spans.filter((text) => isFile(text) && (/^(?:src|data|tests|bench|\.ci)\//.test(text) || /\.tsx?$/.test(text))),
    ...links.filter((target) => !/^[a-z]+:/.test(target)),
  ];
  return [...new Set(named)].filter((text) => !MADE.test(text));
}

function sourceFileNames(): ReadonlySet<string> {
  const folders = ["src", "tests", "bench"].map((folder) => join(ROOT, folder)).filter(existsSync);
  return new Set(
    folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }))
      .map((path) => basename(path)),
  );
}

/** `data/vocabulary/<facet>.json` stands for many files: its folder must exist. */
const fixedPart = (path: string): string =>
  /[<*]/.test(path) ? dirname(path.slice(0, path.search(/[<*]/) + 1)) : path;

/** Whether a name, written on a page in `folder`, leads to a file: from the root, from src, or from the page itself. */
function leadsSomewhere(name: string, folder: string, known: ReadonlySet<string>): boolean {
  const path = fixedPart(name);
  if ([ROOT, join(ROOT, "src"), folder].some((start) => existsSync(join(start, path)))) return true;
  return !path.includes("/") && known.has(path);
}

describe.each(PAGES)("%s", (page) => {
  test("names only files that exist", () => {
    const file = join(ROOT, page);
    const known = sourceFileNames();
    const named = filesNamedIn(readFileSync(file, "utf8"));
    expect(named.filter((name) => !leadsSomewhere(name, dirname(file), known))).toEqual([]);
  });
});

test("the life of a service record in src/README.md is told with the names of files in every layer it passes", () => {
  const named = filesNamedIn(readFileSync(join(ROOT, "src/README.md"), "utf8"));
  const layers = ["services", "intake", "search", "map", "app", "pipeline"];
  const untold = layers.filter((layer) => !named.some((name) => name.includes(`${layer}/`)));
  expect(untold).toEqual([]);
});

test("a made-up file on a page is noticed, in a code span and in a link", () => {
  const page =
    "See `src/services/nowhere.ts`, `nowhere.tsx` and [this](docs/nowhere.md), but not `npm start` or `1/2`.";
  const named = filesNamedIn(page);
  expect(named).toEqual(["src/services/nowhere.ts", "nowhere.tsx", "docs/nowhere.md"]);
  expect(named.filter((name) => leadsSomewhere(name, ROOT, sourceFileNames()))).toEqual([]);
});

test("real files, stand-ins for many files and made files pass", () => {
  const page =
    "`src/services/place.ts` `place.ts` `data/vocabulary/<facet>.json` `dist/index.html` [tests](tests/run.ts)";
  const named = filesNamedIn(page);
  expect(named).not.toContain("dist/index.html");
  expect(named.filter((name) => !leadsSomewhere(name, ROOT, sourceFileNames()))).toEqual([]);
});
