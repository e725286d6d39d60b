import type { Borough } from "../services/borough.ts";
import { fold, foldedWords } from "../services/fold.ts";
import type { NamedPoint } from "../services/named-points.ts";
import { type BoroughCode, type LonLat, lonLat } from "../services/place.ts";
import type { Vocabulary } from "../services/vocabulary.ts";
import { slips } from "./close-words.ts";

export type PlaceKind = "borough" | "neighbourhood" | "station" | "practice";

/** A place by its name, to start from. */
export interface GazetteerPlace {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly point: LonLat;
  readonly borough?: BoroughCode;
  /** Boroughs and neighbourhoods have an id, and may be named in an address; stations and practices would tell too much. */
  readonly id?: string;
}

/** What each list gives; points outside London's box are left out. Lists that are not loaded yet may be empty. */
export interface GazetteerLists {
  readonly boroughs: readonly Pick<Borough, "code" | "name" | "label">[];
  /** The borough facet's vocabulary, for other ways of writing their names. */
  readonly boroughWords?: Vocabulary;
  /** Most important first. */
  readonly neighbourhoods: readonly NamedPoint[];
  readonly stations: readonly NamedPoint[];
  readonly practices: readonly (NamedPoint & { readonly borough?: BoroughCode })[];
}

export interface Gazetteer {
  /**
   * Places with this name, best first: the whole name, then names that begin so, then those with a word that does,
   * then names with one or two slips; boroughs and neighbourhoods before stations before practices.
   */
  find(query: string, limit?: number): readonly GazetteerPlace[];
  /** The place of this exact name, any case or accents; the first by kind when several share it. */
  named(name: string): GazetteerPlace | null;
  byId(id: string): GazetteerPlace | null;
}

/** Longest name looked for, in characters. */
const LONGEST_NAME = 60;

/** Words that people add to a name or leave out of it: "Brixton tube", "the City", "London Borough of Camden". */
const PADDING = new Set([
  "the",
  "and",
  "station",
  "tube",
  "underground",
  "overground",
  "rail",
  "dlr",
  "surgery",
  "practice",
]);

function nameKey(name: string): string {
  const words = foldedWords(name).map((word) => (word === "saint" ? "st" : word));
  const core = words.filter((word) => !PADDING.has(word));
  return (core.length > 0 ? core : words).join(" ");
}

/** Makes one look-up of all named places. A neighbourhood's id is its name in small letters with hyphens. */
export function createGazetteer(lists: GazetteerLists): Gazetteer {
  const entries: { readonly key: string; readonly place: GazetteerPlace }[] = [];
  const ids = new Map<string, GazetteerPlace>();
  const add = (kind: PlaceKind, point: NamedPoint, more: Partial<GazetteerPlace>, spellings: readonly string[]) => {
    const at = lonLat(point.lon, point.lat);
    if (at === null) return;
    const place: GazetteerPlace = { kind, name: point.name, point: at, ...more };
    if (place.id !== undefined) ids.set(place.id, place);
    for (const key of new Set([point.name, ...spellings].map(nameKey))) if (key !== "") entries.push({ key, place });
  };
  for (const { code, name, label } of lists.boroughs) {
    const spellings = lists.boroughWords?.byId.get(code)?.spellings ?? [];
    add("borough", { name, lon: label[0], lat: label[1] }, { id: code, borough: code }, spellings);
  }
  for (const neighbourhood of lists.neighbourhoods) {
    const slug = foldedWords(neighbourhood.name).join("-");
    add("neighbourhood", neighbourhood, ids.has(slug) ? {} : { id: slug }, []);
  }
  for (const station of lists.stations) add("station", station, {}, []);
  for (const practice of lists.practices) {
    add("practice", practice, practice.borough === undefined ? {} : { borough: practice.borough }, []);
  }

  const keyOf = (query: string): string => nameKey(query.slice(0, LONGEST_NAME));
  return {
    find(query, limit = 6) {
      const key = keyOf(query);
      if (key === "") return [];
      const ranked: { readonly place: GazetteerPlace; readonly rank: number }[] = [];
      const allowed = key.length < 4 ? 0 : key.length < 8 ? 1 : 2;
      for (const entry of entries) {
        if (entry.key === key) ranked.push({ place: entry.place, rank: 0 });
        else if (entry.key.startsWith(key)) ranked.push({ place: entry.place, rank: 1 });
        else if (entry.key.includes(` ${key}`)) ranked.push({ place: entry.place, rank: 2 });
        else if (allowed > 0 && Math.abs(entry.key.length - key.length) <= allowed) {
          const wrong = slips(key, entry.key, allowed);
          if (wrong <= allowed) ranked.push({ place: entry.place, rank: 2 + wrong });
        }
      }
      // Sorting is stable, so that equals keep the order of the lists: by kind, then by importance.
      const sorted = ranked.sort((a, b) => a.rank - b.rank).map(({ place }) => place);
      return [...new Set(sorted)].slice(0, limit);
    },
    named(name) {
      const key = keyOf(name);
      return key === "" ? null : (entries.find((entry) => entry.key === key)?.place ?? null);
    },
    byId: (id) => ids.get(fold(id)) ?? ids.get(id) ?? null,
  };
}
