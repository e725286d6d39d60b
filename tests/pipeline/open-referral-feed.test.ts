import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeIn } from "../../src/intake/take-in.ts";
import { fetchFeed } from "../../src/pipeline/fetch-pages.ts";
import { type FetchEffects, fetchDocument } from "../../src/pipeline/fetch-source.ts";
import { feedFiles, feedText } from "../../src/pipeline/open-referral/feed-files.ts";
import { uuidOf } from "../../src/pipeline/open-referral/uuid.ts";
import { createStaticServer } from "../../src/pipeline/static-server.ts";
import type { Service } from "../../src/services/service.ts";
import { smallWorld } from "../intake/small-world.ts";
import { type Schema, schemaErrors } from "./json-schema.ts";

const { vocabularies } = smallWorld;
const LIST = `id,name,organisation,charity_number,kind,summary,address,postcode,lat,lon,serves,spoken_languages,faiths,specialisms,who_for,cost,opening_hours,phone,email,website,min_age,assured_date,assured_email,sensitive
tea,Tea at Three,Example Women,1999999,group,"Tea & <script>alert(1)</script> talk",1 Example Street,E1 9ZZ,51.52,-0.07,Tower Hamlets,Somali; Bengali (interpreter),Muslim (run-by),Food; Quilts,Women,Free,"Mo,We 10:00-12:00",020 7946 0003 ext 3,a@example.org; b@example.org,https://example.org/tea,18,2026-03-01,officer@example.org,
walk,Walk and Talk,Example Women,1999999,service,,,,,,London-wide,,,,,,usually Tuesdays,0808 157 0000,,,,,,
harbour,Harbour,,,service,"We are at 12 Acacia Road, NW1 9ZZ.","12 Acacia Road, Pimlico",NW1 9ZZ,51.5412,-0.1444,Camden,,,Domestic abuse,,,,0808 157 0001,,,,,,yes
hall,Example Hall,,,place,,2 Example Street,E1 9ZY,,,,,,,,,,,,,,,,
`;
const SECRETS = ["Acacia", "Pimlico", "NW1 9ZZ", "NW19ZZ", "51.5412", "-0.1444"];

const records = (reader: string, bytes: Uint8Array): Service[] =>
  takeIn({ id: "list", file: "list", reader }, bytes, smallWorld).services.map(({ service }) => service);
const services = records("csv", new TextEncoder().encode(LIST));

