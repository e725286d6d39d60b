/** One option of a command: `value` is what stands after it in the help; without one it is a switch. */
export interface Option {
  readonly name: string;
  readonly value?: string;
  readonly help: string;
}

export type ReadArguments =
  | { readonly status: "run"; readonly values: ReadonlyMap<string, string> }
  | { readonly status: "help" }
  | { readonly status: "wrong"; readonly message: string };

/** Reads `--name value`, `--name=value` and switches; anything else is told in a sentence. */
export function readArguments(given: readonly string[], options: readonly Option[]): ReadArguments {
  const values = new Map<string, string>();
  for (let i = 0; i < given.length; i++) {
    const word = given[i] as string;
    if (word === "--help" || word === "-h") return { status: "help" };
    const [, name = "", inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = options.find((known) => known.name === name);
    if (option === undefined) return { status: "wrong", message: `"${word}" is no option of this command.` };
    if (option.value === undefined) {
      values.set(name, "yes");
      continue;
    }
    const value = inline ?? given[++i];
    if (value === undefined || (inline === undefined && value.startsWith("--"))) {
      return { status: "wrong", message: `--${name} needs ${option.value} after it.` };
    }
    values.set(name, value);
  }
  return { status: "run", values };
}

/** The help of a command: what it does, and one line an option. */
export function helpText(usage: string, about: string, options: readonly Option[]): string {
  const heads = options.map(({ name, value }) => `  --${name}${value === undefined ? "" : ` <${value}>`}`);
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  return [usage, "", about, "", ...options.map(({ help }, i) => `${(heads[i] as string).padEnd(width)}${help}`)].join(
    "\n",
  );
}
