import type { Words } from "../../locale/words.ts";
import { relaxationsOf } from "../../search/relaxations.ts";
import type { Relaxation, Results } from "../../search/results.ts";
import type { Selection } from "../../search/selection.ts";
import { cardFacts } from "../card-facts.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { type Ready, select } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { ServiceCard } from "./ServiceCard.tsx";

/** The selection with one thing taken away. */
export function relaxed(selection: Selection, { drop }: Relaxation): Selection {
  switch (drop.kind) {
    case "facet": {
      const { [drop.facet]: _, ...terms } = selection.terms;
      return { ...selection, terms };
    }
    case "exclusion": {
      const { [drop.facet]: _, ...not } = selection.not;
      return { ...selection, not };
    }
    case "words":
      return { ...selection, words: "" };
    case "radius":
      return { ...selection, near: selection.near === null ? null : { ...selection.near, radius: null } };
    case "reading":
      return { ...selection, reading: "may-fit" };
  }
}

function relaxationInWords({ drop, gives }: Relaxation, selection: Selection, words: Words): string {
  switch (drop.kind) {
    case "facet":
    case "exclusion":
      return words.t("nothing.drop", { name: words.t(`facet.${drop.facet}`), count: gives });
    case "words":
      return words.t("nothing.words", { words: selection.words.trim(), count: gives });
    case "radius":
      return words.t("nothing.radius", { count: gives });
    case "reading":
      return words.t("nothing.reading", { count: gives });
  }
}

/** Never a dead end: which filter to drop and what that gives, the nearest beyond the radius, and where to phone. */
export function NothingFound({ ready, results }: { readonly ready: Ready; readonly results: Results }) {
  const words = useWords();
  const store = useAppStore();
  const today = useToday();
  const selection = useApp((state) => state.selection);
  const beyond = results.nearestBeyond(3);
  return (
    <div className="nothing">
      <h3>{words.t("nothing.title")}</h3>
      <ul className="nothing-ways">
        {relaxationsOf(selection, results.rows.length, results.countOf).map((relaxation) => (
          <li key={JSON.stringify(relaxation.drop)}>
            <button type="button" className="button" onClick={() => select(store, (s) => relaxed(s, relaxation))}>
              {relaxationInWords(relaxation, selection, words)}
            </button>
          </li>
        ))}
      </ul>
      {beyond.length > 0 && (
        <>
          <h4>{words.t("nothing.beyond")}</h4>
          <ol className="cards">
            {beyond.map((row) => (
              <li key={row}>
                <ServiceCard
                  card={cardFacts(ready.index, row)}
                  vocabularies={ready.vocabularies}
                  today={today}
                  distance={results.distanceOf(row)}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      <p>{words.t("nothing.phone")}</p>
    </div>
  );
}
