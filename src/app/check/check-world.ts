import { createAreaLookup, type LsoaTopology } from "../../services/area-lookup.ts";
import { decodeLsoaTable, type LsoaTableFile } from "../../services/lsoa-table.ts";
import { unpackPostcodeTable } from "../../services/postcode-table.ts";
import { createVocabularies } from "../../services/service-index.ts";
import type { VocabularyFile } from "../../services/vocabulary.ts";
import type { WORLD_FILES, WorldAddresses } from "./check-protocol.ts";
import type { CheckWorld } from "./check-session.ts";

/**
 * What intake must know, from files of the site itself. `site` is the address of its folder: a worker's own address
 * is another. Without postcodes and areas the rows are still checked, only not placed. Rejects without vocabularies.
 */
export async function loadCheckWorld(site: string, addresses: WorldAddresses): Promise<CheckWorld> {
  const get = async (file: (typeof WORLD_FILES)[number]): Promise<Response> => {
    const response = await fetch(new URL(addresses[file], site));
    if (!response.ok) throw new Error(`${file} did not load.`);
    return response;
  };
  const json = async <T>(file: (typeof WORLD_FILES)[number]): Promise<T> => (await (await get(file)).json()) as T;
  const vocabularies = createVocabularies(await json<Record<string, VocabularyFile>>("vocabulary.json"));
  const places = Promise.all([
    get("areas/postcodes.bin.gz")
      .then((response) => response.arrayBuffer())
      .then((bytes) => unpackPostcodeTable(new Uint8Array(bytes))),
    Promise.all([json<LsoaTopology>("areas/lsoas.topo.json"), json<LsoaTableFile>("areas/lsoas.json")]).then(
      ([shapes, table]) => createAreaLookup(shapes, decodeLsoaTable(table)),
    ),
  ]);
  try {
    const [postcodes, areas] = await places;
    return { context: { vocabularies, postcodes, areas }, lookedUp: true };
  } catch {
    return { context: { vocabularies, postcodes: null, areas: null }, lookedUp: false };
  }
}
