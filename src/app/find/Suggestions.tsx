import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Gazetteer } from "../../search/gazetteer.ts";
import type { Phrases } from "../../search/phrases.ts";
import type { ChosenTerms } from "../../search/selection.ts";
import { type Suggestion, suggest } from "../../search/suggest.ts";
import type { FacetId, Vocabularies } from "../../services/facets.ts";
import type { TermId } from "../../services/vocabulary.ts";
import { useWords } from "../words-context.tsx";

/** Quiet time before the number of suggestions is announced, in milliseconds: one message a word, not one a key. */
const QUIET = 700;

interface SuggestionsProps {
  readonly query: string;
  readonly phrases: Phrases;
  readonly gazetteer: Gazetteer | null;
  readonly chosen: ChosenTerms;
  readonly vocabularies: Vocabularies;
  /** Whether any service says the term: what nobody says is not offered. */
  readonly says: (facet: FacetId, term: TermId) => boolean;
  /** Whether the person is at the box or at the suggestions, and has not sent them away. */
  readonly open: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChoose: (suggestion: Suggestion) => void;
  readonly onHide: () => void;
}

/**
 * What the typed words may mean, as buttons that lie over what stands below the box: nothing moves away under a
 * finger. Arrow keys and Tab reach them, Escape sends them away.
 */
export function Suggestions(props: SuggestionsProps) {
  const { phrases, gazetteer, chosen, says, vocabularies, open, input, onChoose, onHide } = props;
  const words = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // Letters show first; what they may mean can wait a moment.
  const query = useDeferredValue(props.query);
  const found = useMemo(
    () => (open ? suggest(query, phrases, { gazetteer, chosen, says }) : []),
    [open, query, phrases, gazetteer, chosen, says],
  );
  const filters = found.flatMap((suggestion) => (suggestion.kind === "term" ? [suggestion] : []));
  const places = found.flatMap((suggestion) => (suggestion.kind === "place" ? [suggestion] : []));

  useEffect(() => {
    const field = input.current;
    if (field === null || found.length === 0) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        list.current?.querySelector("button")?.focus();
      } else if (event.key === "Escape") {
        // A search box would empty itself.
        event.preventDefault();
        onHide();
      }
    };
    // Not every phone takes the focus from a box when something else is touched.
    const onPress = (event: PointerEvent) => {
      const inside = event.target instanceof Node && (list.current?.contains(event.target) || field === event.target);
      if (!inside) onHide();
    };
    field.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      field.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [input, found, onHide]);

  const onKey = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    const go = (to: number) => {
      event.preventDefault();
      if (to < 0) input.current?.focus();
      else buttons[Math.min(to, buttons.length - 1)]?.focus();
    };
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(buttons.length - 1);
    else if (event.key === "Escape") {
      input.current?.focus();
      onHide();
    }
  };

  const group = (title: string, name: string, items: readonly { suggestion: Suggestion; text: string }[]) =>
    items.length > 0 && (
      <>
        <p className="suggestions-title" id={`${id}-${name}`}>
          {title}
        </p>
        <ul aria-labelledby={`${id}-${name}`}>
          {items.map(({ suggestion, text }) => (
            <li key={text}>
              <button type="button" className="suggestion" onClick={() => onChoose(suggestion)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      </>
    );

  return (
    <>
      <Announced text={found.length === 0 ? "" : `${words.t("search.suggestions")}: ${words.number(found.length)}`} />
      {found.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the buttons within are what is pressed; this only moves between them
        <div
          className="suggestions"
          ref={list}
          onKeyDown={onKey}
          // The box keeps the focus while a finger or mouse presses, or the list would close before the press counts.
          onMouseDown={(event) => event.preventDefault()}
        >
          {group(
            words.t("search.suggestions"),
            "filters",
            filters.map((suggestion) => ({
              suggestion,
              text: words.t("search.suggest", {
                facet: words.t(`facet.${suggestion.facet}`),
                term: vocabularies[suggestion.facet].byId.get(suggestion.term)?.label ?? suggestion.term,
              }),
            })),
          )}
          {group(
            words.t("search.places"),
            "places",
            places.map((suggestion) => ({
              suggestion,
              text: words.t("chips.near", { place: suggestion.where.text }),
            })),
          )}
        </div>
      )}
    </>
  );
}

function Announced({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
