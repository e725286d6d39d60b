import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] as const;

/** The first browser of the Chromium family on the search path, or null. `CHROMIUM` names another. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [environment.CHROMIUM ?? "", ...NAMES.flatMap((name) => folders.map((dir) => join(dir, name)))];
  return candidates.find((file) => file !== "" && isExecutable(file)) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser to drive, installed with apt-get when there is none. Throws a sentence that says what to do when it
 * can't be installed: journeys that did not run must never look like journeys that passed.
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== null) return found;
  say("No Chromium was found: installing it with apt-get.");
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [
    ["apt-get", "update", "-q"],
    ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [command = "", ...args] = [...prefix, ...step];
    const { status } = spawnSync(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) break;
  }
  const installed = findChromium();
  if (installed === null) {
    throw new Error(
      "The journeys need Chromium, and it could not be installed (that takes apt-get, and root or sudo without a " +
        "password). Install Chromium or Chrome yourself, or set CHROMIUM to where it is, then run npm test again.",
    );
  }
  return installed;
}

const ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // A request to anywhere else is recorded as a fault, and must not leave this machine even once.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/**
 * Chromium with WebGL drawn in software, or with none at all. The page itself is put together without the emulated
 * graphics card, which took two fifths of a visit's processor time. Throws when it is not installed.
 */
export async function launchChromium({ webgl }: { readonly webgl: boolean }): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("No Chromium was found. `npm test` installs it.");
  const drawing = webgl ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] : ["--disable-3d-apis"];
  return chromium.launch({ executablePath, args: [...ARGS, "--disable-gpu-compositing", ...drawing] });
}
