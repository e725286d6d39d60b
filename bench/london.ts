import { existsSync, readFileSync } from "node:fs";
import { FACET_IDS, type FacetId, type Vocabularies } from "../src/services/facets.ts";
import type { Kind } from "../src/services/kinds.ts";
import { BOROUGH_CODES, type BoroughCode, LONDON_BOX, type Precision } from "../src/services/place.ts";
import { createVocabularies, type FacetColumn, type ServiceIndex } from "../src/services/service-index.ts";
import type { TermId, VocabularyFile } from "../src/services/vocabulary.ts";
import { createNames, type ScriptId } from "./names.ts";
import { createChance, createZipf } from "./random.ts";

/** The project's own vocabularies; throws when one is missing. */
export function realVocabularies(folder = "data/vocabulary"): Vocabularies {
  return createVocabularies(
    Object.fromEntries(
      FACET_IDS.map((id) => {
        const file = `${folder}/${id}.json`;
        if (!existsSync(file)) throw new Error(`The bench needs ${file}.`);
        return [id, JSON.parse(readFileSync(file, "utf8")) as VocabularyFile];
      }),
    ),
  );
}

/**
 * How often services say anything about a facet, how many terms they then say on average, and how steeply the common
 * ones lead. Shares follow the real records of this project: need and area are nearly always stated, language and
 * faith mostly not, access hardly ever.
 */
const SAYS: Readonly<
  Partial<Record<FacetId, { readonly share: number; readonly mean: number; readonly zipf: number }>>
> = {
  spokenLanguage: { share: 0.35, mean: 1.9, zipf: 1.1 },
  faith: { share: 0.2, mean: 1.1, zipf: 1.2 },
  specialism: { share: 0.95, mean: 2.2, zipf: 0.9 },
  community: { share: 0.25, mean: 1.4, zipf: 0.8 },
  whoFor: { share: 0.6, mean: 1.7, zipf: 0.9 },
  ledBy: { share: 0.08, mean: 1.1, zipf: 0.9 },
  pathway: { share: 0.06, mean: 1.2, zipf: 0.9 },
  howToGetIn: { share: 0.55, mean: 1.5, zipf: 0.8 },
  format: { share: 0.6, mean: 1.3, zipf: 1.1 },
  cost: { share: 0.45, mean: 1, zipf: 1.3 },
  access: { share: 0.12, mean: 2, zipf: 0.7 },
  day: { share: 0.4, mean: 3.5, zipf: 0.3 },
};

const KIND_SHARES: readonly (readonly [Kind, number])[] = [
  ["place", 0.3],
  ["service", 0.36],
  ["group", 0.3],
  ["social-prescribing", 0.03],
  ["champions", 0.01],
];

export interface SyntheticLondon {
  readonly index: ServiceIndex;
  readonly vocabularies: Vocabularies;
  /** The script of each row's second name, null where it has none. */
  readonly scripts: readonly (ScriptId | null)[];
}

/**
 * Made-up services over London, the same for the same seed. Nine of ten have a point: three quarters of those stand
 * about 240 hubs (a high street each, by Zipf), the rest anywhere; 6 % serve all London and carry every borough, 4 %
 * have no place at all. Terms follow Zipf within each real vocabulary, each facet by its own order of terms.
 */
