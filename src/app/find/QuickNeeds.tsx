import { toggleTerm } from "../../search/selection.ts";
import type { Vocabularies } from "../../services/facets.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { select } from "../state/store.ts";
import { useWords } from "../words-context.tsx";

/** How many top needs stand ready as one press each. */
const HOW_MANY = 9;

/** The commonest needs as buttons. They set the same filter that the panel shows. */
export function QuickNeeds({
  vocabularies,
  counts,
}: {
  readonly vocabularies: Vocabularies;
  readonly counts: Uint32Array;
}) {
  const words = useWords();
  const store = useAppStore();
  const chosen = useApp((state) => state.selection.terms.specialism);
  const needs = vocabularies.specialism.terms
    .map((term, i) => ({ term, count: counts[i] ?? 0 }))
    .filter(({ term, count }) => term.parent === undefined && (count > 0 || chosen?.includes(term.id) === true))
    .slice(0, HOW_MANY);
  return (
    <ul className="needs" aria-label={words.t("needs.label")}>
      {needs.map(({ term }) => (
        <li key={term.id}>
          <button
            type="button"
            className="need"
            aria-pressed={chosen?.includes(term.id) === true}
            onClick={() => select(store, (selection) => toggleTerm(selection, "specialism", term.id))}
          >
            {term.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
