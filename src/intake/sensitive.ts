import { isAscii } from "../services/fold.ts";
import { findPostcodeIn } from "../services/postcode.ts";

/** Words that name a place where people hide from someone: its address must never be published. */
const SAFE_ACCOMMODATION =
  /\b(?:women'?s|domestic (?:abuse|violence)|abuse|violence|safe|emergency|supported|bame|community|men'?s|lgbtq?\+?)\s+refuges?\b|\brefuges?\s+(?:accommodation|space|place|bed|provision|service|worker|for women|for men)s?\b|\bsafe\s*-?\s*houses?\b|\b(?:domestic abuse|domestic violence|trafficking|slavery|honour[- ]based)[^.]{0,40}\baccommodation\b|\bsafe accommodation\b|\bsanctuary scheme address\b/i;
/** "Refuge" alone: a shelter, or a church of that name. */
const REFUGE = /\brefuges?\b/i;
/** Services that people look for in secret; some have public offices, some must not be found. */
const VIOLENCE =
  /\b(?:domestic (?:abuse|violence)|sexual (?:abuse|violence|assault)|rape crisis|honour[- ](?:based|killing)|forced marriage|human trafficking|modern slavery|female genital|fgm\b|stalking)/i;

/** One of these stands in whatever the rules above find; looking for them first is many times quicker. */
const HINT =
  /refuge|safe|accommodation|sanctuary|abuse|violence|assault|rape|honour|forced|traffick|slavery|genital|fgm|stalking/i;

/** What the words of a row say about whether its place may be shown. */
export type Sensitivity = "safe-accommodation" | "ask" | "none";

/**
 * Judges by words alone. `safe-accommodation`: treat as sensitive though the source does not say so. `ask`: the
 * owner should say yes or no. A faith building called "Refuge" is a church, not a hiding place, and only asks.
 */
export function sensitivityOf(texts: readonly string[], isFaithPlace: boolean): Sensitivity {
  if (!texts.some((text) => HINT.test(text))) return "none";
  const text = texts.join(" · ").replaceAll("’", "'");
  if (!isFaithPlace && (SAFE_ACCOMMODATION.test(text) || REFUGE.test(text))) return "safe-accommodation";
  return VIOLENCE.test(text) || REFUGE.test(text) ? "ask" : "none";
}

const WITHHELD = "[address withheld]";
const ADDRESS_LIKE =
  /\b(?:flat|unit|suite|room)?\s*\d{1,4}[a-z]?(?:\s*[-–]\s*\d{1,4}[a-z]?)?,?\s+(?:[A-Z][\p{L}'’]+\s+){1,4}(?:Road|Rd|Street|St|Lane|Avenue|Ave|Close|Way|Drive|Gardens?|Terrace|Place|Square|Grove|Hill|Court|Crescent|Mews|Walk|Park|Row|Estate|House|Villas)\b\.?/gu;
const POSTCODE_LIKE = /\b[A-Z]{1,2}\d[A-Z0-9]?\s*\d[A-Z]{2}\b/gi;

interface Sought {
  /** All secrets as one pattern, the longest first. */
  readonly pattern: RegExp;
  /** The first word of each in small letters, where all are plain ASCII: where none of them stands, no secret does. */
  readonly beginnings: readonly string[] | null;
}

const sought = new WeakMap<readonly string[], Sought | null>();

/** What to look for; made once, because a row's secrets are looked for in a dozen texts. */
function soughtOf(secrets: readonly string[]): Sought | null {
  const known = sought.get(secrets);
  if (known !== undefined) return known;
  const long = secrets.filter((secret) => secret.length >= 4).sort((a, b) => b.length - a.length);
  const parts = long.map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "[\\s,]+"));
  const beginnings = long.map((secret) => /^\S*/.exec(secret)?.[0].toLowerCase() ?? "");
  const made =
    parts.length === 0
      ? null
      : {
          pattern: new RegExp(parts.join("|"), "giu"),
          beginnings: long.every((one) => isAscii(one)) ? beginnings : null,
        };
  sought.set(secrets, made);
  return made;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const made = soughtOf(secrets);
  if (made === null) return text;
  const { pattern, beginnings } = made;
  // Beyond ASCII there are letters that count as others when case does not.
  if (beginnings !== null && isAscii(text)) {
    const small = text.toLowerCase();
    if (!beginnings.some((beginning) => small.includes(beginning))) return text;
  }
  return text.replace(pattern, WITHHELD);
}

/**
 * Free text of a sensitive record without anything that says where it is: the row's own address and postcode in any
 * case, everything shaped like a postcode, and everything shaped like a house number and street.
 */
export function withoutWhereabouts(text: string, secrets: readonly string[]): string {
  let out = withoutSecrets(text, secrets);
  out = out.replace(POSTCODE_LIKE, WITHHELD).replace(ADDRESS_LIKE, WITHHELD);
  if (findPostcodeIn(out) !== null) out = out.replace(/\S*\d\S*/g, WITHHELD);
  return out.replace(/\[address withheld\](?:[\s,;.]*\[address withheld\])+/g, WITHHELD);
}

/**
 * The strings of a row that give its place away: whole cells, lines and parts of the address, both ways of the
 * postcode. `names` are the record's own and stay, though the building may be called the same.
 */
export function secretsOf(names: readonly string[], cells: readonly string[]): string[] {
  const parts = cells.flatMap((cell) => [cell, ...cell.split(/[\n,;]/)]).map((part) => part.trim());
  const compact = parts.map((part) => part.replace(/\s+/g, "")).filter((part) => findPostcodeIn(part) !== null);
  const own = new Set(names.map((name) => name.toLowerCase()));
  const common =
    /^(?:london|greater london|uk|england|united kingdom|confidential|withheld|undisclosed|private|not disclosed)$/i;
  return [...new Set([...parts, ...compact])]
    .filter((part) => part.length >= 4 && !common.test(part) && !own.has(part.toLowerCase()))
    .sort((a, b) => b.length - a.length);
}
