import type { LiveAddress } from "../services/publication.ts";

type Wrong = (key: string, expected: string, found: unknown) => void;

const ORIGIN = /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/;

/**
 * Where the page reads a source by itself: `"live": true` beside an https `address`. `liveOrigins` are further sites
 * that the address forwards to, as published Google Sheets do. Undefined when the source is not live.
 */
export function readLiveAddress(
  entry: Readonly<Record<string, unknown>>,
  wrong: Wrong,
): Pick<LiveAddress, "address" | "origins"> | undefined {
  const { live, address, liveOrigins = [], layer } = entry;
  if (live === undefined || live === false) return undefined;
  if (live !== true) wrong("live", "true or false", live);
  if (layer === "places") wrong("live", "false: only services can be read live, not places", live);
  const url = typeof address === "string" && URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== "https:" || url.username !== "") {
    wrong("address", "the https:// address of the file, because the source is live", address);
    return undefined;
  }
  const origins = Array.isArray(liveOrigins) ? liveOrigins.map(String) : [];
  if (!Array.isArray(liveOrigins) || origins.some((origin) => !ORIGIN.test(origin)))
    wrong("liveOrigins", 'sites such as ["https://*.example.org"]', liveOrigins);
  return { address: url.href, origins: [...new Set([url.origin, ...origins])] };
}
