import { WINDOWS_1252 } from "./decode-text.ts";

/** What was taken out of or mended in a text, as a stable word for reports. */
export type TextRepair = "controls" | "direction-marks" | "hidden-characters" | "markup" | "encoding" | "formula";

export interface CleanText {
  readonly text: string;
  readonly repairs: readonly TextRepair[];
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f]/g;
const BIDI = /[\u061c\u202a-\u202e\u2066-\u2069]/g;
const MARKS = /[\u200e\u200f]/g;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}]/u;
/** Blanks of no width, fillers, and the letters of tags but for those of a flag, as England's: 🏴 and up to six of them. */
const HIDDEN =
  /[\u00ad\u115f\u1160\u200b\u2060-\u2065\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e001f}\u{e0080}-\u{e00ff}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}]/gu;
/** More marks on one letter than any script writes: they only paint over the lines above and below. */
const HEAP_OF_MARKS = /(\p{M}{6})\p{M}+/gu;
/** Joiners are letters' business in these scripts and in emoji; anywhere else they only hide. */
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]+/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const BREAKING_TAG = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]{0,2000}>/gi;
const TAG = /<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]{0,2000}|\/)?|![^<>]{0,2000})>/gi;
const ENTITY = /&(?:amp;|#38;|#x26;)*(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["pound", "£"],
  ["euro", "€"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
  ["bull", "•"],
  ["eacute", "é"],
  ["egrave", "è"],
  ["ccedil", "ç"],
]);
const PASSES = 8;

function character(whole: string, entity: string): string {
  if (!entity.startsWith("#")) return NAMED.get(entity.toLowerCase()) ?? whole;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
}

/** Tags and entities made plain, again and again until none is left, for one may hide another. */
function withoutMarkup(text: string): string {
  let now = text;
  for (let pass = 0; pass < PASSES; pass++) {
    const next = now.replace(BREAKING_TAG, "\n").replace(TAG, "").replace(ENTITY, character);
    if (next === now) return now;
    now = next;
  }
  // Nested this deep it is an attack, not a text: take the brackets themselves.
  return now.replace(/[<>&]/g, " ");
}

/** The first letters that UTF-8 read as Windows-1252 begins with, followed by one that can't follow them in a word. */
const MOJIBAKE = /[ÂÃâðï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** UTF-8 that somebody read as Windows-1252 ("cafÃ©"), read rightly; the text itself when it was not that. */
function unmangled(text: string): string {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const at = WINDOWS_1252.indexOf(letter);
    if (at >= 0) bytes.push(0x80 + at);
    else if (code <= 0xff && letter.length === 1) bytes.push(code);
    else return text;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

/** 1 for the signs that none of the rules below touches wherever they stand; 2 for blank and line end, which they do at ends and in runs. */
const PLAIN = new Uint8Array(128);
for (let code = 0x21; code < 0x7f; code++) PLAIN[code] = 1;
for (const sign of "&<>") PLAIN[sign.charCodeAt(0)] = 0;
PLAIN[0x20] = 2;
PLAIN[0x0a] = 2;
/** Letters beyond ASCII that English texts have and that no rule touches: not those that garbled letters begin with. */
const PLAIN_BEYOND: ReadonlySet<number> = new Set(
  [..."£–—‘’“”•…àáäåæçèéêëìíîñòóôöøùúûüýÀÁÄÅÆÇÈÉÊËÌÍÎÑÒÓÔÖØÙÚÛÜÝ"].map((sign) => sign.charCodeAt(0)),
);
const UNSAFE_START: ReadonlySet<number> = new Set([..."=+-@'"].map((sign) => sign.charCodeAt(0)));

/** Whether a cell is clean as it stands; most cells of most files are, and are left at once. */
export function isClean(cell: string): boolean {
  const { length } = cell;
  if (length === 0) return true;
  if (UNSAFE_START.has(cell.charCodeAt(0))) return false;
  let before = 2;
  for (let i = 0; i < length; i++) {
    const code = cell.charCodeAt(i);
    let sort = code < 128 ? (PLAIN[code] as number) : PLAIN_BEYOND.has(code) ? 1 : 0;
    // An ampersand before a blank begins no entity.
    if (code === 0x26 && cell.charCodeAt(i + 1) === 0x20) sort = 1;
    if (sort === 0 || (sort === 2 && before === 2)) return false;
    before = sort;
  }
  return before === 1;
}

const NO_REPAIRS: readonly TextRepair[] = [];

function step(repairs: TextRepair[], repair: TextRepair, before: string, after: string): string {
  if (before !== after && !repairs.includes(repair)) repairs.push(repair);
  return after;
}

/** All repairs, each once; one may bare another: a hidden character inside a tag, a tag inside garbled letters. */
function once(from: string, repairs: TextRepair[]): string {
  let text = MOJIBAKE.test(from) ? step(repairs, "encoding", from, unmangled(from)) : from;
  text = step(repairs, "controls", text, text.replace(CONTROLS, "").replace(LONE_SURROGATE, "\ufffd"));
  text = step(repairs, "direction-marks", text, text.replace(BIDI, ""));
  if (!RIGHT_TO_LEFT.test(text)) text = text.replace(MARKS, "");
  text = step(
    repairs,
    "hidden-characters",
    text,
    text.replace(HIDDEN, "").replace(STRAY_JOINER, "").replace(HEAP_OF_MARKS, "$1"),
  );
  if (/[<&]/.test(text)) text = step(repairs, "markup", text, withoutMarkup(text));
  text = spaced(text);
  // A spreadsheet is told by a leading apostrophe that a cell is text; our own CSV does so too.
  return /^'\s*[=+\-@＝＋－＠]/.test(text) ? spaced(text.slice(1)) : text;
}

/**
 * A cell as plain text: no control characters, no marks that turn the reading direction, nothing hidden (joiners
 * stay where a script or an emoji needs them), HTML tags and entities as the words they stood for, one composed form
 * (NFC), single spaces, line ends as `\n`. Idempotent and linear. `repairs` names what a source's owner should know.
 */
export function cleanText(cell: string): CleanText {
  if (isClean(cell)) return { text: cell, repairs: NO_REPAIRS };
  const repairs: TextRepair[] = [];
  // A byte order mark at the very beginning is no fault of the text.
  let text = cell.replace(/^\ufeff/, "").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");
  for (let turn = 0; turn < PASSES; turn++) {
    const next = once(text, repairs).replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");
    if (next === text) break;
    text = next;
  }
  if (/^[=@＝＠]/.test(text)) repairs.push("formula");
  return { text, repairs };
}

function spaced(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A text on one line, for names and the like. */
export function oneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s*\n\s*/g, ", ").replace(/,\s*,/g, ",") : text;
}
