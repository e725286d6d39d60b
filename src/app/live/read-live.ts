import { concernsArea } from "../../services/concerns.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import { boroughsOfArea, type Publication, type PublishedSource } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import type { OpenLine } from "../check/check-protocol.ts";

/** Longest wait for a source on another site, in milliseconds. */
const PATIENCE = 20_000;
/** Bytes of a live source, at most: it is read on people's phones. */
export const MOST_LIVE_BYTES = 5_000_000;

/** Bytes of an answer; rejects when there are too many, without waiting for the rest. */
async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.ok || response.body === null) throw new Error(`The source answered with ${response.status}.`);
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_LIVE_BYTES) {
      await reader.cancel();
      throw new Error(`The source is larger than ${MOST_LIVE_BYTES / 1_000_000} MB.`);
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Records of a table, made elsewhere by the same intake as in the data build. */
function takeElsewhere(
  openLine: OpenLine,
  source: PublishedSource,
  live: NonNullable<PublishedSource["live"]>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly Service[]> {
  return new Promise((resolve, reject) => {
    const line = openLine(
      (answer) => {
        if (answer.answer === "taken") resolve(answer.services);
        else if (answer.answer === "trouble") reject(new Error(answer.sentence));
        else return;
        line.end();
      },
      () => reject(new Error("The live source could not be taken in.")),
    );
    const { id, date } = source;
    const { reader, columns, defaults, address } = live;
    line.ask({ ask: "take", source: { id, date, reader, columns, defaults, file: new URL(address).host }, bytes });
  });
}

/**
 * One source read by the page itself, as it is now. The other site learns that somebody asked, and nothing else: no
 * cookie, no address of ours. Rejects when it can't be read, or gives less than half of what was published: a broken
 * table must not empty the list.
 */
export async function readLive(
  source: PublishedSource,
  publication: Publication,
  openLine: OpenLine,
  ask: typeof fetch = fetch,
): Promise<readonly Service[]> {
  const { live } = source;
  if (live === undefined) return [];
  const response = await ask(live.address, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-cache",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const services = await takeElsewhere(openLine, source, live, await bytesOf(response));
  const boroughs = boroughsOfArea(publication);
  const area = new Set(boroughs);
  const kept = services.filter((service) => boroughs.length === BOROUGH_CODES.length || concernsArea(service, area));
  if (kept.length === 0 || kept.length * 2 < source.services) {
    throw new Error(`The live source "${source.id}" gives ${kept.length} records; ${source.services} are published.`);
  }
  return kept;
}
