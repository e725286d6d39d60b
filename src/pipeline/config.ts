import { LOCALES } from "../locale/locales.ts";
import { OVERLAYS } from "../overlays/overlays.ts";
import { BOROUGH_CODES, type BoroughCode, boroughCode } from "../services/place.ts";
import { colourFault, type OwnColours, pairFault } from "./colours.ts";

/** `data/map.config.json`: the only file that a borough must edit. */
export interface MapConfig {
  readonly title: string;
  readonly publisher: string;
  /** The boroughs of the map; all 33 for "london". */
  readonly area: readonly BoroughCode[];
  /** Files and folders beside the config, as it names them. */
  readonly sources: string;
  readonly vocabulary: string;
  readonly areas: string;
  /** A picture file beside the config, shown in the header; null = our own drawing. */
  readonly logo: string | null;
  readonly colours: OwnColours;
  readonly locales: readonly string[];
  /** One of `locales`, for readers whose browser wishes for none of them. */
  readonly startLocale: string;
  readonly overlays: readonly string[];
  /** "own", or the https address of a MapLibre style. */
  readonly basemap: string;
  /** Months. */
  readonly thresholds: { readonly fresh: number; readonly fair: number; readonly old: number };
  readonly contact: { readonly name: string; readonly email: string };
  readonly leaveAddress: string;
  /** What the Open Referral UK feed holds: services and groups, places and single documents of every list too, or no feed. */
  readonly openReferral: "services" | "everything" | "none";
  /** Origins of sites that may show the map in a frame. */
  readonly embed: { readonly allowedAncestors: readonly string[] };
  /** ISO date on which somebody last looked over the accessibility statement; null = the day of each build. */
  readonly accessibilityPrepared: string | null;
}

export type ReadConfig =
  | { readonly status: "sound"; readonly config: MapConfig }
  | { readonly status: "faulty"; readonly errors: readonly string[] };

const KEYS = [
  "title",
  "publisher",
  "area",
  "sources",
  "vocabulary",
  "areas",
  "logo",
  "colours",
  "locales",
  "startLocale",
  "overlays",
  "basemap",
  "thresholds",
  "contact",
  "leaveAddress",
  "openReferral",
  "embed",
  "accessibility",
] as const;

const shown = (value: unknown): string =>
  value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value)).slice(0, 80);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function webAddress(value: unknown): string | null {
  if (typeof value !== "string" || !URL.canParse(value)) return null;
  return /^https?:$/.test(new URL(value).protocol) ? value : null;
}

/**
 * Reads the text of a config. Every error names the key, what was expected and what was found; all are told at once.
 * Keys that we don't know are errors too: a misspelt key would else be silently without effect.
 */
