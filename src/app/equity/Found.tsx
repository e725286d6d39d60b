import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";

/** Nothing found is said in the right words: nothing is listed, or nothing says so. */
export function Found({ analysis }: { readonly analysis: Analysis }) {
  const words = useWords();
  const { rows, moreMayFit } = analysis;
  if (rows.length === 0) {
    return (
      <p className="warning">
        {moreMayFit === 0 ? words.t("equity.nothingListed") : words.t("equity.nothingSays", { count: moreMayFit })}
      </p>
    );
  }
  return (
    <p>
      <strong>{words.t("equity.found", { count: rows.length })}</strong>.{" "}
      {moreMayFit > 0 && words.t("equity.foundMore", { count: moreMayFit })}
    </p>
  );
}
