import { cell, listed, type OwnRow, type RawRow } from "./rows.ts";
import type { Words } from "./words.ts";

const NETWORKS: Readonly<Record<string, string>> = {
  "Trussell Trust": "Food bank in the Trussell Trust network.",
  IFAN: "Food bank in the Independent Food Aid Network.",
  Independent: "Independent food bank.",
};

/** "Wimbledon" → "Wimbledon food bank"; "Enfield (Hasi Foundation)" → "Enfield food bank (Hasi Foundation)". */
export function foodBankName(name: string): string {
  if (/food/i.test(name)) return name;
  const bracket = /^(.*?)\s*(\([^()]*\))$/.exec(name);
  return bracket === null ? `${name} food bank` : `${bracket[1]} food bank ${bracket[2]}`;
}

/** Food banks: one row an organisation, at the address it gives; its sessions may be elsewhere. */
export function foodBanks(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return rows.map((row) => {
    const charity = cell(row, "charity_number");
    return {
      id: cell(row, "id"),
      kind: "service",
      name: foodBankName(cell(row, "name")),
      charity_number: /^\d+$/.test(charity) ? charity : "",
      summary: NETWORKS[cell(row, "network")] ?? "",
      address: cell(row, "address"),
      postcode: cell(row, "postcode"),
      lat: cell(row, "lat"),
      lon: cell(row, "lon"),
      precision: /centroid/.test(cell(row, "note")) ? "postcode" : "venue",
      location_borough: words.borough(cell(row, "borough")),
      specialisms: listed(words.labels(["food bank"], "specialism")),
      cost: listed(words.labels(["free"], "cost")),
      phone: cell(row, "phone"),
      email: cell(row, "email"),
      website: cell(row, "url"),
      source_date: cell(row, "source_date"),
      confidence: "directory",
    };
  });
}
