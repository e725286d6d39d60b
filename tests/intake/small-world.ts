import type { IntakeContext } from "../../src/intake/context.ts";
import { FACET_IDS } from "../../src/services/facets.ts";
import { boroughCode, type LonLat, lonLat } from "../../src/services/place.ts";
import type { FoundPostcode } from "../../src/services/postcode-table.ts";
import { createVocabularies } from "../../src/services/service-index.ts";
import type { Term, VocabularyFile } from "../../src/services/vocabulary.ts";

const term = (id: string, label: string, ...spellings: string[]): Term => ({ id, label, spellings });

const TERMS: Readonly<Record<string, readonly Term[]>> = {
  spokenLanguage: [
    term("bn", "Bengali", "Bangla"),
    term("syl", "Sylheti"),
    term("so", "Somali"),
    term("fa", "Persian", "Farsi", "Persian/Farsi"),
    term("pl", "Polish"),
    term("en", "English"),
  ],
  faith: [
    term("christian", "Christian"),
    term("christian-catholic", "Christian (Catholic)"),
    term("muslim", "Muslim", "Islam"),
  ],
  specialism: [
    term("food", "Food"),
    term("advice", "Advice"),
    term("learning", "Courses and training", "education & training"),
    term("domestic-abuse", "Domestic abuse"),
  ],
  community: [term("somali", "Somali")],
  whoFor: [term("women", "Women"), term("older-people", "Older people")],
  cost: [term("free", "Free"), term("paid", "You pay")],
  borough: [
    term("E09000007", "Camden"),
    term("E09000030", "Tower Hamlets", "LB Tower Hamlets"),
    term("E09000001", "City of London"),
  ],
};

/** Small vocabularies of the tests' own, so that a new spelling in the real ones breaks nothing here. */
export const smallVocabularyFiles: Readonly<Record<string, VocabularyFile>> = Object.fromEntries(
  FACET_IDS.map((facet) => [facet, { facet, label: facet, terms: TERMS[facet] ?? [] }]),
);

const at = (lon: number, lat: number): LonLat => {
  const point = lonLat(lon, lat);
  if (point === null) throw new Error("A point of the small world is outside London.");
  return point;
};

const borough = (code: string) => {
  const found = boroughCode(code);
  if (found === null) throw new Error(`${code} is no borough.`);
  return found;
};

const CAMDEN = { borough: borough("E09000007"), lsoa: "E01000900", decile: 5 } as const;
const TOWER_HAMLETS = { borough: borough("E09000030"), lsoa: "E01004300", decile: 2 } as const;

const POSTCODES = new Map<string, FoundPostcode>([
  ["E1 9ZZ", { point: at(-0.07, 51.52), borough: TOWER_HAMLETS.borough, lsoa: TOWER_HAMLETS.lsoa, lsoaRow: 1 }],
  ["E1 9ZY", { point: at(-0.06, 51.53), borough: TOWER_HAMLETS.borough, lsoa: TOWER_HAMLETS.lsoa, lsoaRow: 1 }],
  ["NW1 9ZZ", { point: at(-0.14, 51.54), borough: CAMDEN.borough, lsoa: CAMDEN.lsoa, lsoaRow: 0 }],
]);

/** Two boroughs side by side, parted at 0.1° west; nothing lives south of 51.4° north. */
export const smallWorld: IntakeContext = {
  vocabularies: createVocabularies(smallVocabularyFiles),
  postcodes: { find: (postcode) => POSTCODES.get(postcode) ?? null },
  areas: { lsoaAt: ([lon, lat]) => (lat < 51.4 ? null : lon < -0.1 ? CAMDEN : TOWER_HAMLETS) },
};
