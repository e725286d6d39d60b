import { readFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { beforeAll, describe, expect, test } from "vitest";
import { buildRecords } from "../../../src/pipeline/build-publication.ts";
import { type LoadedData, loadData } from "../../../src/pipeline/load-data.ts";
import { createGazetteer, type Gazetteer } from "../../../src/search/gazetteer.ts";
import { readQuery } from "../../../src/search/read-query.ts";
import { createSearch } from "../../../src/search/search.ts";
import { type Near, NOTHING_SELECTED } from "../../../src/search/selection.ts";
import type { BoroughsFile } from "../../../src/services/borough.ts";
import { encodeServiceIndex } from "../../../src/services/encode-index.ts";
import { FACETS } from "../../../src/services/facets.ts";
import { isPlace } from "../../../src/services/kinds.ts";
import { decodeNeighbourhoods, decodePractices, decodeStations } from "../../../src/services/named-points.ts";
import { parsePostcode } from "../../../src/services/postcode.ts";
import { type PostcodeTable, unpackPostcodeTable } from "../../../src/services/postcode-table.ts";
import type { Service } from "../../../src/services/service.ts";
import { decodeServiceIndex } from "../../../src/services/service-index.ts";

/** What somebody types, and the services of which one must be among the first five, as a reader of the records judged. */
interface Judged {
  readonly query: string;
  /** BCP 47, of the person who types. */
  readonly language: string;
  readonly services: readonly string[];
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
const queries = json<readonly Judged[]>(join(import.meta.dirname, "queries.json"));
/** Written and judged from the records before anybody saw what they find. Nothing is mended for their sake: they tell what the others no longer can. */
const heldOut = json<readonly Judged[]>(join(import.meta.dirname, "held-out.json"));
const TODAY = "2026-11-24";
const FIRST = 5;

let data: LoadedData;
let records: readonly Service[];
let search: ReturnType<typeof createSearch>;
let gazetteer: Gazetteer;
let postcodes: PostcodeTable;
let miniSearch: MiniSearch;

beforeAll(async () => {
  data = await loadData("data/map.config.json", () => {});
  const built = buildRecords(data.sources, data.context, data.config.area);
  records = [...built.services, ...built.places];
  const index = decodeServiceIndex(
    encodeServiceIndex(
      records,
      built.sources.map(({ id }) => id),
    ),
  );
  search = createSearch(index, data.context.vocabularies, { synonyms: data.synonymFiles });
  gazetteer = createGazetteer({
    boroughs: json<BoroughsFile>("data/areas/boroughs.json").boroughs,
    neighbourhoods: decodeNeighbourhoods(json("data/areas/neighbourhoods.json")),
    stations: decodeStations(json("data/areas/stations.json")),
    practices: decodePractices(json("data/areas/practices.json")),
  });
  postcodes = await unpackPostcodeTable(new Uint8Array(readFileSync("data/areas/postcodes.bin.gz")));
  miniSearch = new MiniSearch({
    fields: ["name", "organisation", "summary", "terms"],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  miniSearch.addAll(
    records.map((service, id) => ({
      id,
      name: service.name,
      organisation: service.organisation.name,
      summary: service.summary,
      terms: wordsOfTerms(service),
    })),
  );
}, 120_000);

function wordsOfTerms(service: Service): string {
  return FACETS.filter(({ id }) => id !== "deprivation")
    .flatMap((facet) => (facet.read(service) ?? []).map((id) => data.context.vocabularies[facet.id].byId.get(id)))
    .flatMap((term) => (term === undefined ? [] : [term.label, term.own ?? "", ...(term.spellings ?? [])]))
    .join(" ");
}

/** Where the place of a query is, as the page looks it up. */
function nearOf(where: ReturnType<typeof readQuery>["where"]): Near | null {
  if (where === null) return null;
  const parsed = parsePostcode(where.text);
  const found =
    where.place ??
    (parsed === null
      ? null
      : parsed.kind === "full"
        ? postcodes.find(parsed.postcode)
        : postcodes.outcode(parsed.outcode));
  return found === null ? null : { point: found.point, radius: null, label: where.text };
}

/** What the page lists after Enter. */
function ours(query: string): readonly string[] {
  const { words, where, asksForPlaces } = readQuery(query, search.phrases, gazetteer);
  const { rows } = search.search({ ...NOTHING_SELECTED, words, near: nearOf(where), places: asksForPlaces }, TODAY);
  return [...rows.subarray(0, 100)].map((row) => (records[row] as Service).id);
}

/** The same for MiniSearch, which is asked for places only where ours is. */
function theirs(query: string): readonly string[] {
  const { asksForPlaces } = readQuery(query, search.phrases, gazetteer);
  return miniSearch
    .search(query)
    .map(({ id }) => records[id as number] as Service)
    .filter(({ kind }) => asksForPlaces || !isPlace(kind))
    .slice(0, 100)
    .map(({ id }) => id);
}

interface Score {
  /** Share of the queries with a right answer among the first five. */
  readonly success: number;
  /** Mean of one over the place of the first right answer. */
  readonly reciprocal: number;
  readonly missed: readonly Judged[];
}

function scoreOf(find: (query: string) => readonly string[], asked: readonly Judged[]): Score {
  const places = asked.map(({ query, services }) => find(query).findIndex((id) => services.includes(id)));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    success: mean(places.map((place) => (place >= 0 && place < FIRST ? 1 : 0))),
    reciprocal: mean(places.map((place) => (place < 0 ? 0 : 1 / (place + 1)))),
    missed: asked.filter((_, i) => !((places[i] as number) >= 0 && (places[i] as number) < FIRST)),
  };
}

describe("the relevance set", () => {
  test("holds at least 120 queries in at least ten languages", () => {
    expect(queries.length).toBeGreaterThanOrEqual(120);
    expect(new Set(queries.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
    const both = [...queries, ...heldOut].map(({ query }) => query);
    expect(new Set(both).size).toBe(both.length);
  });

  test("holds back at least 40 queries in at least twelve languages, that nothing is tuned on", () => {
    expect(heldOut.length).toBeGreaterThanOrEqual(40);
    expect(new Set(heldOut.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
  });

  test("names only services that are published", () => {
    const ids = new Set(records.map(({ id }) => id));
    expect([...queries, ...heldOut].flatMap(({ services }) => services.filter((id) => !ids.has(id)))).toEqual([]);
    expect([...queries, ...heldOut].filter(({ services }) => services.length === 0)).toEqual([]);
  });
});

describe("typed words", () => {
  /** Prints how both searches do on a set. */
  const compared = (name: string, asked: readonly Judged[]): readonly [our: Score, their: Score] => {
    const [our, their] = [scoreOf(ours, asked), scoreOf(theirs, asked)];
    const line = (engine: string, { success, reciprocal }: Score): string =>
      `${engine.padEnd(12)} success@5 ${success.toFixed(3)}  MRR ${reciprocal.toFixed(3)}`;
    const missed = (score: Score): string => score.missed.map(({ query }) => query).join(" · ") || "none";
    console.log(
      [
        `${name}: ${asked.length} queries in ${new Set(asked.map(({ language }) => language)).size} languages`,
        line("ours", our),
        line("MiniSearch", their),
        `ours missed: ${missed(our)}`,
        `MiniSearch missed: ${missed(their)}`,
      ].join("\n"),
    );
    return [our, their];
  };

  test("give a right answer among the first five, nine times out of ten, and no less often than MiniSearch", () => {
    const [our, their] = compared("the relevance set", queries);
    expect(our.success).toBeGreaterThanOrEqual(0.9);
    expect(our.success).toBeGreaterThanOrEqual(their.success);
    expect(our.reciprocal).toBeGreaterThanOrEqual(their.reciprocal);
  });

  test("do no worse than MiniSearch on queries that were held back", () => {
    const [our, their] = compared("held back", heldOut);
    expect(our.success).toBeGreaterThanOrEqual(their.success);
  });
});
