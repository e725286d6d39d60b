import { parsePostcode } from "../services/postcode.ts";
import type { Gazetteer, GazetteerPlace } from "./gazetteer.ts";
import type { Phrases } from "./phrases.ts";
import { type TypedWord, typedWords, without } from "./typed-words.ts";

/** A place that a query names. */
export interface NamedPlace {
  /** As it goes into the box for places: "Southall", "E1 6AN". */
  readonly text: string;
  /** Null for a postcode, which only the table of postcodes knows. */
  readonly place: GazetteerPlace | null;
}

/** What a query says: what somebody needs, and from where. */
export interface ReadQuery {
  /** The query without the place and what led to it. */
  readonly words: string;
  readonly where: NamedPlace | null;
  /** Whether the words ask for a kind of place: a mosque, a library. */
  readonly asksForPlaces: boolean;
}

/** Most words that the name of a place is looked for in. */
const LONGEST_NAME = 5;
/** Starts shorter than this are not guessed at. */
const SHORTEST_GUESS = 4;

/** Words of a query that name a place. */
interface PlaceAt extends NamedPlace {
  readonly at: number;
  readonly length: number;
}

/**
 * Parts a query into a need and a place: "gurdwara near southall", "food in brixton", "somali e1 6an". After a word
 * for "near" (or before it, as many languages have it) the likeliest place of the gazetteer counts, slips forgiven;
 * after a word for "in" only the exact name of a borough or neighbourhood, because "in debt" is no place; a postcode
 * counts anywhere. Without a gazetteer only postcodes are places. Costs no more for a longer query than for one of
 * 200 characters.
 */
export function readQuery(query: string, phrases: Phrases, gazetteer: Gazetteer | null): ReadQuery {
  const words = typedWords(query, phrases);
  const asksForPlaces = words.some((_, at) =>
    [1, 2, 3].some((length) => phrases.places.has(wordsAt(words, at, length).join(" "))),
  );
  const found = placeIn(query, words, phrases, gazetteer);
  if (found === null) return { words: query, where: null, asksForPlaces };
  const { at, length, text, place } = found;
  return { words: without(query, words, at, length, phrases.stopWords), where: { text, place }, asksForPlaces };
}

const wordsAt = (words: readonly TypedWord[], at: number, length: number): readonly string[] =>
  at + length > words.length ? [] : words.slice(at, at + length).map(({ word }) => word);

/** The place, with the words that lead to it. */
function placeIn(
  query: string,
  words: readonly TypedWord[],
  phrases: Phrases,
  gazetteer: Gazetteer | null,
): PlaceAt | null {
  const leads = (runs: readonly (readonly string[])[], at: number): number =>
    runs.find((run) => run.every((word, i) => words[at + i]?.word === word))?.length ?? 0;
  const textAt = (at: number, length: number): string =>
    query.slice(words[at]?.from ?? 0, words[at + length - 1]?.to ?? 0);
  const named = (at: number, length: number, isExact: boolean): NamedPlace | null => {
    if (gazetteer === null || length <= 0 || at < 0 || at + length > words.length) return null;
    const text = textAt(at, length);
    const exact = gazetteer.named(text);
    const place = exact ?? (isExact || text.length < SHORTEST_GUESS ? null : (gazetteer.find(text, 1)[0] ?? null));
    return place === null ? null : { text: place.name, place };
  };

  for (let at = words.length - 1; at >= 0; at--) {
    const length = leads(phrases.near, at);
    if (length === 0) continue;
    const after = at + length;
    const most = Math.min(LONGEST_NAME, words.length - after);
    for (let name = most; name > 0; name--) {
      const place = postcodeAt(words, after, name) ?? named(after, name, true);
      if (place !== null) return { ...place, at, length: length + name };
    }
    for (let name = Math.min(LONGEST_NAME, at); name > 0; name--) {
      const place = postcodeAt(words, at - name, name) ?? named(at - name, name, true);
      if (place !== null) return { ...place, at: at - name, length: length + name };
    }
    const guess = named(after, most, false);
    if (guess !== null) return { ...guess, at, length: length + most };
  }
  for (let at = words.length - 1; at >= 0; at--) {
    for (let name = 2; name > 0; name--) {
      const place = postcodeAt(words, at, name);
      if (place === null) continue;
      const before = at > 0 && leads(phrases.in, at - 1) === 1 ? 1 : 0;
      return { ...place, at: at - before, length: name + before };
    }
  }
  for (let at = words.length - 1; at >= 0; at--) {
    const length = leads(phrases.in, at);
    if (length === 0) continue;
    for (let name = Math.min(LONGEST_NAME, words.length - at - length); name > 0; name--) {
      const found = named(at + length, name, true);
      const kind = found?.place?.kind;
      if (found !== null && (kind === "borough" || kind === "neighbourhood"))
        return { ...found, at, length: length + name };
    }
  }
  return null;
}

/** A postcode or outcode of one of London's areas that these words make. */
export function postcodeAt(words: readonly TypedWord[], at: number, length: number): NamedPlace | null {
  if (length > 2 || at < 0 || at + length > words.length) return null;
  const said = wordsAt(words, at, length);
  // Letters read as the digits they look like would make postcodes of words.
  if (!said.every((word) => /\d/.test(word))) return null;
  const parsed = parsePostcode(said.join(" "));
  if (parsed === null || !LONDON.test(parsed.outcode)) return null;
  return { text: parsed.kind === "full" ? parsed.postcode : parsed.outcode, place: null };
}

/** Postcode areas that lie in Greater London, wholly or in part. */
const LONDON = /^(?:E|EC|N|NW|SE|SW|W|WC|BR|CR|DA|EN|HA|IG|KT|RM|SM|TN|TW|UB|WD)\d/;
