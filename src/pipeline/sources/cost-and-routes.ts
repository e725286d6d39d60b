import { listed, type OwnRow } from "./rows.ts";
import type { Words } from "./words.ts";

/**
 * What a cost says, as a term and, where it says more than the term, in its own words. A price alone is not called
 * cheap: only "low cost", "small" and "nominal" are, because the source says so.
 */
export function costOf(text: string, words: Words): OwnRow {
  if (text === "") return {};
  const plain = text.replace(/\s*\(as reported\)/g, "").trim();
  const mixed = /£.*\bfree\b|\bfree\b.*[;,].*(?:£|low-cost)/i.test(plain);
  const value = mixed
    ? "varies"
    : /^free\b/i.test(plain)
      ? "free"
      : /^(?:low cost|small|nominal|suggested donation)/i.test(plain)
        ? "low cost"
        : "paid";
  const [label = value] = words.labels([value], "cost");
  return { cost: label, ...(/^(?:free|low cost)$/i.test(plain) ? {} : { cost_text: text }) };
}

/** Ways in that a raw value names more than one of, taken apart. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  "GP or self-referral": ["GP referral", "self-referral"],
  "self-referral by helpline or email": ["self-referral", "telephone", "email"],
  "self-referral by helpline": ["self-referral", "telephone"],
  "self-referral or professional referral by SMS, email or phone": [
    "self-referral",
    "professional referral",
    "telephone",
    "email",
  ],
};

/** Ways in whose own words say more than the term they come under. */
const TELLING = /\b(?:by|via|or|online|form|AFRIL)\b/;

/**
 * How to get in, and which part of the NHS or council people come from. A referral by a professional to a scheme
 * that sits at GP practices is one by a GP or link worker.
 */
export function routesOf(referral: string, setting: string, words: Words): OwnRow {
  const values = referral
    .split("; ")
    .filter((value) => value !== "")
    .flatMap((value) => SEVERAL[value] ?? [value]);
  const atPractice = setting === "GP practice/PCN";
  const routes = words.labels(
    values.map((value) => (atPractice && value === "professional referral" ? "GP referral" : value)),
    "howToGetIn",
  );
  const pathway = PATHWAYS[setting];
  return {
    how_to_get_in: listed(routes),
    ...(TELLING.test(referral) ? { referral: referral.slice(0, 1).toUpperCase() + referral.slice(1) } : {}),
    ...(setting === "" || setting === "not stated" ? {} : { host_setting: setting }),
    ...(pathway === undefined ? {} : { pathways: listed(words.labels([pathway], "pathway")) }),
  };
}

/** Settings that are a way by which people come; a London-wide body is none. */
const PATHWAYS: Readonly<Record<string, string>> = {
  "VCSE hub": "VCSE hub",
  "GP practice/PCN": "GP practice",
  "borough council": "borough council",
  hospital: "hospital",
  "mental health trust": "mental health trust",
  "A&E": "A&E",
};
