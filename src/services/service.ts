import type { StatedFacetId } from "./facets.ts";
import type { Kind } from "./kinds.ts";
import type { BoroughCode, Decile, LonLat, Precision } from "./place.ts";
import type { TermId } from "./vocabulary.ts";

/** HSDS `service.status`. */
export type Status = "active" | "inactive" | "defunct" | "temporarily closed";

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Charity Commission for England and Wales, digits only. */
  readonly charityNumber?: string;
  /** Companies House, eight characters. */
  readonly companyNumber?: string;
  /** Whole pounds in the latest year that the source has. It counts for parity alone, never for the order of results. */
  readonly income?: number;
  readonly url?: string;
}

/** A point or area where a service happens. Drawn and described no more finely than `precision`. */
export interface Location {
  readonly name?: string;
  readonly address?: string;
  /** With one space: `E1 6AN`. */
  readonly postcode?: string;
  readonly point: LonLat | null;
  readonly precision: Precision;
  readonly borough: BoroughCode | null;
  /** LSOA 2021 code of the point, or best fit of the postcode. */
  readonly lsoa?: string;
  /** IMD 2025 decile of that LSOA; 1 = most deprived tenth of England. */
  readonly decile?: Decile;
  /** A wrong floor, "ring the side bell": as the source says. */
  readonly note?: string;
}

/** Whom a service takes by where they live, in the source's words where it has any. */
export type ServiceArea =
  | { readonly scope: "boroughs"; readonly boroughs: readonly BoroughCode[] }
  | { readonly scope: "london" }
  | { readonly scope: "wider" }
  | { readonly scope: "not-stated" };

/** 0 = Monday … 6 = Sunday; times as `HH:MM`, London time. */
export interface Schedule {
  readonly weekday: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly opens: string;
  readonly closes: string;
  readonly frequency: "weekly" | "fortnightly" | "monthly" | "other";
}

export interface Phone {
  /** In UK form, such as `020 7946 0018`. */
  readonly number: string;
  /** E.164 for `tel:` links; null when the number can't be dialled as it stands (short, text-only, doubtful). */
  readonly dial: string | null;
  readonly extension?: string;
  readonly note?: string;
}

export interface Contacts {
  readonly phones: readonly Phone[];
  readonly emails: readonly string[];
  /** http or https only. */
  readonly urls: readonly string[];
  readonly text?: string;
}

/** Where a record, or a part of it, came from. The first of a service's sources is the one that leads. */
export interface SourceCitation {
  /** Id in `sources.json`, where publisher, licence and credit stand. */
  readonly id: string;
  /** Id of the record within that source. */
  readonly record: string;
  readonly url?: string;
  /** Date of the source as it gives it: `2019`, `2019-03` or `2019-03-31`. */
  readonly date?: string;
  /** Whether that date was worked out rather than printed. */
  readonly dateInferred?: boolean;
  readonly confidence?: "own-site" | "directory" | "third-party";
}

export interface Eligibility {
  readonly text?: string;
  readonly minAge?: number;
  readonly maxAge?: number;
  readonly residence?: string;
}

/** One thing a person can go to, call or use: what a card shows. */
export interface Service {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly alternateName?: string;
  readonly organisation: Organisation;
  /** What it does, in plain English; at most 250 characters; empty when the source says nothing. */
  readonly summary: string;
  readonly description?: string;
  readonly status: Status;
  readonly locations: readonly Location[];
  readonly serviceArea: ServiceArea;
  /** Terms the source states, by facet. A facet that is absent was not stated: never read as "no". */
  readonly terms: Readonly<Partial<Record<StatedFacetId, readonly TermId[]>>>;
  /** How a term is meant: `{ spokenLanguage: { so: "interpreter" }, faith: { muslim: "run-by" } }`. */
  readonly qualifiers?: Readonly<Partial<Record<StatedFacetId, Readonly<Record<TermId, string>>>>>;
  /** What the source said that no vocabulary knows, as it said it. */
  readonly unlisted?: Readonly<Partial<Record<StatedFacetId, readonly string[]>>>;
  readonly eligibility: Eligibility;
  readonly referral: { readonly text?: string; readonly url?: string };
  readonly costText?: string;
  readonly schedule: readonly Schedule[];
  readonly scheduleText?: string;
  readonly contacts: Contacts;
  readonly capacity?: { readonly state: "open" | "waiting-list" | "full"; readonly asOf?: string };
  /** When a person last checked the record, and who. Only ever what a source or an officer states. */
  readonly assured: { readonly date?: string; readonly by?: string; readonly email?: string };
  readonly sources: readonly SourceCitation[];
  /** True for a refuge and the like: `createService` has then removed every place. */
  readonly sensitive: boolean;
  /** Whether a person can volunteer or share a skill here, where stated. */
  readonly helpsToo?: boolean;
  /** For a social prescribing scheme: where it sits, in the source's words, such as "GP practice/PCN". */
  readonly hostSetting?: string;
}
