import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { sheetText } from "../../src/app/shortlist/sheet-text.ts";
import { toFlatCsv } from "../../src/services/flat-row.ts";
import { words } from "../app/fixture.tsx";
import { smallWorld } from "../intake/small-world.ts";
import { built, hostileRecords, tameRecords } from "./publication.ts";
import { pagesOf, published } from "./published.tsx";

const { vocabularies } = smallWorld;

/** By a name that is worked out, for it comes without types; as the environment of a test it would replace Node's bytes. */
const jsdom: string = "jsdom";
const { JSDOM } = (await import(jsdom)) as { JSDOM: new (html: string) => { window: { document: Document } } };

/** What a browser makes of pages: names of elements, names of attributes, and where links and forms lead. */
function madeOf(pages: ReadonlyMap<string, string>) {
  const [elements, attributes, targets] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const html of pages.values()) {
    for (const element of new JSDOM(html).window.document.querySelectorAll("*")) {
      elements.add(element.localName);
      for (const { name, value } of element.attributes) {
        attributes.add(`${element.localName} ${name}`);
        if (/^(?:href|src|action|formaction|data|xlink:href|srcdoc|poster)$/.test(name)) targets.add(value);
      }
    }
  }
  return { elements, attributes, targets };
}

const hostile = built(hostileRecords());
const hostileFiles = published(hostile);
const tame = built(tameRecords());
const hostilePages = pagesOf(hostile, hostileFiles);
const made = madeOf(hostilePages);

/** Address fields of a document, at any depth, by the name of their key. */
function addressesIn(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string")
    return /(?:^|_)(?:url|uri|urls|website|href|link)$/i.test(key) && value !== "" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, key));
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, item]) => addressesIn(item, name))
    : [];
}

describe("a publication of hostile values", () => {
  test("accounts for every row", () => {
    const [sum] = hostile.sums;
    expect(sum?.rows).toBe(hostileRecords().length);
    expect((sum?.services ?? 0) + (sum?.merged ?? 0) + (sum?.refused ?? 0)).toBe(sum?.rows);
    expect(sum?.services).toBeGreaterThan(150);
  });

  test("is JSON throughout where it says so, and every address in it is of the web", () => {
    const documents = [...hostileFiles].filter(
      ([path]) => /\.(?:json|geojson)$/.test(path) || path.startsWith("oruk/"),
    );
    expect(documents.length).toBeGreaterThan(5);
    const wrong = documents.flatMap(([path, text]) =>
      addressesIn(JSON.parse(text)).flatMap((address) =>
        /^(?:https?:\/\/[^\s"<>`\\@]+|urn:x-asset-map:[\w:-]+)$/.test(address)
          ? []
          : [`${path}: ${address.slice(0, 100)}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("has no half of a character and no zero anywhere, which some programmes stumble over", () => {
    for (const [path, text] of [...hostileFiles, ...hostilePages]) {
      expect([path, !/\p{Surrogate}/u.test(text), text.includes("\0"), /\\ud[89a-f]/i.test(text)]).toEqual([
        path,
        true,
        false,
        false,
      ]);
    }
  });

  test("gives no cell that a spreadsheet would run, in any of its CSV files nor in the list's own", () => {
    const tables = [...hostileFiles].filter(([path]) => path.endsWith(".csv"));
    tables.push(["list.csv", toFlatCsv(hostile.services, vocabularies)]);
    expect(tables.map(([path]) => path)).toEqual(["services.csv", "stale.csv", "list.csv"]);
    for (const [path, text] of tables) {
      const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: "," });
      const running = data
        .flat()
        .filter((cell) => /^[^\p{L}\p{N}\p{P}\p{S}]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell));
      expect([path, running.map((cell) => cell.slice(0, 60))]).toEqual([path, []]);
      const widths = new Set(data.filter((row) => row.length > 1).map((row) => row.length));
      expect([path, widths.size]).toEqual([path, 1]);
    }
  });

  test("makes of its pages nothing that a publication without malice does not", () => {
    const plain = madeOf(pagesOf(tame, published(tame)));
    expect([...made.elements].filter((name) => !plain.elements.has(name))).toEqual([]);
    expect([...made.attributes].filter((name) => !plain.attributes.has(name))).toEqual([]);
    expect(made.elements.has("script")).toBe(false);
    expect([...made.attributes].filter((name) => / on|srcdoc|formaction/.test(name))).toEqual([]);
  });

  test("leads from its pages to the web, mail, telephone and its own files only", () => {
    const { targets } = made;
    const wrong = [...targets].filter((target) => {
      const { protocol } = new URL(target, "https://example.org/site/page.html");
      return (
        !/^(?:https?|mailto|tel):$/.test(protocol) || (protocol === "mailto:" && /[?&](?:bcc|cc|to)=/i.test(target))
      );
    });
    expect(wrong).toEqual([]);
    for (const target of targets) {
      if (target.startsWith("tel:")) expect(target).toMatch(/^tel:\+?\d+(?:;ext=\d+)?$/);
    }
  });

  test("shows hosts that look alike in punycode, with a warning beside them", () => {
    const page =
      [...hostilePages].find(
        ([path, html]) => path.startsWith("service/") && html.includes("xn--80ak6aa92e.com"),
      )?.[1] ?? "";
    expect(page).toContain(words.t("service.goToSite", { host: "xn--80ak6aa92e.com" }));
    expect(page).toContain(words.t("service.hostWarning"));
    for (const [path, html] of hostilePages) {
      if (path !== "report.html")
        expect([path, /href="https?:\/\/[^"/]*[^\u0021-\u007e]/.test(html)]).toEqual([path, false]);
    }
  });

  test("is told as plain text with addresses that can be pressed for the web alone", () => {
    const text = sheetText(hostile.services, {
      words,
      vocabularies,
      near: null,
      address: "https://example.org/#/shortlist",
    });
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff\0]/);
    expect(text.match(/^(?:javascript|data|vbscript|file|blob):.*/gim) ?? []).toEqual([]);
  });

  test("leaves the machine's own objects as they were", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
