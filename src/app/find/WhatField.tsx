import {
  type ComponentProps,
  type ComponentType,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Gazetteer } from "../../search/gazetteer.ts";
import type { NamedPlace } from "../../search/read-query.ts";
import { NOTHING_SELECTED, toggleTerm } from "../../search/selection.ts";
import type { Suggestion } from "../../search/suggest.ts";
import type { FacetId, Vocabularies } from "../../services/facets.ts";
import type { TermId } from "../../services/vocabulary.ts";
import { asksToSaveData } from "../map/save-data.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { askForLayWords, bringWordSearch } from "../state/lay-words.ts";
import { select } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { searchOf } from "../state/use-results.ts";
import { useWords } from "../words-context.tsx";
import type { Suggestions } from "./Suggestions.tsx";

/** Letters from which on a word may be the name of a place. */
const NAME_LENGTH = 3;

interface WhatFieldProps {
  readonly vocabularies: Vocabularies;
  /** The query for which suggestions were sent away or acted upon. */
  readonly settled: string | null;
  readonly onSettled: (query: string) => void;
  /** Starts from a place that was chosen; resolves to whether there is such a place. */
  readonly onPlace: (where: NamedPlace) => Promise<boolean>;
}

/** "What do you need?": the words search while they are typed, and what they may mean is offered beneath. */
export function WhatField({ vocabularies, settled, onSettled, onPlace }: WhatFieldProps) {
  const words = useWords();
  const store = useAppStore();
  const today = useToday();
  const query = useApp((state) => state.selection.words);
  const chosen = useApp((state) => state.selection.terms);
  const loading = useApp((state) => state.loading);
  // Renders again when the words come that the search then knows.
  useApp((state) => state.wordSearch);
  useApp((state) => state.synonyms);
  const [here, setHere] = useState(false);
  const [Offered, setOffered] = useState<ComponentType<ComponentProps<typeof Suggestions>> | null>(null);
  const [gazetteer, setGazetteer] = useState<Gazetteer | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const search = loading.status === "ready" ? searchOf(loading) : null;
  const says = useMemo(() => {
    if (search === null) return () => false;
    const { counts } = search.search({ ...NOTHING_SELECTED, places: true }, today);
    return (facet: FacetId, term: TermId): boolean => {
      const place = vocabularies[facet].terms.findIndex(({ id }) => id === term);
      return (counts[facet][place] ?? 0) > 0;
    };
  }, [search, vocabularies, today]);

  useEffect(() => {
    if (query !== "") askForLayWords(store);
  }, [query, store]);

  // Whoever asks to save data gets the search by words with the first of them.
  useEffect(() => {
    if (asksToSaveData(navigator)) return;
    (window.requestIdleCallback ?? setTimeout)(() => void bringWordSearch(store));
  }, [store]);

  const begin = () => {
    setHere(true);
    askForLayWords(store);
    void bringWordSearch(store);
    // Without them the words still search.
    if (Offered === null)
      import("./Suggestions.tsx").then(
        ({ Suggestions }) => setOffered(() => Suggestions),
        () => {},
      );
  };
  const askForPlaces = (text: string) => {
    if (gazetteer !== null || text.trim().length < NAME_LENGTH || asksToSaveData(navigator)) return;
    import("../state/gazetteer.ts").then(({ loadGazetteer }) => loadGazetteer()).then(setGazetteer, () => {});
  };
  const hide = useCallback(() => onSettled(query), [onSettled, query]);
  const choose = (suggestion: Suggestion) => {
    input.current?.focus();
    onSettled(suggestion.rest);
    if (suggestion.kind === "term") {
      const { facet, term, rest } = suggestion;
      select(store, (selection) => toggleTerm({ ...selection, words: rest }, facet, term));
      return;
    }
    void onPlace(suggestion.where).then((found) => {
      if (found) select(store, (selection) => ({ ...selection, words: suggestion.rest }));
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notes that the focus has left the box and its suggestions
    <div
      className="field field-what"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHere(false);
      }}
    >
      <label htmlFor={`${id}-what`}>{words.t("search.what")}</label>
      <input
        id={`${id}-what`}
        ref={input}
        type="search"
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        placeholder={words.t("search.whatHint")}
        value={query}
        onFocus={begin}
        onChange={(event) => {
          const text = event.target.value;
          askForPlaces(text);
          select(store, (selection) => ({ ...selection, words: text }));
        }}
      />
      {Offered !== null && search !== null && search.phrases !== null && (
        <Offered
          query={query}
          phrases={search.phrases}
          gazetteer={gazetteer}
          chosen={chosen}
          says={says}
          vocabularies={vocabularies}
          open={here && query.trim() !== "" && query !== settled}
          input={input}
          onChoose={choose}
          onHide={hide}
        />
      )}
    </div>
  );
}
