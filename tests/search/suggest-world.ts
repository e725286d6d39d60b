import { readdirSync, readFileSync } from "node:fs";
import { createGazetteer } from "../../src/search/gazetteer.ts";
import { createPhrases, type SynonymFile } from "../../src/search/phrases.ts";
import { type BoroughCode, boroughCode } from "../../src/services/place.ts";
import { createVocabularies } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";

function filesIn<T>(folder: string): readonly (readonly [name: string, file: T])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as T]);
}

/** The words that ship. */
export const vocabularies = createVocabularies(Object.fromEntries(filesIn<VocabularyFile>("data/vocabulary")));
export const synonymFiles = filesIn<SynonymFile>("data/search/synonyms");
export const phrases = createPhrases(
  vocabularies,
  synonymFiles.map(([, file]) => file),
);

function code(text: string): BoroughCode {
  const known = boroughCode(text);
  if (known === null) throw new Error(`${text} is no borough.`);
  return known;
}
const at = (name: string, lon: number, lat: number) => ({ name, lon, lat });

/** A few places of each kind, one of them with a name that is also an ordinary word. */
export const gazetteer = createGazetteer({
  boroughs: [
    { code: code("E09000009"), name: "Ealing", label: [-0.33, 51.52] },
    { code: code("E09000030"), name: "Tower Hamlets", label: [-0.03, 51.52] },
  ],
  neighbourhoods: [
    at("Southall", -0.37, 51.51),
    at("Southall Green", -0.38, 51.5),
    at("Brixton", -0.11, 51.46),
    at("Kentish Town", -0.14, 51.55),
    at("Deptford", -0.03, 51.48),
  ],
  stations: [at("Bank", -0.09, 51.51), at("Temple", -0.11, 51.51), at("Whitechapel", -0.06, 51.52)],
  practices: [],
});
