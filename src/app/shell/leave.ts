/** Milliseconds that the page around a frame has for leaving before the frame leaves alone. */
const FRAME_WAIT = 500;

/**
 * Leaves for a neutral page at once. The page is blanked before anything else happens, then this entry of the
 * browser's history is replaced. Where this visit has earlier entries of ours, it first goes back to the oldest,
 * so that Back does not return to us.
 */
export function leavePage(address: string): void {
  document.documentElement.classList.add("leaving");
  document.body.replaceChildren();
  document.title = " ";
  if (window.top !== null && window.top !== window.self) {
    try {
      // In a frame the page around it must go too: it says what was looked for.
      window.top.location.replace(address);
    } catch {
      // A site that forbids it keeps its page; ours is blank by now.
    }
    setTimeout(() => window.location.replace(address), FRAME_WAIT);
    return;
  }
  const depth = historyDepth();
  if (depth === 0) {
    window.location.replace(address);
    return;
  }
  let gone = false;
  const go = () => {
    if (gone) return;
    gone = true;
    window.location.replace(address);
  };
  window.addEventListener("popstate", go, { once: true });
  // A browser that refuses to go back must not keep the person here.
  setTimeout(go, 500);
  window.history.go(-depth);
}

/** How many entries of this visit stand before the present one; each of ours carries its own number. */
export function historyDepth(): number {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null && "depth" in state && typeof state.depth === "number"
    ? state.depth
    : 0;
}
