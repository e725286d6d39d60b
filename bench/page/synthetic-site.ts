import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inListOrder } from "../../src/pipeline/list-order.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import type { Vocabularies } from "../../src/services/facets.ts";
import { isPlace } from "../../src/services/kinds.ts";
import type { Publication, StartFile } from "../../src/services/publication.ts";
import { createVocabularies, decodeServiceIndex, type ServiceIndex } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";
import { createLondon } from "../london.ts";
import { servicesOf } from "../services.ts";

export interface SyntheticSite {
  /** What stands in place of the published files, by path below the site's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The index of all as the page holds it in the end, services before places. */
  readonly index: ServiceIndex;
  readonly vocabularies: Vocabularies;
}

/** The built site's own files with made-up services in them, parted into services and places as the data build does. */
export function syntheticSite(dist: string, rows: number, seed: number): SyntheticSite {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(dist, file), "utf8")) as T;
  const published = read<Publication>("publication.json");
  const all = inListOrder(servicesOf(createLondon(rows, seed)));
  const services = all.filter(({ kind }) => !isPlace(kind));
  const places = all.filter(({ kind }) => isPlace(kind));
  const source = published.sources[0];
  if (source === undefined) throw new Error(`${dist}/publication.json tells of no source.`);
  const { live: _, ...still } = source;
  const publication: Publication = {
    ...published,
    sources: [{ ...still, id: "synthetic", title: "Made-up services" }],
    parts: [
      { file: "index.json", layer: "services", count: services.length },
      { file: "index-places.json", layer: "places", count: places.length },
    ],
    counts: { services: all.length, byKind: {}, byBorough: {} },
  };
  const vocabularies = read<Record<string, VocabularyFile>>("vocabulary.json");
  const start: StartFile = {
    publication,
    vocabularies,
    index: encodeServiceIndex(services, ["synthetic"]),
  };
  return {
    files: new Map([
      ["publication.json", JSON.stringify(publication)],
      ["start.json", JSON.stringify(start)],
      ["index.json", JSON.stringify(start.index)],
      ["index-places.json", JSON.stringify(encodeServiceIndex(places, ["synthetic"]))],
    ]),
    index: decodeServiceIndex(encodeServiceIndex([...services, ...places], ["synthetic"])),
    vocabularies: createVocabularies(vocabularies),
  };
}
