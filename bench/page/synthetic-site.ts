import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inListOrder } from "../../src/pipeline/list-order.ts";
import { isPlace } from "../../src/services/kinds.ts";
import type { Publication, StartFile } from "../../src/services/publication.ts";
import type { Service } from "../../src/services/service.ts";
import { encodeServiceIndex } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";
import { createLondon } from "../london.ts";
import { servicesOf } from "../services.ts";

export interface SyntheticSite {
  /** What stands in place of the published files, by path below the site's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Where they all stand, as plain GeoJSON for MapLibre's own clustering: `properties.row` counts within `points`. */
  readonly services: readonly Service[];
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
  const start: StartFile = {
    publication,
    vocabularies: read<Record<string, VocabularyFile>>("vocabulary.json"),
    index: encodeServiceIndex(services, ["synthetic"]),
  };
  return {
    files: new Map([
      ["publication.json", JSON.stringify(publication)],
      ["start.json", JSON.stringify(start)],
      ["index.json", JSON.stringify(start.index)],
      ["index-places.json", JSON.stringify(encodeServiceIndex(places, ["synthetic"]))],
    ]),
    services: [...services, ...places],
  };
}