let folder = "";
let server: Server;
let base = "";
const input = {
  services,
  vocabularies,
  title: "Example map",
  publisher: "Example",
  sources: [
    {
      id: "list",
      title: "List",
      publisher: "Example",
      url: "",
      licence: { name: "CC0", url: "https://example.org/licence" },
      credit: "Example",
      date: "2026",
      layer: "services" as const,
      rows: 4,
      services: 4,
      merged: 0,
      refused: 0,
      notes: [],
    },
  ],
  single: true,
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "feed-"));
  for (const [path, text] of feedFiles(input)) {
    mkdirSync(dirname(join(folder, "oruk", path)), { recursive: true });
    writeFileSync(join(folder, "oruk", path), text);
  }
  server = createStaticServer({ root: folder });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no address.");
  base = `http://127.0.0.1:${address.port}/oruk`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const { $defs } = JSON.parse(
  readFileSync(join(import.meta.dirname, "oruk-schema/open-referral-uk-3.0.json"), "utf8"),
) as {
  $defs: Record<string, Schema>;
};
async function get(path: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${base}${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Readonly<Record<string, unknown>>;
}
const faultsOf = (value: unknown, definition: string): string[] =>
  schemaErrors(value, { $ref: `#/$defs/${definition}` }, $defs);
const LISTS = [
  ["services", "service"],
  ["organizations", "organization"],
  ["taxonomies", "taxonomy"],
  ["taxonomy_terms", "taxonomy_term"],
  ["service_at_locations", "service_at_location"],
] as const;

describe("the Open Referral feed, on a plain static server,", () => {
  test("says first which version of the standard it is", async () => {
    const details = await get("/");
    expect(faultsOf(details, "details")).toEqual([]);
    expect(details.version).toBe("HSDS-UK-3.0");
    expect(details.sources).toMatchObject([{ id: "list", licence: { name: "CC0" }, credit: "Example" }]);
  });

  test.each(LISTS)("gives %s: first, middle and last page, as the standard has them", async (list, entity) => {
    for (const page of ["", "?page=1", "?page=1&per_page=50"]) {
      const answer = await get(`/${list}${page}`);
      expect(faultsOf(answer, `${entity}_page`)).toEqual([]);
      const { contents, total_items, total_pages, last_page } = answer;
      expect([total_pages, last_page, Array.isArray(contents) && contents.length]).toEqual([1, true, total_items]);
    }
  });

  test.each(LISTS)("finds every id of %s", async (list, entity) => {
    const { contents } = await get(`/${list}`);
    for (const { id } of contents as { id: string }[]) {
      const one = await get(`/${list}/${id}`);
      expect(one.id).toBe(id);
      expect(faultsOf(one, entity)).toEqual([]);
    }
  });

  test("names a term, an organisation and a place that its other lists hold", async () => {
    const idsOf = async (list: string): Promise<Set<unknown>> =>
      new Set(((await get(`/${list}`)).contents as { id: string }[]).map(({ id }) => id));
    const [terms, organizations, places] = [
      await idsOf("taxonomy_terms"),
      await idsOf("organizations"),
      await idsOf("service_at_locations"),
    ];
    for (const { id } of (await get("/services")).contents as { id: string }[]) {
      const service = (await get(`/services/${id}`)) as Readonly<
        Record<string, { id: string; taxonomy_term_id: string }[]>
      >;
      expect(organizations).toContain(service.organization_id);
      for (const { taxonomy_term_id } of service.attributes ?? []) expect(terms).toContain(taxonomy_term_id);
      for (const at of service.service_at_locations ?? []) expect(places).toContain(at.id);
    }
  });

  test("is read back by our own reader to the same records", async () => {
    const effects: FetchEffects = {
      fetch,
      sleep: () => Promise.resolve(),
      now: () => 0,
      lookup: () => Promise.resolve([]),
      log: () => undefined,
      allowLoopback: true,
    };
    const limits = { silence: 5000, mostBytes: 1e6, retries: 0, pause: 1 };
    const front = await fetchDocument(`${base}/`, effects, limits);
    if (front.status !== "fresh") throw new Error("The feed's front page can't be had.");
    const feed = await fetchFeed(`${base}/`, front, effects, limits);
    if (feed.status !== "fresh") throw new Error("The feed can't be had.");
    const back = records("auto", feed.bytes);
    expect(back.map(({ sources: _, ...rest }) => rest)).toEqual(services.map(({ sources: _, ...rest }) => rest));
  });
});

describe("the Open Referral feed", () => {
  const files = new Map(feedFiles(input));

  test("stands twice, for servers with rewrites and without", () => {
    for (const [path, text] of files) {
      if (!path.endsWith("index.html")) continue;
      expect(files.get(path === "index.html" ? "index.json" : path.replace("/index.html", ".json"))).toBe(text);
    }
  });

  test("holds nothing that a browser could run, though a server calls it a web page", () => {
    for (const [path, text] of files) expect([path, /[<>&]/.test(text)]).toEqual([path, false]);
    expect(JSON.parse(feedText("<b>&</b>"))).toBe("<b>&</b>");
  });

  test("leaves nothing of where a sensitive service is", () => {
    const all = [...files.values()].join("\n");
    for (const secret of SECRETS) expect([secret, all.includes(secret)]).toEqual([secret, false]);
    expect(all).toContain("Harbour");
  });

  test("names the languages, which the standard's own form leaves out", () => {
    const text = files.get(`services/${uuidOf("service/list/tea")}.json`) ?? "";
    const { languages } = JSON.parse(text) as { languages: { name: string; code: string; note?: string }[] };
    expect(languages.map(({ name, code, note }) => [name, code, note])).toEqual([
      ["Somali", "so", undefined],
      ["Bengali", "bn", "interpreter"],
    ]);
  });

  test("says that a record was checked only where a source says so", () => {
    const dated = [...files]
      .filter(([path]) => /^services\/[^/]+\.json$/.test(path))
      .map(([, text]) => JSON.parse(text));
    expect(dated.map(({ assured_date }) => assured_date)).toEqual(["2026-03-01", undefined, undefined, undefined]);
  });

  test("leaves out what is optional and not stated", () => {
    for (const text of files.values()) expect(text).not.toMatch(/:(?:null|\[\])[,}]/);
  });

  test("keeps its ids from build to build, and tells wrong documents from right ones", () => {
    expect(uuidOf("www.example.org", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")).toBe(
      "74738ff5-5367-5958-9aee-98fffdcd1876",
    );
    expect(faultsOf({ id: "1", name: "Tea", status: "open" }, "service")).toEqual([
      '/id: "1" is no uuid',
      "/status: open is not allowed",
    ]);
    expect(faultsOf({ id: uuidOf("a"), description: "", languages: [{}] }, "service")).toEqual([
      "/name: missing",
      "/status: missing",
      "/languages/0/id: missing",
    ]);
  });
});
