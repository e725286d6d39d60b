import { cell, listed, type OwnRow, type RawRow } from "./rows.ts";
import type { Words } from "./words.ts";

/** Denominations that mean different things in different religions, or that a shorter word stands for. */
const DENOMINATIONS: Readonly<Record<string, readonly string[]>> = {
  "Christian / Orthodox": ["Orthodox Christian"],
  "Christian / Armenian": ["Armenian Church"],
  "Jewish / Orthodox": ["Orthodox Jew"],
  "Jewish / Reform": ["Reform Judaism"],
  "Jewish / Progressive": ["Progressive Judaism"],
  "Jewish / Liberal": ["Liberal Judaism"],
  "Buddhist / Tibetan": ["Tibetan Buddhist"],
  "Sikh / Ravidassia": ["Sikh", "Ravidassia"],
};

const BUILDINGS: Readonly<Record<string, string>> = {
  Christian: "Church",
  Muslim: "Mosque",
  Jewish: "Synagogue",
  Hindu: "Hindu temple",
  Sikh: "Gurdwara",
  Buddhist: "Buddhist temple",
  Jain: "Jain temple",
};

function nameOf(row: RawRow): string {
  const name = cell(row, "name");
  if (name !== "") return name;
  const building = BUILDINGS[cell(row, "religion")] ?? "Place of worship";
  return `${building} (name not known), near ${cell(row, "nearest_postcode")}`;
}

/**
 * Places of worship: one row each, in a file of their own, for their licence (ODbL) asks that. The nearest postcode is
 * not the building's own, so it is no column; it only tells nameless buildings apart. Only nodes have a page whose
 * address is certain: of an outline the source does not say whether it is a way or a relation.
 */
export function placesOfWorship(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return rows.map((row) => {
    const religion = cell(row, "religion");
    const denomination = cell(row, "denomination");
    const faiths =
      denomination === "" ? [religion] : (DENOMINATIONS[`${religion} / ${denomination}`] ?? [denomination]);
    return {
      id: cell(row, "id"),
      kind: "place",
      name: nameOf(row),
      lat: cell(row, "lat"),
      lon: cell(row, "lon"),
      precision: "venue",
      location_borough: words.borough(cell(row, "borough")),
      faiths: listed(words.labels(faiths, "faith")),
      specialisms: listed(words.labels(["faith & worship"], "specialism")),
      source_url: cell(row, "osm_type") === "node" ? `https://www.openstreetmap.org/node/${cell(row, "osm_id")}` : "",
      source_date: "2024-10-28",
      confidence: "third-party",
    };
  });
}
