import { scaleLinear } from "d3-scale";
import type { Provision } from "../../equity/provision.ts";
import type { BoroughCode } from "../../services/place.ts";
import { useWords } from "../words-context.tsx";
import { BarAxis, BarGrid } from "./BarAxis.tsx";
import { cellText } from "./data-table.ts";
import { wholeName } from "./reach-tables.ts";

/** Room beyond the highest rate. The range of a borough with few people may be far wider: its line runs off the edge. */
const ROOM = 1.5;

/**
 * Services per 10,000 people, a dot a borough in their order, with the line of what so small a count can bear. A list:
 * each number stands beside its dot in words. `marked` is the borough whose profile it is.
 */
export function RateChart(props: {
  readonly provision: Provision;
  readonly boroughName: (code: string) => string;
  readonly area: readonly BoroughCode[];
  readonly marked?: string;
}) {
  const words = useWords();
  const { provision, boroughName, area, marked } = props;
  const lines = provision.lines.flatMap((line) => (line.rate === null ? [] : [{ ...line, rate: line.rate }]));
  // A borough by itself has nothing to stand beside.
  if (lines.length === 0 || area.length === 1) return null;
  const { perTenThousand } = provision.london;
  const highest = Math.max(perTenThousand ?? 0, ...lines.map(({ rate }) => rate.perTenThousand));
  // Where no service says so, all that there is to see is how little that tells.
  const end = highest > 0 ? ROOM * highest : Math.max(...lines.map(({ rate }) => rate.high));
  const x = scaleLinear([0, end], [0, 100]).clamp(true);
  const ticks = x.ticks(3).map((rate) => ({ at: x(rate), text: words.number(rate) }));
  return (
    <figure className="bars rates">
      <figcaption>
        {words.t("equity.rateChart", { whole: wholeName(words, area, boroughName) })}{" "}
        {perTenThousand !== null && `(${cellText(words, "decimal", perTenThousand)})`}
      </figcaption>
      <ol>
        {lines.map(({ borough, rate }) => (
          <li key={borough} className={borough === marked ? "marked" : undefined}>
            <span className="bar-name">{boroughName(borough)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect className="share-ground" width="100" height="10" />
              <BarGrid ticks={ticks} />
              {perTenThousand !== null && <path className="rate-london" d={`M${x(perTenThousand)} 0V10`} />}
              <path className="rate-range" d={`M${x(rate.low)} 5H${x(rate.high)}`} />
              <path className="rate" d={`M${x(rate.perTenThousand)} 1V9`} />
            </svg>
            <span className="bar-value">{cellText(words, "decimal", rate.perTenThousand)}</span>
          </li>
        ))}
      </ol>
      <div className="rate-axes">
        <BarAxis ticks={ticks} />
        <BarAxis ticks={ticks} />
      </div>
    </figure>
  );
}
