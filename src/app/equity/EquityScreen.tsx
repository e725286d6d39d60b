import { memo, useDeferredValue, useEffect, useId, useMemo, useState } from "react";
import { inMostDeprivedFifth, REACH_METRES } from "../../equity/reach.ts";
import { isNothingSelected, type Selection } from "../../search/selection.ts";
import { FACET_IDS } from "../../services/facets.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import { useLinks } from "../links-context.tsx";
import { useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { type Analysis, analyse } from "./analysis.ts";
import { percent } from "./data-table.ts";
import { type EquityView, selectionOf, subjectOf, viewFromParams, viewToParams } from "./equity-view.ts";
import { Fold } from "./Fold.tsx";
import { GapsSection } from "./GapsSection.tsx";
import { NeedSection } from "./NeedSection.tsx";
import { ParitySection } from "./ParitySection.tsx";
import { PRESETS } from "./presets.ts";
import { ReachSection } from "./ReachSection.tsx";
import { kilometres } from "./reach-tables.ts";
import { type EquityData, useEquityData } from "./use-equity-data.ts";
import { WhatIfSection } from "./WhatIfSection.tsx";
import "./equity.css";

const CAVEATS = ["listing", "unknown", "straight", "areas", "cause"] as const;

/** A selection in a few words: what was typed and ticked. */
function describeSelection(selection: Selection, ready: Ready): string {
  const terms = FACET_IDS.flatMap((facet) =>
    (selection.terms[facet] ?? []).map((term) => ready.vocabularies[facet].byId.get(term)?.label ?? term),
  );
  const typed = selection.words.trim() === "" ? [] : [`“${selection.words.trim()}”`];
  return [...typed, ...terms].join(" + ");
}

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
  return [view, (change) => setView((before) => ({ ...before, ...change }))];
}

