/** What a person may type where a place is asked for: a whole postcode, or its first half. */
export type ParsedPostcode =
  | { readonly kind: "full"; readonly postcode: string; readonly outcode: string }
  | { readonly kind: "outcode"; readonly outcode: string };

/** The 124 postcode areas of the United Kingdom and the three of the Crown dependencies (Royal Mail). */
const AREAS = new Set(
  (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX " +
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG " +
    "NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS " +
    "TW UB W WA WC WD WF WN WR WS WV YO ZE"
  ).split(" "),
);

/** The letters that end a postcode: Royal Mail leaves out those that are easily misread in handwriting. */
export const INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

/** Letters typed for the digit that looks like them, and the other way about. */
const DIGIT_FOR: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", S: "5" };
const LETTER_FOR: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S" };

/** Letters of a Cyrillic or Greek keyboard that look like the Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  ["АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "УY", "ХX", "ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI"]
    .concat(["ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "ІI", "ЅS", "ЈJ"])
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Longer than any way of writing a postcode; a pasted page is not one. */
const LONGEST = 40;

/** Signs that don't show: soft hyphens, joiners, marks of direction, variation selectors, byte order mark. */
const INVISIBLE = /[\p{Cf}\p{Cc}\u034f\ufe00-\ufe0f]/gu;

/** A digit of any script as 0 to 9: Unicode's decimal digits stand in runs of ten that begin with the zero. */
function plainDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** Upper case, Latin letters and plain digits; spaces of any width as one, other signs gone. */
function plain(text: string): string {
  return text
    .replace(/[\t\n\r]/g, " ")
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\u0370-\u04ff]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, plainDigit)
    .replace(/[\s._,;:/\\'"“”‘’()[\]\p{Pd}]+/gu, " ")
    .trim();
}

/** The six shapes of an outcode: A9, A99, AA9, AA99, A9A, AA9A. */
const OUTCODE_SHAPES = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"] as const;

/** The text as this shape wants it, with look-alikes put right and their number; null when it can't be. */
function shaped(text: string, shape: string): { readonly text: string; readonly slips: number } | null {
  if (text.length !== shape.length) return null;
  let out = "";
  let slips = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const digit = shape.charAt(i) === "9";
    const right = digit ? /[0-9]/.test(character) : /[A-Z]/.test(character);
    const put = right ? character : (digit ? DIGIT_FOR : LETTER_FOR)[character];
    if (put === undefined) return null;
    if (!right) slips++;
    out += put;
  }
  return { text: out, slips };
}

const AREA = /^[A-Z]{1,2}(?=[0-9])/;
/** Only central London has outcodes that end in a letter, and never in I, L, O, Q or Z. */
const ENDS_IN_LETTER = /^(?:[ENW]1|SE1|NW1|SW1|EC[1-4]|WC[12])[A-HJKMNPR-Y]$/;

const WELL_FORMED = new RegExp(`^([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][${INWARD_LETTERS}]{2})$`);

/** Whether a text of the right shape begins with a real postcode area and ends as outcodes do. */
const isOutcode = (text: string): boolean =>
  AREAS.has(AREA.exec(text)?.[0] ?? "") &&
  !/^[A-Z]+0[0-9]/.test(text) &&
  (/[0-9]$/.test(text) || ENDS_IN_LETTER.test(text));

/** The outcode that needs the fewest look-alikes put right and begins with a real postcode area. */
function outcodeOf(text: string): { readonly text: string; readonly slips: number } | null {
  const candidates = OUTCODE_SHAPES.flatMap((shape) => shaped(text, shape) ?? []).filter((candidate) =>
    isOutcode(candidate.text),
  );
  return candidates.sort((a, b) => a.slips - b.slips)[0] ?? null;
}

const INWARD = new RegExp(`^[0-9][${INWARD_LETTERS}]{2}$`);
/** What may stand of the second half while it is being typed. */
const BEGUN_INWARD = new RegExp(`^(?:[0-9][${INWARD_LETTERS}]?)?$`);

function fullOf(compact: string): ParsedPostcode | null {
  if (compact.length < 5 || compact.length > 7) return null;
  const outcode = outcodeOf(compact.slice(0, -3));
  const inward = shaped(compact.slice(-3), "9AA");
  if (outcode === null || inward === null || !INWARD.test(inward.text)) return null;
  return { kind: "full", postcode: `${outcode.text} ${inward.text}`, outcode: outcode.text };
}

/**
 * Reads a postcode or an outcode as people write them: any case and spacing, signs that don't show, full-width
 * letters, digits of other scripts, O for 0, I or l for 1, S for 5 (and the reverse) where only the other can stand.
 * A sector ("E1 6") counts as its outcode. Null for anything else; never throws. Says nothing about whether the
 * postcode exists: the postcode table does.
 */
export function parsePostcode(text: string): ParsedPostcode | null {
  if (text.length > LONGEST * 4) return null;
  const words = plain(text);
  if (words.length > LONGEST) return null;
  const full = fullOf(words.replaceAll(" ", ""));
  if (full !== null) return full;
  // "E1 6" must not become E16, five kilometres away: a space before a digit ends the outcode.
  const [first = "", rest = ""] = words.split(/ (.*)/s, 2);
  if (!BEGUN_INWARD.test(rest)) return null;
  const outcode = outcodeOf(first);
  // A word such as "CRO" or "SEL" is not an outcode until a digit shows that one was meant.
  const hasDigit = /[0-9]/.test(first);
  return outcode !== null && hasDigit ? { kind: "outcode", outcode: outcode.text } : null;
}

/** A full postcode in capitals with one space (`E1 6AN`), or null when the text is not one. */
export function normalisePostcode(text: string): string | null {
  const [, outcode = "", inward = ""] = WELL_FORMED.exec(text) ?? WELL_FORMED.exec(text.toUpperCase()) ?? [];
  // Most are written as they should be. The long way finds the same where nothing needs to be put right.
  if (outcode !== "" && isOutcode(outcode)) return `${outcode} ${inward}`;
  const parsed = parsePostcode(text);
  return parsed?.kind === "full" ? parsed.postcode : null;
}

/** Without look-alikes, so that an ordinary word beside a house number is not read as a postcode. */
const IN_TEXT = /(?<![A-Z0-9])([A-Z]{1,2}[0-9][A-Z0-9]?)\s{0,3}([0-9][A-Z]{2})(?![A-Z0-9])/g;
/** The same with look-alikes, but only where both halves stand apart and together end the text. */
const AT_END = /(?<![A-Z0-9])([A-Z0-9]{2,4})\s{1,3}([0-9OIL][A-Z]{2})$/;

/**
 * The last full postcode in a text such as an address, in capitals with one space; null when there is none.
 * Look-alikes (O for 0 …) are put right only at the very end of the text, where an address has its postcode.
 */
export function findPostcodeIn(text: string): string | null {
  // Commas part words, so that "Flat 1, E1 6AN" keeps its house number out of the postcode.
  const words = plain(text);
  let found: string | null = null;
  for (const [, outward = "", inward = ""] of words.matchAll(IN_TEXT)) {
    found = normalisePostcode(outward + inward) ?? found;
  }
  if (found !== null) return found;
  const [, outward = "", inward = ""] = AT_END.exec(words) ?? [];
  return /[0-9]/.test(outward + inward) ? normalisePostcode(outward + inward) : null;
}
