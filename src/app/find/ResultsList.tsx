import { useEffect, useMemo, useRef } from "react";
import type { Results } from "../../search/results.ts";
import { isNothingSelected, type Selection } from "../../search/selection.ts";
import { cardFacts } from "../card-facts.ts";
import { ShortlistButton } from "../shortlist/ShortlistButton.tsx";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { PAGE_LENGTH, type Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { ServiceCard } from "./ServiceCard.tsx";

interface ResultsListProps {
  readonly ready: Ready;
  readonly results: Results;
  readonly onShowOnMap?: (row: number) => void;
}

/**
 * The order in which results are listed: that of the law; while nothing is chosen yet, that of the publication, so
 * that the opening list is the one that stood in the page before any script.
 */
export function listedRows(results: Results, selection: Selection): Uint32Array {
  return isNothingSelected(selection) ? results.rows.slice().sort() : results.rows;
}

/** Rows with a place of some sort, and rows with none: the second are a group of their own, never lost. */
export function groupRows(
  ready: Ready,
  rows: Uint32Array,
): { readonly placed: Uint32Array; readonly placeless: Uint32Array } {
  const { locationStart } = ready.index;
  const placed = new Uint32Array(rows.length);
  const placeless = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if ((locationStart[row + 1] ?? 0) > (locationStart[row] ?? 0)) placed[count++] = row;
    else placeless[i - count] = row;
  }
  return { placed: placed.subarray(0, count), placeless: placeless.subarray(0, rows.length - count) };
}

export function ResultsList({ ready, results, onShowOnMap }: ResultsListProps) {
  const words = useWords();
  const store = useAppStore();
  const today = useToday();
  const hovered = useApp((state) => state.hovered);
  const selection = useApp((state) => state.selection);
  const cardsShown = useApp((state) => state.cardsShown);
  const { placed, placeless } = useMemo(
    () => groupRows(ready, listedRows(results, selection)),
    [ready, results, selection],
  );
  const shownPlaced = [...placed.subarray(0, cardsShown)];
  const shownPlaceless = [...placeless.subarray(0, Math.max(0, cardsShown - placed.length))];
  const firstNew = useRef<number | null>(null);
  const list = useRef<HTMLDivElement>(null);

  // "Show more" takes its own button away; focus goes on to the first card that came.
  useEffect(() => {
    if (firstNew.current === null || cardsShown === PAGE_LENGTH) return;
    const cards = list.current?.querySelectorAll<HTMLElement>(".card-name a");
    cards?.[firstNew.current]?.focus();
    firstNew.current = null;
  }, [cardsShown]);

  const card = (row: number) => (
    <li key={row}>
      <ServiceCard
        card={cardFacts(ready.index, row)}
        vocabularies={ready.vocabularies}
        today={today}
        distance={results.distanceOf(row)}
        reasons={results.reasonsOf(row)}
        matched={results.matchedWords(row)}
        hovered={hovered === row}
        actions={<ShortlistButton id={ready.index.ids[row] ?? ""} name={ready.index.names[row] ?? ""} />}
        onHover={(next) => store.setState({ hovered: next })}
        {...(onShowOnMap === undefined ? {} : { onShowOnMap })}
      />
    </li>
  );
  const left = results.rows.length - shownPlaced.length - shownPlaceless.length;
  return (
    <div className="results-list" ref={list}>
      <ol className="cards">{shownPlaced.map(card)}</ol>
      {placeless.length > 0 && shownPlaced.length === placed.length && (
        <>
          <h3 className="group-title">
            {words.t("results.noPlaceTitle")} ({words.number(placeless.length)})
          </h3>
          <ol className="cards">{shownPlaceless.map(card)}</ol>
        </>
      )}
      {left > 0 && (
        <p className="more">
          <button
            type="button"
            className="button"
            onClick={() => {
              firstNew.current = shownPlaced.length + shownPlaceless.length;
              store.setState({ cardsShown: cardsShown + PAGE_LENGTH });
            }}
          >
            {words.t("results.more", { count: Math.min(left, PAGE_LENGTH) })}
          </button>{" "}
          <span className="hint">
            {words.t("results.countOf", {
              shown: words.number(shownPlaced.length + shownPlaceless.length),
              count: words.number(results.rows.length),
            })}
          </span>
        </p>
      )}
    </div>
  );
}
