import { useId, useState } from "react";
import { REACH_METRES } from "../../equity/reach.ts";
import { isNothingSelected, type Selection } from "../../search/selection.ts";
import { FACET_IDS } from "../../services/facets.ts";
import { useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { type EquityView, subjectOf } from "./equity-view.ts";
import { PRESETS } from "./presets.ts";
import { kilometres } from "./reach-tables.ts";

/** A selection in a few words: what was typed and ticked. */
export function describeSelection(selection: Selection, ready: Ready): string {
  const terms = FACET_IDS.flatMap((facet) =>
    (selection.terms[facet] ?? []).map((term) => ready.vocabularies[facet].byId.get(term)?.label ?? term),
  );
  const typed = selection.words.trim() === "" ? [] : [`“${selection.words.trim()}”`];
  return [...typed, ...terms].join(" + ");
}

/** What to look at, which records count, and how near is near. */
export function Choices(props: {
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
