import { KeptSite, sha256 } from "./app/offline/kept-site.ts";
import { isNamedByContent, type Release, readRelease } from "./services/release.ts";

/**
 * The service worker: keeps one release of the site whole, and hands it out with and without a line. Its own build puts
 * it into the site's root as `sw.js`. It hears one message, "take-up", and sends none.
 */

/** Where this worker's release is listed; the build writes the hash. */
const RELEASE_LIST = "parts/release/site.json";
/** Plain pages of the site that are not kept; without a line one page says so for all. */
const PLAIN_PAGES = /^(?:(?:service|borough)\/[^/]*|[a-z-]+\.html)$/;
const NOT_KEPT = "offline.html";

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** As much of a service worker's global as is used here: the DOM's types don't know it. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", hear: (event: LifeEvent) => void): void;
  addEventListener(kind: "fetch", hear: (event: FetchEvent) => void): void;
  addEventListener(kind: "message", hear: (event: MessageEvent<unknown>) => void): void;
}

const scope = self as unknown as WorkerScope;
const site = scope.registration.scope;
const kept = new KeptSite({ caches, fetch: (address, options) => fetch(address, options), sha256, site });

let known: Promise<Release> | null = null;

/** This worker's release: as kept, else as the server lists it. The list's hash is in its address. */
function ownRelease(): Promise<Release> {
  known ??= (async () => {
    const hash = RELEASE_LIST.split("/")[1] ?? "";
    const own = (await kept.releases()).find(({ id }) => id === hash);
    if (own !== undefined) return own;
    const answer = await fetch(new URL(RELEASE_LIST, site), { cache: "reload" });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || !(await sha256(bytes)).startsWith(hash))
      throw new Error("The list of files is not the one meant.");
    return { ...readRelease(new TextDecoder().decode(bytes)), id: hash };
  })();
  known.catch(() => {
    known = null;
  });
  return known;
}

async function install(): Promise<void> {
  const release = await ownRelease();
  await kept.keep(release, ["core", ...(await kept.wishes())]);
  await kept.finish(release);
}

async function activate(): Promise<void> {
  await kept.keepOnly((await ownRelease()).id);
  await scope.clients.claim();
}

/** A file of the page: as kept, else from the server, and then kept. */
async function fileOf(path: string, request: Request): Promise<Response> {
  const release = await ownRelease().catch(() => null);
  if (release === null) return fetch(request);
  const own = await kept.file(release, path).catch(() => null);
  if (own !== null) return own;
  const answer = await fetch(request);
  if (path in release.files) void kept.keepAnswer(release, path, answer.clone());
  return answer;
}

async function plainPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const release = await ownRelease();
    if ((await kept.file(release, NOT_KEPT)) === null) throw error;
    return Response.redirect(new URL(NOT_KEPT, site).href);
  }
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("message", ({ data }) => {
  if (data === "take-up") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range") || !request.url.startsWith(site)) return;
  const path = decodeURI(new URL(request.url).pathname.slice(new URL(site).pathname.length));
  if (isNamedByContent(path)) event.respondWith(fileOf(path, request));
  else if (request.mode !== "navigate") return;
  else if (path === "" || path === "index.html") event.respondWith(fileOf("index.html", request));
  else if (path === NOT_KEPT) event.respondWith(fileOf(NOT_KEPT, request));
  else if (PLAIN_PAGES.test(path)) event.respondWith(plainPage(request));
});
