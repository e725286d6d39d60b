import { helpText, type Option, readArguments } from "./arguments.ts";

/** Where a command prints, and where it is run; handed in, so that tests read what a person would. */
export interface CommandEffects {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Paths that a person gives are meant from here. */
  readonly folder: string;
}

/** One command: `asset-map <name> [what]`. `run` resolves with the exit code, or throws a sentence. */
export interface Command {
  readonly name: string;
  /** What stands after the name, such as `FILE`; "" for a command that takes options alone. */
  readonly takes: string;
  /** In one line. */
  readonly brief: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly run: (given: string, values: ReadonlyMap<string, string>, effects: CommandEffects) => Promise<number>;
}

/** Runs a command with what a person typed after its name: help, a sentence about what is wrong, or the command. */
export async function runCommand(command: Command, typed: readonly string[], effects: CommandEffects): Promise<number> {
  const usage = ["asset-map", command.name, command.takes, "[options]"].filter((part) => part !== "").join(" ");
  const help = helpText(usage, command.about, [...command.options, { name: "help", help: "show this" }]);
  const takesOne = command.takes !== "" && typed[0] !== undefined && !typed[0].startsWith("-");
  const read = readArguments(takesOne ? typed.slice(1) : typed, command.options);
  if (read.status === "help") {
    effects.print(help);
    return 0;
  }
  if (read.status === "wrong") {
    effects.complain(`${read.message}\n\n${help}`);
    return 1;
  }
  if (command.takes !== "" && !takesOne) {
    effects.complain(`${command.name} needs ${command.takes} after it.\n\n${help}`);
    return 1;
  }
  try {
    return await command.run(takesOne ? (typed[0] ?? "") : "", read.values, effects);
  } catch (error) {
    effects.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
