import type { CensusFile } from "../../services/census-table.ts";
import { decodeLsoaTable } from "../../services/lsoa-table.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../services/place.ts";
import { BASEMAP, deriveBasemapLayer } from "./basemap.ts";
import { BOROUGH_ICBS, BOROUGH_SHAPES, deriveBoroughShapes, deriveBoroughs } from "./boroughs.ts";
import {
  BOROUGH_TABLES,
  deriveBoroughCensus,
  deriveLsoaCensus,
  deriveMsoaCensus,
  LSOA_LANGUAGE,
  MSOA_ENGLISH,
  MSOA_ETHNICITY,
} from "./census.ts";
import type { CreditId } from "./credits.ts";
import {
  DRAWN,
  deriveLsoaShapes,
  deriveLsoas,
  FINE,
  LONDON_OUTLINE,
  LSOA_CENSUS,
  LSOA_DEPRIVATION,
  LSOA_LOOKUP,
  LSOA_SHAPES,
} from "./lsoas.ts";
import {
  deriveNeighbourhoods,
  deriveOsmStations,
  derivePractices,
  deriveStations,
  PLACES,
  PRACTICES,
  STATIONS,
  STATIONS_OSM,
} from "./named-places.ts";
import { POSTCODES, packPostcodes, readPostcodes } from "./postcodes.ts";
import type { ReadRaw } from "./raw-files.ts";

/** One file of `data/areas/`, with what its README says of it. */
export interface AreaFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What it holds and how it was made. */
  readonly what: string;
  readonly precision: string;
  /** Publishers' files it was made from. */
  readonly from: readonly string[];
  readonly credits: readonly CreditId[];
}

/** What each layer of the basemap holds, and whom to credit. */
const BASEMAP_NOTES: Readonly<Record<string, { what: string; precision: string; credits: readonly CreditId[] }>> = {
  roads: {
    what: "Motorways, main roads and A roads: `class` (`motorway`, `primary`, `a_road`), `ref`",
    precision: "as given, 7 m; bends up to 20 m off; numbers are for labels only",
    credits: ["tfl", "dft", "greenspace"],
  },
  streets: {
    what: "Streets with a bus, nothing more: no residential streets, no names",
    precision: "as given, 7 m",
    credits: ["tfl", "greenspace"],
  },
  "green-os": {
    what: "Public parks and gardens of 1 ha and more: `ha`; `name` on the largest piece only",
    precision: "12 m",
    credits: ["greenspace"],
  },
  "green-osm": {
    what: "Further parks and commons of 1 ha and more (ODbL, so kept apart): `ha`, `name` on the largest piece",
    precision: "12 m",
    credits: ["osm"],
  },
  water: {
    what: "The Thames and lakes as areas: `kind`, `name`",
    precision: "12 m; lakes coarser",
    credits: ["water"],
  },
  "waterways-osm": {
    what: "Rivers and canals as lines (ODbL, so kept apart), without the Thames: `kind`",
    precision: "12 m",
    credits: ["osm"],
  },
  rail: {
    what: "National Rail alignments and Tube tracks: `kind` (`rail`, `tube`), `name` of the Tube line",
    precision: "rail curves are chords of 400 m",
    credits: ["rail", "tfl"],
  },
  lines: {
    what: "Lines between boroughs and the outline of London closed over the Thames: `kind` (`borough`, `outline`)",
    precision: "25 m and 40 m, for drawing only",
    credits: ["boundaries"],
  },
};

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/**
 * Every file of `data/areas/` but its README and credits, from publishers' files under the paths that `publishers.ts` lists.
 * The same files give the same bytes. Throws one sentence naming the file when one is missing or broken.
 */
