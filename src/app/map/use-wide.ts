import { useSyncExternalStore } from "react";

/** From this width on list and map stand side by side; the same figure is in `styles/find.css`. */
export const WIDE = "(min-width: 72rem)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Whether there is room for the map beside the list. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
