import type { AppState, AppStore } from "../state/store.ts";

/** Everything on the page but what is kept: as few elements as say it. */
function others(root: Element, keep: readonly Element[]): readonly Element[] {
  return [...root.children].flatMap((child) => {
    if (keep.includes(child) || /^(?:SCRIPT|STYLE|LINK|TEMPLATE)$/.test(child.tagName)) return [];
    return keep.some((kept) => child.contains(kept)) ? others(child, keep) : [child];
  });
}

/**
 * While a sheet lies over the page it is a modal dialog, as the ARIA Authoring Practices have it: Tab stays within it
 * and a screen reader reads nothing beneath; only the way out of the page stays within reach. Where the sheet is a
 * column beside the list (its place is not fixed) nothing changes. Returns how to let go again.
 */
function holdFocus(sheet: HTMLElement): () => void {
  let inert: readonly Element[] = [];
  const release = (): void => {
    for (const element of inert) element.removeAttribute("inert");
    inert = [];
    sheet.removeAttribute("role");
    sheet.removeAttribute("aria-modal");
  };
  const hold = (): void => {
    release();
    if (getComputedStyle(sheet).position !== "fixed") return;
    inert = others(document.body, [sheet, ...document.querySelectorAll(".leave")]).filter(
      (element) => !element.hasAttribute("inert"),
    );
    for (const element of inert) element.setAttribute("inert", "");
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-modal", "true");
  };
  hold();
  window.addEventListener("resize", hold);
  return () => {
    window.removeEventListener("resize", hold);
    release();
  };
}

/** Holds the focus in the filters for as long as they lie over the list. To be called once. */
export function followFilters(store: AppStore): void {
  let letGo: (() => void) | null = null;
  const follow = ({ filtersOpen }: Pick<AppState, "filtersOpen">): void => {
    if (!filtersOpen) {
      // At once: what lies beneath must be within reach before the focus returns to it.
      letGo?.();
      letGo = null;
      return;
    }
    // The sheet is there with the next picture.
    requestAnimationFrame(() => {
      const sheet = document.getElementById("filters");
      if (sheet !== null && letGo === null && store.getState().filtersOpen) letGo = holdFocus(sheet);
    });
  };
  store.subscribe(follow);
  follow(store.getState());
}
