/** Letters and digits that nobody takes for another: Douglas Crockford's base 32 (crockford.com/base32.html). */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** 35 bits: among 100,000 services two share a code about once in seven tries, and then both are listed. */
const CODE_LENGTH = 7;

/**
 * FNV-1a over the text's UTF-16 units, 32 bits (Fowler, Noll and Vo), then MurmurHash3's last step (Austin Appleby),
 * without which the last letters of an id would hardly reach the upper bits.
 */
function hash(text: string, seed: number): number {
  let sum = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** A service's id as seven letters and digits, short enough to type from paper. The same for ever, since ids are. */
export function codeOf(id: string): string {
  const [first, second] = [hash(id, 0), hash(id, 0x5bd1e995)];
  return Array.from(
    { length: CODE_LENGTH },
    (_, i) => LETTERS[((i < 4 ? first : second) >>> ((i % 4) * 5)) & 31] ?? "",
  ).join("");
}

/**
 * Address of a list: the services' codes only. Nothing of the person who made it, what they searched for or where
 * they are.
 */
export function shareAddress(
  location: { readonly origin: string; readonly pathname: string },
  ids: readonly string[],
): string {
  return `${location.origin}${location.pathname}#/shortlist?ids=${ids.map(codeOf).join(",")}`;
}

export interface LinkedList {
  readonly ids: readonly string[];
  /** Entries of the link that no service here has as its id or code. */
  readonly unknown: number;
}

/** The services that a link lists, by id or by code, in its order. */
export function readLinked(entries: readonly string[], known: readonly string[]): LinkedList {
  const ids = new Set(known);
  const wanted = new Set(entries.filter((entry) => !ids.has(entry)));
  const byCode = new Map<string, string[]>();
  // Most lists hold ids, and then no service's code need be worked out.
  if (wanted.size > 0) {
    for (const id of known) {
      const code = codeOf(id);
      if (wanted.has(code)) byCode.set(code, [...(byCode.get(code) ?? []), id]);
    }
  }
  const found = entries.map((entry) => (ids.has(entry) ? [entry] : (byCode.get(entry) ?? [])));
  return { ids: [...new Set(found.flat())], unknown: found.filter(({ length }) => length === 0).length };
}
