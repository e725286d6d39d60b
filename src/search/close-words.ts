/** Longest word compared, in UTF-16 code units; what is longer is compared by its beginning. */
export const LONGEST_WORD = 40;

const above = new Uint8Array(LONGEST_WORD + 1);
const current = new Uint8Array(LONGEST_WORD + 1);
const twoAbove = new Uint8Array(LONGEST_WORD + 1);

/**
 * How many slips of the finger part two words: letters left out, added, changed, or two neighbours swapped (optimal
 * string alignment, Damerau 1964). Stops as soon as more than `most` are certain and answers `most + 1`. With
 * `beginning`, `typed` is compared with the best-fitting beginning of `word`, as while somebody is still typing.
 */
export function slips(typed: string, word: string, most: number, beginning = false): number {
  const m = Math.min(typed.length, LONGEST_WORD);
  const n = Math.min(word.length, beginning ? m + most : LONGEST_WORD);
  if (m - n > most || (!beginning && n - m > most)) return most + 1;
  let previous = above;
  let row = current;
  let beforeThat = twoAbove;
  for (let j = 0; j <= n; j++) previous[j] = j;
  for (let i = 1; i <= m; i++) {
    const letter = typed.charCodeAt(i - 1);
    // Cells further than `most` from the diagonal can't come back under it.
    const from = Math.max(1, i - most);
    const to = Math.min(n, i + most);
    row[from - 1] = from === 1 ? i : most + 1;
    let least = row[from - 1] as number;
    for (let j = from; j <= to; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = (previous[j - 1] as number) + (letter === other ? 0 : 1);
      // One further right lies outside the band of the row above.
      if (j < i + most) cost = Math.min(cost, (previous[j] as number) + 1);
      cost = Math.min(cost, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (beforeThat[j - 2] as number) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeThat, previous, row] = [previous, row, beforeThat];
  }
  let result = previous[n] as number;
  if (beginning) for (let j = Math.max(0, m - most); j < n; j++) result = Math.min(result, previous[j] as number);
  return Math.min(result, most + 1);
}

/** Latin letters and digits, with their extensions; all else counts as another script. */
function isLatin(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x24f) return false;
  return true;
}

/**
 * How many slips a typed word may hold. Short Latin words are too close to each other for any; words of other scripts
 * carry more in each letter, so that one slip is forgiven from two letters on.
 */
export function slipsAllowed(word: string): number {
  // One wrong digit is another number, another postcode.
  if (/\d/.test(word)) return 0;
  if (isLatin(word)) return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  return word.length < 2 ? 0 : word.length < 8 ? 1 : 2;
}
