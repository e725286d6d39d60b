import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guarded, isPrivateAddress } from "../../src/pipeline/fetch-guard.ts";
import { type FetchEffects, type FetchLimits, fetchDocument } from "../../src/pipeline/fetch-source.ts";
import { loadSources } from "../../src/pipeline/load-sources.ts";
import type { SourceEntry } from "../../src/pipeline/source-list.ts";

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

let server: Server;
let base = "";
let answer: Answer = (_, response) => response.end();
let asked: string[] = [];
let headers: IncomingMessage["headers"][] = [];
let folder = "";
let waits: number[] = [];
let lines: string[] = [];
let today = Date.parse("2026-03-31T12:00:00Z");

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    headers.push(request.headers);
    answer(request, response, new URL(request.url ?? "/", "http://x"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  base = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fetch-"));
  [asked, headers, waits, lines] = [[], [], [], []];
  today = Date.parse("2026-03-31T12:00:00Z");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const effects = (): FetchEffects => ({
  fetch,
  sleep: async (milliseconds) => void waits.push(milliseconds),
  now: () => today,
  lookup: () => Promise.resolve(["192.0.43.8"]),
  log: (line) => lines.push(line),
  allowLoopback: true,
});
const LIMITS: FetchLimits = { silence: 5000, mostBytes: 5000, retries: 2, pause: 1000 };

const entry = (address: string, reader = "auto"): SourceEntry => ({
  id: "list",
  file: address,
  address,
  reader,
  layer: "services",
  title: "List",
  publisher: "Example",
  url: "",
  licence: { name: "CC0", url: "" },
  credit: "",
  date: "",
  notes: [],
});
const load = (address: string, more: { readonly offline?: boolean } = {}) =>
  loadSources([entry(address)], { folder, effects: effects(), limits: LIMITS, ...more });
const textOf = ({ sources }: Awaited<ReturnType<typeof load>>): string => {
  const bytes = sources[0]?.bytes;
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : "";
};

const CSV = "name,postcode\nTea at Three,E1 9ZZ\n";

describe("a document is asked for politely", () => {
  test("again after a pause that doubles, when the server is busy", async () => {
    answer = (_, response) => (asked.length < 3 ? response.writeHead(503).end() : response.end(CSV));
    const fetched = await fetchDocument(`${base}/list.csv`, effects(), LIMITS);
    expect(fetched.status).toBe("fresh");
    expect(waits).toEqual([1000, 2000]);
  });

  test("after as long as the server asks for, but no more than a minute", async () => {
    answer = (_, response) => response.writeHead(429, { "Retry-After": asked.length === 1 ? "7" : "86400" }).end();
    const fetched = await fetchDocument(`${base}/list.csv`, effects(), LIMITS);
    expect(waits).toEqual([7000, 60_000]);
    expect(fetched).toEqual({ status: "failed", reason: "it answers 429 (asked too often), 3 times" });
  });

  test("once only, when nothing is there", async () => {
    answer = (_, response) => response.writeHead(404).end();
    expect(await fetchDocument(`${base}/x`, effects(), LIMITS)).toEqual({
      status: "failed",
      reason: "it answers 404 (nothing is there)",
    });
    expect(asked).toHaveLength(1);
  });

  test("and given up when the server says nothing", async () => {
    answer = (_, response) => response.write("name");
    const fetched = await fetchDocument(`${base}/x`, effects(), { ...LIMITS, silence: 200, retries: 1 });
    expect(fetched).toEqual({ status: "failed", reason: "it said nothing for 0.2 seconds, 2 times" });
  });

  test("and given up when nobody listens", async () => {
    const fetched = await fetchDocument("http://127.0.0.1:1/x", effects(), { ...LIMITS, retries: 0 });
    expect(fetched.status === "failed" && fetched.reason).toMatch(/^it can't be reached/);
  });

  test.each([
    ["it says so", true],
    ["it does not say so", false],
  ])("and left when it is too large and %s", async (_, says) => {
    answer = (_request, response) => {
      if (says) response.setHeader("Content-Length", 6000);
      response.end("x".repeat(6000));
    };
    expect(await fetchDocument(`${base}/x`, effects(), LIMITS)).toEqual({
      status: "failed",
      reason: "it is larger than 0.005 MB",
    });
  });

  test("through a redirect, but not through endless ones", async () => {
    answer = (_, response, { pathname }) =>
      pathname === "/old" ? response.writeHead(302, { Location: "/new" }).end() : response.end(CSV);
    expect((await fetchDocument(`${base}/old`, effects(), LIMITS)).status).toBe("fresh");
    answer = (_, response) => response.writeHead(302, { Location: "/old" }).end();
    const round = await fetchDocument(`${base}/old`, effects(), LIMITS);
    expect(round.status === "failed" && round.reason).toMatch(/leads on and on/);
  });

  test("never through a redirect into a private network", async () => {
    answer = (_, response) => response.writeHead(302, { Location: "http://169.254.169.254/latest/" }).end();
    expect(await fetchDocument(`${base}/x`, effects(), LIMITS)).toEqual({
      status: "failed",
      reason: "169.254.169.254 is a machine of a private network, so it was not asked",
    });
  });
});

describe("an address is looked at before it is asked", () => {
  const options = {
    lookup: (host: string) => Promise.resolve(host === "inside.example.org" ? ["10.0.0.5"] : ["192.0.43.8"]),
  };

  test.each([
    "http://127.0.0.1/",
    "http://localhost:8080/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://0x7f000001/",
    "http://192.168.1.1/list.csv",
    "http://printer.local/",
    "http://intranet/",
    "http://inside.example.org/",
    "file:///etc/passwd",
    "https://user:word@example.org/",
    "ftp://example.org/",
    "nonsense",
  ])("%s is refused", async (address) => {
    expect(await guarded(address, options)).not.toBeNull();
  });

  test("an address on the open internet is not", async () => {
    expect(await guarded("https://example.org/list.csv", options)).toBeNull();
    expect(isPrivateAddress("8.8.8.8")).toBe(false);
    expect(isPrivateAddress("2a00:1450::1")).toBe(false);
  });

  test("this machine may be asked by tests alone", async () => {
    expect(await guarded("http://127.0.0.1:1/", { ...options, allowLoopback: true })).toBeNull();
    expect(await guarded("http://10.0.0.1/", { ...options, allowLoopback: true })).not.toBeNull();
  });

  test("one of a person's own network may be asked when they say so, and lead on to no other there", async () => {
    const ours = { ...effects(), allowLoopback: false };
    const refused = await fetchDocument(`${base}/list.csv`, ours, LIMITS);
    expect(refused.status === "failed" && refused.reason).toMatch(/private network.*say --intranet/);
    answer = (_, response) => response.end(CSV);
    expect((await fetchDocument(`${base}/list.csv`, { ...ours, ownNetwork: true }, LIMITS)).status).toBe("fresh");
    answer = (_, response) => response.writeHead(302, { Location: "http://169.254.169.254/latest/" }).end();
    const led = await fetchDocument(`${base}/list.csv`, { ...ours, ownNetwork: true }, LIMITS);
    expect(led.status === "failed" && led.reason).toMatch(/169\.254\.169\.254 is a machine of a private network/);
  });
});

describe("a source with an address", () => {
  test("is read, dated by the day, and asked for again only if it has changed", async () => {
    answer = (request, response) =>
      request.headers["if-none-match"] === '"1"'
        ? response.writeHead(304).end()
        : response.setHeader("ETag", '"1"').end(CSV);
    const first = await load(`${base}/list.csv`);
    expect(first.sources[0]?.entry.date).toBe("2026-03-31");
    today += 86_400_000;
    const second = await load(`${base}/list.csv`);
    expect(textOf(second)).toBe(CSV);
    expect(second.sources[0]?.entry.date).toBe("2026-04-01");
    expect(headers.map((sent) => sent["if-none-match"])).toEqual([undefined, '"1"']);
    expect(second.warnings).toEqual([]);
  });

  test.each<[string, Answer, RegExp]>([
    ["can't be reached", (_, response) => void response.destroy(), /can't be reached/],
    ["answers with a login page", (_, response) => void response.end("<!doctype html><p>Sign in"), /is a web page/],
    ["answers with nothing", (_, response) => void response.end(""), /is empty/],
    ["answers with a heading row alone", (_, response) => void response.end("name,postcode\n"), /no records/],
    ["answers with an error", (_, response) => void response.writeHead(500).end(), /it answers 500, 3 times/],
  ])("that %s is taken from the last good copy, with its age", async (_, broken, why) => {
    answer = (_request, response) => response.end(CSV);
    await load(`${base}/list.csv`);
    answer = broken;
    today += 4 * 86_400_000;
    const again = await load(`${base}/list.csv`);
    expect(textOf(again)).toBe(CSV);
    expect(again.warnings).toHaveLength(1);
    expect(again.warnings[0]).toMatch(why);
    expect(again.warnings[0]).toMatch(/The copy of 2026-03-31 was taken, which is 4 days old\.$/);
    // The broken answer must not have taken the good copy's place.
    expect(textOf(await load(`${base}/list.csv`, { offline: true }))).toBe(CSV);
  });

  test("that never could be read stops the build with a sentence", async () => {
    answer = (_, response) => response.writeHead(403).end();
    await expect(load(`${base}/list.csv`)).rejects.toThrow(/it wants a login.*There is no earlier copy/);
  });

  test("asks nobody when told so", async () => {
    answer = (_, response) => response.end(CSV);
    await load(`${base}/list.csv`);
    asked = [];
    const again = await load(`${base}/list.csv`, { offline: true });
    expect([asked, textOf(again), again.warnings]).toEqual([[], CSV, []]);
  });

  test("is never taken from a copy of another address", async () => {
    answer = (_, response, { pathname }) => (pathname === "/a.csv" ? response.end(CSV) : response.writeHead(404).end());
    await load(`${base}/a.csv`);
    await expect(load(`${base}/b.csv`)).rejects.toThrow(/no earlier copy/);
  });
});

describe("an Open Referral feed", () => {
  const full = (id: string) => ({
    id,
    name: `Tea ${id}`,
    status: "active",
    service_at_locations: [{ id: "x", location: { latitude: 51.52, longitude: -0.07 } }],
  });
  const page = (number: number, pages: number, contents: readonly object[]): string =>
    JSON.stringify({ total_items: pages, total_pages: pages, page_number: number, size: 1, contents });
  const json = (
    answered: string,
  ): { readonly contents: { readonly id: string; readonly service_at_locations?: unknown }[] } => JSON.parse(answered);

  test("is read page by page, and each record whole", async () => {
    answer = (_, response, { pathname, searchParams }) => {
      const number = Number(searchParams.get("page") ?? 1);
      if (pathname === "/api/services")
        response.end(page(number, 3, [{ id: `s${number}`, name: "Tea", status: "active" }]));
      else response.end(JSON.stringify(full(pathname.split("/").pop() ?? "")));
    };
    const { contents } = json(textOf(await load(`${base}/api/services`)));
    expect(contents.map(({ id }) => id)).toEqual(["s1", "s2", "s3"]);
    expect(contents.every((entry) => entry.service_at_locations !== undefined)).toBe(true);
    expect(asked).toEqual([
      "/api/services",
      "/api/services?page=2",
      "/api/services?page=3",
      "/api/services/s1",
      "/api/services/s2",
      "/api/services/s3",
    ]);
  });

  test("is found from its front page", async () => {
    answer = (_, response, { pathname }) =>
      pathname === "/api/"
        ? response.end(JSON.stringify({ version: "HSDS-UK-3.0", profile: "x", openapi_url: "x" }))
        : response.end(page(1, 1, [full("s1")]));
    expect(json(textOf(await load(`${base}/api/`))).contents).toHaveLength(1);
    expect(asked).toEqual(["/api/", "/api/services"]);
  });

  test("whose server minds no page number is read once", async () => {
    answer = (_, response) => response.end(page(1, 50, [full("s1")]));
    expect(json(textOf(await load(`${base}/services`))).contents).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  test("whose records can't be had one by one keeps what its list gives", async () => {
    answer = (_, response, { pathname }) =>
      pathname === "/services"
        ? response.end(
            page(
              1,
              1,
              Array.from({ length: 9 }, (_entry, i) => ({ id: `s${i}`, name: "Tea", status: "active" })),
            ),
          )
        : response.writeHead(404).end();
    expect(json(textOf(await load(`${base}/services`))).contents).toHaveLength(9);
    expect(asked.length).toBeLessThan(9);
    expect(lines.join("\n")).toMatch(/could not be had whole/);
  });

  test("that breaks off half-way is taken from the last good copy", async () => {
    answer = (_, response) => response.end(page(1, 1, [full("s1")]));
    await load(`${base}/services`);
    answer = (_, response, { searchParams }) =>
      searchParams.has("page") ? response.writeHead(500).end() : response.end(page(1, 3, [full("s2")]));
    const again = await load(`${base}/services`);
    expect(json(textOf(again)).contents[0]?.id).toBe("s1");
    expect(again.warnings[0]).toMatch(/page 2 of 3 could not be had: it answers 500/);
  });

  test("of the first version is read the same way", async () => {
    answer = (_, response, { searchParams }) => {
      const number = Number(searchParams.get("page") ?? 1);
      response.end(
        JSON.stringify({ totalPages: 2, number, content: [{ id: number, name: `Tea ${number}`, locations: [] }] }),
      );
    };
    const { content } = JSON.parse(textOf(await load(`${base}/v1/services`))) as { content: unknown[] };
    expect(content).toHaveLength(2);
  });
});
