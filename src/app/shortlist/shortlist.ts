import { keep, keepsLonger, kept } from "../state/kept.ts";
import type { AppStore } from "../state/store.ts";

/** Most services a list may hold: more is a directory, and its link would no longer fit into a QR code. */
export const LONGEST_SHORTLIST = 30;

const ID = /^[a-z0-9][a-z0-9-]{0,199}$/;

/** Ids as a link or a store holds them, with what can't be an id left out. */
export function readIds(text: string | null): readonly string[] {
  const ids = (text ?? "").split(",").filter((id) => ID.test(id));
  return [...new Set(ids)].slice(0, LONGEST_SHORTLIST);
}

interface Kept {
  readonly ids: readonly string[];
  readonly keeps: boolean;
}

/** What is kept; nothing when the browser refuses storage. */
export function keptShortlist(): Kept {
  const text = kept("shortlist");
  return { ids: readIds(text), keeps: keepsLonger() };
}

/** An empty list is kept only where the person agreed to keep things: it is then the mark of that. */
const keepList = ({ ids, keeps }: Kept): boolean =>
  keep("shortlist", ids.length === 0 && !keeps ? null : ids.join(","), keeps);

/** Changes the list and keeps it; `undo` is what it was before a removal. */
export function changeShortlist(store: AppStore, ids: readonly string[], undo: readonly string[] | null = null): void {
  const { keeps } = store.getState().shortlist;
  const next = ids.slice(0, LONGEST_SHORTLIST);
  store.setState({ shortlist: { ids: next, undo, keeps, refused: !keepList({ ids: next, keeps }) } });
}

export function toggleShortlisted(store: AppStore, id: string): void {
  const { ids } = store.getState().shortlist;
  if (ids.includes(id))
    changeShortlist(
      store,
      ids.filter((other) => other !== id),
      ids,
    );
  else changeShortlist(store, [...ids, id]);
}

/** Whether the list outlives this visit. Asked for, never assumed: the device may be shared. */
export function keepShortlist(store: AppStore, keeps: boolean): void {
  const { shortlist } = store.getState();
  store.setState({ shortlist: { ...shortlist, keeps, refused: !keepList({ ids: shortlist.ids, keeps }) } });
}
