import { guarded } from "./fetch-guard.ts";

/** What fetching needs of the world; handed in, so that tests ask a server of their own and never wait. */
export interface FetchEffects {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly lookup: (host: string) => Promise<readonly string[]>;
  readonly log: (line: string) => void;
  /** For tests alone. */
  readonly allowLoopback?: boolean;
  /** Addresses that a person named may be of their own network; what these lead on to may not, unless it is the same host. */
  readonly ownNetwork?: boolean;
}

export interface FetchLimits {
  /** Milliseconds without a byte after which a try is given up. */
  readonly silence: number;
  readonly mostBytes: number;
  /** Tries after the first. */
  readonly retries: number;
  /** Milliseconds before the second try; twice as long before each further one. */
  readonly pause: number;
}

export const FETCH_LIMITS: FetchLimits = { silence: 30_000, mostBytes: 200_000_000, retries: 3, pause: 1000 };

/** What an earlier answer said of itself, to ask whether anything has changed. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Fetched =
  | { readonly status: "fresh"; readonly bytes: Uint8Array<ArrayBuffer>; readonly validators: Validators }
  | { readonly status: "unchanged" }
  /** `reason` is a sentence without a full stop. */
  | { readonly status: "failed"; readonly reason: string };

/** What to do where an address that a person named is refused. */
const OWN_NETWORK = " (if it is your own, say --intranet)";
const MOST_REDIRECTS = 5;
/** Longest wait that a server may ask for. */
const MOST_WAIT = 60_000;

type Try = Fetched | { readonly status: "again"; readonly reason: string; readonly after: number | null };

/**
 * Asks an address once, politely: says who asks, tries again after a pause that doubles when the server is busy or
 * silent (or as long as it asks for, up to a minute), stops at a size, follows up to five redirects and looks at each
 * before it does. With `validators` it asks for the document only if it has changed. Never throws.
 */
export async function fetchDocument(
  address: string,
  effects: FetchEffects,
  limits: FetchLimits = FETCH_LIMITS,
  validators: Validators = {},
): Promise<Fetched> {
  let pause = limits.pause;
  for (let turn = 0; ; turn++) {
    const answer = await tryOnce(address, effects, limits, validators);
    if (answer.status !== "again") return answer;
    if (turn >= limits.retries) return { status: "failed", reason: `${answer.reason}, ${turn + 1} times` };
    await effects.sleep(Math.min(answer.after ?? pause, MOST_WAIT));
    pause *= 2;
  }
}

async function tryOnce(
  address: string,
  effects: FetchEffects,
  limits: FetchLimits,
  { etag, lastModified }: Validators,
): Promise<Try> {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), limits.silence);
  const stillAlive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), limits.silence);
  };
  let at = address;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const named = URL.canParse(at) && URL.canParse(address) && new URL(at).host === new URL(address).host;
      const refused = await guarded(at, { ...effects, ownNetwork: effects.ownNetwork === true && named });
      if (refused !== null)
        return { status: "failed", reason: `${refused}, so it was not asked${named ? OWN_NETWORK : ""}` };
      const response = await effects.fetch(at, {
        redirect: "manual",
        signal: controller.signal,
        headers: {
          Accept: "application/json, application/geo+json, text/csv, */*;q=0.5",
          "User-Agent": "community-asset-map (data build)",
          ...(etag === undefined ? {} : { "If-None-Match": etag }),
          ...(lastModified === undefined ? {} : { "If-Modified-Since": lastModified }),
        },
      });
      stillAlive();
      const next = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && response.status !== 304 && next !== null) {
        await response.body?.cancel();
        const target = new URL(next, at);
        if (at.startsWith("https:") && target.protocol === "http:")
          return { status: "failed", reason: `${at} leads on to ${target.href}, which is not encrypted` };
        at = target.href;
        continue;
      }
      return await readAnswer(response, limits, stillAlive);
    }
    return { status: "failed", reason: `${address} leads on and on to other addresses` };
  } catch (error) {
    const silent = controller.signal.aborted;
    return {
      status: "again",
      reason: silent
        ? `it said nothing for ${limits.silence / 1000} seconds`
        : `it can't be reached (${causeOf(error)})`,
      after: null,
    };
  } finally {
    clearTimeout(timer);
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function readAnswer(response: Response, limits: FetchLimits, stillAlive: () => void): Promise<Try> {
  const { status, headers, body } = response;
  if (status === 304) return { status: "unchanged" };
  if (status === 429 || status >= 500) {
    await body?.cancel();
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    return {
      status: "again",
      reason: `it answers ${status}${status === 429 ? " (asked too often)" : ""}`,
      after: Number.isFinite(seconds) ? seconds * 1000 : null,
    };
  }
  if (!response.ok) {
    await body?.cancel();
    const words =
      status === 404 ? " (nothing is there)" : status === 401 || status === 403 ? " (it wants a login)" : "";
    return { status: "failed", reason: `it answers ${status}${words}` };
  }
  const tooLarge: Try = { status: "failed", reason: `it is larger than ${limits.mostBytes / 1_000_000} MB` };
  if (Number(headers.get("content-length") ?? 0) > limits.mostBytes) {
    await body?.cancel();
    return tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    stillAlive();
    length += chunk.length;
    if (length > limits.mostBytes) return tooLarge;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const [etag, lastModified] = [headers.get("etag"), headers.get("last-modified")];
  return {
    status: "fresh",
    bytes,
    validators: { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }) },
  };
}
