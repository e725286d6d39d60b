import { factsRow } from "./facts.ts";
import { cell, type OwnRow, type RawRow } from "./rows.ts";
import type { Words } from "./words.ts";

const KIND_OF: Readonly<Record<string, string>> = {
  "social-prescribing-scheme": "social-prescribing",
  "community-connector": "social-prescribing",
  network: "champions",
  "community-champions": "champions",
  directory: "champions",
};

/** Link-worker schemes, community connectors, champions, directories and networks: one row each. */
export function socialPrescribing(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return rows.map((row) => {
    const asset = cell(row, "asset_kind");
    const kind = KIND_OF[asset];
    if (kind === undefined) throw new Error(`"${asset}" (row ${cell(row, "id")}) is no kind of asset that we know.`);
    const provider = cell(row, "provider");
    const own = factsRow(row, words, kind);
    const told = provider === "" || provider === cell(row, "org_name");
    return told ? own : { ...own, description: `${cell(row, "description")} Run by: ${provider}.` };
  });
}
