import { inflateSync } from "node:zlib";

/** What each page of a PDF says: runs of text as they were set, in their order. */
export type PdfPages = readonly (readonly string[])[];

/** Bytes as they are, one character each, so that patterns can be looked for. */
const raw = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

interface Part {
  readonly dictionary: string;
  readonly stream: string | null;
}

function partsOf(file: string): ReadonlyMap<number, Part> {
  const parts = new Map<number, Part>();
  const start = /(\d+) 0 obj\b/g;
  for (let found = start.exec(file); found !== null; found = start.exec(file)) {
    const from = start.lastIndex;
    const end = file.indexOf("endobj", from);
    const [opening, dictionary = ""] = /^([\s\S]*?)\bstream\r?\n/.exec(file.slice(from, end)) ?? [];
    if (opening === undefined) {
      parts.set(Number(found[1]), { dictionary: file.slice(from, end), stream: null });
      continue;
    }
    // By its length, because packed bytes may look like the words that end them.
    const packed = file.slice(from + opening.length, from + opening.length + lengthOf(dictionary));
    const isFlate = dictionary.includes("/FlateDecode");
    parts.set(Number(found[1]), {
      dictionary,
      stream: isFlate ? raw(inflateSync(Buffer.from(packed, "latin1"))) : packed,
    });
    start.lastIndex = from + opening.length + packed.length;
  }
  return parts;
}

const lengthOf = (dictionary: string): number => Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);

/** Characters by the number of their glyph, from a font's ToUnicode map. */
function charactersOf(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const hex = (digits: string): number => Number.parseInt(digits, 16);
  const text = (digits: string): string =>
    String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map(hex)).normalize("NFKC");
  for (const [, block = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = "", to = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) characters.set(hex(glyph), text(to));
  }
  for (const [, block = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", until = "", to = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let i = 0; i <= hex(until) - hex(from); i++) {
        characters.set(hex(from) + i, text((hex(to) + i).toString(16).padStart(4, "0")));
      }
    }
  }
  return characters;
}

const reference = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN);

/**
 * The text of a PDF that Chromium printed: enough of the format for that, and no more. Throws when there is no page
 * with text, so that a test never holds an empty file for a right one.
 */
export function pdfPages(bytes: Uint8Array): PdfPages {
  const parts = partsOf(raw(bytes));
  const fontMaps = new Map<number, ReadonlyMap<number, string>>();
  const fontMap = (font: number): ReadonlyMap<number, string> => {
    const known = fontMaps.get(font);
    if (known !== undefined) return known;
    const map = parts.get(reference(parts.get(font)?.dictionary ?? "", "ToUnicode"))?.stream ?? "";
    const made = charactersOf(map);
    fontMaps.set(font, made);
    return made;
  };
  const order = [...parts.values()].find(({ dictionary }) => /\/Type \/Pages\b/.test(dictionary))?.dictionary ?? "";
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(order)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid));
  const pages = kids.map((kid): readonly string[] => {
    const page = parts.get(kid)?.dictionary ?? "";
    const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [name, Number(font)]));
    const content = parts.get(reference(page, "Contents"))?.stream ?? "";
    return [...content.matchAll(/BT\n([\s\S]*?)ET\n/g)].map(([, block = ""]) => {
      let map: ReadonlyMap<number, string> = new Map();
      let run = "";
      for (const [, font, glyphs] of block.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>/g)) {
        if (font !== undefined) map = fontMap(fonts.get(font) ?? -1);
        for (const glyph of glyphs?.match(/.{4}/g) ?? []) run += map.get(Number.parseInt(glyph, 16)) ?? "�";
      }
      return run;
    });
  });
  if (pages.flat().join("") === "") throw new Error("The PDF holds no text that can be read.");
  return pages;
}
