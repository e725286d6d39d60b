import { NOTHING_SELECTED } from "../../search/selection.ts";
import { historyDepth } from "../shell/leave.ts";
import { KEPT } from "../state/kept.ts";
import { type AppStore, PAGE_LENGTH } from "../state/store.ts";

/** What forgetting needs of the browser; handed in, so that tests touch no real one. */
export interface Keeping {
  /** Lasting and for the visit. Throws where the browser refuses storage. */
  readonly stores: () => readonly Storage[];
  readonly caches: Pick<CacheStorage, "keys" | "delete"> | null;
  readonly workers: Pick<ServiceWorkerContainer, "getRegistrations"> | null;
  readonly databases: Pick<IDBFactory, "databases" | "deleteDatabase"> | null;
  /** Address of the site's folder, ending in a slash. */
  readonly site: string;
}

/** Keys of the page's parts that keep something by themselves. */
const OURS: readonly string[] = [...KEPT, "keep-nothing"];

function thisDevice(): Keeping {
  return {
    stores: () => [localStorage, sessionStorage],
    caches: "caches" in window ? window.caches : null,
    workers: "serviceWorker" in navigator ? navigator.serviceWorker : null,
    databases: "indexedDB" in window ? window.indexedDB : null,
    site: new URL(".", document.baseURI).href,
  };
}

/**
 * Clears all that the page keeps on the device. Where the site has an address of its own that is everything there is;
 * in a folder beside other sites only what is ours, because theirs is not ours to clear. True when the browser let all
 * of it be cleared. Rejects never.
 */
export async function clearKept(device: Keeping = thisDevice()): Promise<boolean> {
  const { pathname } = new URL(device.site);
  const alone = pathname === "/";
  const steps: readonly (() => unknown)[] = [
    () => {
      for (const store of device.stores()) {
        if (alone) store.clear();
        else for (const key of OURS) store.removeItem(key);
      }
    },
    async () => {
      for (const worker of (await device.workers?.getRegistrations()) ?? [])
        if (worker.scope.startsWith(device.site)) await worker.unregister();
    },
    async () => {
      // Caches of the site's files are named by its folder.
      for (const name of (await device.caches?.keys()) ?? [])
        if (alone || name.startsWith(`site ${pathname} `)) await device.caches?.delete(name);
    },
    async () => {
      if (!alone || device.databases === null) return;
      for (const { name } of await device.databases.databases())
        if (name !== undefined) device.databases.deleteDatabase(name);
    },
  ];
  const done: boolean[] = [];
  for (const step of steps) {
    try {
      await step();
      done.push(true);
    } catch {
      done.push(false);
    }
  }
  return done.every(Boolean);
}

/** Milliseconds that a browser has for going back to the visit's first page. */
const PATIENCE = 500;

/** Goes to the oldest page of this visit, empties its address, and opens this one anew: what lay between is dropped. */
async function forgetWayBack(): Promise<void> {
  const depth = historyDepth();
  if (depth === 0) {
    window.history.replaceState({ depth: 0 }, "", "#/privacy");
    return;
  }
  await new Promise<void>((resolve) => {
    window.addEventListener("popstate", () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
    window.history.go(-depth);
  });
  window.history.replaceState({ depth: 0 }, "", "#/");
  window.history.pushState({ depth: 1 }, "", "#/privacy");
}

/**
 * Clears what is kept, this tab's own way back, and the state: the address holds no filter and no list, and Back leads
 * to an empty search. What came of it stands in `forgotten`, for the privacy page to say. The browser's history of
 * pages is not ours to clear; the page says so.
 */
export async function forgetHere(store: AppStore, device?: Keeping): Promise<void> {
  const cleared = await clearKept(device);
  await forgetWayBack();
  // Last, because going back has read the older addresses once more.
  store.setState({
    route: { screen: "privacy" },
    forgotten: cleared ? "all" : "in-part",
    selection: NOTHING_SELECTED,
    shortlist: { ids: [], undo: null, keeps: false, refused: false },
    localeFrom: "browser",
    dropped: [],
    overlay: null,
    area: null,
    hovered: null,
    pressed: [],
    textOnly: null,
    wordsBeside: null,
    view: "list",
    cardsShown: PAGE_LENGTH,
  });
}
