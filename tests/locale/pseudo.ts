import { readFileSync } from "node:fs";
import type { Messages } from "../../src/locale/words.ts";

/**
 * Two locales that nobody reads, made of the English at the time of a test: words that are still English on a screen in
 * one of them are written into the code, and a layout that holds them holds the longest translation. The accented one
 * shows what a translator could change; the mirrored one also runs from right to left.
 */
export type Pseudo = "accented" | "mirrored";

/** How much longer than English a message is made. */
const LONGER = 1.4;

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyz"].map((letter, i) => [letter, [..."áƀćďéƒǵĥíĵķłḿńóƥɋŕśťúṽŵẋýž"][i] ?? letter]),
);
const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyz"].map((letter, i) => [letter, [..."ابجدهفغحيژكلمنوپقرستعڤوخيز"][i] ?? letter]),
);

/** Words without values, each letter changed and each vowel doubled until they are longer by two fifths. */
function pseudoText(text: string, pseudo: Pseudo): string {
  const letters = pseudo === "accented" ? ACCENTED : MIRRORED;
  let extra = Math.ceil(text.replace(/[^a-z]/gi, "").length * (LONGER - 1));
  return text.replace(/[a-z]/gi, (letter) => {
    const plain = letters[letter.toLowerCase()] ?? letter;
    const written = letter === letter.toLowerCase() ? plain : plain.toLocaleUpperCase("en");
    if (extra <= 0 || !/[aeiouyrlns]/i.test(letter)) return written;
    extra--;
    return written + plain;
  });
}

/** An ICU message in a pseudo-locale: its values, numbers and plural forms stay as they are. */
export function pseudoMessage(message: string, pseudo: Pseudo): string {
  let made = "";
  let text = "";
  const flush = (): void => {
    made += pseudoText(text, pseudo);
    text = "";
  };
  for (let i = 0; i < message.length; i++) {
    const character = message[i] ?? "";
    if (character !== "{") {
      text += character;
      continue;
    }
    flush();
    const end = closingBrace(message, i);
    made += `{${pseudoValue(message.slice(i + 1, end), pseudo)}}`;
    i = end;
  }
  flush();
  return made;
}

function closingBrace(message: string, open: number): number {
  let depth = 0;
  for (let i = open; i < message.length; i++) {
    if (message[i] === "{") depth++;
    else if (message[i] === "}" && --depth === 0) return i;
  }
  throw new Error(`"${message}" opens a brace and does not close it.`);
}

/** What stands between braces: a name, or a plural whose forms are messages of their own. */
function pseudoValue(inside: string, pseudo: Pseudo): string {
  const [, head, forms] = /^(\s*\w+\s*,\s*plural\s*,)([\s\S]*)$/.exec(inside) ?? [];
  if (head === undefined || forms === undefined) return inside;
  let made = head;
  let rest = forms;
  while (rest.includes("{")) {
    const open = rest.indexOf("{");
    const end = closingBrace(rest, open);
    made += `${rest.slice(0, open)}{${pseudoMessage(rest.slice(open + 1, end), pseudo)}}`;
    rest = rest.slice(end + 1);
  }
  return made + rest;
}

export const MESSAGE_FILES = ["messages", "screens", "equity", "sheet", "statements"] as const;

/** One file of English messages in a pseudo-locale, as ICU text. */
export function pseudoFile(file: (typeof MESSAGE_FILES)[number], pseudo: Pseudo): Readonly<Record<string, string>> {
  const english = JSON.parse(readFileSync(`src/locale/en/${file}.json`, "utf8")) as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(english).map(([key, message]) => [key, pseudoMessage(message, pseudo)]));
}

/** All messages in a pseudo-locale. */
export const pseudoMessages = (pseudo: Pseudo): Messages =>
  Object.assign({}, ...MESSAGE_FILES.map((file) => pseudoFile(file, pseudo))) as Messages;
