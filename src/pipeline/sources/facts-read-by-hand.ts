import type { OwnRow } from "./rows.ts";

/** Rows whose own text, or a page named here, says that they are over. They stay in the file and are not published. */
export const ENDED: Readonly<Record<string, string>> = {
  "opening-doors-london":
    "Closed on 29 February 2024, as reported at https://swlondoner.co.uk/news/04032024-over-50s-lgbtq-charity-to-close-permanently",
  "chinese-national-healthy-living-centre-chinese-mental-health": "The source calls this a completed project.",
  "sp-family-action-homerton-hospital-social-prescribing-pilot":
    "A pilot of three months in the winter of 2017 to 2018.",
  "sp-richmond-aid-community-navigator-barnes-pilot": "A pilot of 2017 that has ended.",
  "sp-bromley-by-bow-centre-macmillan-social-prescribing-2015-t": "A pilot of 2015 to 2019 that has ended.",
  "sp-transformation-partners-in-health-and-care-formerly-healt": "The programme closed in mid-2025.",
};

/** Rows without a borough whose own words say how far they reach; the others leave it open. */
export const REACH: Readonly<Record<string, string>> = {
  "chinese-welfare-trust": "London-wide",
  "filipino-women-s-association-uk": "London-wide",
  "london-gypsies-and-travellers": "London-wide",
  "polish-language-alcoholics-anonymous": "London-wide",
  "refugee-connection": "London-wide",
  "refugee-council-ukrainian-therapeutic-service-london": "London-wide",
  "umoja-health-forum": "London-wide",
  "national-domestic-abuse-helpline": "National",
};

/** Rows whose source says that their spoken languages are reached through an interpreter. */
export const INTERPRETED: ReadonlySet<string> = new Set(["tower-hamlets-gp-care-group", "the-passage"]);

/** Rows whose text says that they begin when a person leaves hospital, which their setting alone does not tell. */
export const FROM_HOSPITAL: ReadonlySet<string> = new Set([
  "sp-age-uk-lambeth-hospital-2-home-part-of-sail",
  "age-uk-east-london-take-home-and-settle",
]);

/** Rows whose description says in so many words who leads them. */
export const LED_BY: Readonly<Record<string, readonly string[]>> = {
  "afghanistan-and-central-asian-association-acaa": ["refugee-led"],
  "cnwl-recovery-allotment-garden-uxbridge": ["peer-led"],
  "da-aro-youth-project-injera-club": ["Eritrean-led"],
  "elop-lgbt-asylum-seekers-peer-support-group": ["LGBT-led"],
  "latin-american-women-s-aid-lawa": ["Latin American-led", "women-led"],
  paiwand: ["Afghan-led"],
  "roma-support-group": ["Roma-led"],
  "shpresa-programme": ["user-led"],
  "stay-safe-east": ["user-led", "led by disabled people"],
  "umoja-health-forum": ["Black-led"],
};

/**
 * Rows that help against violence among much else, in a building that everybody knows and may walk into: leaving the
 * address out would hide free meals from hungry people and protect nobody.
 */
export const PUBLIC_ALL_THE_SAME: ReadonlySet<string> = new Set([
  "gurdwara-sri-guru-singh-sabha-southall-langar-and-community-",
]);

/**
 * Ages that an eligibility sentence gives for everybody it names: "adults aged 18 and over in Camden". A sentence
 * that also lets others in ("people aged 50 and over, and adults who may be vulnerable") gives none.
 */
export function agesIn(eligibility: string): OwnRow {
  if (/[;,]|\balso\b/.test(eligibility)) return {};
  const between = /\baged (\d+) to (\d+)\b/.exec(eligibility);
  if (between !== null) return { min_age: between[1] ?? "", max_age: between[2] ?? "" };
  const atLeast = /\b(?:aged )?(\d+) (?:and over|or over|or older)\b/.exec(eligibility);
  return atLeast === null ? {} : { min_age: atLeast[1] ?? "" };
}
