import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { isNothingSelected } from "../../search/selection.ts";
import { useWide } from "../map/use-wide.ts";
import { Later } from "../parts/Later.tsx";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { type Ready, select } from "../state/store.ts";
import { areWordsAwaited, useResults } from "../state/use-results.ts";
import { useWords } from "../words-context.tsx";
import { ChosenChips } from "./ChosenChips.tsx";
import { FacetPanel } from "./FacetPanel.tsx";
import { QuickNeeds } from "./QuickNeeds.tsx";
import { ResultCount } from "./ResultCount.tsx";
import { ResultsList } from "./ResultsList.tsx";
import { SearchForm } from "./SearchForm.tsx";

const loadNothingFound = () => import("./NothingFound.tsx").then(({ NothingFound }) => NothingFound);
const loadMapPane = () => import("../map/MapPane.tsx").then(({ MapPane }) => MapPane);

/** The list, the ways to narrow it, and the map beside it. */
export function FindScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  const store = useAppStore();
  const results = useResults();
  // The list answers a press at once, the map in a task of its own: together they would be too long a one for a phone.
  const forMap = useDeferredValue(useMemo(() => results && { ready, results }, [ready, results]));
  const view = useApp((state) => state.view);
  const places = useApp((state) => state.selection.places);
  const dropped = useApp((state) => state.dropped);
  const filtersOpen = useApp((state) => state.filtersOpen);
  const chosen = useApp((state) => Object.values(state.selection.terms).reduce((n, terms) => n + terms.length, 0));
  const nothing = useApp((state) => isNothingSelected(state.selection));
  // Once the map has come it stays, so that going back to the list and forth again costs nothing.
  const wide = useWide();
  const mapWanted = wide || view === "map";
  const [mapShown, setMapShown] = useState(mapWanted);
  useEffect(() => {
    if (mapWanted) setMapShown(true);
  }, [mapWanted]);
  const wordsFailed = useApp((state) => state.wordSearchFailed && state.selection.words.trim() !== "");
  const wordsAwaited = useApp(areWordsAwaited);
  const filtersButton = useRef<HTMLButtonElement>(null);

  const showOnMap = useCallback(
    (row: number) => {
      store.setState({ view: "map", hovered: row, pressed: [row] });
      requestAnimationFrame(() => document.getElementById("map")?.scrollIntoView({ block: "nearest" }));
    },
    [store],
  );
  const openFilters = () => {
    store.setState({ filtersOpen: true });
    requestAnimationFrame(() => document.getElementById("filters")?.focus());
  };
  if (results === null) return null;
  const allPlaces = ready.publication.parts.find(({ layer }) => layer === "places")?.count ?? 0;
  const placesLeftOut = ready.places === "waiting" || ready.places === "coming" ? allPlaces : results.placesLeftOut;
  return (
    <>
      <main id="main">
        <div className="find-hero">
          <h1 className="visually-hidden">{words.t("search.label")}</h1>
          <SearchForm vocabularies={ready.vocabularies} />
          <QuickNeeds vocabularies={ready.vocabularies} counts={results.counts.specialism} />
        </div>
        <div className="find" data-view={view}>
          <FacetPanel ready={ready} results={results} onClose={() => filtersButton.current?.focus()} />
          <section id="results" className="results" aria-label={words.t("results.label")} tabIndex={-1}>
            <div className="results-head">
              <h2>
                <ResultCount count={results.rows.length} />
              </h2>
            </div>
            {dropped.length > 0 && (
              <p className="warning">{words.t("results.dropped", { names: words.list(dropped) })}</p>
            )}
            {results.wordsLeftOut.length > 0 && (
              <p className="warning">{words.t("results.wordsLeftOut", { words: words.list(results.wordsLeftOut) })}</p>
            )}
            <ChosenChips vocabularies={ready.vocabularies} />
            <p className="hint results-order">{words.t(nothing ? "results.opening" : "results.order")}</p>
            {wordsAwaited && <p className="hint">{words.t("part.loading")}</p>}
            {wordsFailed && <p className="warning">{words.t("part.failed")}</p>}
            {ready.places === "failed" && <p className="warning">{words.t("results.placesFailed")}</p>}
            {(placesLeftOut > 0 || places) && (
              <div className="places-switch">
                <button
                  type="button"
                  className="button button-quiet"
                  aria-pressed={places}
                  onClick={() => select(store, (selection) => ({ ...selection, places: !selection.places }))}
                >
                  {places ? words.t("results.hidePlaces") : words.t("results.showPlaces", { count: placesLeftOut })}
                </button>
                <p className="hint">{words.t("results.placesHint")}</p>
              </div>
            )}
            {results.rows.length === 0 ? (
              <Later load={loadNothingFound} props={{ ready, results }} />
            ) : (
              <ResultsList ready={ready} results={results} onShowOnMap={showOnMap} />
            )}
          </section>
          {mapShown && forMap && <Later load={loadMapPane} props={forMap} />}
        </div>
      </main>
      <div className="bar">
        <button type="button" ref={filtersButton} aria-expanded={filtersOpen} onClick={openFilters}>
          {words.t("facets.open")}
          {chosen > 0 && ` (${words.number(chosen)})`}
        </button>
        <button type="button" aria-pressed={view === "list"} onClick={() => store.setState({ view: "list" })}>
          {words.t("view.list")}
        </button>
        <button type="button" aria-pressed={view === "map"} onClick={() => store.setState({ view: "map" })}>
          {words.t("view.map")}
        </button>
      </div>
    </>
  );
}
