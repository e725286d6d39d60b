import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Fault } from "../services/create-service.ts";
import type { Phone } from "../services/service.ts";

export interface ReadPhones {
  readonly phones: readonly Phone[];
  /** What stood in the cell and is no number at all. */
  readonly rest: string;
  readonly faults: readonly Fault[];
}

/** Numbers of three to six digits that can be dialled as they stand (Ofcom's National Telephone Numbering Plan). */
const SHORT_NUMBERS = new Set([
  "999",
  "112",
  "111",
  "101",
  "105",
  "119",
  "116000",
  "116006",
  "116111",
  "116117",
  "116123",
]);

/** A run that may be a number: digits with the marks that people write between them, then perhaps an extension. */
const CANDIDATE = /(?:\+|\b00)?\(?\d[\d\s().\-–‐‑]*\d(?:\s*(?:;?\s*ext(?:ension|n)?|x|option|opt)[\s.:=]*(\d{1,6}))?/gi;

interface Reading {
  readonly number: string;
  readonly dial: string;
}

/** London's own numbers, which most of a London list are: read without the library, to the same answer. */
const LONDON = /^\s*\(?020\)?[\s-]*([378]\d{3})[\s-]*(\d{4})\s*$/;

const LONDON_ALONE = /^020 ?([378]\d{3}) ?(\d{4})$/;

const londonNumber = ([, exchange, line]: RegExpExecArray): Reading => ({
  number: `020 ${exchange} ${line}`,
  dial: `+4420${exchange}${line}`,
});

const NO_FAULTS: readonly Fault[] = [];
const NONE: ReadPhones = { phones: [], rest: "", faults: NO_FAULTS };

function valid(text: string): Reading | null {
  const london = LONDON.exec(text);
  if (london !== null) return londonNumber(london);
  return validByLibrary(text);
}

/** Any number that exists, by Google's tables; British ones in British form. */
export function validByLibrary(text: string): Reading | null {
  const parsed = parsePhoneNumberFromString(text, "GB");
  if (parsed === undefined || !parsed.isValid()) return null;
  return {
    number:
      parsed.country === "GB" || parsed.countryCallingCode === "44"
        ? parsed.formatNational()
        : parsed.formatInternational(),
    dial: parsed.number,
  };
}

const plainDigits = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

const fault = (kind: string, found: string, outcome: Fault["outcome"], message: string, remedy: string): Fault => ({
  field: "phone",
  fault: kind,
  found,
  outcome,
  message,
  remedy,
});

function readOne(digits: string, found: string, faults: Fault[]): Pick<Phone, "number" | "dial"> {
  const only = digits.replace(/\D/g, "");
  if (SHORT_NUMBERS.has(only))
    return { number: only.length === 6 ? `${only.slice(0, 3)} ${only.slice(3)}` : only, dial: only };
  const hasPrefix = /^\s*\(?(?:\+|0)/.test(digits);
  if (!hasPrefix && only.length === 10) {
    const withZero = valid(`0${only}`);
    if (withZero !== null) {
      faults.push(
        fault(
          "lost-zero",
          found,
          "repaired",
          `The 0 at the start was lost, as spreadsheets do. We read it as ${withZero.number}.`,
          "Set the column to Text before you type phone numbers.",
        ),
      );
      return withZero;
    }
  }
  const reading = hasPrefix || only.length >= 10 ? valid(digits) : null;
  if (reading !== null) return reading;
  faults.push(
    fault(
      "doubtful-phone",
      found,
      "kept",
      "This is not a whole UK phone number. It is shown as it stands, without a link to call it.",
      "Check the number and type it in full, such as 020 7946 0000.",
    ),
  );
  return { number: digits.trim(), dial: null };
}

/**
 * The phone numbers of a cell, in UK form beside the form that a link dials; extensions and the words around a
 * number ("Maria", "Mon-Fri 9-5") are kept. A zero lost by a spreadsheet is put back when the result is a number
 * that exists; nothing else is guessed: a doubtful number is shown as it stands and can't be dialled. A number for
 * texts only is not made into a link that calls.
 */
export function readPhones(cell: string): ReadPhones {
  if (cell === "") return NONE;
  // One London number and nothing else, as most cells are; the long way reads it the same.
  const london = LONDON_ALONE.exec(cell);
  if (london !== null) return { phones: [londonNumber(london)], rest: "", faults: NO_FAULTS };
  const phones: Phone[] = [];
  const faults: Fault[] = [];
  const text = plainDigits(cell).replace(/^\s*tel:\s*/i, "");
  let last = 0;
  let before = "";
  const pending: {
    phone: Pick<Phone, "number" | "dial">;
    extension: string | undefined;
    before: string;
    after: string;
  }[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const between = text.slice(last, match.index);
    const previous = pending.at(-1);
    if (match[0].replace(/\D/g, "").length < 3 || /^\d{1,2}[.:]\d\d\s*[-–]/.test(match[0]) || /[*#]$/.test(between))
      continue;
    // Short runs beside a whole number are times, ages or years; alone they may be a helpline such as 111.
    const digitCount = match[0].replace(/\D/g, "").length;
    if (digitCount < 7 && !SHORT_NUMBERS.has(match[0].replace(/\D/g, "")) && pending.length > 0) continue;
    if (previous === undefined) before = between;
    else previous.after = between;
    const extension = match[1];
    const digits =
      extension === undefined
        ? match[0]
        : match[0].replace(/\s*;?\s*(?:ext(?:ension|n)?|x|option|opt)[\s.:=]*\d{1,6}$/i, "");
    pending.push({ phone: readOne(digits, match[0].trim(), faults), extension, before, after: "" });
    before = "";
    last = match.index + match[0].length;
  }
  const final = pending.at(-1);
  if (final === undefined) {
    if (text.trim() !== "") {
      faults.push(
        fault(
          "no-phone-number",
          cell,
          "kept",
          "There is no phone number in this cell. The words were kept as a note on how to get in touch.",
          "Type a number such as 020 7946 0000.",
        ),
      );
    }
    return { phones: [], rest: cell.trim(), faults };
  }
  final.after = text.slice(last);
  for (const { phone, extension, before: first, after } of pending) {
    const note = noteFrom(first, after);
    const textOnly =
      /\b(?:text(?:s|ing)?|sms)\b(?!\s*phone)/i.test(`${first} ${after}`) &&
      !/\b(?:call|phone|or|and)\b/i.test(`${first} ${after}`);
    const entry: Phone = {
      number: phone.number,
      dial: textOnly ? null : phone.dial,
      ...(extension === undefined ? {} : { extension }),
      ...(note === ""
        ? textOnly
          ? { note: "text only" }
          : {}
        : { note: textOnly && !/only/i.test(note) ? `${note} only` : note }),
    };
    if (!phones.some(({ number, extension: other }) => number === entry.number && other === entry.extension))
      phones.push(entry);
  }
  return { phones, rest: "", faults };
}

/** The words around a number without the marks that only join numbers: "/", "or", "Tel:". */
function noteFrom(before: string, after: string): string {
  const words = `${before} ${after}`
    .replace(/[+/;,|&'’"]|\s-\s/g, " ")
    .replace(/\b(?:or|and|tel(?:ephone)?|phone|ph|mob(?:ile)?|t|m)\b\.?:?/gi, " ")
    .replace(/[()]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.:#*-]+|[\s.:#*-]+$/g, "");
  return words.length <= 120 ? words : `${words.slice(0, 119)}…`;
}
