import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";

/** Nothing listed is a reach of 0; something listed of which nothing has a point is a reach that nobody can tell. */
export function isReachKnown({ rows, stand }: Pick<Analysis, "rows" | "stand">): boolean {
  return rows.length === 0 || stand.point + stand.approximate > 0;
}

/** From how few of the records found distances can be measured: most say only their borough, and reach then looks small. */
export function Measured({ analysis }: { readonly analysis: Analysis }) {
  const words = useWords();
  const { rows, stand } = analysis;
  const placed = stand.point + stand.approximate;
  if (rows.length === 0 || placed === rows.length) return null;
  return (
    <p className="warning">
      {placed === 0
        ? words.t("equity.measuredNone", { count: rows.length })
        : words.t("equity.measured", { placed: words.number(placed), count: words.number(rows.length) })}
    </p>
  );
}
