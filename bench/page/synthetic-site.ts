import { createHash } from "node:crypto";
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
  /** What stands in place of the built files, by path below the site's folder; the page itself is `index.html`. */
  readonly files: ReadonlyMap<string, string>;
  /** The index of all as the page holds it in the end, services before places. */
  readonly index: ServiceIndex;
  readonly vocabularies: Vocabularies;
}

/** As the build names what a page fetches: see `StartFile.parts`. */
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);

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
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const built = /parts\/\w+\/start\.json/.exec(page)?.[0];
  if (built === undefined) throw new Error(`${dist}/index.html names no start of its publication.`);
  const ofPlaces = JSON.stringify(encodeServiceIndex(places, ["synthetic"]));
  const start: StartFile = {
    publication,
    vocabularies,
    index: encodeServiceIndex(services, ["synthetic"]),
    parts: { ...read<StartFile>(built).parts, "index-places.json": hashOf(ofPlaces) },
  };
  const ofStart = JSON.stringify(start);
  const startPath = `parts/${hashOf(ofStart)}/start.json`;
  return {
    files: new Map([
      ["index.html", page.replaceAll(built, startPath)],
      [startPath, ofStart],
      [`parts/${hashOf(ofPlaces)}/index-places.json`, ofPlaces],
    ]),
    index: decodeServiceIndex(encodeServiceIndex([...services, ...places], ["synthetic"])),
    vocabularies: createVocabularies(vocabularies),
  };
}
