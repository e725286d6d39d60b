import { StrictMode, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { appLinks, LinksContext } from "./app/links-context.tsx";
import { App } from "./app/shell/App.tsx";
import { showFailure } from "./app/shell/failure.ts";
import { keptShortlist } from "./app/shortlist/shortlist.ts";
import { followAddress, readAddress } from "./app/state/address.ts";
import { StoreContext, useApp } from "./app/state/app-context.tsx";
import { bringWordSearch } from "./app/state/lay-words.ts";
import { LoadError, loadServices } from "./app/state/load.ts";
import { MonthsContext } from "./app/state/months-context.tsx";
import { trustOwnScripts } from "./app/state/own-scripts.ts";
import { readFragment } from "./app/state/route.ts";
import { type AppState, createAppStore } from "./app/state/store.ts";
import { todayInLondon } from "./app/state/today.ts";
import { TodayContext } from "./app/state/today-context.tsx";
import { type Spoken, spokenIn, useLocale } from "./app/state/use-locale.ts";
import { WordsContext } from "./app/words-context.tsx";
import englishMessages from "./locale/en/messages.json";
import { firstLocale, LOCALES, loadLocale } from "./locale/locales.ts";
import { isNothingSelected } from "./search/selection.ts";
import type { Publication } from "./services/publication.ts";
import "./app/styles/app.css";

const store = createAppStore(readFragment(window.location.hash).route);

function Root({ first, today }: { readonly first: Spoken; readonly today: string }) {
  const loading = useApp((state) => state.loading);
  const beside = useApp((state) => state.wordsBeside);
  const wished = useApp((state) => state.locale);
  const chosen = useApp((state) => state.localeFrom === "person");
  const embedded = useApp((state) => state.embedded);
  const { spoken, failed } = useLocale(wished, first);
  const links = useMemo(() => appLinks(chosen ? wished : null, embedded), [chosen, wished, embedded]);
  if (loading.status !== "ready") return null;
  return (
    <WordsContext value={beside?.locale === spoken.words.locale ? beside : spoken.words}>
      <LinksContext value={links}>
        <TodayContext value={today}>
          <MonthsContext value={loading.publication.thresholds}>
            <App ready={loading} spoken={spoken} localeFailed={failed} />
          </MonthsContext>
        </TodayContext>
      </LinksContext>
    </WordsContext>
  );
}

/** Milliseconds that the reader's own locale has before the list stands there in English. */
const LOCALE_PATIENCE = 8000;

/** English is in the first script, so that there are always words; the reader's own locale comes before the first screen if it can. */
async function firstSpoken(offer: Pick<Publication, "locales" | "startLocale"> = {}): Promise<Spoken> {
  const [english] = LOCALES;
  const inEnglish = spokenIn(english, { messages: englishMessages, terms: {} });
  const asked = new URLSearchParams(window.location.hash.split("?")[1] ?? "").get("lang");
  const locale = firstLocale(asked, navigator.languages, offer);
  store.setState({ locale: locale.id });
  if (locale === english) return inEnglish;
  // A locale that hangs must not keep the list from anybody: it comes in when it is here.
  const late = new Promise<Spoken>((resolve) => setTimeout(resolve, LOCALE_PATIENCE, inEnglish));
  return Promise.race([late, loadLocale(locale.id).then((files) => spokenIn(locale, files))]).catch(() => inEnglish);
}

/** Whether anything was chosen, or a record opened, that the quiet second layer may have something on. */
function asksForPlaces({ selection, route, loading, shortlist }: AppState): boolean {
  if (loading.status !== "ready" || loading.places !== "waiting") return false;
  const unknown = route.screen === "service" && !loading.index.ids.includes(route.id);
  const listed = route.screen === "shortlist" ? [...route.linked, ...shortlist.ids] : [];
  const unlisted = listed.some((id) => !loading.index.ids.includes(id));
  return unknown || unlisted || route.screen === "equity" || selection.places || !isNothingSelected(selection);
}

/** Places are as many bytes again as all the rest, so they come when they may matter, not before. */
function addPlacesWhenAsked(): void {
  const check = () => {
    if (!asksForPlaces(store.getState())) return;
    store.setState(({ loading }) => (loading.status === "ready" ? { loading: { ...loading, places: "coming" } } : {}));
    void import("./app/state/add-places.ts").then(
      ({ addPlaces }) => addPlaces(store),
      () =>
        store.setState(({ loading }) =>
          loading.status === "ready" ? { loading: { ...loading, places: "failed" } } : {},
        ),
    );
  };
  store.subscribe(check);
  check();
}

/** The search by words comes with the first of them: typed, or in the link that was opened. */
function bringWordsWhenTyped(): void {
  let typed = "";
  const check = () => {
    const { words } = store.getState().selection;
    if (words === typed) return;
    typed = words;
    if (words.trim() !== "") void bringWordSearch(store);
  };
  store.subscribe(check);
  check();
}

/** What keeps the site on the device, and its own face, come last of all; the page works without them. */
function followWhenLoaded(): void {
  if (import.meta.env.DEV) return;
  const follow = () =>
    void import("./app/shell/after-load.ts").then(({ afterLoad }) => afterLoad(store)).catch(() => undefined);
  if (document.readyState === "complete") setTimeout(follow, 1000);
  else window.addEventListener("load", () => setTimeout(follow, 1000));
}

async function start(): Promise<void> {
  const place = document.getElementById("app");
  if (place === null) throw new Error('index.html has no element with the id "app".');
  try {
    // The browser's wish is fetched meanwhile; whether it is offered, the data say.
    const [loaded] = await Promise.all([loadServices(), firstSpoken()]);
    const first = await firstSpoken(loaded.publication);
    store.setState({ loading: { status: "ready", ...loaded, servicesCount: loaded.index.count, places: "waiting" } });
    const { publication } = loaded;
    // A clock that stands before the day of publication is wrong.
    const today = todayInLondon(new Date());
    const { ids, keeps } = keptShortlist();
    store.setState({ shortlist: { ids, keeps, undo: null, refused: false } });
    readAddress(store);
    followAddress(store);
    createRoot(place).render(
      <StrictMode>
        <StoreContext value={store}>
          <Root first={first} today={today < publication.built ? publication.built : today} />
        </StoreContext>
      </StrictMode>,
    );
    addPlacesWhenAsked();
    bringWordsWhenTyped();
    followWhenLoaded();
    if (loaded.publication.sources.some(({ live }) => live !== undefined)) {
      // The list stands first; without what follows it is as it was published.
      void import("./app/live/follow-live.ts").then(({ followLive }) => followLive(store)).catch(() => undefined);
    }
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    store.setState({ loading: { status: "failed", reason: error.reason } });
    showFailure(place, error.reason, (await firstSpoken()).words);
  }
}

trustOwnScripts();
void start();
