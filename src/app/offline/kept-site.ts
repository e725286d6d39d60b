import { isNamedByContent, type KeptFor, type Release, readRelease } from "../../services/release.ts";

/** What keeping files needs of the browser; handed in, so that tests use a world of their own. */
export interface KeptWorld {
  readonly caches: Pick<CacheStorage, "open" | "keys" | "delete">;
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  /** SHA-256 in hexadecimal. */
  readonly sha256: (bytes: ArrayBuffer) => Promise<string>;
  /** Address of the site's folder, ending in a slash. */
  readonly site: string;
}

export type KeepFailure = "full" | "line" | "stopped";

export class KeepError extends Error {
  constructor(readonly reason: KeepFailure) {
    super(`Not kept: ${reason}`);
  }
}

export interface Progress {
  /** Bytes of files that are kept by now, and of all that were asked for. */
  readonly done: number;
  readonly all: number;
}

/** Requests at a time: more would crowd out what the person does meanwhile. */
const AT_ONCE = 4;
/** Names of entries that are no files of the site. */
const LIST = ".release";
const WISHES = ".wishes";

/** Headers of an answer for bytes that are no longer packed. */
function plainHeaders(from: Headers): Headers {
  const headers = new Headers(from);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  return headers;
}

/**
 * The site's files as they are kept on a device, one cache a release. Every file is checked against its length and hash
 * when it comes and again each time it is used; nothing about the person is in here.
 */
export class KeptSite {
  private readonly prefix: string;

  constructor(private readonly world: KeptWorld) {
    // Several maps may stand on one origin, each in its folder.
    this.prefix = `site ${new URL(world.site).pathname} `;
  }

  private open(id: string): Promise<Cache> {
    return this.world.caches.open(this.prefix + id);
  }

  private address(path: string): string {
    return new URL(path, this.world.site).href;
  }

  /** Releases that are whole on this device. */
  async releases(): Promise<readonly Release[]> {
    const releases: Release[] = [];
    for (const name of await this.world.caches.keys()) {
      if (!name.startsWith(this.prefix)) continue;
      const list = await (await this.world.caches.open(name)).match(this.address(LIST));
      if (list !== undefined) releases.push(readRelease(await list.text()));
    }
    return releases;
  }

  /** What a release is kept for, beyond `core`. */
  async wishes(): Promise<readonly KeptFor[]> {
    const kept = await (await this.open(WISHES)).match(this.address(WISHES));
    return kept === undefined ? [] : ((await kept.json()) as readonly KeptFor[]);
  }

  async setWishes(wishes: readonly KeptFor[]): Promise<void> {
    const text = JSON.stringify([...new Set(wishes)].sort());
    await (await this.open(WISHES)).put(this.address(WISHES), new Response(text));
  }

  /** The bytes of a path if they are the release's own; null for any others. */
  private async checked(release: Release, path: string, answer: Response): Promise<Response | null> {
    const file = release.files[path];
    if (file === undefined || !answer.ok) return null;
    const bytes = await answer.arrayBuffer().catch(() => null);
    if (bytes === null || bytes.byteLength !== file.bytes) return null;
    if ((await this.world.sha256(bytes)) !== file.sha256) return null;
    return new Response(bytes, { headers: plainHeaders(answer.headers) });
  }

  /** A kept file of a release, checked; null when there is none, or it is damaged: then it is thrown away. */
  async file(release: Release, path: string): Promise<Response | null> {
    const cache = await this.open(release.id);
    const answer = await cache.match(this.address(path));
    if (answer === undefined) return null;
    const whole = await this.checked(release, path, answer);
    if (whole === null) await cache.delete(this.address(path));
    return whole;
  }

  /** Keeps a file that has come anyway, if it is the release's own and there is room. Never rejects. */
  async keepAnswer(release: Release, path: string, answer: Response): Promise<void> {
    try {
      const whole = await this.checked(release, path, answer);
      if (whole !== null) await (await this.open(release.id)).put(this.address(path), whole);
    } catch {
      // No room: the file is asked for again next time.
    }
  }

