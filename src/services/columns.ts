/** Characters that stand for small numbers in a column of one character a row: 0–9, then a–z. */
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Whole numbers from 0 to 35 as one character each. */
export function toDigits(values: Iterable<number>): string {
  return Array.from(values, (value) => {
    const digit = DIGITS[value];
    if (digit === undefined) throw new Error(`${value} is not a whole number from 0 to 35.`);
    return digit;
  }).join("");
}

/** The numbers that `toDigits` wrote. */
export function fromDigits(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => DIGITS.indexOf(character));
}

/** Each number as its difference from the one before, the first from nothing: neighbours in a column are alike. */
export function differences(values: readonly number[]): number[] {
  return values.map((value, row) => value - (values[row - 1] ?? 0));
}

/** The numbers whose differences these are. */
export function runningSums(deltas: readonly number[]): number[] {
  let total = 0;
  return deltas.map((delta) => {
    total += delta;
    return total;
  });
}

/** Texts of one column, a line each; a line break inside a text would shift every row after it, so it throws. */
export function toLines(values: readonly string[]): string {
  const broken = values.find((value) => /[\r\n]/.test(value));
  if (broken !== undefined) throw new Error(`"${broken}" has a line break in it.`);
  return values.join("\n");
}

/** The texts that `toLines` wrote; `count` tells no texts from one that is empty. */
export function fromLines(text: string, count: number): string[] {
  return count === 0 ? [] : text.split("\n");
}

/** Official codes such as `E01000001` as differences of their last six digits; all must begin with `prefix`. */
export function toCodeDifferences(codes: readonly string[], prefix: string): number[] {
  return differences(
    codes.map((code) => {
      if (!code.startsWith(prefix) || !/^[0-9]{6}$/.test(code.slice(prefix.length))) {
        throw new Error(`"${code}" is not a code of the form ${prefix}000000.`);
      }
      return Number(code.slice(prefix.length));
    }),
  );
}

/** The codes that `toCodeDifferences` wrote. */
export function fromCodeDifferences(deltas: readonly number[], prefix: string): string[] {
  return runningSums(deltas).map((number) => prefix + String(number).padStart(6, "0"));
}
