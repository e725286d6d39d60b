import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { NOTHING_SELECTED, type Selection, toggleTerm } from "../../search/selection.ts";
import type { FacetId } from "../../services/facets.ts";
import type { TermId } from "../../services/vocabulary.ts";
import { openRoute } from "../state/address.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { type Resolved, resolvePlace } from "../state/resolve-place.ts";
import { type Ready, select } from "../state/store.ts";
import { useWords } from "../words-context.tsx";

/** The questions that are answered by ticking; the last one, "where?", is answered in words. */
const QUESTIONS = [
  { facet: "whoFor", title: "ask.who" },
  { facet: "specialism", title: "ask.what" },
] as const satisfies readonly { readonly facet: FacetId; readonly title: string }[];

const STEPS = QUESTIONS.length + 1;
const NO_TERMS: readonly TermId[] = [];

function Ticks({ ready, facet }: { readonly ready: Ready; readonly facet: FacetId }) {
  const store = useAppStore();
  const chosen = useApp((state) => state.selection.terms[facet] ?? NO_TERMS);
  const id = useId();
  // Only what some record says: an answer must lead somewhere.
  const stated = new Set(ready.index.facets[facet].terms);
  const vocabulary = ready.vocabularies[facet];
  const terms = vocabulary.terms.filter(
    ({ id: term, parent }) =>
      parent === undefined && vocabulary.withDescendants(term).some((descendant) => stated.has(descendant)),
  );
  return (
    <ul className="ask-answers">
      {terms.map((term) => (
        <li key={term.id}>
          <input
            type="checkbox"
            id={`${id}-${term.id}`}
            checked={chosen.includes(term.id)}
            onChange={() => select(store, (selection) => toggleTerm(selection, facet, term.id))}
          />
          <label htmlFor={`${id}-${term.id}`}>{term.label}</label>
        </li>
      ))}
    </ul>
  );
}

function without(selection: Selection, facet: FacetId): Selection {
  const { [facet]: _, ...terms } = selection.terms;
  return { ...selection, terms };
}

/** Three short questions, each of which may be skipped. They only set the selection that the filters show. */
export function AskScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  const store = useAppStore();
  const [step, setStep] = useState(0);
  const [where, setWhere] = useState("");
  const [wrong, setWrong] = useState<Exclude<Resolved["status"], "found"> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const question = QUESTIONS[step];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes the focus
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  useEffect(() => select(store, ({ places }) => ({ ...NOTHING_SELECTED, places })), [store]);

  const finish = () => openRoute(store, { screen: "find" });
  const next = async (event: FormEvent) => {
    event.preventDefault();
    if (step < QUESTIONS.length) {
      setStep(step + 1);
      return;
    }
    if (where.trim() === "") {
      finish();
      return;
    }
    const resolved = await resolvePlace(where, null);
    if (resolved.status === "found") {
      select(store, (selection) => ({ ...selection, near: resolved.near }));
      finish();
    } else {
      setWrong(resolved.status);
    }
  };
  const skip = () => {
    if (question !== undefined) select(store, (selection) => without(selection, question.facet));
    if (step < QUESTIONS.length) setStep(step + 1);
    else finish();
  };
  return (
    <main className="page ask" id="main" tabIndex={-1}>
      <form onSubmit={(event) => void next(event)} autoComplete="off">
        <p className="hint">{words.t("ask.progress", { step: step + 1, steps: STEPS })}</p>
        <h1 ref={heading} tabIndex={-1}>
          {words.t(question?.title ?? "ask.where")}
        </h1>
        <p>{words.t("ask.optional")}</p>
        {question === undefined ? (
          <div className="field">
            <label htmlFor={`${id}-where`}>{words.t("search.whereHint")}</label>
            <input
              id={`${id}-where`}
              type="search"
              dir="auto"
              autoComplete="off"
              maxLength={100}
              value={where}
              aria-invalid={wrong !== null}
              aria-describedby={`${id}-wrong`}
              onChange={(event) => setWhere(event.target.value)}
            />
            <p id={`${id}-wrong`} className={wrong === null ? "field-note" : "field-note field-error"} role="status">
              {wrong === "unknown" && words.t("search.notAPlace", { text: where })}
              {wrong === "outside-london" && words.t("search.outsideLondon", { text: where })}
              {wrong === "failed" && words.t("search.lookupFailed")}
            </p>
          </div>
        ) : (
          <fieldset className="ask-question">
            <legend className="visually-hidden">{words.t(question.title)}</legend>
            <Ticks ready={ready} facet={question.facet} />
          </fieldset>
        )}
        <p className="ask-ways">
          <button type="submit" className="button">
            {words.t(step === STEPS - 1 ? "ask.show" : "ask.next")}
          </button>
          <button type="button" className="button button-quiet" onClick={skip}>
            {words.t("ask.skip")}
          </button>
          {step > 0 && (
            <button type="button" className="link-button" onClick={() => setStep(step - 1)}>
              {words.t("ask.back")}
            </button>
          )}
        </p>
      </form>
    </main>
  );
}
