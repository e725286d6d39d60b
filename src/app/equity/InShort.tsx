import { share } from "../../equity/reach.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { percent } from "./data-table.ts";
import { Found } from "./Found.tsx";
import { isReachKnown, Measured } from "./Measured.tsx";
import { kilometres } from "./reach-tables.ts";

/** The answer in three sentences, for whoever reads no further: what was found, who lives near it, who does not. */
export function InShort({ analysis }: { readonly analysis: Analysis }) {
  const words = useWords();
  const { london, gaps, metres, rows } = analysis;
  const km = kilometres(words, metres);
  const part = (of: "all" | "deprived"): string => {
    const { within, residents } = london[of];
    return percent(words, share(within.find((line) => line.metres === metres)?.people ?? 0, residents));
  };
  const people = gaps.reduce((sum, { residents }) => sum + residents, 0);
  return (
    <section className="in-short" aria-labelledby="equity-answer">
      <h2 id="equity-answer">{words.t("equity.answer")}</h2>
      <div role="status">
        {rows.length > 0 && isReachKnown(analysis) && (
          <>
            <p className="in-short-answer">
              {words.t("equity.answerReach", { share: part("all"), deprived: part("deprived"), km })}
            </p>
            <p>{words.t("equity.answerGaps", { count: words.number(gaps.length), people: words.number(people) })}</p>
          </>
        )}
        <Found analysis={analysis} />
      </div>
      <Measured analysis={analysis} />
    </section>
  );
}
