import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/shell/App.tsx";
import { showFailure } from "./app/shell/failure.ts";
import { keptShortlist } from "./app/shortlist/shortlist.ts";
import { followAddress, readAddress } from "./app/state/address.ts";
import { StoreContext, useApp } from "./app/state/app-context.tsx";
import { LoadError, loadPlaces, loadServices } from "./app/state/load.ts";
import { readFragment } from "./app/state/route.ts";
import { type AppState, createAppStore } from "./app/state/store.ts";
import { todayInLondon } from "./app/state/today.ts";
import { TodayContext } from "./app/state/today-context.tsx";
import { WordsContext } from "./app/words-context.tsx";
import english from "./locale/en/messages.json";
import { createWords, type Words } from "./locale/words.ts";
import { isNothingSelected } from "./search/selection.ts";
import { joinIndexes } from "./services/rows.ts";
import "./app/styles/app.css";

const store = createAppStore(readFragment(window.location.hash).route);

function Root({ words, today }: { readonly words: Words; readonly today: string }) {
  const loading = useApp((state) => state.loading);
  if (loading.status !== "ready") return null;
  return (
    <WordsContext value={words}>
      <TodayContext value={today}>
        <App ready={loading} />
      </TodayContext>
    </WordsContext>
  );
}

/** Whether anything was chosen, or a record opened, that the quiet second layer may have something on. */
function asksForPlaces({ selection, route, loading, shortlist }: AppState): boolean {
  if (loading.status !== "ready" || loading.places !== "waiting") return false;
  const unknown = route.screen === "service" && !loading.index.ids.includes(route.id);
  const listed = route.screen === "shortlist" ? [...route.linked, ...shortlist.ids] : [];
  const unlisted = listed.some((id) => !loading.index.ids.includes(id));
  return unknown || unlisted || selection.places || !isNothingSelected(selection);
}

/** Places are as many bytes again as all the rest, so they come when they may matter, not before. */
function addPlacesWhenAsked(): void {
  const check = () => {
    if (!asksForPlaces(store.getState())) return;
    store.setState(({ loading }) => (loading.status === "ready" ? { loading: { ...loading, places: "coming" } } : {}));
    void addPlaces();
  };
  store.subscribe(check);
  check();
}

/** Without the second layer the list says so and still works. */
async function addPlaces(): Promise<void> {
  const places = await loadPlaces().catch(() => null);
  store.setState(({ loading }) =>
    loading.status !== "ready"
      ? {}
      : {
          loading:
            places === null
              ? { ...loading, places: "failed" }
              : { ...loading, places: "ready", index: joinIndexes(loading.index, places) },
        },
  );
}

async function start(): Promise<void> {
  const place = document.getElementById("app");
  if (place === null) throw new Error('index.html has no element with the id "app".');
  const words = createWords({
    locale: "en",
    direction: "ltr",
    messages: english,
    loadScreens: () => import("./locale/en/screens.json").then((file) => file.default),
  });
  try {
    const loaded = await loadServices();
    store.setState({ loading: { status: "ready", ...loaded, servicesCount: loaded.index.count, places: "waiting" } });
    const { ids, keeps } = keptShortlist();
    store.setState({ shortlist: { ids, keeps, undo: null, refused: false } });
    readAddress(store);
    followAddress(store);
    createRoot(place).render(
      <StrictMode>
        <StoreContext value={store}>
          <Root words={words} today={todayInLondon(new Date())} />
        </StoreContext>
      </StrictMode>,
    );
    addPlacesWhenAsked();
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    store.setState({ loading: { status: "failed", reason: error.reason } });
    showFailure(place, error.reason, words);
  }
}

void start();
