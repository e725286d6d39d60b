import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";

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
