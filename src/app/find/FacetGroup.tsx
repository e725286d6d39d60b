import { useId, useState } from "react";
import { toggleExclusion, toggleTerm } from "../../search/selection.ts";
import type { FacetId } from "../../services/facets.ts";
import { fold } from "../../services/fold.ts";
import type { Term, TermId, Vocabulary } from "../../services/vocabulary.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { select } from "../state/store.ts";
import { useWords } from "../words-context.tsx";

/** Facets whose vocabulary is already in an order that people know. */
const KEEPS_ORDER: readonly FacetId[] = ["kind", "deprivation", "day", "cost"];
/** Options shown before "show all", and above which the list gets a search of its own. */
const SHORT_LIST = 8;
const LONG_LIST = 12;
const NO_TERMS: readonly TermId[] = [];

export interface FacetOption {
  readonly term: Term;
  readonly count: number;
  readonly depth: number;
}

/**
 * Terms worth showing, parents before their children: those that would give something, and those chosen already.
 * `counts` follow the order of `vocabulary.terms`.
 */
export function facetOptions(
  facet: FacetId,
  vocabulary: Vocabulary,
  counts: Uint32Array,
  chosen: readonly TermId[],
  compare: (a: string, b: string) => number,
): readonly FacetOption[] {
  const shown = vocabulary.terms
    .map((term, i) => ({ term, count: counts[i] ?? 0 }))
    .filter(({ term, count }) => count > 0 || chosen.includes(term.id));
  const ids = new Set(shown.map(({ term }) => term.id));
  const ordered = KEEPS_ORDER.includes(facet)
    ? shown
    : [...shown].sort((a, b) => b.count - a.count || compare(a.term.label, b.term.label));
  const beneath = new Map<TermId | undefined, typeof ordered>();
  for (const option of ordered) {
    const parent = option.term.parent !== undefined && ids.has(option.term.parent) ? option.term.parent : undefined;
    const siblings = beneath.get(parent);
    if (siblings === undefined) beneath.set(parent, [option]);
    else siblings.push(option);
  }
  const under = (parent: TermId | undefined, depth: number): FacetOption[] =>
    (beneath.get(parent) ?? []).flatMap(({ term, count }) => [{ term, count, depth }, ...under(term.id, depth + 1)]);
  return under(undefined, 0);
}

interface FacetGroupProps {
  readonly facet: FacetId;
  readonly vocabulary: Vocabulary;
  readonly counts: Uint32Array;
  readonly startsOpen: boolean;
}

export function FacetGroup({ facet, vocabulary, counts, startsOpen }: FacetGroupProps) {
  const words = useWords();
  const store = useAppStore();
  const chosen = useApp((state) => state.selection.terms[facet] ?? NO_TERMS);
  const excluded = useApp((state) => state.selection.not[facet] ?? NO_TERMS);
  const [open, setOpen] = useState(startsOpen);
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState("");
  const id = useId();
  const picked = chosen.length + excluded.length;
  const options = open ? facetOptions(facet, vocabulary, counts, [...chosen, ...excluded], words.compare) : [];
  const wanted = fold(typed.trim());
  const matching =
    wanted === ""
      ? options
      : options.filter(({ term }) =>
          [term.label, term.own ?? "", ...(term.spellings ?? [])].some((name) => fold(name).includes(wanted)),
        );
  const visible =
    all || wanted !== "" || options.length <= LONG_LIST
      ? matching
      : matching.filter(({ term }, i) => i < SHORT_LIST || chosen.includes(term.id) || excluded.includes(term.id));
  return (
    <details className="facet" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="facet-name">{words.t(`facet.${facet}`)}</span>
        {picked > 0 && <span className="facet-picked">{words.t("facets.chosen", { count: picked })}</span>}
      </summary>
      {options.length > LONG_LIST && (
        <input
          className="facet-search"
          type="search"
          autoComplete="off"
          aria-label={`${words.t("facets.search")}: ${words.t(`facet.${facet}`)}`}
          placeholder={words.t("facets.search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul className="facet-options" aria-label={words.t(`facet.${facet}`)}>
        {visible.map(({ term, count, depth }) => (
          <li key={term.id} className={`facet-option depth-${Math.min(depth, 2)}`}>
            <input
              type="checkbox"
              id={`${id}-${term.id}`}
              checked={chosen.includes(term.id)}
              onChange={() => select(store, (selection) => toggleTerm(selection, facet, term.id))}
            />
            <label htmlFor={`${id}-${term.id}`}>
              {term.label}
              {facet === "spokenLanguage" && term.own !== undefined && term.own !== term.label && (
                <>
                  {" "}
                  <bdi lang={term.lang ?? term.id} className="own-name">
                    {term.own}
                  </bdi>
                </>
              )}
            </label>
            <span className="facet-count">{words.number(count)}</span>
            <button
              type="button"
              className="facet-not"
              aria-pressed={excluded.includes(term.id)}
              onClick={() => select(store, (selection) => toggleExclusion(selection, facet, term.id))}
            >
              {words.t("facets.not")}
              <span className="visually-hidden">: {term.label}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && visible.length === 0 && <p className="hint">{words.t("facets.none")}</p>}
      {wanted === "" && options.length > LONG_LIST && (
        <button type="button" className="link-button" onClick={() => setAll(!all)}>
          {all ? words.t("facets.fewer") : words.t("facets.more", { count: options.length })}
        </button>
      )}
    </details>
  );
}
