import type { ChosenTerms } from "../../search/selection.ts";

/** Ready-made questions. Each has its words in `equity.preset.<id>`; its terms stand in the vocabularies. The first is shown first. */
export const PRESETS = [
  { id: "food-banks", terms: { specialism: ["food-bank"] } },
  { id: "somali-mental-health", terms: { spokenLanguage: ["so"], specialism: ["mental-health"] } },
  { id: "bengali-mental-health", terms: { spokenLanguage: ["bn"], specialism: ["mental-health"] } },
  {
    id: "sikh-elders-lunch",
    terms: { faith: ["sikh"], whoFor: ["older-people"], specialism: ["lunch-club"] },
  },
  { id: "dementia-caribbean", terms: { specialism: ["dementia"], community: ["black-caribbean"] } },
  { id: "step-free-free", terms: { access: ["step-free"], cost: ["free"] } },
  { id: "taking-referrals", terms: { howToGetIn: ["gp-or-link-worker", "professional-referral"] } },
  { id: "sign-language", terms: { spokenLanguage: ["bfi"] } },
  { id: "lunch-clubs", terms: { specialism: ["lunch-club"] } },
  { id: "link-workers", terms: { kind: ["social-prescribing"] } },
] as const satisfies readonly { readonly id: string; readonly terms: ChosenTerms }[];

export type PresetId = (typeof PRESETS)[number]["id"];
