import { isObject, type JsonObject, objectsIn, readJson, textOf } from "../intake/json-values.ts";
import { type FetchEffects, type Fetched, type FetchLimits, fetchDocument } from "./fetch-source.ts";

/** Pages and single records asked for of one feed, at most: a feed that has more is not a borough's. */
const MOST_PAGES = 2000;
const MOST_RECORDS = 50_000;
/** Milliseconds between two requests to one server. */
const BETWEEN = 50;
/** How often progress is told, in records. */
const TOLD_EVERY = 200;

interface Page {
  readonly list: "contents" | "content";
  readonly entries: readonly JsonObject[];
  readonly pages: number;
}

/** The page of Open Referral, 3.0 or 1.0, that a document is; null when it is something else. */
export function pageOf(json: unknown): Page | null {
  if (!isObject(json)) return null;
  const list = Array.isArray(json.contents) ? "contents" : Array.isArray(json.content) ? "content" : null;
  if (list === null) return null;
  const pages = Number(json.total_pages ?? json.totalPages ?? 1);
  return { list, entries: objectsIn(json[list]), pages: Number.isInteger(pages) && pages > 0 ? pages : 1 };
}

function parsed(bytes: Uint8Array): unknown {
  const read = readJson(new TextDecoder().decode(bytes));
  return read.status === "sound" ? read.json : null;
}

function withPage(address: string, page: number): string {
  const url = new URL(address);
  url.searchParams.set("page", String(page));
  return url.href;
}

/** `…/services` and `…/services/` with an id after it, whatever stands behind a question mark. */
function recordAddress(address: string, id: string): string {
  const url = new URL(address);
  url.search = "";
  url.pathname = `${url.pathname.replace(/\/(?:index\.(?:html|json))?$/, "").replace(/\.json$/, "")}/${encodeURIComponent(id)}`;
  return url.href;
}

/** Whether a list's entry is only an extract: 3.0 lists services without their places, languages and phones. */
const isExtract = (entry: JsonObject): boolean =>
  !["service_at_locations", "locations", "languages", "schedules", "contacts"].some((key) => key in entry);

/**
 * Reads the rest of a feed whose first page, or front page, has been fetched: the further pages one after the other,
 * then each record that the list gives only an extract of. All of it becomes one document with `contents` (or
 * `content`), which the readers read as if it were one page. A record that can't be had stays as the list gives it.
 * What is no page of a feed is given back as it is.
 */
export async function fetchFeed(
  address: string,
  first: Extract<Fetched, { readonly status: "fresh" }>,
  effects: FetchEffects,
  limits: FetchLimits,
): Promise<Fetched> {
  const json = parsed(first.bytes);
  if (isObject(json) && "openapi_url" in json && !("contents" in json)) {
    const list = recordAddress(address, "services");
    const answer = await fetchDocument(list, effects, limits);
    return answer.status === "fresh" ? fetchFeed(list, answer, effects, limits) : answer;
  }
  const page = pageOf(json);
  if (page === null) return first;
  const entries = [...page.entries];
  for (let number = 2; number <= Math.min(page.pages, MOST_PAGES); number++) {
    await effects.sleep(BETWEEN);
    const answer = await fetchDocument(withPage(address, number), effects, limits);
    if (answer.status !== "fresh") {
      const reason = answer.status === "failed" ? answer.reason : "it says that it has not changed";
      return { status: "failed", reason: `page ${number} of ${page.pages} could not be had: ${reason}` };
    }
    const next = pageOf(parsed(answer.bytes));
    if (next === null) return { status: "failed", reason: `page ${number} of ${page.pages} is no page of services` };
    // A server that minds no page number gives the first again and again.
    if (next.entries.length > 0 && textOf(next.entries[0]?.id) === textOf(entries[0]?.id)) break;
    entries.push(...next.entries);
    if (number % 10 === 0) effects.log(`  page ${number} of ${page.pages}`);
  }
  if (entries.length > MOST_RECORDS) return { status: "failed", reason: `it has more than ${MOST_RECORDS} services` };
  const whole = await wholeRecords(address, entries, effects, limits);
  const document = new TextEncoder().encode(
    JSON.stringify({ [page.list]: whole, total_items: whole.length, totalElements: whole.length }),
  );
  return { status: "fresh", bytes: new Uint8Array(document), validators: {} };
}

async function wholeRecords(
  address: string,
  entries: readonly JsonObject[],
  effects: FetchEffects,
  limits: FetchLimits,
): Promise<readonly JsonObject[]> {
  const whole: JsonObject[] = [];
  let had = 0;
  let missed = 0;
  for (const entry of entries) {
    const id = textOf(entry.id);
    // A feed that answers no single record at all is not asked for hundreds of them.
    const hopeless = missed >= 5 && had === 0;
    if (id === "" || !isExtract(entry) || hopeless) {
      if (hopeless) missed++;
      whole.push(entry);
      continue;
    }
    const answer = await fetchDocument(recordAddress(address, id), effects, limits);
    const record = answer.status === "fresh" ? parsed(answer.bytes) : null;
    if (isObject(record) && "name" in record) {
      had++;
      whole.push({ ...entry, ...record });
    } else {
      missed++;
      whole.push(entry);
    }
    if (whole.length % TOLD_EVERY === 0) effects.log(`  ${whole.length} of ${entries.length} records`);
    await effects.sleep(BETWEEN);
  }
  if (missed > 0)
    effects.log(`  ${missed} of ${entries.length} records could not be had whole; the list's extract is used.`);
  return whole;
}
