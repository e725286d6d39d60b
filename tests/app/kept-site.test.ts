import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { KeepError, KeptSite } from "../../src/app/offline/kept-site.ts";
import { type KeptFor, RELEASE_FORMAT, type Release } from "../../src/services/release.ts";

const SITE = "https://maps.example.org/camden/";

/** A cache storage in memory; `room` is how many entries it takes before it is full. */
function storage(room = Number.POSITIVE_INFINITY) {
  const caches = new Map<string, Map<string, Response>>();
  const address = (asked: RequestInfo | URL): string => (asked instanceof Request ? asked.url : String(asked));
  const size = (): number => [...caches.values()].reduce((sum, entries) => sum + entries.size, 0);
  const cacheOf = (entries: Map<string, Response>) => ({
    match: async (asked: RequestInfo | URL) => entries.get(address(asked))?.clone(),
    put: async (asked: RequestInfo | URL, answer: Response) => {
      if (size() >= room) throw new DOMException("Full", "QuotaExceededError");
      entries.set(address(asked), answer);
    },
    delete: async (asked: RequestInfo | URL) => entries.delete(address(asked)),
    keys: async () => [...entries.keys()].map((url) => ({ url })),
  });
  return {
    caches,
    world: {
      open: async (name: string) => {
        const entries = caches.get(name) ?? new Map<string, Response>();
        caches.set(name, entries);
        return cacheOf(entries) as unknown as Cache;
      },
      keys: async () => [...caches.keys()],
      delete: async (name: string) => caches.delete(name),
    },
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

function release(id: string, texts: Readonly<Record<string, string>>, purpose: KeptFor = "core"): Release {
  const files = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, { bytes: text.length, sha256: hash(text), for: purpose }]),
  );
  return { format: RELEASE_FORMAT, id, built: "2026-11-24", start: "parts/1/start.json", files };
}

/** The site as its server has it now, and what was asked of it. */
function kept(server: Readonly<Record<string, string>>, store = storage()) {
  const asked: string[] = [];
  const site = new KeptSite({
    caches: store.world,
    sha256: async (bytes) => createHash("sha256").update(new Uint8Array(bytes)).digest("hex"),
    site: SITE,
    fetch: async (address) => {
      const path = address.slice(SITE.length);
      asked.push(path);
      const text = server[path];
      return text === undefined ? new Response("Not found", { status: 404 }) : new Response(text);
    },
  });
  return { site, asked, store };
}

const FILES = { "index.html": "<h1>Groups</h1>", "parts/a/details.json": '["Tea"]', "assets/a.js": "start()" };

describe("keeping a release", () => {
  test("keeps every file of it, and gives each back as it was", async () => {
    const { site } = kept(FILES);
    const one = release("one", FILES);
    await site.keep(one, ["core"]);
    for (const [path, text] of Object.entries(FILES)) expect(await (await site.file(one, path))?.text()).toBe(text);
    expect(await site.measure(one, ["core"])).toEqual({ bytes: 29, whole: true });
  });

  test.each([
    ["a server's error page", "<h1>Sorry</h1>"],
    ["half of the file", '["T'],
    ["a file of the same length", '["Tee"]'.slice(0, 7)],
  ])("refuses %s, asks once more past every cache, and then fails", async (_, wrong) => {
    const { site, asked } = kept({ ...FILES, "parts/a/details.json": wrong });
    await expect(site.keep(release("one", FILES), ["core"])).rejects.toEqual(new KeepError("line"));
    expect(asked.filter((path) => path.startsWith("parts/"))).toHaveLength(2);
    expect(await site.releases()).toEqual([]);
  });

  test("goes on where it was broken off", async () => {
    const store = storage();
    const one = release("one", FILES);
    await kept({ "index.html": FILES["index.html"] }, store)
      .site.keep(one, ["core"])
      .catch(() => undefined);
    const again = kept(FILES, store);
    await again.site.keep(one, ["core"]);
    expect(again.asked).not.toContain("index.html");
    expect((await again.site.measure(one, ["core"])).whole).toBe(true);
  });

  test("takes what did not change from the release before, and asks only for the rest", async () => {
    const store = storage();
    const first = kept(FILES, store);
    const one = release("one", FILES);
    await first.site.keep(one, ["core"]);
    await first.site.finish(one);
    const newer = { ...FILES, "index.html": "<h1>More groups</h1>" };
    const second = kept(newer, store);
    await second.site.keep(release("two", newer), ["core"]);
    expect(second.asked).toEqual(["index.html"]);
  });

  test("says so when the device is full", async () => {
    const { site } = kept(FILES, storage(1));
    await expect(site.keep(release("one", FILES), ["core"])).rejects.toEqual(new KeepError("full"));
  });

  test("tells how far it is, and stops when told to", async () => {
    const { site } = kept(FILES);
    const told: number[] = [];
    await site.keep(release("one", FILES), ["core"], { tell: ({ done }) => told.push(done) });
    expect(told.at(-1)).toBe(29);
    const stop = new AbortController();
    stop.abort();
    const { site: other } = kept(FILES);
    await expect(other.keep(release("one", FILES), ["core"], { signal: stop.signal })).rejects.toEqual(
      new KeepError("stopped"),
    );
  });
});

describe("a kept file", () => {
  test("that was changed on the device is thrown away, not given out", async () => {
    const { site, store } = kept(FILES);
    const one = release("one", FILES);
    await site.keep(one, ["core"]);
    store.caches.get("site /camden/ one")?.set(`${SITE}assets/a.js`, new Response("stop() "));
    expect(await site.file(one, "assets/a.js")).toBeNull();
    expect(store.caches.get("site /camden/ one")?.has(`${SITE}assets/a.js`)).toBe(false);
  });

  test("no longer says that it was packed: it is not", async () => {
    const { site } = kept(FILES);
    const one = release("one", FILES);
    const packed = new Response(FILES["assets/a.js"], { headers: { "content-encoding": "br", "x-own": "1" } });
    await site.keepAnswer(one, "assets/a.js", packed);
    const given = await site.file(one, "assets/a.js");
    expect([given?.headers.get("content-encoding"), given?.headers.get("x-own")]).toEqual([null, "1"]);
  });
});

describe("taking up a release", () => {
  test("throws away every other of this map, and none of another map on the same server", async () => {
    const store = storage();
    const { site } = kept(FILES, store);
    store.caches.set("site /brent/ one", new Map());
    store.caches.set("site /camden/old/ one", new Map());
    for (const id of ["one", "two"]) {
      await site.keep(release(id, FILES), ["core"]);
      await site.finish(release(id, FILES));
    }
    await site.setWishes(["near"]);
    await site.keepOnly("two");
    expect([...store.caches.keys()].sort()).toEqual([
      "site /brent/ one",
      "site /camden/ .wishes",
      "site /camden/ two",
      "site /camden/old/ one",
    ]);
    await site.forget();
    expect([...store.caches.keys()].sort()).toEqual(["site /brent/ one", "site /camden/old/ one"]);
  });

  test("leaves nothing of one that an open page was still filling", async () => {
    const store = storage();
    const { site } = kept(FILES, store);
    await site.keepMore(release("gone", FILES), ["core"], {});
    expect([...store.caches.keys()]).not.toContain("site /camden/ gone");
  });
});
