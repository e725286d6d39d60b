import { type Fault, isWebAddress, PLAIN_ADDRESS } from "../services/create-service.ts";

export interface ReadWebAddresses {
  readonly urls: readonly string[];
  readonly faults: readonly Fault[];
}

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,24}(?::\d+)?(?:[/?#].*)?$/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** What no honest host has: signs that look like a slash, a full stop or nothing. */
const NO_LETTER = /[^\p{L}\p{M}\p{N}.-]/u;

/** Mends that can only be meant one way; anything cleverer would be a guess. */
function mended(text: string): string {
  return text
    .replace(/^(https?):\/\/\s*(https?):?\/\/?/i, "$2://")
    .replace(/^(https?):\/(?=[^/\\])/i, "$1://")
    .replace(/^(https?)\/\//i, "$1://")
    .replace(/^(https?:\/\/[^/?#]*[^/?#.])\.(?=[/?#]|$)/i, "$1")
    .replace(/^HTTPS?(?=:)/i, (scheme) => scheme.toLowerCase());
}

const NONE: ReadWebAddresses = { urls: [], faults: [] };
/** Hosts in another script, and those of a private network; an address that ends in a full stop has one too many. */
const UNUSUAL_HOST = /xn--|\.(?:localhost|local|internal|lan)(?:\/|$)|\.$/;

function isPrivateHost(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.startsWith("[") || /(?:^|\.)(?:localhost|local|internal|lan)$/.test(host);
}

/** One address as it may be linked to, or null. */
function readOne(piece: string): { readonly url: string; readonly fault: string | null } | null {
  const withScheme = DOMAIN.test(piece) && !/^[a-z]+:/i.test(piece) ? `https://${piece}` : mended(piece);
  // A backslash is a slash to a browser and a letter to most checkers: neither reading is safe.
  if (withScheme.includes("\\") || /\s/.test(withScheme) || !/^https?:\/\/[^/]/i.test(withScheme)) return null;
  if (!isWebAddress(withScheme)) return null;
  const { href, hostname } = new URL(withScheme);
  if (isPrivateHost(hostname) || !/\.[a-z0-9-]{2,}$/.test(hostname)) return null;
  const written = (withScheme.replace(/^https?:\/\//i, "").split(/[/?#]/)[0] ?? "").replace(/:\d*$/, "").toLowerCase();
  if (hostname.includes("xn--")) {
    const mixed = SCRIPTS.slice(1).some((script) => script.test(written)) || NO_LETTER.test(written);
    return { url: href, fault: mixed ? "look-alike-address" : null };
  }
  // Wide letters, a full stop of another script, letters as percents: the browser reads another host than a person does.
  if (written !== hostname) return { url: href, fault: "look-alike-address" };
  if (/["<>`]/.test(withScheme)) return { url: href, fault: "mended-address" };
  return { url: withScheme, fault: withScheme === piece || piece === withScheme.slice(8) ? null : "mended-address" };
}

/**
 * The web addresses of a cell: several may stand in one. A bare domain gets `https://`; certain slips are mended and
 * reported; only http and https, a public host with a dot, and no user name are taken, everything else is left out
 * and reported. A host in another script is given in its `xn--` form, so that nobody is fooled by look-alike letters.
 */
export function readWebAddresses(cell: string, field = "website"): ReadWebAddresses {
  if (cell === "") return NONE;
  // The usual case, which the long way would answer the same: no other host than its letters say, nothing to mend.
  if (PLAIN_ADDRESS.test(cell) && !UNUSUAL_HOST.test(cell)) return { urls: [cell], faults: [] };
  const urls: string[] = [];
  const faults: Fault[] = [];
  const text = cell.trim();
  const several =
    /https?:.*[\s,;|]+(?:https?:|www\.)/i.test(text) || /^[^\s,;|]+\.[^\s,;|]+[\s,;|]+[^\s,;|]+\.[^\s,;|]+$/.test(text);
  const pieces = several
    ? text.split(/\s*[,;|]\s+|\s*[,;|](?=https?:|www\.)|[\s;|]+/i)
    : [text.replace(/\s*\n\s*/g, " ")];
  for (const piece of pieces.map((part) => part.replace(/[.,;]+$/, "").trim())) {
    if (piece === "" || /^(?:and|or)$/i.test(piece)) continue;
    const read = readOne(piece);
    if (read === null) {
      faults.push({
        field,
        fault: "bad-web-address",
        found: piece,
        outcome: "left-out",
        message: "This is not a web address we can link to, so it was left out.",
        remedy: "Type an address that starts with https://, such as https://example.org.",
      });
      continue;
    }
    if (!urls.includes(read.url)) urls.push(read.url);
    if (read.fault === "mended-address") {
      faults.push({
        field,
        fault: read.fault,
        found: piece,
        outcome: "repaired",
        message: `The web address had a slip in it. We read it as ${read.url}`,
        remedy: "Type the address as it stands in the browser.",
      });
    } else if (read.fault === "look-alike-address") {
      faults.push({
        field,
        fault: read.fault,
        found: piece,
        outcome: "kept",
        message: `This address has letters of another alphabet that look like English ones. It really leads to ${read.url}`,
        remedy: "Check that this is the site you mean.",
      });
    }
  }
  return { urls, faults };
}
