import { STATED_FACETS } from "../services/facets.ts";
import { listCell, wholeWord } from "../services/flat-row.ts";
import { firstText, isObject, type JsonObject, listText, objectsIn, textOf } from "./json-values.ts";

/** Where our own feed keeps what the standard has no place for, in a service and in a location. */
export const OWN_EXTENSION = "asset_map";

/** The facet of a taxonomy, by the words of its name or address; specialism where they tell nothing else. */
const BY_TAXONOMY: readonly (readonly [words: RegExp, column: string])[] = [
  [/language/i, "spoken_languages"],
  [/faith|religio/i, "faiths"],
  [/ethnic|communit(?:y|ies) (?:of|served)|heritage/i, "communities"],
  [/circumstance|persona|demographic|eligib|target|audience|who/i, "who_for"],
  [/access|disab/i, "access"],
];
/** What the cells of terms mean, by heading. */
const attributeHeading = (column: string): string => `attributes (${column})`;
export const ATTRIBUTE_COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  STATED_FACETS.map(({ column }) => [attributeHeading(column), column]),
);
/** Taxonomies of needs and services, which our words for help are about. */
const OF_HELP = /need|service ?type|community ?services|activit|topic|categor|open ?eligibility|esd|snomed/i;

function taxonomyOf(attribute: JsonObject, term: JsonObject): string {
  const taxonomy = isObject(term.taxonomy_detail) ? term.taxonomy_detail : {};
  return [term.taxonomy, term.vocabulary, taxonomy.name, term.term_uri, attribute.link_type].map(textOf).join(" ");
}

/** Terms of a service as cells, one list a facet: our own taxonomies by their names, others by what they seem to be about. */
export function attributeCells(service: JsonObject): Record<string, string> {
  const lists = new Map<string, string[]>();
  const add = (column: string, piece: string): void => {
    if (piece.trim() === "") return;
    const list = lists.get(column);
    if (list === undefined) lists.set(column, [piece]);
    else list.push(piece);
  };
  for (const attribute of objectsIn(service.attributes)) {
    const term = isObject(attribute.taxonomy_term) ? attribute.taxonomy_term : attribute;
    const name = firstText(term, "name", "label", "term");
    const own = STATED_FACETS.find(({ id }) => id === term.taxonomy);
    if (own !== undefined) {
      const qualifier = textOf(attribute.value);
      const known = textOf(term.term_uri) !== "";
      add(own.column, known ? `${name}${qualifier === "" ? "" : ` (${qualifier})`}` : wholeWord(name));
      continue;
    }
    const about = taxonomyOf(attribute, term);
    const column = OF_HELP.test(about) ? undefined : BY_TAXONOMY.find(([words]) => words.test(about))?.[1];
    add(column ?? "specialisms", name);
  }
  for (const linked of objectsIn(service.service_taxonomys)) {
    add("specialisms", textOf((isObject(linked.taxonomy) ? linked.taxonomy : linked).name));
  }
  for (const { name } of objectsIn(service.taxonomies)) add("specialisms", textOf(name));
  for (const { name } of objectsIn(service.send_needs)) add("who_for", textOf(name));
  for (const { eligibility } of objectsIn(service.eligibilitys)) add("who_for", textOf(eligibility));
  return Object.fromEntries([...lists].map(([column, pieces]) => [attributeHeading(column), listText(pieces)]));
}

/** The spoken languages that are named; a list entry that holds an id only, as the UK's own form has it, names none. */
export function languagesOf(service: JsonObject, ownFeed: boolean): string {
  const pieces = objectsIn(service.languages).flatMap((language) => {
    const name = firstText(language, "name", "language", "code");
    if (name === "") return [];
    const note = textOf(language.note);
    // Our feed gives a code to every language that we know; what has none is somebody's own words.
    if (ownFeed && textOf(language.code) === "") return [wholeWord(name)];
    return [note === "" ? name : `${name} (${note})`];
  });
  return listText(pieces);
}

/** How many list entries of spoken languages name no language. */
export const namelessLanguages = (service: JsonObject): number =>
  objectsIn(service.languages).filter((language) => firstText(language, "name", "language", "code") === "").length;

const BOROUGH = /E09\d{6}/;

/** Longer than this a service area is a sentence about it, not the name of one. */
const AREA_NAME = 40;

/** Whom a service takes by where they live: names and codes of areas as one cell, sentences about them as another. */
export function areaCells(service: JsonObject): Record<string, string> {
  const names: string[] = [];
  const sentences: string[] = [];
  for (const area of objectsIn(service.service_areas)) {
    const code = BOROUGH.exec(`${textOf(area.uri)} ${textOf(area.extent)}`);
    const name = code === null ? firstText(area, "name", "service_area", "extent").trim() : code[0];
    if (name !== "") (name.length > AREA_NAME ? sentences : names).push(name.replaceAll(";", ","));
  }
  return { "service_areas.name": listCell(names), "service_areas (words)": [...new Set(sentences)].join(" ") };
}
