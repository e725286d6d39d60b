// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { startsTextOnly } from "../../src/app/map/text-only.ts";
import { clearKept, forgetHere, type Keeping } from "../../src/app/privacy/forget.ts";
import { keepShortlist, keptShortlist, toggleShortlisted } from "../../src/app/shortlist/shortlist.ts";
import { keep, kept } from "../../src/app/state/kept.ts";
import { createAppStore } from "../../src/app/state/store.ts";
import { NOTHING_SELECTED } from "../../src/search/selection.ts";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, "", "/#/");
  Object.defineProperty(window, "matchMedia", { configurable: true, value: () => ({ matches: false }) });
});

interface Made {
  readonly device: Keeping;
  readonly deleted: string[];
}

/** A device with two sites on one origin: ours in `site`, another beside it. */
function device(site: string): Made {
  const deleted: string[] = [];
  const note = (what: string) => {
    deleted.push(what);
    return Promise.resolve(true);
  };
  const worker = (scope: string) => ({ scope, unregister: () => note(`worker ${scope}`) }) as ServiceWorkerRegistration;
  return {
    deleted,
    device: {
      stores: () => [localStorage, sessionStorage],
      caches: { keys: () => Promise.resolve(["site /map/ 1", "site /map/ .wishes", "another"]), delete: note },
      workers: {
        getRegistrations: () =>
          Promise.resolve([worker("https://example.org/map/"), worker("https://example.org/shop/")]),
      },
      databases: {
        databases: () => Promise.resolve([{ name: "orders", version: 1 }]),
        deleteDatabase: (name: string) => {
          deleted.push(`database ${name}`);
          return {} as IDBOpenDBRequest;
        },
      },
      site,
    },
  };
}

describe("forgetting", () => {
  test("in a folder beside other sites clears all that is ours and nothing of theirs", async () => {
    for (const [key, value] of [
      ["shortlist", "a,b"],
      ["text-only", "1"],
      ["keep-nothing", "1"],
      ["their-basket", "3"],
    ] as const) {
      localStorage.setItem(key, value);
      sessionStorage.setItem(key, value);
    }
    const { device: ours, deleted } = device("https://example.org/map/");
    expect(await clearKept(ours)).toBe(true);
    expect(Object.keys({ ...localStorage })).toEqual(["their-basket"]);
    expect(Object.keys({ ...sessionStorage })).toEqual(["their-basket"]);
    expect(deleted).toEqual(["worker https://example.org/map/", "site /map/ 1", "site /map/ .wishes"]);
  });

  test("on an address of its own clears everything there is", async () => {
    localStorage.setItem("anything", "1");
    const { device: alone, deleted } = device("https://example.org/");
    expect(await clearKept(alone)).toBe(true);
    expect(localStorage).toHaveLength(0);
    expect(deleted).toContain("another");
    expect(deleted).toContain("database orders");
  });

  test("goes on past what the browser refuses, and says that it was not all", async () => {
    const { device: ours, deleted } = device("https://example.org/map/");
    const refusing: Keeping = {
      ...ours,
      stores: () => {
        throw new DOMException("No", "SecurityError");
      },
    };
    expect(await clearKept(refusing)).toBe(false);
    expect(deleted).toContain("site /map/ 1");
  });

  test("empties the state and the address, and the privacy page can say so", async () => {
    const store = createAppStore({ screen: "find" });
    store.setState({ selection: { ...NOTHING_SELECTED, words: "debt" }, textOnly: true, localeFrom: "person" });
    toggleShortlisted(store, "a");
    window.history.replaceState({ depth: 0 }, "", "/#/?speaks=so&lang=so");
    await forgetHere(store, device("https://example.org/map/").device);
    const { selection, shortlist, textOnly, forgotten, route, localeFrom } = store.getState();
    expect({ selection, ids: shortlist.ids, textOnly, forgotten, route, localeFrom }).toEqual({
      selection: NOTHING_SELECTED,
      ids: [],
      textOnly: null,
      forgotten: "all",
      route: { screen: "privacy" },
      localeFrom: "browser",
    });
    expect(window.location.hash).toBe("#/privacy");
    expect({ ...localStorage, ...sessionStorage }).toEqual({});
  });
});

describe("what is kept", () => {
  test("lasts for the visit, longer only once the person agrees, and then all of it", () => {
    const store = createAppStore({ screen: "find" });
    toggleShortlisted(store, "a");
    keep("text-only", "1", false);
    expect({ ...localStorage }).toEqual({});
    expect({ ...sessionStorage }).toEqual({ shortlist: "a", "text-only": "1" });
    keepShortlist(store, true);
    expect({ ...localStorage }).toEqual({ shortlist: "a", "text-only": "1" });
    expect({ ...sessionStorage }).toEqual({});
    keepShortlist(store, false);
    expect({ ...localStorage }).toEqual({});
    expect(keptShortlist()).toEqual({ ids: ["a"], keeps: false });
  });

  test("an empty list that is to be kept is remembered as agreement", () => {
    keepShortlist(createAppStore({ screen: "find" }), true);
    expect(keptShortlist()).toEqual({ ids: [], keeps: true });
  });

  test("a browser that refuses storage, or has no room, is told of and changes nothing else", () => {
    const refuse = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
    const before = Storage.prototype.setItem;
    Storage.prototype.setItem = refuse;
    try {
      const store = createAppStore({ screen: "find" });
      toggleShortlisted(store, "a");
      expect(store.getState().shortlist).toMatchObject({ ids: ["a"], refused: true });
      toggleShortlisted(store, "b");
      expect(store.getState().shortlist.ids).toEqual(["a", "b"]);
    } finally {
      Storage.prototype.setItem = before;
    }
    expect(kept("shortlist")).toBeNull();
  });
});

describe("text only", () => {
  test("starts as the browser asks, and as the person left it before that", () => {
    expect(startsTextOnly()).toBe(false);
    Object.defineProperty(window, "matchMedia", {
      configurable: true,
      value: (query: string) => ({ matches: query.includes("prefers-reduced-data") }),
    });
    expect(startsTextOnly()).toBe(true);
    keep("text-only", "0", false);
    expect(startsTextOnly()).toBe(false);
    keep("text-only", "1", false);
    expect(startsTextOnly()).toBe(true);
  });
});
