import fc from "fast-check";
import { expect } from "vitest";
import { readLinked, shareAddress } from "../../src/app/shortlist/share-address.ts";
import { readIds } from "../../src/app/shortlist/shortlist.ts";
import { fragmentOf, readFragment } from "../../src/app/state/route.ts";
import type { SourceInput } from "../../src/intake/read-source.ts";
import { READERS } from "../../src/intake/readers.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { selectionFromParams, selectionToParams } from "../../src/search/selection-url.ts";
import { FACETS } from "../../src/services/facets.ts";
import { smallWorld } from "../intake/small-world.ts";
import { CORPUS } from "./corpus.ts";
import { fieldsOf, inputFor } from "./sources.ts";

const short = [...CORPUS.texts, ...CORPUS.links].map(({ value }) => value).filter((value) => value.length < 500);

/** Any text: pieces of the corpus, cut and joined, and any characters at all. */
const anyText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...short), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.constantFrom(...short).chain((text) => fc.nat(text.length).map((at) => text.slice(at))) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

const FIELDS = [...fieldsOf("csv"), "phone", "email", "website", "lat", "lon", "postcode", "sensitive", "kind", "id"];
const anyRecord = fc.dictionary(fc.constantFrom(...FIELDS), anyText, { maxKeys: 8 });

/** A sound document with some of its bytes taken out, put in or put wrong. */
const spoilt = (bytes: Uint8Array) =>
  fc
    .array(fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255), fc.constantFrom("set", "cut", "add")), {
      maxLength: 6,
    })
    .map((changes) => {
      const out = [...bytes];
      for (const [at, byte, how] of changes) {
        if (how === "set") out[at] = byte;
        else out.splice(at, how === "cut" ? 1 : 0, ...(how === "add" ? [byte] : []));
      }
      return Uint8Array.from(out);
    });

function spoiltInput(input: SourceInput): fc.Arbitrary<SourceInput> {
  if (input instanceof Uint8Array) return spoilt(input);
  const files = [...input].map(([name, bytes]) => spoilt(bytes).map((text) => [name, text] as const));
  return fc.tuple(...files).map((made) => new Map(made));
}

function accountedFor(reader: string, input: SourceInput): void {
  const { services, issues, rows, trouble } = takeIn({ id: "list", file: "list", reader }, input, smallWorld);
  const refused = new Set(issues.flatMap(({ row, outcome }) => (outcome === "refused" && row !== null ? [row] : [])));
  expect(services.length + refused.size).toBe(rows);
  expect(trouble === null || rows === 0).toBe(true);
  for (const { service } of services) {
    for (const url of service.contacts.urls) expect(url).toMatch(/^https?:\/\/[^\s"<>`\\@/]+(?:[/?#][^\s"<>`\\]*)?$/);
    for (const { dial } of service.contacts.phones) expect(dial ?? "0").toMatch(/^\+?\d+$/);
    if (service.sensitive) expect(service.locations).toEqual([]);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

export interface Fuzz {
  readonly name: string;
  readonly run: (numRuns: number) => void;
}

const readers = READERS.flatMap(({ id }): Fuzz[] => [
  {
    name: `the reader ${id}, given any records`,
    run: (numRuns) =>
      fc.assert(
        fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (records) => {
          accountedFor(id, inputFor(id, records));
        }),
        { numRuns },
      ),
  },
  {
    name: `the reader ${id}, given its own form spoilt`,
    run: (numRuns) =>
      fc.assert(
        fc.property(
          anyRecord.chain((record) => spoiltInput(inputFor(id, [{ name: "Tea at Three", ...record }]))),
          (input) => {
            accountedFor(id, input);
          },
        ),
        { numRuns },
      ),
  },
]);

const params = [
  ...FACETS.map(({ param }) => param),
  "q",
  "near",
  "miles",
  "only",
  "places",
  "lang",
  "ids",
  "embed",
  "__proto__",
];
const anyFragment = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }).map((text) => `#${text}`),
  fc
    .tuple(
      fc.constantFrom("/", "/service/", "/shortlist", "/equity", "//", "/__proto__/constructor"),
      anyText,
      fc.array(
        fc.tuple(
          fc.constantFrom(...params),
          fc.oneof(anyText, fc.constantFrom("so", "-so", "E09000007", "1e999", "%", "")),
        ),
      ),
    )
    .map(([path, id, pairs]) => `#${path}${id}?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`),
);

const address: Fuzz = {
  name: "the fragment of an address",
  run: (numRuns) =>
    fc.assert(
      fc.property(anyFragment, (fragment) => {
        const read = readFragment(fragment);
        const { selection, dropped } = selectionFromParams(read.params, smallWorld.vocabularies);
        for (const word of dropped) expect(word.length).toBeLessThanOrEqual(40);
        expect(selection.words.length).toBeLessThanOrEqual(100);
        for (const { id } of FACETS) {
          for (const term of selection.terms[id] ?? []) expect(smallWorld.vocabularies[id].byId.has(term)).toBe(true);
        }
        const written = selectionToParams(selection);
        expect(selectionFromParams(written, smallWorld.vocabularies).selection.terms).toEqual(selection.terms);
        const again = readFragment(fragmentOf(read.route, written));
        expect(again.route.screen).toBe(read.route.screen);
        if (again.route.screen === "service" && read.route.screen === "service")
          expect(again.route.id.length).toBeGreaterThan(0);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns },
    ),
};

const SHARED = { origin: "https://example.org", pathname: "/maps/" };
const shortlist: Fuzz = {
  name: "the address of a shared list",
  run: (numRuns) =>
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(anyText).map((ids) => ids.join(",")),
        ),
        (text) => {
          const ids = readIds(text);
          expect(ids.length).toBeLessThanOrEqual(30);
          const shared = shareAddress(SHARED, ids);
          expect(shared).toMatch(/^https:\/\/example\.org\/maps\/#\/shortlist\?ids=[a-z0-9,-]*$/);
          const { route } = readFragment(new URL(shared).hash);
          // The link holds codes, which lead back to the services they were made from.
          const linked = route.screen === "shortlist" ? route.linked : ["another screen"];
          expect(readLinked(linked, ids)).toEqual({ ids, unknown: 0 });
        },
      ),
      { numRuns },
    ),
};

/** Everything that takes what others write: each holds for any input at all. */
export const FUZZES: readonly Fuzz[] = [...readers, address, shortlist];
