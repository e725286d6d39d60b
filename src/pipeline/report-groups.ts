import type { Issue, Outcome } from "../services/issue.ts";

/** What became of a value or a row, as a person is told. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  refused: "Row not published",
  "left-out": "Value left out",
  kept: "Kept, please look",
  repaired: "Put right",
};
const OUTCOME_ORDER: readonly Outcome[] = ["refused", "left-out", "kept", "repaired"];

/** Issues of one sort together, the worst first. */
export function byFault(issues: readonly Issue[]): (readonly [fault: string, issues: readonly Issue[]])[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    // Forty headings that mean nothing to us are one thing to look at, not forty.
    const column = issue.row === null ? "" : (issue.column ?? "");
    const key = `${OUTCOME_ORDER.indexOf(issue.outcome)} ${issue.fault} ${column}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Issues about one wording together, the most frequent first. */
export function byFound(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const found = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.found}\n${issue.message}`;
    found.set(key, [...(found.get(key) ?? []), issue]);
  }
  return [...found.values()].sort((a, b) => b.length - a.length || (a[0]?.row ?? 0) - (b[0]?.row ?? 0));
}

/** What a fault is called in the report; the others are called by their word. */
const FAULT_TITLES: Readonly<Record<string, string>> = {
  "no-name": "No name",
  closed: "Closed",
  "outside-london": "Outside London",
  "unknown-term": "Words that we don't know",
  "statement-not-list": "Languages not named",
  "language-without-name": "Language without a name",
  "name-of-organisation": "No name of its own",
  "unknown-heading": "Headings that we don't know",
  "unknown-borough": "Not a London borough",
  "unknown-postcode": "Postcode not found",
  "bad-postcode": "Not a postcode",
  "half-postcode": "Half a postcode",
  "postcode-outside-london": "Postcode outside London",
  "another-country": "In another country",
  "point-outside-london": "Point outside London",
  "point-zero": "Point at 0, 0",
  "bad-point": "Not a point",
  "national-grid": "National Grid turned into degrees",
  "outline-not-point": "Outline instead of a point",
  "coordinates-not-as-stated": "Coordinates not as the file says",
  "postcode-finer-than-place": "Postcode of a place known only roughly",
  "point-far-from-postcode": "Point far from its postcode",
  "point-swapped": "Latitude and longitude swapped",
  "borough-differs": "Point in another borough",
  "bad-web-address": "Not a web address",
  "mended-address": "Web address put right",
  "phone-in-wrong-column": "Phone number in the wrong column",
  "doubtful-phone": "Not a whole phone number",
  "lost-zero": "Phone number without its 0",
  "bad-email": "Not an e-mail address",
  "hidden-email": "E-mail address hidden by a website",
  "mail-with-more": "E-mail link with more than an address",
  "look-alike-address": "Web address that looks like another",
  "bad-date": "Not a date",
  "date-repaired": "Date put right",
  "ask-sensitive": "Is this address public?",
  "taken-as-sensitive": "Address withheld to be safe",
  "place-withheld": "Address withheld",
  "whereabouts-in-text": "Address taken out of the text",
  "text-damaged": "Damaged letters",
  "text-encoding": "Garbled letters put right",
  "text-markup": "HTML code taken out",
  "text-formula": "Begins like a formula",
  "text-controls": "Characters that can't be shown",
  "text-direction-marks": "Hidden marks of direction",
  "text-hidden-characters": "Hidden characters",
  "bad-charity-number": "Not a charity number",
  "id-twice": "One id on two rows",
  "too-many-cells": "More cells than headings",
  "cell-too-long": "Cell too long",
  "unknown-kind": "Not a kind of record",
  "unknown-precision": "Not a word for how exact a place is",
  "missing-heading": "Heading that the file does not have",
  "no-phone-number": "No phone number in the cell",
  "summary-too-long": "Summary too long",
  merged: "Joined with another row",
  "likely-duplicate": "Perhaps the same as another row",
};

/** What a fault is called. */
export const faultTitle = (fault: string): string => {
  const words = fault.replaceAll("-", " ");
  return FAULT_TITLES[fault] ?? words.charAt(0).toUpperCase() + words.slice(1);
};
