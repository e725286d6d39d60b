import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { curveAt } from "../../equity/concentration.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { DataTableView } from "./DataTableView.tsx";
import { percent } from "./data-table.ts";
import { curveTable, kilometres } from "./reach-tables.ts";

/** Fewer points than a screen can show, and enough for a smooth line. */
const STEPS = 100;

/** From a share, 0 to 1, to a place on the drawing, 100 by 100; shares of those in reach rise. */
const x = scaleLinear([0, 1], [0, 100]);
const y = scaleLinear([0, 1], [100, 0]);
const TICKS = x.ticks(4);

/** The curve of concentration beside its diagonal, the index in words, and the same as a table. */
export function ConcentrationChart({ analysis }: { readonly analysis: Analysis }) {
  const words = useWords();
  const { index, normalised, curve } = analysis.concentration;
  if (index === null) return <p>{words.t("equity.indexNone")}</p>;
  const number = (value: number | null): string =>
    value === null ? words.t("equity.notKnown") : words.number(Number(value.toFixed(3)));
  const drawn = line<number>()
    .x((people) => x(people))
    .y((people) => y(curveAt(curve, people)))
    .digits(2);
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);
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
          viewBox="-22 -6 134 120"
          direction="ltr"
          role="img"
          aria-label={words.t("equity.curveAlt", {
            share: percent(words, curveAt(curve, 0.5)),
            km: kilometres(words, analysis.metres),
          })}
        >
          <rect className="curve-ground" x="0" y="0" width="100" height="100" />
          {TICKS.map((share) => (
            <g key={share}>
              <path className="grid-line" d={`M${x(share)} 0V100M0 ${y(share)}H100`} />
              <text x={x(share)} y="109" textAnchor="middle">
                {percent(words, share)}
              </text>
              <text x="-3" y={y(share) + 2.5} textAnchor="end">
                {percent(words, share)}
              </text>
            </g>
          ))}
          <path className="curve-even" d="M0 100L100 0" />
          <path className="curve-line" d={drawn(steps) ?? ""} />
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
