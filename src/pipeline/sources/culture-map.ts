import { cell, listed, type OwnRow, type RawRow, slug } from "./rows.ts";
import type { Words } from "./words.ts";

/** "Queen'S Crescent" → "Queen's Crescent"; "BERRIDGE ROAD ESTATE" → "Berridge Road Estate". Lone capitals stay: "SHAK". */
export function mendedCapitals(text: string): string {
  return text
    .replace(/(\p{L})(['’])S\b/gu, "$1$2s")
    .replace(/\b\p{Lu}{4,}(?:\s+\p{Lu}{4,})+\b/gu, (words) =>
      words.replace(/\p{Lu}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase()),
    )
    .replace(/ And /g, " and ")
    .replace(/ Upon Thames\b/g, " upon Thames");
}

/** Parts of an address, each once, without the venue's own name and the borough, which stand in columns of their own. */
function addressOf(row: RawRow, name: string, borough: string): string {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const parts = ["address1", "address2", "address3"].map((heading) => mendedCapitals(cell(row, heading)));
  return parts
    .filter((part) => part !== "" && !same(part, name) && !same(part.replace(/^London Borough of /i, ""), borough))
    .filter((part, i, all) => all.findIndex((other) => same(other, part)) === i)
    .join(", ");
}

/** Web addresses that belong to another row of the same file. */
const NOT_ITS_OWN: ReadonlySet<string> = new Set(["ICA http://www.osoarts.org.uk/"]);

function venues(
  rows: readonly RawRow[],
  words: Words,
  prefix: string,
  need: string,
  sourceDate: string,
): readonly OwnRow[] {
  const used = new Map<string, number>();
  return rows.map((row) => {
    const borough = words.borough(cell(row, "borough"));
    const name = mendedCapitals(cell(row, "name"));
    const base = `${prefix}-${slug(`${name} ${borough}`)}`;
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    const website = cell(row, "website");
    return {
      // Two halls of one name in one borough are two places.
      id: times === 1 ? base : `${base}-${times}`,
      kind: "place",
      name,
      address: addressOf(row, name, borough),
      lat: cell(row, "lat"),
      lon: cell(row, "lon"),
      precision: "venue",
      location_borough: borough,
      specialisms: listed(words.labels([need], "specialism")),
      website: NOT_ITS_OWN.has(`${name} ${website}`) ? "" : website,
      source_date: sourceDate,
      confidence: "directory",
    };
  });
}

/** Community centres and halls: one row each. The release gives no date; its wards are those of 2018. */
export function communityCentres(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return venues(rows, words, "centre", "community space", "2018 (inferred)");
}

/** Arts centres: one row each, from the audit of 2022. */
export function artsCentres(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return venues(rows, words, "arts", "arts & culture", "2022");
}