  private async fetched(release: Release, path: string, signal: AbortSignal | undefined): Promise<Response> {
    for (const cache of [isNamedByContent(path) ? "default" : "no-cache", "reload"] as const) {
      const answer = await this.world
        .fetch(this.address(path), { cache, ...(signal === undefined ? {} : { signal }) })
        .catch(() => null);
      if (signal?.aborted === true) throw new KeepError("stopped");
      const whole = answer === null ? null : await this.checked(release, path, answer);
      if (whole !== null) return whole;
    }
    throw new KeepError("line");
  }

  /**
   * Keeps all files of a release that are for one of `purposes`, taking from older releases what is the same. What is
   * kept already is left. Rejects with a KeepError; what has come by then stays, so that it can go on.
   */
  async keep(
    release: Release,
    purposes: readonly KeptFor[],
    { tell, signal }: { readonly tell?: (progress: Progress) => void; readonly signal?: AbortSignal } = {},
  ): Promise<void> {
    const cache = await this.open(release.id);
    const older = (await this.releases()).filter(({ id }) => id !== release.id);
    const files = Object.entries(release.files).filter(([, file]) => purposes.includes(file.for));
    const all = files.reduce((sum, [, { bytes }]) => sum + bytes, 0);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    let done = 0;
    const one = async (path: string, bytes: number): Promise<void> => {
      const address = this.address(path);
      if (!kept.has(address)) {
        let whole: Response | null = null;
        for (const before of older) {
          whole ??= before.files[path]?.sha256 === release.files[path]?.sha256 ? await this.file(before, path) : null;
        }
        whole ??= await this.fetched(release, path, signal);
        await cache.put(address, whole).catch(() => {
          throw new KeepError("full");
        });
      }
      done += bytes;
      tell?.({ done, all });
    };
    const waiting = [...files];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (signal?.aborted === true) throw new KeepError("stopped");
        await one(next[0], next[1].bytes);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  }

  /**
   * The same for a release that is in use. If it was given up meanwhile for a newer one, nothing of it stays.
   */
  async keepMore(release: Release, purposes: readonly KeptFor[], how: Parameters<KeptSite["keep"]>[2]): Promise<void> {
    try {
      await this.keep(release, purposes, how);
    } finally {
      const inUse = (await this.releases()).some(({ id }) => id === release.id);
      if (!inUse) await this.world.caches.delete(this.prefix + release.id);
    }
  }

  /** Notes that a release is whole. Until then nobody is given any of it. */
  async finish(release: Release): Promise<void> {
    await (await this.open(release.id)).put(this.address(LIST), new Response(JSON.stringify(release)));
  }

  /** Throws away all but one release: what a new one took out must not live on in an old copy. */
  async keepOnly(id: string): Promise<void> {
    for (const name of await this.world.caches.keys()) {
      if (name.startsWith(this.prefix) && name !== this.prefix + id && name !== this.prefix + WISHES) {
        await this.world.caches.delete(name);
      }
    }
  }

  /** Throws away the files of a release that are for one of `purposes`. */
  async drop(release: Release, purposes: readonly KeptFor[]): Promise<void> {
    const cache = await this.open(release.id);
    for (const [path, file] of Object.entries(release.files)) {
      if (purposes.includes(file.for)) await cache.delete(this.address(path));
    }
  }

  /** Throws away everything of this site. */
  async forget(): Promise<void> {
    for (const name of await this.world.caches.keys()) {
      if (name.startsWith(this.prefix)) await this.world.caches.delete(name);
    }
  }

  /** Bytes of a release that are kept, and whether all that is for some purposes is. */
  async measure(release: Release, purposes: readonly KeptFor[]): Promise<{ bytes: number; whole: boolean }> {
    const kept = new Set((await (await this.open(release.id)).keys()).map(({ url }) => url));
    let bytes = 0;
    let whole = true;
    for (const [path, file] of Object.entries(release.files)) {
      if (kept.has(this.address(path))) bytes += file.bytes;
      else if (purposes.includes(file.for)) whole = false;
    }
    return { bytes, whole };
  }
}

/** SHA-256 in hexadecimal, by the browser's own means. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
