/** Letters that Unicode does not take apart into a base and a mark, but that people type without it. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ı: "i",
  ø: "o",
  ħ: "h",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ə: "e",
  // Arabic script: letters that keyboards of different languages write differently for the same sound.
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ك: "ک",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ؤ: "و",
  "’": "'",
  "‘": "'",
  ʼ: "'",
};
const TO_PLAIN = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "gu");

const ASCII = /^[\0-\x7f]*$/;

/** Whether a text has no sign beyond ASCII. */
export const isAscii = (text: string): boolean => ASCII.test(text);

/** Marks over and under Latin, Greek and Cyrillic letters, Arabic and Hebrew points, tatweel, and joiners that don't show. */
const DROPPED =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;

/**
 * One spelling for all the ways of writing the same word: lower case, width and ligatures made plain (NFKC),
 * accents and Arabic and Hebrew points dropped, look-alike letters of neighbouring alphabets joined. Vowel signs
 * of Indic scripts stay, because without them other words result. Idempotent; linear in the length of the text.
 */
export function fold(text: string): string {
  // Of plain ASCII nothing but the case can differ; the rest is many times slower.
  if (isAscii(text)) return text.toLowerCase();
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      // Precomposed Arabic letters must be joined before NFD takes their hamza for a mark of its own.
      .replace(TO_PLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
      .normalize("NFD")
      .replace(DROPPED, "")
      .normalize("NFC")
      .replace(TO_PLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
  );
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The folded words of a text, in order: runs of letters, digits and marks; apostrophes inside a word are dropped. */
export function foldedWords(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map((word) => word.replaceAll("'", ""));
}
