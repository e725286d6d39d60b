import { byteText, fromByteText, isUtf8 } from "./byte-text.ts";
import { ABSURD_COLUMNS, layoutOf } from "./csv.ts";
import { encodingOf } from "./decode-text.ts";
import { MAX_ROWS } from "./table-limits.ts";

/** Some rows of a list as a list of its own, under the same headings. */
export interface ListPart {
  readonly bytes: Uint8Array;
  /** Rows of the list that stand between its headings and this part: what to add to a row's number here. */
  readonly rowsBefore: number;
}

const [QUOTE, NEWLINE, RETURN] = [34, 10, 13];
/** Bytes at the beginning that tell headings and separator; many times what twenty rows take. */
const HEAD = 400_000;
/** Begins like JSON, which may be another form. */
const LIKE_JSON = /^\s*[[{]/;

/** The one way in which all lines end; null where there are two, a line too long, or more lines than we take. */
function lineEnd(bytes: Uint8Array, start: number): "\n" | "\r\n" | null {
  let [lines, returns, last] = [0, 0, start];
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === RETURN) {
      if (bytes[i + 1] !== NEWLINE) return null;
      returns++;
    } else if (byte === NEWLINE) {
      if (i - last > ABSURD_COLUMNS || ++lines > MAX_ROWS) return null;
      last = i;
    }
  }
  if (bytes.length - last > ABSURD_COLUMNS) return null;
  return returns === 0 ? "\n" : returns === lines ? "\r\n" : null;
}

interface Cut {
  /** Where the row of headings ends, and where the row ends that reaches as far as was asked. */
  readonly headings: number;
  readonly at: number;
  readonly rows: number;
}

/** Walks from cell to cell as the parser does; null where a quotation mark stands as in no sound list, or at the end. */
function cutAfter(
  bytes: Uint8Array,
  from: number,
  { delimiter, newline, heading }: { readonly delimiter: string; readonly newline: string; readonly heading: number },
  reach: number,
): Cut | null {
  const separator = delimiter.charCodeAt(0);
  const end = newline.charCodeAt(0);
  let [i, rows, headings] = [from, 0, 0];
  while (i < bytes.length) {
    if (bytes[i] === QUOTE) {
      for (i++; i < bytes.length; i++) {
        if (bytes[i] !== QUOTE) continue;
        if (bytes[i + 1] !== QUOTE) break;
        i++;
      }
      i++;
    } else while (i < bytes.length && bytes[i] !== separator && bytes[i] !== end) i++;
    if (bytes[i] === separator) {
      i++;
      continue;
    }
    if (bytes[i] !== end) return null;
    i += newline.length;
    rows++;
    if (rows === heading + 1) headings = i;
    if (rows > heading + 1 && i >= reach) return { headings, at: i, rows };
  }
  return null;
}

/**
 * A list in CSV cut in two after a whole row, the first with about this share of its bytes: taking in both gives what
 * taking in the list gives. Null for whatever is no plain list: no UTF-8, lines that end in two ways, quotation marks
 * out of place, more rows than we take, or a second part that would be read under other headings.
 */
export function partsOfList(bytes: Uint8Array, share: number): readonly [ListPart, ListPart] | null {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8" && !(encoding === "utf-8-bom" && isUtf8(bytes))) return null;
  const start = encoding === "utf-8" ? 0 : 3;
  const newline = lineEnd(bytes, start);
  if (newline === null) return null;
  const layout = (list: Uint8Array) =>
    layoutOf({ text: byteText(list.subarray(start, start + HEAD)), newline }, fromByteText);
  if (LIKE_JSON.test(byteText(bytes.subarray(start, start + HEAD)))) return null;
  const { delimiter, heading } = layout(bytes);
  const cut = cutAfter(bytes, start, { delimiter, newline, heading }, Math.floor(bytes.length * share));
  if (cut === null || cut.at >= bytes.length) return null;
  const second = new Uint8Array(cut.headings + bytes.length - cut.at);
  second.set(bytes.subarray(0, cut.headings));
  second.set(bytes.subarray(cut.at), cut.headings);
  const again = layout(second);
  if (again.delimiter !== delimiter || again.heading !== heading) return null;
  return [
    { bytes: bytes.subarray(0, cut.at), rowsBefore: 0 },
    { bytes: second, rowsBefore: cut.rows - heading - 1 },
  ];
}
