import type { StatedFacetId } from "../../services/facets.ts";
import { costOf, routesOf } from "./cost-and-routes.ts";
import { agesIn, ENDED, FROM_HOSPITAL, INTERPRETED, LED_BY, PUBLIC_ALL_THE_SAME, REACH } from "./facts-read-by-hand.ts";
import { cell, listed, listIn, type OwnRow, type RawRow, slug } from "./rows.ts";
import type { Words } from "./words.ts";

/** Needs whose services somebody may be hiding in or looked for at. */
const HIDDEN_NEEDS = new Set(["domestic abuse", "refuge", "sexual violence", "trafficking & modern slavery"]);

const firstCapital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The organisation's name without its initials: "Bonny Downs Community Association (BDCA)" → without "(BDCA)". */
const withoutInitials = (name: string): string => name.replace(/\s*\([A-Z&-]{2,}\)$/, "");

/** Whether a service's name can stand alone: it has a name of its own in it, not only common words. */
function isTelling(serviceName: string, organisation: string, boroughs: readonly string[]): boolean {
  const [first = "", ...rest] = serviceName.split(/\s+/);
  const owners = `${organisation} ${boroughs.join(" ")}`.split(/[^\p{L}]+/u);
  const others = rest.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return others.length > 0 || owners.includes(first) || /\p{Ll}\p{Lu}/u.test(first);
}

/** What a card is headed with: the service's name, with its organisation's where "Lunch club" alone says too little. */
export function displayName(organisation: string, serviceName: string, boroughs: readonly string[]): string {
  if (serviceName === "") return organisation;
  if (/^\p{Ll}/u.test(serviceName)) return `${withoutInitials(organisation)}, ${serviceName}`;
  return isTelling(serviceName, organisation, boroughs)
    ? serviceName
    : `${serviceName}, ${withoutInitials(organisation)}`;
}

/** Whether a row's place must not be published: withheld by the source, or a service for people fleeing violence. */
export function isSensitive(row: RawRow): boolean {
  if (cell(row, "location_basis").startsWith("withheld")) return true;
  return listIn(row, "specialisms").some((need) => HIDDEN_NEEDS.has(need)) && !PUBLIC_ALL_THE_SAME.has(cell(row, "id"));
}

/** Degrees to two decimals, about 1 km in London, and never more, whatever the source wrote. */
const coarse = (degrees: string): string => (/\.\d{3,}$/.test(degrees) ? Number(degrees).toFixed(2) : degrees);

/**
 * Where a row is, as finely as its `location_basis` allows and no finer. The register's contact postcode is never
 * written: it may be a trustee's home. A borough taken from the register is where the contact stands, not an area
 * served, so it goes into `location_borough` only, and a sensitive row loses it.
 */
function placeOf(row: RawRow, words: Words): OwnRow {
  const basis = cell(row, "location_basis");
  const named = listIn(row, "boroughs").map(words.borough);
  const stands = words.borough(cell(row, "location_borough"));
  const fromRegister = cell(row, "charity_number") !== "";
  const reach = REACH[cell(row, "id")] ?? (cell(row, "ics") === "London-wide" ? "London-wide" : "");
  const serves = listed(fromRegister ? named.filter((borough) => borough !== stands) : named) || reach;
  if (isSensitive(row)) return { serves: fromRegister ? "" : serves, sensitive: "yes" };
  const area: OwnRow = { serves, sensitive: PUBLIC_ALL_THE_SAME.has(cell(row, "id")) ? "no" : "" };
  const address = cell(row, "address");
  const point: OwnRow = { lat: cell(row, "lat"), lon: cell(row, "lon"), location_borough: stands };
  switch (basis) {
    case "venue postcode centroid":
      return { ...area, ...point, address, postcode: cell(row, "postcode"), precision: "postcode" };
    case "register contact postcode centroid":
      return { ...area, ...point, precision: "postcode" };
    case "register contact postcode, rounded to about 1 km":
      return {
        ...area,
        lat: coarse(cell(row, "lat")),
        lon: coarse(cell(row, "lon")),
        location_borough: stands,
        precision: "approximate",
      };
    default:
      return {
        ...area,
        address,
        location_borough: basis === "borough only" && named.length === 1 ? (named[0] ?? "") : stands,
        precision: basis === "borough only" ? "borough" : address === "" ? "" : "none",
      };
  }
}

/** Whom a row is for: the raw column mixes heritage, faith and circumstances; each value goes where it belongs. */
function peopleOf(row: RawRow, words: Words): OwnRow {
  const found: Partial<Record<StatedFacetId, string[]>> = {};
  for (const value of listIn(row, "communities")) {
    const { facet, label } = words.place(value, ["community", "whoFor", "faith"]);
    found[facet] = [...(found[facet] ?? []), label];
  }
  const faithsFor = found.faith ?? [];
  const faiths = words.labels(listIn(row, "faith"), "faith").filter((label) => !faithsFor.includes(label));
  return {
    communities: listed(found.community ?? []),
    who_for: listed(found.whoFor ?? []),
    faiths: listed([...faithsFor.map((label) => `${label} (for)`), ...faiths]),
  };
}

/**
 * A row of the two hand-compiled files in our own headings. Everything a row says is kept but the register's
 * postcode, `needs_recheck` (the age and the confidence of the source say the same) and all but the first of several
 * source addresses.
 */
export function factsRow(row: RawRow, words: Words, kind: string): OwnRow {
  const id = cell(row, "id");
  const organisation = cell(row, "org_name");
  const charity = cell(row, "charity_number");
  const boroughs = listIn(row, "boroughs");
  const needs = listIn(row, "specialisms");
  const interpreted = INTERPRETED.has(id) ? " (interpreter)" : "";
  const ended = ENDED[id];
  const eligibility = cell(row, "eligibility");
  const ages = agesIn(eligibility);
  const reference = cell(row, "source_ref");
  return {
    id,
    kind,
    name: displayName(organisation, cell(row, "service_name"), boroughs),
    organisation,
    organisation_id:
      charity === "" ? `org-${slug(organisation)}` : /^SC/.test(charity) ? `GB-SC-${charity}` : `GB-CHC-${charity}`,
    charity_number: /^\d+$/.test(charity) ? charity : "",
    summary: cell(row, "description"),
    ...(ended === undefined ? {} : { status: "defunct", status_note: ended }),
    ...placeOf(row, words),
    spoken_languages: listed(
      words.labels(listIn(row, "languages"), "spokenLanguage").map((label) => label + interpreted),
    ),
    ...peopleOf(row, words),
    specialisms: listed(words.labels(needs, "specialism")),
    led_by: listed(words.labels(LED_BY[id] ?? [], "ledBy")),
    ...routesOf(cell(row, "referral"), cell(row, "host_setting"), words),
    ...(FROM_HOSPITAL.has(id) ? { pathways: listed(words.labels(["hospital discharge"], "pathway")) } : {}),
    ...costOf(cell(row, "cost"), words),
    eligibility: firstCapital(eligibility),
    ...ages,
    phone: cell(row, "phone"),
    email: cell(row, "email"),
    website: cell(row, "website"),
    source_record: reference.startsWith("GB-") ? reference : "",
    source_url: cell(row, "source_url").split(" | ")[0] ?? "",
    source_date: cell(row, "source_date"),
    confidence: cell(row, "confidence"),
    helps_too: needs.includes("volunteering") ? "yes" : "",
  };
}
