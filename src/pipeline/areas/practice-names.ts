/** Words that a rule for whole words must not touch, as they are written. */
const AS_WRITTEN: Readonly<Record<string, string>> = {
  Aa: "AA",
  Apl: "APL",
  Cic: "CIC",
  Ea: "EA",
  Gp: "GP",
  Gps: "GPs",
  Gpnet5: "GPnet5",
  Hc: "HC",
  Nhs: "NHS",
  Pcn: "PCN",
  Pms: "PMS",
  Uhpc: "UHPC",
  Westseven: "WestSeven",
};

/** Short for a word, and so written small after its first letter, though they have no vowel. */
const SHORTENED = /^(?:Ctr|Ctre|Dr|Drs|Hth|Ltd|Mr|Mrs|Mt|Ct|Prt|Rd|Sq|St)$/;

/** Small within a name, but not at its beginning. */
const SMALL = /^(?:And|At|By|For|In|Of|On|The)$/;

/**
 * A name of the NHS's lists, title-cased by rule from capitals, with the slips of that rule put right: initials
 * (`Nhs`, `Pcn`, `Dmc`), `Mc` and `O'` before a surname, `'S` and `4Th`, and small words within the name.
 */
export function tidyNhsName(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=[a-z])'S\b/g, "'s")
    .replace(/\b([0-9]+)(St|Nd|Rd|Th)\b/g, (_, number: string, end: string) => number + end.toLowerCase())
    .replace(/\b(Mc|O')([a-z])(?=[a-z]{2})/g, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(/\bAt Medics\b/g, "AT Medics")
    .replace(/[A-Z][a-z0-9]*(?:&[A-Z])?/g, (word, at: number, whole: string) => tidyWord(word, at, whole));
}

function tidyWord(word: string, at: number, whole: string): string {
  const known = AS_WRITTEN[word];
  const before = whole.slice(0, at);
  // The second letter of a name such as McArthur has been dealt with, and so has what follows an apostrophe.
  if (/[\p{L}0-9'’]$/u.test(before) || /^\p{L}/u.test(whole.slice(at + word.length))) return word;
  if (known !== undefined) return known;
  if (SMALL.test(word)) return /[\p{L}0-9&,)]\s$/u.test(before) ? word.toLowerCase() : word;
  // Two to five letters without a vowel can't be said, so they are initials.
  const initials = /^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,4}(?:&[A-Z])?$/.test(word) && !SHORTENED.test(word);
  return initials ? word.toUpperCase() : word;
}
