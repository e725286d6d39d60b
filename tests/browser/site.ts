import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = join(ROOT, "dist");

interface Step {
  readonly script: "data" | "build";
  readonly makes: string;
  readonly from: readonly string[];
}

const STEPS: readonly Step[] = [
  { script: "data", makes: "data/published/manifest.json", from: ["data", "src", "package-lock.json"] },
  {
    script: "build",
    makes: "dist/index.html",
    from: ["data", "src", "index.html", "vite.config.ts", "package-lock.json", "data/published/manifest.json"],
  },
];

/** Parts of src that no data build reads: a changed screen must not cost a data build. */
const SCREENS = /^src\/(?:app|map|main\.tsx|pages\.tsx)/;

const MADE = /^data\/published/;

/** Milliseconds of the youngest file or folder in `path`; a removed file makes its folder younger. */
function youngest(path: string, skip: (path: string) => boolean): number {
  const full = join(ROOT, path);
  if (skip(path) || !existsSync(full)) return 0;
  const stat = statSync(full);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // data/ itself grows younger whenever published/ is swapped, which says nothing about the sources.
  const own = path === "data" ? 0 : stat.mtimeMs;
  return Math.max(own, ...readdirSync(full).map((name) => youngest(`${path}/${name}`, skip)));
}

const stampOf = (step: Step): string => join(ROOT, "node_modules/.cache/built-site", step.script);

/**
 * Whether what the step makes is whole (its stamp is written last, and holds when the step began) and nothing that it
 * is made from has changed since.
 */
function isFresh(step: Step): boolean {
  const made = join(ROOT, step.makes);
  if (!existsSync(made) || !existsSync(stampOf(step))) return false;
  if (statSync(made).mtimeMs > statSync(stampOf(step)).mtimeMs) return false;
  const began = Number(readFileSync(stampOf(step), "utf8"));
  const skip = (path: string): boolean =>
    path !== "data/published/manifest.json" && (MADE.test(path) || (step.script === "data" && SCREENS.test(path)));
  return step.from.every((path) => path === step.makes || youngest(path, skip) <= began);
}

/** Without what vitest sets: with NODE_ENV "test" the site would be built with React's slow half. */
export const PLAIN_ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== "NODE_ENV" && !name.startsWith("VITEST")),
);

/**
 * Makes `data/published` and `dist` unless they are younger than all they are made from. Throws a sentence naming the
 * script that failed; its own words stand above in the output. `KEEP_DIST=1` tries the `dist` that stands there.
 */
export function ensureBuilt(say: (line: string) => void): void {
  if (process.env.KEEP_DIST === "1" && existsSync(join(DIST, "index.html"))) return;
  let changed = false;
  for (const step of STEPS) {
    if (!changed && isFresh(step)) continue;
    changed = true;
    say(`Running npm run ${step.script}`);
    const began = Date.now();
    const { status } = spawnSync("npm", ["run", "--silent", step.script], {
      cwd: ROOT,
      env: PLAIN_ENVIRONMENT,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: 300_000,
    });
    if (status !== 0) throw new Error(`\`npm run ${step.script}\` failed, so the site could not be tried.`);
    mkdirSync(dirname(stampOf(step)), { recursive: true });
    writeFileSync(stampOf(step), String(began));
  }
}
