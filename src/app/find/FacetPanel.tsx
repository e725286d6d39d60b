import { useEffect } from "react";
import type { Results } from "../../search/results.ts";
import type { Reading } from "../../search/selection.ts";
import { FACET_IDS } from "../../services/facets.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { type Ready, select } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { FacetGroup } from "./FacetGroup.tsx";

const OPEN_AT_FIRST = ["spokenLanguage", "specialism"];

function ReadingSwitch() {
  const words = useWords();
  const store = useAppStore();
  const reading = useApp((state) => state.selection.reading);
  const choose = (next: Reading) => select(store, (selection) => ({ ...selection, reading: next }));
  return (
    <fieldset className="reading">
      <legend>{words.t("reading.label")}</legend>
      <label>
        <input type="radio" name="reading" checked={reading === "may-fit"} onChange={() => choose("may-fit")} />{" "}
        {words.t("reading.mayFit")}
      </label>
      <label>
        <input type="radio" name="reading" checked={reading === "says-so"} onChange={() => choose("says-so")} />{" "}
        {words.t("reading.saysSo")}
      </label>
      <p className="hint">{words.t(reading === "may-fit" ? "reading.mayFitHint" : "reading.saysSoHint")}</p>
    </fieldset>
  );
}

interface FacetPanelProps {
  readonly ready: Ready;
  readonly results: Results;
  /** Called when the sheet has closed, so that focus can return to what opened it. */
  readonly onClose: () => void;
}

/** All the ways to narrow: a column beside the list, or a sheet over it on a narrow screen. */
export function FacetPanel({ ready, results, onClose }: FacetPanelProps) {
  const words = useWords();
  const store = useAppStore();
  const open = useApp((state) => state.filtersOpen);
  const close = () => {
    store.setState({ filtersOpen: false });
    onClose();
  };
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      store.setState({ filtersOpen: false });
      onClose();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [open, onClose, store]);
  // A facet that no record states would only ever say "nothing here".
  const area = boroughsOfArea(ready.publication);
  const facets = FACET_IDS.filter(
    (id) => ready.index.facets[id].terms.length > 0 && (id !== "borough" || area.length > 1),
  );
  // Services of this area may serve others as well; those have maps of their own.
  const inArea = (counts: Uint32Array): Uint32Array =>
    counts.map((count, i) => (area.some((code) => code === ready.vocabularies.borough.terms[i]?.id) ? count : 0));
  return (
    <section
      id="filters"
      className={open ? "facets facets-open" : "facets"}
      aria-label={words.t("facets.label")}
      tabIndex={-1}
    >
      <h2 className="facets-title">{words.t("facets.title")}</h2>
      <ReadingSwitch />
      {facets.map((facet) => (
        <FacetGroup
          key={facet}
          facet={facet}
          vocabulary={ready.vocabularies[facet]}
          counts={facet === "borough" ? inArea(results.counts[facet]) : results.counts[facet]}
          startsOpen={OPEN_AT_FIRST.includes(facet)}
        />
      ))}
      <div className="facets-close">
        <button type="button" className="button" onClick={close}>
          {words.t("facets.close", { count: results.rows.length })}
        </button>
      </div>
    </section>
  );
}
