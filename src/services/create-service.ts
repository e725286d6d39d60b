import { STATED_FACETS, type StatedFacetId, type Vocabularies } from "./facets.ts";
import type { Outcome } from "./issue.ts";
import type { Kind } from "./kinds.ts";
import { boroughCode, type Decile, decile, lonLat, type Precision } from "./place.ts";
import type {
  Contacts,
  Eligibility,
  Location,
  Organisation,
  Phone,
  Schedule,
  Service,
  ServiceArea,
  SourceCitation,
  Status,
} from "./service.ts";
import type { TermId } from "./vocabulary.ts";

/** Longest summary in characters (design: one idea, read at a glance). */
export const SUMMARY_LENGTH = 250;

export interface LocationDraft {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly lon?: number | undefined;
  readonly lat?: number | undefined;
  readonly precision?: Precision | undefined;
  readonly borough?: string | undefined;
  readonly lsoa?: string | undefined;
  readonly decile?: number | undefined;
  readonly note?: string | undefined;
}

/** What a reader knows of a service before it is checked: everything but id, kind and name may be missing. */
export interface ServiceDraft {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly alternateName?: string | undefined;
  readonly organisation?: Organisation | undefined;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly status?: Status | undefined;
  readonly locations?: readonly LocationDraft[] | undefined;
  readonly serviceArea?: ServiceArea | undefined;
  /** Spellings or ids of terms, by facet. */
  readonly terms?: Readonly<Partial<Record<StatedFacetId, readonly string[]>>> | undefined;
  readonly qualifiers?: Service["qualifiers"] | undefined;
  readonly eligibility?: Eligibility | undefined;
  readonly referral?: Service["referral"] | undefined;
  readonly costText?: string | undefined;
  readonly schedule?: readonly Schedule[] | undefined;
  readonly scheduleText?: string | undefined;
  readonly phones?: readonly Phone[] | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly urls?: readonly string[] | undefined;
  readonly contactText?: string | undefined;
  readonly capacity?: Service["capacity"] | undefined;
  readonly assured?: Service["assured"] | undefined;
  readonly sources?: readonly SourceCitation[] | undefined;
  readonly sensitive?: boolean | undefined;
  readonly helpsToo?: boolean | undefined;
  readonly hostSetting?: string | undefined;
}

/** One thing that was wrong with a draft; the reader adds source, file, row and column. */
export interface Fault {
  /** Field of the draft, or id of a facet. */
  readonly field: string;
  readonly fault: string;
  readonly found: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly remedy: string;
}

export interface CreatedService {
  /** Null when the draft can't be a service at all: no id or no name. */
  readonly service: Service | null;
  readonly faults: readonly Fault[];
}

/** An address that needs no parser to be told sound: a host of plain words with a dot, and a plain path. */
export const PLAIN_ADDRESS = /^https?:\/\/(?:[a-z][a-z0-9-]{0,60}\.){1,5}[a-z]{2,24}(?:\/[A-Za-z0-9/_.~-]{0,500})?$/;

