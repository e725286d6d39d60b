import { brotliCompressSync, constants } from "node:zlib";
import crossfilter from "crossfilter2";
import Flatbush from "flatbush";
import itemsjs from "itemsjs";
import MiniSearch from "minisearch";
import { createSearch } from "../../src/search/search.ts";
import { NOTHING_SELECTED } from "../../src/search/selection.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { FACET_IDS } from "../../src/services/facets.ts";
import { foldedWords } from "../../src/services/fold.ts";
import { toGeoJson } from "../../src/services/geojson.ts";
import { decodeServiceIndex, type ServiceIndexFile } from "../../src/services/service-index.ts";
import type { TermId } from "../../src/services/vocabulary.ts";
import { documentsOf, type FacetDocument } from "../engines/facet-engine.ts";
import type { SyntheticLondon } from "../london.ts";
import { type Measurement, measurementOf, memoryHeld, now, sayLeftOut } from "../measure.ts";
import { servicesOf } from "../services.ts";
import { textsOf } from "./words.ts";

const TODAY = "2026-11-24";
const RUNS = 5;
const MOST_PEERS = 100_000;

/** Runs something several times and holds on to its last outcome while memory is looked at. */
function timed(
  rows: number,
  engine: string,
  make: () => unknown,
  runs = RUNS,
  notes?: Record<string, number>,
): Measurement {
  const before = memoryHeld();
  const times: number[] = [];
  let made: unknown = null;
  for (let run = 0; run < runs; run++) {
    made = null;
    const begun = now();
    made = make();
    times.push(now() - begun);
  }
  const held = memoryHeld() - before;
  if (made === undefined) throw new Error(`${engine} made nothing.`);
  return measurementOf("build", rows, engine, times, held, notes);
}

/**
 * From the text of the published index to the first answer, and what the same records cost as plain GeoJSON; the
 * index of words; what libraries need from records that are parsed already.
 */
export async function build(london: SyntheticLondon): Promise<Measurement[]> {
  const { vocabularies } = london;
  const rows = london.index.count;
  const services = servicesOf(london);
  const text = JSON.stringify(encodeServiceIndex(services, ["synthetic"]));
  const geoJson = JSON.stringify(toGeoJson(services));
  services.length = 0;
  const load = () => {
    const search = createSearch(decodeServiceIndex(JSON.parse(text) as ServiceIndexFile), vocabularies);
    return { search, found: search.search({ ...NOTHING_SELECTED, places: true }, TODAY) };
  };
  const { found } = load();
  if (found.rows.length !== rows) throw new Error(`The loaded index lists ${found.rows.length} of ${rows} services.`);
  const measured = [
    timed(rows, "ours", load, RUNS, {
      "bytes a service": text.length / rows,
      brotli: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length / rows,
    }),
    timed(rows, "ours, with words", () => {
      const made = load();
      return [made, made.search.search({ ...NOTHING_SELECTED, words: "tea" }, TODAY)];
    }),
    timed(rows, "JSON.parse of GeoJSON", () => JSON.parse(geoJson) as unknown, RUNS, {
      "bytes a service": geoJson.length / rows,
    }),
  ];
  if (rows > MOST_PEERS) {
    const why = "they need gigabytes for a million records";
    sayLeftOut("build", rows, { name: "itemsjs, crossfilter2, minisearch, flatbush", mostRows: MOST_PEERS, why });
    return measured;
  }

  const documents = documentsOf(london);
  const texts = textsOf(london);
  return [
    ...measured,
    timed(rows, "itemsjs", () => makeItemsJs(documents), 2),
    timed(rows, "crossfilter2", () => makeCrossfilter(documents), 2),
    timed(
      rows,
      "minisearch",
      () => {
        const engine = new MiniSearch({
          fields: ["name", "organisation", "summary", "postcodes"],
          tokenize: foldedWords,
          processTerm: (word) => word,
        });
        engine.addAll(texts);
        return engine;
      },
      2,
    ),
    timed(rows, "flatbush", () => makeFlatbush(london), 2),
  ];
}

function makeItemsJs(documents: readonly FacetDocument[]): unknown {
  return itemsjs(documents, {
    native_search_enabled: false,
    searchableFields: [],
    aggregations: Object.fromEntries(FACET_IDS.map((id) => [id, { conjunction: false, size: 1000 }])),
  });
}

function makeCrossfilter(documents: readonly FacetDocument[]): unknown {
  const filter = crossfilter([...documents]);
  return FACET_IDS.map((id) =>
    filter.dimension((document: FacetDocument) => document[id] as unknown as TermId, true).group(),
  );
}

function makeFlatbush({ index: { lon, lat } }: SyntheticLondon): Flatbush {
  const placed = [...lon.keys()].filter((i) => !Number.isNaN(lon[i] as number));
  const tree = new Flatbush(placed.length);
  for (const i of placed) tree.add(lon[i] as number, lat[i] as number);
  tree.finish();
  return tree;
}
