/** What the page itself may keep on the device; ids and switches, never a name, a place or a word that was typed. */
export const KEPT = ["shortlist", "text-only"] as const;
export type KeptKey = (typeof KEPT)[number];

/** What is kept under a key, for this visit or longer; null for nothing, and where the browser refuses storage. */
export function kept(key: KeptKey): string | null {
  try {
    return localStorage.getItem(key) ?? sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether the person agreed that things are kept after this visit: then the list stands in the lasting place, even empty. */
export function keepsLonger(): boolean {
  try {
    return localStorage.getItem("shortlist") !== null;
  } catch {
    return false;
  }
}

/**
 * Keeps a text, or null to keep none, together with all else that is kept: until the tab closes, or longer where the
 * person agreed. False when the browser refuses; it then lasts as long as the page.
 */
export function keep(key: KeptKey, text: string | null, longer: boolean): boolean {
  try {
    const [into, other] = longer ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
    for (const each of KEPT) {
      const before = other.getItem(each);
      if (before !== null) into.setItem(each, before);
      other.removeItem(each);
    }
    if (text === null) into.removeItem(key);
    else into.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