/** Whether an address may be linked to: http or https, a host with a dot, no user name, at most 2,048 characters. */
export function isWebAddress(text: string): boolean {
  if (PLAIN_ADDRESS.test(text)) return true;
  if (text.length > 2048 || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (
    (protocol === "http:" || protocol === "https:") && hostname.includes(".") && username === "" && password === ""
  );
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A description that only says the summary again is none; a summary that had to be cut is kept whole as one. */
function descriptionOf(given: string | undefined, summary: string): string | undefined {
  if (given !== undefined && given.trim() !== summary) return given;
  return summary.length > SUMMARY_LENGTH ? summary : undefined;
}

/** Object without the keys whose value is undefined, so that "not stated" has one form only. */
function stated<T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T {
  const made: Partial<T> = {};
  for (const key in object) if (object[key] !== undefined) made[key] = object[key] as T[typeof key];
  return made as T;
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > length * 0.6 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

function createLocation(draft: LocationDraft, faults: Fault[]): Location {
  const borough = draft.borough === undefined ? null : boroughCode(draft.borough);
  if (draft.borough !== undefined && borough === null) {
    faults.push({
      field: "borough",
      fault: "unknown-borough",
      found: draft.borough,
      outcome: "left-out",
      message: "This is not one of the 33 London boroughs, so it was left out.",
      remedy: "Type the name of a London borough, such as Camden.",
    });
  }
  const given = draft.lon !== undefined && draft.lat !== undefined;
  const point = given ? lonLat(draft.lon, draft.lat) : null;
  if (given && point === null) {
    faults.push({
      field: "lat",
      fault: "point-outside-london",
      found: `${draft.lat}, ${draft.lon}`,
      outcome: "left-out",
      message: "This place is outside Greater London, so the service has no pin.",
      remedy: "Check latitude and longitude: in London they look like 51.52 and -0.08.",
    });
  }
  const fallback: Precision = borough === null ? "none" : "borough";
  const precision: Precision = point === null ? fallback : draft.precision === undefined ? "venue" : draft.precision;
  // A point that claims to be no finer than a borough is a centroid, and a centroid is not a place.
  const drawn = precision === "borough" || precision === "none" ? null : point;
  const standing: Decile | null = draft.decile === undefined ? null : decile(draft.decile);
  return stated<Location>({
    name: draft.name,
    address: draft.address,
    postcode: draft.postcode,
    point: drawn,
    precision: drawn === null ? fallback : precision,
    borough,
    lsoa: drawn === null ? undefined : draft.lsoa,
    decile: drawn === null || standing === null ? undefined : standing,
    note: draft.note,
  });
}

/** All that remains of a sensitive service's places: the boroughs it stands in are dropped too, for one borough may hold one refuge. */
const NO_PLACE: readonly Location[] = [];

/**
 * The only way to make a service. Keeps what is sound and accounts for the rest:
 * terms are found by any spelling, and what no vocabulary knows is kept in `unlisted` and reported;
 * a sensitive service loses every place, whatever its source gave; a point no finer than a borough is dropped;
 * web addresses other than http(s) are left out. Never throws.
 */
export function createService(draft: ServiceDraft, vocabularies: Vocabularies): CreatedService {
  const faults: Fault[] = [];
  const name = draft.name.trim();
  const id = draft.id.trim();
  if (name === "" || id === "") {
    faults.push({
      field: name === "" ? "name" : "id",
      fault: "no-name",
      found: "",
      outcome: "refused",
      message: "This row has no name, so nobody could find it. It was not taken.",
      remedy: "Type the name of the service or group.",
    });
    return { service: null, faults };
  }

  const terms: Partial<Record<StatedFacetId, readonly TermId[]>> = {};
  const unlisted: Partial<Record<StatedFacetId, readonly string[]>> = {};
  let hasUnlisted = false;
  for (const { id: facet } of STATED_FACETS) {
    const given = draft.terms?.[facet];
    if (given === undefined || given.length === 0) continue;
    const known: TermId[] = [];
    const unknown: string[] = [];
    for (const spelling of given) {
      const term = vocabularies[facet].find(spelling);
      if (term !== null) {
        if (!known.includes(term.id)) known.push(term.id);
      } else if (spelling.trim() !== "" && !unknown.includes(spelling.trim())) {
        unknown.push(spelling.trim());
        faults.push({
          field: facet,
          fault: "unknown-term",
          found: spelling,
          outcome: "kept",
          message: "We don't know this word yet. It is shown as it stands, but nobody can filter by it.",
          remedy: "Check the spelling, or ask for the word to be added to the list.",
        });
      }
    }
    if (known.length > 0) terms[facet] = known;
    if (unknown.length > 0) {
      unlisted[facet] = unknown;
      hasUnlisted = true;
    }
  }

  const summary = draft.summary?.trim() ?? "";
  if (summary.length > SUMMARY_LENGTH) {
    faults.push({
      field: "summary",
      fault: "summary-too-long",
      found: summary,
      outcome: "repaired",
      message: `The summary has ${summary.length} characters. It was cut to ${SUMMARY_LENGTH}; the whole text is kept as the description.`,
      remedy: `Say what happens there in ${SUMMARY_LENGTH} characters or fewer.`,
    });
  }

  const urls: string[] = [];
  for (const url of draft.urls ?? []) {
    if (isWebAddress(url)) urls.push(url);
    else {
      faults.push({
        field: "urls",
        fault: "bad-web-address",
        found: url,
        outcome: "left-out",
        message: "This is not a web address we can link to, so it was left out.",
        remedy: "Type an address that starts with https://.",
      });
    }
  }

  const sensitive = draft.sensitive === true;
  if (sensitive && (draft.locations?.length ?? 0) > 0) {
    faults.push({
      field: "sensitive",
      fault: "place-withheld",
      found: "",
      outcome: "repaired",
      message: "This service is marked sensitive, so its address and place were removed.",
      remedy: "Nothing to do. Leave the address empty in your file too.",
    });
  }
  const contacts: Contacts = {
    phones: draft.phones ?? [],
    emails: draft.emails ?? [],
    urls,
    ...(draft.contactText === undefined ? {} : { text: draft.contactText }),
  };
  const organisation = draft.organisation ?? { id, name };
  const locations = sensitive ? NO_PLACE : (draft.locations ?? []).map((location) => createLocation(location, faults));
  // Named one by one, in the order in which they are published: a loop over the keys takes several times as long.
  const service = { id, kind: draft.kind, name } as Writable<Service>;
  if (draft.alternateName !== undefined) service.alternateName = draft.alternateName;
  service.organisation = organisation;
  service.summary = shortened(summary, SUMMARY_LENGTH);
  const description = descriptionOf(draft.description, summary);
  if (description !== undefined) service.description = description;
  service.status = draft.status ?? "active";
  service.locations = locations;
  service.serviceArea = draft.serviceArea ?? { scope: "not-stated" };
  service.terms = terms;
  if (draft.qualifiers !== undefined) service.qualifiers = draft.qualifiers;
  if (hasUnlisted) service.unlisted = unlisted;
  service.eligibility = draft.eligibility ?? {};
  service.referral = draft.referral ?? {};
  if (draft.costText !== undefined) service.costText = draft.costText;
  service.schedule = draft.schedule ?? [];
  if (draft.scheduleText !== undefined) service.scheduleText = draft.scheduleText;
  service.contacts = contacts;
  if (draft.capacity !== undefined) service.capacity = draft.capacity;
  service.assured = draft.assured ?? {};
  service.sources = draft.sources ?? [];
  service.sensitive = sensitive;
  if (draft.helpsToo !== undefined) service.helpsToo = draft.helpsToo;
  if (draft.hostSetting !== undefined) service.hostSetting = draft.hostSetting;
  return { service, faults };
}
