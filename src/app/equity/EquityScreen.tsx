import { useCallback, useDeferredValue, useEffect, useState } from "react";
import { BOROUGH_CODES, type BoroughCode } from "../../services/place.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import { useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { Answers } from "./Answers.tsx";
import { Choices } from "./EquityChoices.tsx";
import { type EquityView, viewFromParams, viewToParams } from "./equity-view.ts";
import { useEquityData } from "./use-equity-data.ts";
import { ViewNote } from "./ViewNote.tsx";
import "./equity.css";

const hashParams = (): URLSearchParams => new URLSearchParams(window.location.hash.split("?", 2)[1] ?? "");

/** The view, kept in the address without a trail behind Back, so that a link leads to the same tables. */
function useView(ready: Ready): readonly [EquityView, (change: Partial<EquityView>) => void] {
  const store = useAppStore();
  const [view, setView] = useState(() => viewFromParams(hashParams(), ready.vocabularies, store.getState().selection));
  useEffect(() => {
    if (!window.location.hash.startsWith("#/equity")) return;
    const fragment = `#/equity?${viewToParams(view)}`;
    if (fragment !== window.location.hash) window.history.replaceState(window.history.state, "", fragment);
  }, [view]);
  const change = useCallback((part: Partial<EquityView>) => setView((before) => ({ ...before, ...part })), []);
  return [view, change];
}

/** Who is left out: need against listed provision, for the present search or a ready-made question. */
export function EquityScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  const [view, change] = useView(ready);
  // The choice answers at once; the tables follow in pieces that don't hold up the next press.
  const shown = useDeferredValue(view);
  const [loading, retry] = useEquityData(ready.publication);
  const area = boroughsOfArea(ready.publication);
  const boroughName = (code: string): string => ready.vocabularies.borough.byId.get(code)?.label ?? code;
  const openProfile = useCallback(
    (profile: BoroughCode | null) => {
      change({ profile });
      // Another page to whoever reads it: it begins at its top.
      document.getElementById("main")?.focus();
      window.scrollTo(0, 0);
    },
    [change],
  );
  return (
    <main className="page equity" id="main" tabIndex={-1}>
      <h1>
        {shown.profile === null
          ? words.t("equity.title")
          : `${boroughName(shown.profile)} – ${words.t("equity.title")}`}
      </h1>
      {shown.profile === null && <p className="lede">{words.t("equity.lede")}</p>}
      {area.length < BOROUGH_CODES.length && (
        <p className="warning">{words.t("equity.partOnly", { boroughs: words.list(area.map(boroughName)) })}</p>
      )}
      {shown.profile === null && <ViewNote />}
      <Choices ready={ready} view={view} change={change} />
      {loading.status === "loading" && <p role="status">{words.t("equity.loading")}</p>}
      {loading.status === "failed" && (
        <div role="alert">
          <p>{words.t("equity.failed")}</p>
          <button type="button" className="button" onClick={retry}>
            {words.t("equity.retry")}
          </button>
        </div>
      )}
      {loading.status === "ready" && <Answers ready={ready} data={loading.data} view={shown} onProfile={openProfile} />}
    </main>
  );
}
