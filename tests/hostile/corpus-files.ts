import type { HostileClass, HostileFile } from "./corpus.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ROW = "Tea at Three,Camden,020 7946 0018";
const HEAD = "name,borough,phone";

const file = (
  name: string,
  kind: HostileClass,
  make: () => string | Uint8Array,
  readable: "readable" | "not readable" = "not readable",
): HostileFile => ({
  name,
  class: kind,
  make: () => {
    const made = make();
    return typeof made === "string" ? bytesOf(made) : made;
  },
  readable: readable === "readable",
});

const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** A zip whose directory claims a sheet of gigabytes; that nobody opens it is the point. */
function zipOfBillions(): Uint8Array {
  const header = new DataView(new ArrayBuffer(64));
  header.setUint32(0, 0x504b0304);
  header.setUint16(4, 20, true);
  header.setUint16(8, 8, true);
  header.setUint32(18, 1000, true);
  header.setUint32(22, 0xffff_fff0, true);
  header.setUint16(26, 8, true);
  const bytes = new Uint8Array(header.buffer);
  bytes.set(bytesOf("rows.csv"), 30);
  return bytes;
}

/** Whole sources that are too large, too deep, cut off, or something else than they say. */
export const FILES: readonly HostileFile[] = [
  file("cell of ten megabytes", "size", () => `${HEAD},description\n${ROW},${"tea ".repeat(2_600_000)}\n`, "readable"),
  file(
    "cell of ten megabytes in JSON",
    "size",
    () => `[{"name":"Tea at Three","borough":"Camden","description":"${"tea ".repeat(2_600_000)}"}]`,
    "readable",
  ),
  file("heading of a megabyte", "size", () => `${HEAD},${"x".repeat(1_000_000)}\n${ROW},1\n`, "readable"),
  file("two hundred thousand columns", "size", () => `${HEAD}${",x".repeat(200_000)}\n${ROW}${",y".repeat(200_000)}\n`),
  file("quote that never ends", "size", () => `${HEAD}\n"Tea at Three,Camden,${"tea\n".repeat(50_000)}`, "readable"),
  file("nothing but commas", "size", () => `${",".repeat(100_000)}\n`.repeat(3)),
  file("nothing but line ends", "size", () => "\n".repeat(500_000)),
  file("JSON a thousand deep", "size", () => nested('{"a":', "}", 1000)),
  file(
    "record a thousand deep",
    "size",
    () => `[{"name":"Tea at Three","borough":"Camden","x":${nested('{"a":', "}", 1000)}}]`,
    "readable",
  ),
  file("lists two hundred thousand deep", "size", () => nested("[", "]", 200_000)),
  file(
    "feature a thousand deep",
    "size",
    () =>
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"name":"Tea at Three","borough":"Camden","x":${nested("[", "]", 1000)}}}]}`,
    "readable",
  ),
  file("zip of billions of rows", "file", zipOfBillions),
  file("gzip", "file", () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3)),
  file("old workbook", "file", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
  file("PDF", "file", () => "%PDF-1.7\n1 0 obj"),
  file("page of an error", "file", () => "<!doctype html><title>Sign in</title><script>alert(1)</script>"),
  file("programme", "file", () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 32)),
  file("nothing at all", "file", () => ""),
  file("cut off in a record", "file", () => '[{"name":"Tea at Three","borough":"Camden"},{"name":"Wa'),
  file("cut off in a letter", "file", () => bytesOf(`${HEAD}\nCafé,Camden,\n`).slice(0, 23), "readable"),
  file(
    "UTF-16 with an odd byte",
    "file",
    () => Uint8Array.of(0xff, 0xfe, 0x6e, 0, 0x61, 0, 0x6d, 0, 0x65, 0, 0x0a, 0, 0x54),
    "readable",
  ),
  file(
    "key of the prototype in JSON",
    "key",
    () =>
      '[{"name":"Tea at Three","borough":"Camden","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}]',
    "readable",
  ),
  file(
    "prototype as the whole",
    "key",
    () => '{"__proto__":{"polluted":"yes"},"services":[{"name":"Tea at Three","borough":"Camden"}]}',
    "readable",
  ),
  file(
    "prototype as a facet",
    "key",
    () =>
      '[{"name":"Tea at Three","borough":"Camden","id":"__proto__","spoken_languages":["__proto__","constructor"],"faiths":"toString"}]',
    "readable",
  ),
  file(
    "headings of the machine",
    "key",
    () => `${HEAD},__proto__,constructor,toString,hasOwnProperty\n${ROW},polluted,polluted,polluted,polluted\n`,
    "readable",
  ),
  file(
    "the same heading five times",
    "key",
    () => `name,name,name,borough,borough\nTea at Three,,x,Camden,Camden\n`,
    "readable",
  ),
  file(
    "properties of the prototype",
    "key",
    () =>
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"id":"__proto__","properties":{"__proto__":{"polluted":"yes"},"name":"Tea at Three","borough":"Camden"}}]}',
    "readable",
  ),
];
