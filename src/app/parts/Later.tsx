import { type ComponentType, useEffect, useState } from "react";
import type { Words } from "../../locale/words.ts";
import type { PartWords } from "../shell/part-words.ts";
import { useWords, WordsContext } from "../words-context.tsx";

type Part<Props> =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly Component: ComponentType<Props>; readonly words: Words };

interface LaterProps<Props> {
  /** Loads the part's code; must be the same function on every render. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** The file whose words the part speaks beside the frame's; left out, it has those of every screen. */
  readonly speak?: PartWords;
  readonly props: Props;
  /** Takes no room until it is here, and never if it does not come: for what the screen can do without. */
  readonly quiet?: boolean;
}

// One script for all parts' words, because each name of a script costs the first one bytes.
const loadPartWords = () => import("../shell/part-words.ts").then(({ PART_WORDS }) => PART_WORDS);

/** Milliseconds after which a part that has not come is called failed. */
const PATIENCE = 20_000;

/** A part of a screen whose code and words come when it is needed. On a poor line it may not come: then a sentence and a retry. */
export function Later<Props extends object>({ load, speak, props, quiet = false }: LaterProps<Props>) {
  const words = useWords();
  const [part, setPart] = useState<Part<Props>>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let current = true;
    // A part that stands stays as it is while its words come in another locale.
    setPart((before) => (before.status === "ready" ? before : { status: "loading" }));
    Promise.all([
      load(),
      speak === undefined ? words.complete() : loadPartWords().then((parts) => parts[speak](words)),
    ]).then(
      ([Component, all]) => current && setPart({ status: "ready", Component, words: all }),
      () => current && setPart({ status: "failed" }),
    );
    // A line that hangs is told; what comes after all still takes its place.
    const late = setTimeout(
      () => setPart((before) => (before.status === "loading" ? { status: "failed" } : before)),
      PATIENCE,
    );
    return () => {
      current = false;
      clearTimeout(late);
    };
  }, [load, speak, words, attempt]);

  if (quiet && part.status !== "ready") return null;
  switch (part.status) {
    case "loading":
      return (
        <p className="page" role="status">
          {words.t("part.loading")}
        </p>
      );
    case "failed":
      return (
        <div className="page" role="alert">
          <p>{words.t("part.failed")}</p>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {words.t("part.retry")}
          </button>
        </div>
      );
    case "ready":
      return (
        <WordsContext value={part.words}>
          <part.Component {...props} />
        </WordsContext>
      );
  }
}
