/** Largest source file, in bytes: far above any borough's directory, far below what a browser tab can hold. */
export const MAX_FILE_BYTES = 200_000_000;

/** What is told of a file that is larger than we take; also asked before it is read. */
export const tooLarge = (file: string): string =>
  `${file} is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Split it into smaller files.`;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/**
 * Why these bytes can't be a table of services, in a sentence that says what to do; null when they may be one.
 * Looks only at the size and the beginning, so it is quick for any file.
 */
export function fileTrouble(bytes: Uint8Array, file: string): string | null {
  if (bytes.length === 0) return `${file} is empty. Save or download it again.`;
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(file);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return `${file} is an Excel workbook or a zip file, not a CSV. Open it, choose Save As, and pick "CSV UTF-8".`;
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return `${file} is an old Excel workbook, not a CSV. Open it, choose Save As, and pick "CSV UTF-8".`;
  }
  if (startsWith(bytes, 0x1f, 0x8b)) return `${file} is packed with gzip. Unpack it first.`;
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return `${file} is a PDF. The list is needed as a CSV.`;
  const beginning = new TextDecoder("windows-1252").decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body)/.test(beginning)) {
    return `${file} is a web page, not a data file. The address may ask for a login; download the file itself.`;
  }
  if (startsWith(bytes, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65))
    return `${file} is a database (SQLite). Export its tables.`;
  const sample = bytes.subarray(0, 4000);
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  // Controls other than tab and line ends don't occur in text; zeros do, in UTF-16.
  const controls = sample.filter((byte) => byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13).length;
  if (!utf16 && controls > sample.length * 0.1)
    return `${file} is not text. The list is needed as CSV, GeoJSON or JSON.`;
  return null;
}