export function deriveAreaFiles(read: ReadRaw): AreaFile[] {
  const postcodes = readPostcodes(read);
  const lsoaFile = deriveLsoas(read, postcodes);
  const lsoas = decodeLsoaTable(lsoaFile);
  const residents = new Map<BoroughCode, number>(
    BOROUGH_CODES.map((code, number) => [
      code,
      lsoas.residents.reduce((sum, count, row) => (lsoas.boroughs[row] === number ? sum + count : sum), 0),
    ]),
  );
  const { boroughs, icbs } = deriveBoroughs(read, residents);
  const lsoaCensus = deriveLsoaCensus(read, lsoas.codes);
  const msoaCodes = lsoas.msoas.map(({ code }) => code);
  const lsoaTopic = (topic: string, what: string, content: CensusFile, from: string): AreaFile => ({
    path: `census/lsoas-${topic}.json`,
    bytes: json(content),
    what: `${what} for the LSOAs, in the order of \`lsoas.json\``,
    precision: "as published; ONS changes small counts a little",
    from: [from],
    credits: ["census"],
  });
  return [
    {
      path: "boroughs.json",
      bytes: json(boroughs),
      what: "The 33 boroughs: code, name, short name, Inner London (ONS), point for a label, area, residents (sum of its LSOAs), Integrated Care Board in 2024 and in 2026",
      precision: "label points 1 m",
      from: [BOROUGH_ICBS, LSOA_CENSUS],
      credits: ["boundaries", "census", "nhs"],
    },
    {
      path: "boroughs.topo.json",
      bytes: json(deriveBoroughShapes(read)),
      what: "Shapes of the boroughs (TopoJSON, object `boroughs`: `code`, `name`); the tidal Thames is a gap",
      precision: "about 25 m: corners under 1,000 m² left out, grid of 6 m",
      from: [BOROUGH_SHAPES],
      credits: ["boundaries"],
    },
    {
      path: "icbs.json",
      bytes: json(icbs),
      what: "Both lists of Integrated Care Boards with their dates: five until 31 March 2026, four since 1 April 2026, when North Central and North West London became West and North London",
      precision: "every borough lies in one",
      from: [BOROUGH_ICBS],
      credits: ["nhs"],
    },
    {
      path: "lsoas.json",
      bytes: json(lsoaFile),
      what: "The 4,994 LSOAs of 2021 as columns: code, name, borough, MSOA with the Commons Library's name, ward of 2024 (best fit), point, residents (Census 2021), IMD 2025 rank, deciles of IMD, its seven domains, IDACI and IDAOPI (base 36, `a` = 10)",
      precision: "point: the LSOA's postcode nearest to the mean of its postcodes, 10 m; not a centroid",
      from: [LSOA_LOOKUP, LSOA_DEPRIVATION, LSOA_CENSUS, POSTCODES],
      credits: ["boundaries", "deprivation", "census", "neighbourhoodNames", "postcodes"],
    },
    {
      path: "lsoas.topo.json",
      bytes: json(deriveLsoaShapes(read, DRAWN)),
      what: "Shapes of the LSOAs for drawing (TopoJSON, objects `lsoas`: `code`, and `london`: the outline closed over the Thames)",
      precision: "corners under 1,500 m² left out of the publisher's 20 m outlines, grid of 6 m",
      from: [LSOA_SHAPES, LONDON_OUTLINE],
      credits: ["boundaries"],
    },
    {
      path: "lsoas-fine.topo.json",
      bytes: json(deriveLsoaShapes(read, FINE)),
      what: "The same shapes for finding the LSOA of a point in the data build; not for the page",
      precision: "every point of the publisher's 20 m outlines, grid of 1 m",
      from: [LSOA_SHAPES, LONDON_OUTLINE],
      credits: ["boundaries"],
    },
    {
      path: "postcodes.bin.gz",
      bytes: packPostcodes(postcodes),
      what: "Every live postcode of London with point, borough (official) and LSOA (best fit), read by `src/services/postcode-table.ts`",
      precision: "grid of 10 m, so up to 8 m off; LSOA agrees with official codes on 98.9 %",
      from: [POSTCODES],
      credits: ["postcodes"],
    },
    {
      path: "practices.json",
      bytes: json(derivePractices(read)),
      what: "GP practices (main sites, February 2026) as columns: name, ODS code, postcode, borough, point, primary care network; names title-cased by rule",
      precision: "point of the postcode, 10 m",
      from: [PRACTICES],
      credits: ["nhs", "postcodes"],
    },
    {
      path: "neighbourhoods.json",
      bytes: json(deriveNeighbourhoods(read)),
      what: "Names of neighbourhoods and town centres with a rank (1 = metropolitan centre … 5 = small neighbourhood)",
      precision: "10 m as written; names can be some hundred metres off",
      from: [PLACES],
      credits: ["geonames", "neighbourhoodNames", "tfl"],
    },
    {
      path: "stations.json",
      bytes: json(deriveStations(read)),
      what: "Stations and tram stops in and just outside London: name, kinds of train, point",
      precision: "10 m",
      from: [STATIONS],
      credits: ["tfl"],
    },
    {
      path: "stations-osm.json",
      bytes: json(deriveOsmStations(read)),
      what: "The seven stations of the Bexleyheath line, which the file above lacks (ODbL, so kept apart)",
      precision: "10 m",
      from: [STATIONS_OSM],
      credits: ["osm"],
    },
    ...BASEMAP.map((layer): AreaFile => {
      const note = BASEMAP_NOTES[layer.layer];
      if (note === undefined) throw new Error(`The basemap's layer "${layer.layer}" has no note for the README.`);
      const bytes = json(deriveBasemapLayer(read, layer));
      return { path: `basemap/${layer.layer}.json`, bytes, from: layer.from, ...note };
    }),
    {
      path: "census/boroughs.json",
      bytes: json(deriveBoroughCensus(read)),
      what: `Tables ${BOROUGH_TABLES.map(({ id }) => id).join(", ")} for the boroughs, finest categories only: sub-totals are left out`,
      precision: "as published; ONS changes small counts a little",
      from: BOROUGH_TABLES.map(({ file }) => `census2021/${file}.csv`),
      credits: ["census"],
    },
    {
      path: "census/msoas.json",
      bytes: json(deriveMsoaCensus(read, msoaCodes)),
      what: "Proficiency in English (TS029) and ethnic group (the six headings of TS022) for the MSOAs, in the order of `msoas` in `lsoas.json`",
      precision: "as published; ONS changes small counts a little",
      from: [MSOA_ENGLISH, MSOA_ETHNICITY],
      credits: ["census"],
    },
    lsoaTopic("religion", "Religion (TS030), nine categories", lsoaCensus.religion, LSOA_CENSUS),
    lsoaTopic("ethnicity", "Ethnic group (TS021), five headings", lsoaCensus.ethnicity, LSOA_CENSUS),
    lsoaTopic("disability", "Disability (TS038), two categories", lsoaCensus.disability, LSOA_CENSUS),
    lsoaTopic("language", "Main language in ten broad groups", lsoaCensus.language, LSOA_LANGUAGE),
  ];
}
