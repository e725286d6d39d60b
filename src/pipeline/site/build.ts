import { join, resolve } from "node:path";
import { helpText, type Option, readArguments } from "../arguments.ts";
import { PROJECT } from "../project.ts";
import { buildSite } from "./build-site.ts";

const OPTIONS = [
  { name: "published", value: "folder", help: "the published data (data/published)" },
  { name: "out", value: "folder", help: "where the site goes (dist)" },
  { name: "no-pack", help: "write no .br and .gz files, for a host that packs by itself" },
] as const satisfies readonly Option[];

const ABOUT = "Builds the site from the published data. The last good site stays until the new one is whole.";

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2), OPTIONS);
  const help = helpText("npm run build -- [options]", ABOUT, OPTIONS);
  if (read.status === "help") {
    process.stdout.write(`${help}\n`);
    return;
  }
  if (read.status === "wrong") throw new Error(`${read.message}\n\n${help}`);
  const folder = (name: string, usual: string): string => {
    const given = read.values.get(name);
    return given === undefined ? join(PROJECT, usual) : resolve(given);
  };
  await buildSite({
    published: folder("published", "data/published"),
    out: folder("out", "dist"),
    pack: !read.values.has("no-pack"),
    log: (line) => process.stdout.write(`${line}\n`),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
