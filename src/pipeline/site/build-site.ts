import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { PROJECT } from "../project.ts";
import { replaceFolder } from "../publish-folder.ts";
import { billOfMaterials } from "./bill-of-materials.ts";
import type { BundleContents } from "./bundle-contents.ts";
import { carryOver } from "./carry-over.ts";
import { type LockFile, lockedPackages } from "./locked-packages.ts";
import { nameParts } from "./name-parts.ts";
import { packFiles } from "./pack-files.ts";
import { shippedPackages } from "./shipped-licences.ts";
import { writeRelease } from "./write-release.ts";

export interface SiteOptions {
  /** The published folder. */
  readonly published: string;
  /** Where the site goes. */
  readonly out: string;
  /** Whether `.br` and `.gz` are written beside the files, for hosts that pack nothing themselves. */
  readonly pack: boolean;
  readonly log: (line: string) => void;
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaints = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaints = `${complaints}${chunk.toString("utf8")}`.slice(-4000);
    });
    child.on("error", failed);
    child.on("close", (code) =>
      code === 0 ? done() : failed(new Error(`The page could not be built:\n${complaints.trim()}`)),
    );
  });
}

/** The service worker: one file of its own at the site's root, because its folder is what it may serve. */
async function buildWorker(folder: string): Promise<void> {
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: {
        input: join(PROJECT, "src/sw.ts"),
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}

/**
 * Builds the whole site beside the one that stands there and puts it in its place when it is whole; whatever fails, the
 * last good one stays. Throws a sentence.
 */
export async function buildSite({ published, out, pack, log }: SiteOptions): Promise<void> {
  const vite = join(PROJECT, "node_modules/vite/bin/vite.js");
  const tsx = join(PROJECT, "node_modules/tsx/dist/cli.mjs");
  await replaceFolder(out, async (fresh) => {
    log("Building the page");
    await run(vite, ["build", "--outDir", fresh, "--emptyOutDir", "--logLevel", "error"], { MAP_PUBLISHED: published });
    log("Writing the plain pages");
    await run(tsx, [join(PROJECT, "src/pages.tsx"), fresh], {});
    await nameParts(fresh);
    await buildWorker(fresh);
    const lock = JSON.parse(await readFile(join(PROJECT, "package-lock.json"), "utf8")) as LockFile;
    const packages = lockedPackages(lock);
    const bundle = JSON.parse(await readFile(join(fresh, "bundle.json"), "utf8")) as BundleContents;
    const shipped = new Set(shippedPackages(packages, bundle).map(({ name }) => name));
    await writeFile(join(fresh, "sbom.cdx.json"), billOfMaterials(packages, shipped));
    const release = await writeRelease(fresh);
    await carryOver(out, fresh);
    const files = Object.values(release.files);
    const core = files.filter(({ for: purpose }) => purpose === "core");
    log(`${core.length} files for use offline (${kilobytes(core)}), ${files.length} in all (${kilobytes(files)}).`);
    if (pack) {
      const packed = await packFiles(fresh);
      log(`Packed ${packed.files} files: ${megabytes(packed.plain)} as ${megabytes(packed.brotli)} in brotli.`);
    }
  });
}

const kilobytes = (files: readonly { readonly bytes: number }[]): string =>
  `${Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000)} kB`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
