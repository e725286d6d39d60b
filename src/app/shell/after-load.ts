import { WIDE } from "../map/use-wide.ts";
import { followReleases } from "../offline/follow-releases.ts";
import type { AppStore } from "../state/store.ts";
import { bringLegibleFace } from "./legible-face.ts";
import { followFilters } from "./sheet-focus.ts";

/** Milliseconds after which a browser that is never idle gets the face all the same. */
const IDLE_PATIENCE = 10_000;

function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, { timeout: IDLE_PATIENCE });
  else setTimeout(then, 2000);
}

/** Calls back once the map's own code is on its way, where a map stands beside the list; else at once. */
function afterTheMap(then: () => void): void {
  if (!window.matchMedia(WIDE).matches) {
    then();
    return;
  }
  const watcher = new PerformanceObserver((list) => {
    if (!list.getEntries().some(({ name }) => /maplibre/.test(name))) return;
    watcher.disconnect();
    then();
  });
  watcher.observe({ type: "resource", buffered: true });
}

/** What the page can do without, when the list stands and the line is free. Never rejects. */
export async function afterLoad(store: AppStore): Promise<void> {
  followFilters(store);
  await followReleases(store);
  // Once the site is kept on the device the face passes its worker, and stands without a line as well.
  afterTheMap(() => whenIdle(() => void bringLegibleFace(store)));
}