function Choices(props: {
  readonly ready: Ready;
  readonly view: EquityView;
  readonly change: (change: Partial<EquityView>) => void;
}) {
  const words = useWords();
  const store = useAppStore();
  const id = useId();
  const { ready, view, change } = props;
  const { subject } = view;
  // The search that can be gone back to: the one in the link, else the one on the first screen.
  const [mine] = useState(() => {
    const current = subject.kind === "selection" ? subject : subjectOf(store.getState().selection);
    return current.kind === "selection" ? current : null;
  });
  const nearDropped = subject.kind === "selection" && store.getState().selection.near !== null;
  return (
    <div className="equity-choices no-print">
      <div className="field">
        <label htmlFor={`${id}-subject`}>{words.t("equity.choose")}</label>
        <select
          id={`${id}-subject`}
          value={subject.kind === "preset" ? subject.id : ""}
          onChange={(event) => {
            const preset = PRESETS.find((entry) => entry.id === event.target.value);
            if (preset !== undefined) change({ subject: { kind: "preset", id: preset.id } });
            else if (mine !== null) change({ subject: mine });
          }}
        >
          {mine !== null && !isNothingSelected(mine.selection) && (
            <option value="">{words.t("equity.mine", { what: describeSelection(mine.selection, ready) })}</option>
          )}
          {PRESETS.map((preset) => (
            <option key={preset.id} value={preset.id}>
              {words.t(`equity.preset.${preset.id}`)}
            </option>
          ))}
        </select>
        {nearDropped && <p className="hint">{words.t("equity.nearDropped")}</p>}
      </div>
      <fieldset className="choices">
        <legend>{words.t("reading.label")}</legend>
        {(["says-so", "may-fit"] as const).map((reading) => (
          <label key={reading}>
            <input
              type="radio"
              name={`${id}-reading`}
              checked={view.reading === reading}
              onChange={() => change({ reading })}
            />{" "}
            {words.t(reading === "says-so" ? "reading.saysSo" : "reading.mayFit")}
          </label>
        ))}
        <p className="hint">{words.t(view.reading === "says-so" ? "equity.saysSoHint" : "equity.mayFitHint")}</p>
      </fieldset>
      <fieldset className="choices">
        <legend>{words.t("equity.distance")}</legend>
        {REACH_METRES.map((metres) => (
          <label key={metres}>
            <input
              type="radio"
              name={`${id}-metres`}
              checked={view.metres === metres}
              onChange={() => change({ metres })}
            />{" "}
            {words.t("equity.km", { km: kilometres(words, metres) })}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Nothing found is said in the right words: nothing is listed, or nothing says so. */
function Found({ analysis }: { readonly analysis: Analysis }) {
  const words = useWords();
  const { rows, moreMayFit } = analysis;
  if (rows.length === 0) {
    return (
      <p className="warning">
        {moreMayFit === 0 ? words.t("equity.nothingListed") : words.t("equity.nothingSays", { count: moreMayFit })}
      </p>
    );
  }
  return (
    <p>
      <strong>{words.t("equity.found", { count: rows.length })}</strong>.{" "}
      {moreMayFit > 0 && words.t("equity.foundMore", { count: moreMayFit })}
    </p>
  );
}

function Method({ ready, data }: { readonly ready: Ready; readonly data: EquityData }) {
  const words = useWords();
  const links = useLinks();
  const { table } = data;
  let [deprived, all] = [0, 0];
  for (let row = 0; row < table.count; row++) {
    const residents = table.residents[row] ?? 0;
    all += residents;
    if (inMostDeprivedFifth(table, row)) deprived += residents;
  }
  return (
    <section aria-labelledby="equity-method">
      <h2 id="equity-method">{words.t("equity.method")}</h2>
      <ul>
        <li>{words.t("equity.methodPeople")}</li>
        <li>{words.t("equity.methodDeprived", { share: percent(words, deprived / all) })}</li>
        <li>{words.t("equity.methodReach")}</li>
        <li>{words.t("equity.indexFormula")}</li>
        <li>{words.t("equity.needNote")}</li>
      </ul>
      <Fold title={words.t("equity.methodSources")}>
        {() => (
          <ul>
            {ready.publication.sources.map(({ id, title, date, notes }) => (
              <li key={id}>
                <strong>{title}</strong> ({date}){notes.length > 0 && `: ${notes.join(" ")}`}
              </li>
            ))}
          </ul>
        )}
      </Fold>
      <p>
        <a href={links.about}>{words.t("footer.about")}</a>
      </p>
    </section>
  );
}

const Answers = memo(function Answers(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly view: EquityView;
}) {
  const words = useWords();
  const today = useToday();
  const { ready, data, view } = props;
  const analysis = useMemo(
    () => analyse(ready, data, selectionOf(view), view.metres, today),
    [ready, data, view, today],
  );
  const boroughName = (code: string): string => ready.vocabularies.borough.byId.get(code)?.label ?? code;
  // A new subject is compared with its own people, whatever was chosen for the last.
  const subject = view.subject.kind === "preset" ? view.subject.id : "mine";
  return (
    <>
      <div role="status">
        <Found analysis={analysis} />
      </div>
      <ReachSection analysis={analysis} data={data} boroughName={boroughName} />
      <NeedSection key={subject} ready={ready} data={data} analysis={analysis} boroughName={boroughName} />
      <GapsSection
        key={`${subject}-${view.metres}`}
        ready={ready}
        table={data.table}
        analysis={analysis}
        boroughName={boroughName}
      />
      <WhatIfSection ready={ready} table={data.table} analysis={analysis} boroughName={boroughName} />
      <ParitySection ready={ready} data={data} boroughName={boroughName} />
      <Method ready={ready} data={data} />
      <p className="hint">{words.t("equity.downloadNote")}</p>
    </>
  );
});

/** Who is left out: need against listed provision, for the present search or a ready-made question. */
export function EquityScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  const [view, change] = useView(ready);
  // The choice answers at once; the tables follow in pieces that don't hold up the next press.
  const shown = useDeferredValue(view);
  const [loading, retry] = useEquityData(ready.publication);
  const area = boroughsOfArea(ready.publication);
  return (
    <main className="page equity" id="main" tabIndex={-1}>
      <h1>{words.t("equity.title")}</h1>
      <p className="lede">{words.t("equity.lede")}</p>
      {area.length < BOROUGH_CODES.length && (
        <p className="warning">
          {words.t("equity.partOnly", {
            boroughs: words.list(area.map((code) => ready.vocabularies.borough.byId.get(code)?.label ?? code)),
          })}
        </p>
      )}
      <section className="caveats" aria-labelledby="equity-caveats">
        <h2 id="equity-caveats">{words.t("equity.caveats")}</h2>
        <ul>
          {CAVEATS.map((caveat) => (
            <li key={caveat}>{words.t(`equity.caveat.${caveat}`)}</li>
          ))}
        </ul>
      </section>
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
      {loading.status === "ready" && <Answers ready={ready} data={loading.data} view={shown} />}
    </main>
  );
}
