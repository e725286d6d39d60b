type Strings = Readonly<Record<string, string>>;

/** Stands before an English message where the reader's locale has none. */
export const IN_ENGLISH = "[English]";

export interface Completed {
  /** The locale's messages, with the English, marked as such, in the place of each that is missing. */
  readonly messages: Strings;
  /** Keys that the locale has no words for, in the order of English. */
  readonly missing: readonly string[];
}

/** A locale's messages made whole from English: a gap must never show a key, nor pass for a translation. */
export function completeMessages(theirs: Strings, english: Strings): Completed {
  const missing = Object.keys(english).filter((key) => (theirs[key] ?? "").trim() === "");
  const filled = Object.fromEntries(missing.map((key) => [key, `${IN_ENGLISH} ${english[key] ?? ""}`]));
  return { messages: { ...theirs, ...filled }, missing };
}

/** What whoever builds the page is told: which file lacks what, and what to do. */
export function missingSentence(file: string, missing: readonly string[]): string {
  const keys =
    missing.length > 5 ? `${missing.slice(0, 5).join(", ")} and ${missing.length - 5} more` : missing.join(", ");
  return `${file} has no words for ${keys}. Add them beside their neighbours, or take the locale out of LOCALES.`;
}
