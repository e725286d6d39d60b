import type { Near } from "../../search/selection.ts";
import { startAt } from "../../search/start-at.ts";
import { parsePostcode } from "../../services/postcode.ts";
import { type PostcodeTable, unpackPostcodeTable } from "../../services/postcode-table.ts";
import { loadGazetteer } from "./gazetteer.ts";
import { fetchFile } from "./load.ts";

/** What became of a typed place. */
export type Resolved =
  | { readonly status: "found"; readonly near: Near }
  | { readonly status: "unknown" }
  | { readonly status: "outside-london" }
  | { readonly status: "failed" };

let table: Promise<PostcodeTable> | null = null;

/** All of London's postcodes, fetched whole on first use, so that the host does not learn which one is meant. */
function postcodes(): Promise<PostcodeTable> {
  table ??= fetchFile("areas/postcodes.bin.gz").then((bytes) => unpackPostcodeTable(new Uint8Array(bytes)));
  table.catch(() => {
    table = null;
  });
  return table;
}

/** A postcode, outcode, borough, neighbourhood, station or practice as a point to start from. Nothing is sent anywhere. */
export async function resolvePlace(text: string, radius: number | null): Promise<Resolved> {
  const parsed = parsePostcode(text);
  try {
    if (parsed !== null) {
      const known = await postcodes();
      const found = parsed.kind === "full" ? known.find(parsed.postcode) : known.outcode(parsed.outcode);
      if (found === null) return { status: "outside-london" };
      const label = parsed.kind === "full" ? parsed.postcode : parsed.outcode;
      const borough = "borough" in found ? { borough: found.borough } : {};
      return { status: "found", near: { point: found.point, radius, label, ...borough } };
    }
    const [place] = (await loadGazetteer()).find(text, 1);
    return place === undefined ? { status: "unknown" } : { status: "found", near: startAt(place, radius) };
  } catch {
    return { status: "failed" };
  }
}
