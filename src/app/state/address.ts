import { localeById, nearestLocale } from "../../locale/locales.ts";
import type { Gazetteer } from "../../search/gazetteer.ts";
import { type Near, NOTHING_SELECTED } from "../../search/selection.ts";
import { selectionFromParams, selectionToParams } from "../../search/selection-url.ts";
import { historyDepth } from "../shell/leave.ts";
import { fragmentOf, type Route, readFragment } from "./route.ts";
import { type AppState, type AppStore, PAGE_LENGTH } from "./store.ts";

/** Parameters of an address: the locale where the person chose one, the mark of a frame, and on Find the selection. */
function paramsOf({ route, selection, locale, localeFrom, embedded }: AppState): URLSearchParams {
  // What another screen keeps in its own address stays there.
  const own = () => readFragment(window.location.hash);
  const params =
    route.screen === "find"
      ? selectionToParams(selection)
      : own().route.screen === route.screen
        ? own().params
        : new URLSearchParams();
  if (localeFrom === "person") params.set("lang", locale);
  if (embedded) params.set("embed", "1");
  return params;
}

/** Changes what the interface speaks; everything else stays as it is. */
export function chooseLocale(store: AppStore, locale: string): void {
  store.setState({ locale, localeFrom: "person" });
}

/** The locale that an address asks for, if it does. */
function localeFrom(params: URLSearchParams): Partial<AppState> {
  const wish = params.get("lang");
  if (wish === null) return {};
  const exact = localeById(wish);
  if (exact !== null) return { locale: exact.id, localeFrom: "person" };
  const near = nearestLocale([wish]);
  return { ...(near === null ? {} : { locale: near.id }), localeFrom: "unknown-link" };
}

/** Goes to another screen as a new entry of the history, so that Back returns. */
export function openRoute(store: AppStore, route: Route): void {
  const state = { ...store.getState(), route };
  window.history.pushState({ depth: historyDepth() + 1 }, "", fragmentOf(route, paramsOf(state)));
  store.setState({ route });
}

/** Takes route and selection from the address. What an address can't hold (a postcode, a position) stays as it is. */
export function readAddress(store: AppStore, places: Gazetteer | null = null): void {
  const { route, params } = readFragment(window.location.hash);
  // Once in a frame, always in a frame: a link that lacks the mark must not bring the header back.
  if (params.has("embed")) store.setState({ embedded: true });
  const { loading, selection: current } = store.getState();
  if (route.screen !== "find" || loading.status !== "ready") {
    store.setState({ route, ...localeFrom(params) });
    return;
  }
  const { selection, dropped } = selectionFromParams(params, loading.vocabularies, places);
  const unwritten = current.near?.place === undefined || params.has("near") ? current.near : null;
  const kept: Near | null = selection.near ?? unwritten;
  store.setState({
    route,
    ...localeFrom(params),
    selection: { ...NOTHING_SELECTED, ...selection, near: kept },
    dropped,
    cardsShown: PAGE_LENGTH,
  });
  if (params.has("near") && places === null) {
    // The start is a name of our own lists, which are fetched only now that one is needed.
    import("./gazetteer.ts")
      .then(({ loadGazetteer }) => loadGazetteer())
      .then(
        (lists) => readAddress(store, lists),
        () => undefined,
      );
  }
}

/**
 * Keeps address and state together: choices replace the present entry (no trail of filters behind Back), links to
 * other screens add one. Returns how to stop.
 */
export function followAddress(store: AppStore): () => void {
  if (window.history.state === null) window.history.replaceState({ depth: 0 }, "", window.location.href);
  let lastDepth = historyDepth();
  const onPop = () => readAddress(store);
  const onHash = () => {
    // A link inside the page has made an entry of its own, which has to know its number as well.
    if (window.history.state === null) {
      window.history.replaceState({ depth: lastDepth + 1 }, "", window.location.href);
    }
    lastDepth = historyDepth();
    readAddress(store);
  };
  window.addEventListener("popstate", onPop);
  window.addEventListener("hashchange", onHash);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.selection === before.selection || state.route.screen !== "find" || state.loading.status !== "ready")
      return;
    const fragment = fragmentOf(state.route, paramsOf(state));
    if (fragment !== window.location.hash) window.history.replaceState(window.history.state, "", fragment);
  });
  return () => {
    window.removeEventListener("popstate", onPop);
    window.removeEventListener("hashchange", onHash);
    unsubscribe();
  };
}
