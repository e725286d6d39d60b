import { curveAt } from "../../equity/concentration.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { DataTableView } from "./DataTableView.tsx";
import { percent } from "./data-table.ts";
import { curveTable, kilometres } from "./reach-tables.ts";

/** Fewer points than a screen can show, and enough for a smooth line. */
const STEPS = 100;

/** The curve of concentration beside its diagonal, the index in words, and the same as a table. */
export function ConcentrationChart({ analysis }: { readonly analysis: Analysis }) {
  const words = useWords();
  const { index, normalised, curve } = analysis.concentration;
  if (index === null) return <p>{words.t("equity.indexNone")}</p>;
  const number = (value: number | null): string =>
    value === null ? words.t("equity.notKnown") : words.number(Number(value.toFixed(3)));
  const points = Array.from({ length: STEPS + 1 }, (_, i) => {
    const people = i / STEPS;
    return `${(people * 100).toFixed(1)},${(100 - curveAt(curve, people) * 100).toFixed(2)}`;
  });
  const values = { index: number(index), normalised: number(normalised) };
  const sentence = Math.abs(index) < 0.0005 ? "equity.indexEven" : index > 0 ? "equity.indexMore" : "equity.indexLess";
  return (
    <>
      <p>{words.t("equity.curveText")}</p>
      <p>
        <strong>{words.t(sentence, values)}</strong>
      </p>
      <figure className="curve">
        <svg
          viewBox="-2 -2 104 104"
          role="img"
          aria-label={words.t("equity.curveAlt", {
            share: percent(words, curveAt(curve, 0.5)),
            km: kilometres(words, analysis.metres),
          })}
        >
          <rect className="curve-ground" x="0" y="0" width="100" height="100" />
          <path className="curve-even" d="M0 100L100 0" />
          <polyline className="curve-line" points={points.join(" ")} />
        </svg>
        <figcaption className="hint">
          ↑ {words.t("equity.curveReached")} · → {words.t("equity.curvePeople")}
        </figcaption>
      </figure>
      <p className="hint">{words.t("equity.indexFormula")}</p>
      <DataTableView table={curveTable(words, analysis)} />
    </>
  );
}