export function readConfig(text: string): ReadConfig {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return {
      status: "faulty",
      errors: [`map.config.json is not JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  if (!isObject(json))
    return { status: "faulty", errors: [`map.config.json: expected an object in braces, found ${shown(json)}.`] };
  const given = json;
  const errors: string[] = [];
  const wrong = (key: string, expected: string, found: unknown): void => {
    errors.push(`map.config.json, "${key}": expected ${expected}, found ${shown(found)}.`);
  };
  const text_ = (key: string, fallback?: string): string => {
    const value = given[key];
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    wrong(key, "some words in quotation marks", value);
    return "";
  };
  const path = (key: string, fallback: string): string => {
    const value = text_(key, fallback);
    if (/^\/|^[a-z]:|^\\|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(value))
      wrong(key, "a path inside the folder of the config", value);
    return value;
  };
  const words = (key: string, fallback: readonly string[]): readonly string[] => {
    const value = given[key];
    if (value === undefined) return fallback;
    if (Array.isArray(value) && value.every((item): item is string => typeof item === "string" && item !== ""))
      return value;
    wrong(key, `a list such as ${JSON.stringify(fallback)}`, value);
    return fallback;
  };
  for (const key of Object.keys(given)) {
    if (!(KEYS as readonly string[]).includes(key))
      errors.push(`map.config.json, "${key}": there is no such setting. We know: ${KEYS.join(", ")}.`);
  }
  const area = readArea(given.area, wrong);
  const thresholds = readThresholds(given.thresholds, wrong);
  const contact = isObject(given.contact) ? given.contact : {};
  const { name, email } = contact;
  if (typeof name !== "string" || name === "") wrong("contact.name", "who keeps the map", name);
  if (typeof email !== "string" || !/^[^\s@<>?&]+@[^\s@<>?&]+\.[a-z]{2,}$/i.test(email))
    wrong("contact.email", "an e-mail address", email);
  const leaveAddress = webAddress(given.leaveAddress);
  if (leaveAddress === null) wrong("leaveAddress", "the https:// address of a harmless page", given.leaveAddress);
  const locales = words(
    "locales",
    LOCALES.map(({ id }) => id),
  );
  const strange = locales.find((id) => !LOCALES.some((locale) => locale.id === id));
  if (strange !== undefined || locales.length === 0)
    wrong("locales", `ids of locales that we have (${LOCALES.map(({ id }) => id).join(", ")})`, strange);
  const startLocale = text_("startLocale", locales[0] ?? "en");
  if (!locales.includes(startLocale)) wrong("startLocale", 'one of the "locales"', startLocale);
  const every = OVERLAYS.map(({ id }): string => id);
  const overlays = words("overlays", every);
  const unknown = overlays.find((id) => !every.includes(id));
  if (unknown !== undefined) wrong("overlays", `ids of overlays that we have (${every.join(", ")})`, unknown);
  const config: MapConfig = {
    title: text_("title"),
    publisher: text_("publisher"),
    area,
    sources: path("sources", "sources/sources.json"),
    vocabulary: path("vocabulary", "vocabulary"),
    areas: path("areas", "areas"),
    logo: readLogo(given.logo, path, wrong),
    colours: readColours(given.colours, wrong),
    locales,
    startLocale,
    overlays,
    basemap: readBasemap(given.basemap, wrong),
    thresholds,
    contact: { name: String(name), email: String(email) },
    leaveAddress: leaveAddress ?? "",
    openReferral: readFeed(given.openReferral, wrong),
    embed: { allowedAncestors: readAncestors(given.embed, wrong) },
    accessibilityPrepared: readPrepared(given.accessibility, wrong),
  };
  return errors.length > 0 ? { status: "faulty", errors } : { status: "sound", config };
}

type Wrong = (key: string, expected: string, found: unknown) => void;

function readArea(value: unknown, wrong: Wrong): readonly BoroughCode[] {
  if (value === "london") return BOROUGH_CODES;
  if (Array.isArray(value) && value.length > 0) {
    const codes = value.map((item) => boroughCode(String(item)));
    const bad = value.find((_, i) => codes[i] === null);
    if (bad === undefined) return codes.filter((code) => code !== null);
    wrong("area", "codes of London boroughs, E09000001 to E09000033", bad);
    return [];
  }
  wrong("area", `"london" or a list of borough codes such as ["E09000007"]`, value);
  return [];
}

function readThresholds(value: unknown, wrong: Wrong): MapConfig["thresholds"] {
  const fallback = { fresh: 3, fair: 6, old: 12 };
  if (value === undefined) return fallback;
  const { fresh, fair, old } = isObject(value) ? value : {};
  if (
    typeof fresh === "number" &&
    typeof fair === "number" &&
    typeof old === "number" &&
    fresh > 0 &&
    fresh < fair &&
    fair < old
  ) {
    return { fresh, fair, old };
  }
  wrong("thresholds", 'months that grow, such as { "fresh": 3, "fair": 6, "old": 12 }', value);
  return fallback;
}

function readLogo(value: unknown, path: (key: string, fallback: string) => string, wrong: Wrong): string | null {
  if (value === undefined) return null;
  if (typeof value === "string" && /\.(?:svg|png|webp|jpe?g)$/i.test(value)) return path("logo", "");
  wrong("logo", "the name of a picture beside the config that ends in .svg, .png, .webp or .jpg", value);
  return null;
}

function readColours(value: unknown, wrong: Wrong): OwnColours {
  if (value === undefined) return {};
  if (!isObject(value)) {
    wrong("colours", 'an object such as { "teal": "#00605c", "marigold": "#f5b82e" }', value);
    return {};
  }
  for (const key of Object.keys(value))
    if (key !== "teal" && key !== "marigold") wrong(`colours.${key}`, '"teal" or "marigold"', value[key]);
  const colour = (name: keyof OwnColours): OwnColours => {
    const found = value[name];
    if (found === undefined) return {};
    const fault = typeof found === "string" ? colourFault(name, found) : 'a colour such as "#00605c"';
    if (fault === null && typeof found === "string") return { [name]: found.toLowerCase() };
    wrong(`colours.${name}`, fault ?? "", found);
    return {};
  };
  const own = { ...colour("teal"), ...colour("marigold") };
  const apart = pairFault(own);
  if (apart !== null) wrong("colours", apart, value);
  return own;
}

function readBasemap(value: unknown, wrong: Wrong): string {
  if (value === undefined || value === "own") return "own";
  const address = webAddress(value);
  if (address?.startsWith("https:") === true && !/\.pmtiles(?:$|\?)/.test(address)) return address;
  wrong("basemap", '"own", or the https:// address of a MapLibre style (PMTiles can\'t be drawn yet)', value);
  return "own";
}

function readFeed(value: unknown, wrong: Wrong): MapConfig["openReferral"] {
  if (value === undefined) return "services";
  if (value === "services" || value === "everything" || value === "none") return value;
  wrong("openReferral", '"services", "everything" or "none"', value);
  return "services";
}

function readAncestors(value: unknown, wrong: Wrong): readonly string[] {
  if (value === undefined) return [];
  const given = isObject(value) ? value.allowedAncestors : undefined;
  const expected = 'an object such as { "allowedAncestors": ["https://www.example.gov.uk"] }';
  if (!Array.isArray(given) || !isObject(value) || Object.keys(value).length > 1) {
    wrong("embed", expected, value);
    return [];
  }
  const origins = given.map(String);
  // An address with a path, a bare star or a plain word would be a rule that allows more, or nothing at all.
  const bad = origins.find((origin) => !/^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/.test(origin));
  if (bad !== undefined)
    wrong("embed.allowedAncestors", 'sites such as "https://www.example.gov.uk", in small letters, with no path', bad);
  return origins;
}

function readPrepared(value: unknown, wrong: Wrong): string | null {
  if (value === undefined) return null;
  const given = isObject(value) && Object.keys(value).length === 1 ? value.prepared : undefined;
  const day = typeof given === "string" && /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(given) : Number.NaN;
  // A 31 June would be read as 1 July.
  if (!Number.isNaN(day) && new Date(day).toISOString().startsWith(String(given))) return String(given);
  wrong("accessibility", 'the day on which the statement was looked over, as { "prepared": "2026-11-24" }', value);
  return null;
}