export function createLondon(rows: number, seed = 20_261_124, vocabularies = realVocabularies()): SyntheticLondon {
  const chance = createChance(seed);
  const names = createNames(chance, rows);
  const [west, south, east, north] = LONDON_BOX;
  const hubs = Array.from({ length: 240 }, () => ({
    lon: chance.normal((west + east) / 2, 0.16),
    lat: chance.normal((south + north) / 2, 0.08),
    borough: 0,
    decile: 1 + Math.floor(10 * chance.next() ** 1.6),
  })).map((hub) => ({ ...hub, borough: boroughAt(hub.lon, hub.lat) }));
  const hub = createZipf(chance, hubs.length, 0.6);

  const postings = Object.fromEntries(FACET_IDS.map((id) => [id, new Map<TermId, number[]>()])) as Record<
    FacetId,
    Map<TermId, number[]>
  >;
  const say = (facet: FacetId, term: TermId, row: number): void => {
    const said = postings[facet].get(term);
    if (said === undefined) postings[facet].set(term, [row]);
    else if (said[said.length - 1] !== row) said.push(row);
  };
  const draws = FACET_IDS.flatMap((id) => {
    const skew = SAYS[id];
    const terms = vocabularies[id].terms.map((term) => term.id);
    return skew === undefined ? [] : [{ id, skew, terms, draw: createZipf(chance, terms.length, skew.zipf) }];
  });
  const saysOther = Object.fromEntries(FACET_IDS.map((id) => [id, [] as number[]])) as Record<FacetId, number[]>;

  const index = {
    ids: [] as string[],
    names: [] as string[],
    organisations: [] as string[],
    summaries: [] as string[],
    phones: [] as string[],
    kinds: [] as Kind[],
    assured: [] as string[],
    sourceDates: [] as string[],
    flags: new Uint8Array(rows),
    locationStart: new Uint32Array(rows + 1),
    lon: [] as number[],
    lat: [] as number[],
    precision: [] as Precision[],
    boroughs: [] as (BoroughCode | null)[],
    postcodes: [] as string[],
  };
  const scripts: (ScriptId | null)[] = [];
  for (let row = 0; row < rows; row++) {
    const { text, script } = names.name();
    scripts.push(script);
    index.ids.push(`s${row.toString(36)}`);
    index.names.push(text);
    index.organisations.push(chance.next() < 0.6 ? names.organisation() : "");
    index.summaries.push(names.summary());
    index.phones.push(`020 7946 0${String(chance.below(1000)).padStart(3, "0")}`);
    const kind = drawKind(chance.next());
    index.kinds.push(kind);
    say("kind", kind, row);
    index.assured.push(chance.next() < 0.3 ? `2026-${two(1 + chance.below(11))}-${two(1 + chance.below(28))}` : "");
    index.sourceDates.push(String(2019 + chance.below(8)));
    const where = chance.next();
    if (where < 0.06) {
      index.flags[row] = 1;
      for (const code of BOROUGH_CODES) say("borough", code, row);
    }
    if (where < 0.96 && where >= 0.03) {
      const locations = chance.next() < 0.07 ? 2 : 1;
      for (let i = 0; i < locations; i++) {
        const at = hubs[hub()] as (typeof hubs)[number];
        const anywhere = chance.next() < 0.25;
        const lon = clamp(anywhere ? west + chance.next() * (east - west) : chance.normal(at.lon, 0.012), west, east);
        const lat = clamp(
          anywhere ? south + chance.next() * (north - south) : chance.normal(at.lat, 0.007),
          south,
          north,
        );
        const borough = BOROUGH_CODES[anywhere ? boroughAt(lon, lat) : at.borough] as BoroughCode;
        const hasPoint = chance.next() < 0.95;
        index.lon.push(hasPoint ? Math.round(lon * 1e5) / 1e5 : Number.NaN);
        index.lat.push(hasPoint ? Math.round(lat * 1e5) / 1e5 : Number.NaN);
        index.precision.push(hasPoint ? "venue" : "borough");
        index.boroughs.push(borough);
        index.postcodes.push(hasPoint ? postcodeOf(chance.below(27), chance.below(400), chance.below(400)) : "");
        say("borough", borough, row);
        if (hasPoint) {
          const decile = anywhere ? 1 + chance.below(10) : Math.min(10, Math.max(1, at.decile + chance.below(3) - 1));
          say("deprivation", String(decile), row);
        }
      }
    }
    index.locationStart[row + 1] = index.lon.length;
    for (const { id, skew, terms, draw } of draws) {
      if (chance.next() >= skew.share) continue;
      if (chance.next() < 0.02) {
        saysOther[id].push(row);
        continue;
      }
      const many = Math.max(1, Math.round(chance.next() * 2 * skew.mean - 0.5));
      for (let i = 0; i < many; i++) say(id, terms[draw()] as TermId, row);
    }
  }
  const facets = Object.fromEntries(
    FACET_IDS.map((id) => {
      const terms = [...postings[id].keys()].sort();
      const column: FacetColumn = {
        terms,
        postings: terms.map((term) => Uint32Array.from(postings[id].get(term) ?? [])),
        saysOther: Uint32Array.from(saysOther[id]),
      };
      return [id, column];
    }),
  ) as Record<FacetId, FacetColumn>;
  return {
    index: {
      ...index,
      count: rows,
      sources: new Uint8Array(rows),
      lon: Float64Array.from(index.lon),
      lat: Float64Array.from(index.lat),
      facets,
    },
    vocabularies,
    scripts,
  };
}

/** A patchwork of 33 pieces: which borough is really there does not matter to the speed. */
function boroughAt(lon: number, lat: number): number {
  const [west, south, east, north] = LONDON_BOX;
  const column = Math.min(10, Math.max(0, Math.floor((11 * (lon - west)) / (east - west))));
  const line = Math.min(2, Math.max(0, Math.floor((3 * (lat - south)) / (north - south))));
  return line * 11 + column;
}

function drawKind(at: number): Kind {
  let sum = 0;
  for (const [kind, share] of KIND_SHARES) {
    sum += share;
    if (at < sum) return kind;
  }
  return "service";
}

/** Postcodes that look right and do not exist: nothing ends in "VV". */
function postcodeOf(district: number, a: number, b: number): string {
  const area = ["E", "N", "SE", "SW", "W", "NW", "CR", "HA", "IG", "TW"][a % 10];
  return `${area}${1 + district} ${b % 10}${"ABDEFGHJLNPQRSTUWXYZ"[Math.floor(b / 10) % 20]}V`;
}

const two = (n: number): string => String(n).padStart(2, "0");
const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));
