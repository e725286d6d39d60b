import type { Kind } from "../services/kinds.ts";
import type { BoroughCode, Precision } from "../services/place.ts";
import { locationsOfRow, termsOfRow } from "../services/rows.ts";
import type { ServiceIndex } from "../services/service-index.ts";
import type { TermId } from "../services/vocabulary.ts";

/** Where a service is, no finer than the record knows. */
export type WhereFact =
  | {
      readonly known: "place";
      readonly precision: Precision;
      readonly borough: BoroughCode | null;
      readonly postcode: string;
      readonly others: number;
    }
  | { readonly known: "boroughs"; readonly boroughs: readonly TermId[] }
  | { readonly known: "london" }
  | { readonly known: "withheld" }
  | { readonly known: "nothing" };

/** What a card shows, read from the index alone, so that a list never waits for details. */
export interface CardFacts {
  readonly row: number;
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly organisation: string;
  readonly summary: string;
  readonly phone: string;
  readonly where: WhereFact;
  readonly spokenLanguages: readonly TermId[];
  readonly faiths: readonly TermId[];
  /** Assured date, or "" when nobody has checked. */
  readonly assured: string;
  readonly sourceDate: string;
  readonly mappable: boolean;
}

const LONDON_WIDE = 1;
const SENSITIVE = 2;

function whereOf(index: ServiceIndex, row: number): WhereFact {
  const [first, end] = locationsOfRow(index, row);
  const flags = index.flags[row] ?? 0;
  if ((flags & SENSITIVE) !== 0) return { known: "withheld" };
  const precision = index.precision[first];
  const borough = index.boroughs[first] ?? null;
  if (end > first && precision !== undefined && (borough !== null || precision !== "none")) {
    return { known: "place", precision, borough, postcode: index.postcodes[first] ?? "", others: end - first - 1 };
  }
  if ((flags & LONDON_WIDE) !== 0) return { known: "london" };
  const boroughs = termsOfRow(index.facets.borough, row);
  return boroughs.length > 0 ? { known: "boroughs", boroughs } : { known: "nothing" };
}

export function cardFacts(index: ServiceIndex, row: number): CardFacts {
  const [first, end] = locationsOfRow(index, row);
  return {
    row,
    id: index.ids[row] ?? "",
    kind: index.kinds[row] ?? "service",
    name: index.names[row] ?? "",
    organisation: index.organisations[row] ?? "",
    summary: index.summaries[row] ?? "",
    phone: index.phones[row] ?? "",
    where: whereOf(index, row),
    spokenLanguages: termsOfRow(index.facets.spokenLanguage, row),
    faiths: termsOfRow(index.facets.faith, row),
    assured: index.assured[row] ?? "",
    sourceDate: index.sourceDates[row] ?? "",
    mappable: index.lon.subarray(first, end).some((lon) => !Number.isNaN(lon)),
  };
}
