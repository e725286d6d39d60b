import { isUtf8 } from "./byte-text.ts";

/** How the bytes of a text file were read. */
export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Share of zero bytes at even and odd places of the first bytes: plain Latin text in UTF-16 has them on one side only. */
function zeroShares(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const length = Math.min(bytes.length, 2000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = Math.max(1, length / 2);
  return { even: even / half, odd: odd / half };
}

/** Bytes 0x80 to 0x9f of Windows-1252, in order; five of them have no letter. */
export const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By our own table: some versions of Node decode these bytes as Latin-1, which turns dashes into control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label, { ignoreBOM: false }).decode(bytes);
}

/**
 * How a file is to be read: by its byte order mark if it has one, else as UTF-16 if every second byte is zero, else as
 * UTF-8 if every byte fits, else as Windows-1252, which is what older spreadsheets save.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8-bom";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = zeroShares(bytes);
  if (zeros.odd > 0.4 && zeros.even < 0.1) return "utf-16le";
  if (zeros.even > 0.4 && zeros.odd < 0.1) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The text of a file and how it was read. Windows-1252 gives every byte a letter, so this never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text =
    encoding === "windows-1252"
      ? decodeWindows1252(bytes)
      : decode(bytes, encoding === "utf-8-bom" ? "utf-8" : encoding);
  return { text, encoding };
}
