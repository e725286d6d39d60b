import type { Phrases } from "../../search/phrases.ts";
import { type ReadQuery, readQuery } from "../../search/read-query.ts";
import { loadGazetteer } from "./gazetteer.ts";

/** A need and a place from one line. One word alone needs no list of places; if that list does not come, postcodes still count. */
export async function readTyped(query: string, phrases: Phrases): Promise<ReadQuery> {
  const gazetteer = /\S\s+\S/u.test(query) ? await loadGazetteer().catch(() => null) : null;
  return readQuery(query, phrases, gazetteer);
}
