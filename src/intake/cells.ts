/** Ways of writing "nothing here" that stand in real files. */
const BLANK = new Set([
  "",
  "na",
  "n/a",
  "n.a.",
  "-",
  "–",
  "—",
  "none",
  "nil",
  "null",
  "tbc",
  "tba",
  "#n/a",
  "unknown",
  "?",
  ".",
]);

/** Whether a cell says that there is nothing to say. */
export function isBlank(text: string): boolean {
  return text.length <= 7 && !BEGINS_WORD.test(text) && isBlankMark(text);
}

/** Begins like a word or a number that none of the marks begins with. */
const BEGINS_WORD = /^[0-9a-mo-sv-zA-MO-SV-Z]/;

const isBlankMark = (text: string): boolean => BLANK.has(text.trim().toLowerCase());

/** A cell's yes or no; null when it says neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (/^(?:yes|y|true|1|x|✓|ja|oui)$/.test(word)) return true;
  if (/^(?:no|n|false|0)$/.test(word)) return false;
  return null;
}

/** Pieces of a text between separators that stand outside brackets and outside quotation marks around a whole piece. */
function splitOutsideBrackets(text: string, separators: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if (letter === '"' && text.slice(start, i).trim() === "") {
      const end = closingMark(text, i, separators);
      if (end > i) i = end;
    } else if (letter === "(") depth++;
    else if (letter === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(letter)) {
      pieces.push(text.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(text.slice(start));
  // A bracket that never closes would swallow every separator after it.
  if (depth > 0 && pieces.length === 1) return text.split(new RegExp(`[${separators.replace(/[|\]\\^-]/g, "\\$&")}]`));
  return pieces;
}

/** Where a quotation that begins at `from` ends, if a separator or the end of the text follows it; else -1. */
function closingMark(text: string, from: number, separators: string): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') {
      i++;
      continue;
    }
    const rest = /^\s*/.exec(text.slice(i + 1));
    const next = text[i + 1 + (rest?.[0].length ?? 0)];
    return next === undefined || separators.includes(next) || text.slice(i + 1).startsWith("\n") ? i : -1;
  }
  return -1;
}

const trimmed = (pieces: readonly string[]): string[] =>
  pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");

/** A piece that stands in quotation marks is one thing as it is, whatever is in it; two marks stand for one. */
const QUOTED = /^"((?:[^"]|"")*)"$/;

/** Whether a piece of a list was in quotation marks, and the piece without them. */
export function unquoted(piece: string): { readonly words: string; readonly whole: boolean } {
  const match = QUOTED.exec(piece);
  return match === null
    ? { words: piece, whole: false }
    : { words: (match[1] ?? "").replaceAll('""', '"'), whole: true };
}

/**
 * A list in one cell, taken apart as such cells are written: at `;`, `|` and line ends first; where there are none,
 * at commas; at `/`, `&`, `+` and "and" only when each side is a known word, because "Persian/Farsi" and "education
 * & training" are one thing each. A piece that is known as a whole is never cut. Separators in brackets or
 * in quotation marks don't count; the marks stay on their piece.
 */
export function splitList(text: string, isKnown: (piece: string) => boolean): string[] {
  const whole = text.trim();
  if (whole === "") return [];
  if (isKnown(whole) || QUOTED.test(whole)) return [whole];
  const strong = trimmed(splitOutsideBrackets(whole, ";|\n"));
  const pieces = strong.flatMap((piece) => {
    if (isKnown(piece) || !piece.includes(",") || QUOTED.test(piece)) return [piece];
    const parts = trimmed(splitOutsideBrackets(piece, ","));
    // In a list made with semicolons a comma may belong to a name, unless words that we know stand between the commas.
    return strong.length === 1 || parts.some(isKnown) ? parts : [piece];
  });
  return pieces.flatMap((piece) => splitWeak(piece, isKnown)).filter((piece) => !isBlank(piece));
}

function splitWeak(piece: string, isKnown: (piece: string) => boolean): string[] {
  if (isKnown(piece) || QUOTED.test(piece)) return [piece];
  for (const separator of [/\s*\/\s*/, /\s*[&+]\s*/, /\s+and\s+/i]) {
    const parts = trimmed(piece.split(separator));
    if (parts.length < 2) continue;
    const cut = parts.flatMap((part) => splitWeak(part, isKnown));
    if (cut.every(isKnown)) return cut;
  }
  return [piece];
}

/** `Somali (interpreter)` as the words and what stands in their last bracket; null when nothing does. */
export function bracketed(piece: string): { readonly words: string; readonly inside: string } | null {
  const match = /^(.*\S)\s*\(([^()]*)\)\s*$/.exec(piece);
  return match === null ? null : { words: (match[1] ?? "").trim(), inside: (match[2] ?? "").trim() };
}

/** A whole number from 0 to 120, as an age; null for anything else. */
export function readAge(text: string): number | null {
  const match = /^\s*(\d{1,3})\s*(?:\+|years?|yrs?)?\s*$/i.exec(text);
  const age = match === null ? Number.NaN : Number(match[1]);
  return age >= 0 && age <= 120 ? age : null;
}
