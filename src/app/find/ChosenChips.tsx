import type { Words } from "../../locale/words.ts";
import { type Near, NOTHING_SELECTED, type Selection, toggleExclusion, toggleTerm } from "../../search/selection.ts";
import { FACET_IDS, type Vocabularies } from "../../services/facets.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { select } from "../state/store.ts";
import { useWords } from "../words-context.tsx";

interface Chip {
  readonly key: string;
  readonly name: string;
  readonly remove: (selection: Selection) => Selection;
}

function nearInWords(near: Near, words: Words): string {
  return near.radius === null
    ? words.t("chips.near", { place: near.label })
    : words.t("chips.nearWithin", { place: near.label, distance: words.distance(near.radius) });
}

export function chipsOf(selection: Selection, vocabularies: Vocabularies, words: Words): readonly Chip[] {
  const label = (facet: (typeof FACET_IDS)[number], term: string) => vocabularies[facet].byId.get(term)?.label ?? term;
  const chips: Chip[] = [];
  if (selection.words.trim() !== "") {
    chips.push({
      key: "words",
      name: words.t("chips.words", { words: selection.words.trim() }),
      remove: (s) => ({ ...s, words: "" }),
    });
  }
  if (selection.near !== null) {
    chips.push({ key: "near", name: nearInWords(selection.near, words), remove: (s) => ({ ...s, near: null }) });
  }
  for (const facet of FACET_IDS) {
    for (const term of selection.terms[facet] ?? []) {
      chips.push({ key: `${facet}-${term}`, name: label(facet, term), remove: (s) => toggleTerm(s, facet, term) });
    }
    for (const term of selection.not[facet] ?? []) {
      chips.push({
        key: `not-${facet}-${term}`,
        name: words.t("chips.not", { name: label(facet, term) }),
        remove: (s) => toggleExclusion(s, facet, term),
      });
    }
  }
  if (selection.reading === "says-so") {
    chips.push({ key: "reading", name: words.t("chips.saysSo"), remove: (s) => ({ ...s, reading: "may-fit" }) });
  }
  return chips;
}

/** What is chosen, each removable by one press. */
export function ChosenChips({ vocabularies }: { readonly vocabularies: Vocabularies }) {
  const words = useWords();
  const store = useAppStore();
  const selection = useApp((state) => state.selection);
  const chips = chipsOf(selection, vocabularies, words);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={words.t("chips.label")}>
      {chips.map(({ key, name, remove }) => (
        <li key={key}>
          <button
            type="button"
            className="chip"
            aria-label={words.t("chips.remove", { name })}
            onClick={() => select(store, remove)}
          >
            <bdi>{name}</bdi> <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="link-button"
          onClick={() => select(store, ({ places }) => ({ ...NOTHING_SELECTED, places }))}
        >
          {words.t("chips.clear")}
        </button>
      </li>
    </ul>
  );
}
