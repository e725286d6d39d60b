import { describe, expect, test } from "vitest";
import type { OpenLine } from "../../src/app/check/check-protocol.ts";
import { CheckSession } from "../../src/app/check/check-session.ts";
import { MOST_LIVE_BYTES, readLive } from "../../src/app/live/read-live.ts";
import { withLive, withoutLive } from "../../src/app/live/with-live.ts";
import { loadDetails } from "../../src/app/state/details.ts";
import type { Ready } from "../../src/app/state/store.ts";
import type { PublishedSource } from "../../src/services/publication.ts";
import { smallWorld } from "../intake/small-world.ts";
import { madeUp, publication, ready } from "./fixture.tsx";

const SHEET: PublishedSource = {
  id: "sheet",
  title: "A sheet",
  publisher: "Example Borough",
  url: "",
  licence: { name: "CC0", url: "" },
  credit: "",
  date: "2026",
  layer: "services",
  rows: 2,
  services: 2,
  merged: 0,
  refused: 0,
  notes: [],
  live: {
    address: "https://sheets.example.org/list.csv",
    origins: ["https://sheets.example.org"],
    reader: "csv",
    columns: {},
    defaults: {},
  },
};
const from = (source: string, name: string, summary = "") =>
  madeUp({ name, summary, sources: [{ id: source, record: "1" }] });

/** Two services of the sheet between two of another source, as they were published. */
function loaded(): Ready {
  const made = ready([from("made-up", "Walk"), from("made-up", "Choir")]);
  const sources = [...publication.sources, SHEET];
  const services = [from("made-up", "Walk"), from("sheet", "Tea"), from("sheet", "Lunch"), from("made-up", "Choir")];
  const index = ready(services).index;
  const numbers = Uint8Array.from(services.map(({ sources: [first] }) => (first?.id === "sheet" ? 1 : 0)));
  return { ...made, publication: { ...publication, sources }, index: { ...index, sources: numbers }, servicesCount: 4 };
}

const line: OpenLine = (hear) => {
  const session = new CheckSession(async () => ({ context: smallWorld, lookedUp: true }), hear);
  return { ask: (ask) => void session.hear(ask), end: () => undefined };
};
const answering =
  (body: string | Uint8Array<ArrayBuffer>, status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });

describe("a live source", () => {
  test("changes what it has, adds what is new, and takes away what is gone; the rest keeps its place", () => {
    const { index, servicesCount } = withLive(loaded(), {
      source: "sheet",
      services: [from("sheet", "Tea", "Now with cake"), from("sheet", "Supper")],
    });
    expect(index.names).toEqual(["Walk", "Tea", "Choir", "Supper"]);
    expect(index.summaries[1]).toBe("Now with cake");
    expect(servicesCount).toBe(4);
  });

  test("gives the record itself when it is opened, and asks for no published one", async () => {
    const after = withLive(loaded(), { source: "sheet", services: [from("sheet", "Tea", "Now with cake")] });
    await expect(loadDetails(1, after)).resolves.toMatchObject({ name: "Tea", summary: "Now with cake" });
    expect(after.live?.builtRows).toEqual([0, -1, 3]);
  });

  test("does not list again what another source lists under the same name in the same borough", () => {
    const after = withLive(loaded(), { source: "sheet", services: [from("sheet", "Tea"), from("sheet", "The Choir")] });
    expect(after.index.names).toEqual(["Walk", "Tea", "Choir"]);
  });

  test("that fails changes nothing but the word about it", () => {
    const before = loaded();
    const after = withoutLive(before, "sheet");
    expect(after.index).toBe(before.index);
    expect(after.live?.failed).toEqual(["sheet"]);
  });

  test("is taken in by the same intake as in the build", async () => {
    const services = await readLive(
      SHEET,
      publication,
      line,
      answering("Service name,Post code\nTea at Three,E1 9ZZ\nLunch,NW1 9ZZ"),
    );
    expect(services.map(({ id, name }) => [id, name])).toEqual([
      ["sheet-tea-at-three", "Tea at Three"],
      ["sheet-lunch", "Lunch"],
    ]);
  });

  test("sends no cookie and no address of ours", async () => {
    let asked: RequestInit | undefined;
    await readLive(SHEET, publication, line, async (_, init) => {
      asked = init;
      return new Response("name\nTea\nLunch");
    });
    expect(asked).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  });

  test.each([
    ["a login page", answering("<!doctype html><p>Sign in")],
    ["an error", answering("gone", 404)],
    ["no line", async () => Promise.reject(new TypeError("offline"))],
    ["an empty file", answering("")],
    ["far fewer rows than were published", answering("name\n")],
    ["far too much", answering(new Uint8Array(MOST_LIVE_BYTES + 1).fill(97))],
  ] as const)("with %s is a failure, never a list", async (_, ask) => {
    await expect(readLive(SHEET, publication, line, ask)).rejects.toThrow();
  });
});
