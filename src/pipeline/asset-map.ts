import { pathToFileURL } from "node:url";
import { type Command, type CommandEffects, runCommand } from "./command.ts";
import { check } from "./commands/check.ts";
import { data } from "./commands/data.ts";
import { exportData } from "./commands/export-data.ts";
import { importSource } from "./commands/import-source.ts";
import { newSite } from "./commands/new-site.ts";

/** All that `asset-map` can do. */
export const COMMANDS: readonly Command[] = [data, check, importSource, exportData, newSite];

const overview = (): string => {
  const heads = COMMANDS.map(({ name, takes }) => `  ${name} ${takes}`.trimEnd());
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  const lines = COMMANDS.map(({ brief }, i) => `${(heads[i] ?? "").padEnd(width)}${brief}`);
  return ["asset-map <command> [options]", "", ...lines, "", "asset-map <command> --help tells more."].join("\n");
};

/** Runs what was typed after `asset-map`; resolves with the exit code. */
export async function main(
  typed: readonly string[],
  effects: CommandEffects = {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    folder: process.cwd(),
  },
): Promise<number> {
  const [name, ...rest] = typed;
  const command = COMMANDS.find((known) => known.name === name);
  if (command !== undefined) return runCommand(command, rest, effects);
  if (name === undefined || name === "--help" || name === "-h") {
    effects.print(overview());
    return name === undefined ? 1 : 0;
  }
  effects.complain(`There is no command "${name}".\n\n${overview()}`);
  return 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
