import { scaleLinear } from "d3-scale";
import { type ReachLine, share } from "../../equity/reach.ts";
import { useWords } from "../words-context.tsx";
import { BarAxis, BarGrid } from "./BarAxis.tsx";
import { percent } from "./data-table.ts";
import { decileName, kilometres } from "./reach-tables.ts";

/** From a share, 0 to 1, to where its bar ends, 0 to 100. */
const x = scaleLinear([0, 1], [0, 100]);

/** A bar for each tenth of deprivation with its number in words: a list, so that no eye is needed to read it. */
export function DecileBars({ lines, metres }: { readonly lines: readonly ReachLine[]; readonly metres: number }) {
  const words = useWords();
  const title = words.t("equity.barsTitle", { km: kilometres(words, metres) });
  const ticks = x.ticks(2).map((part) => ({ at: x(part), text: percent(words, part) }));
  return (
    <figure className="bars">
      <figcaption>{title}</figcaption>
      <ol>
        {lines.map(({ id, all }) => {
          const part = share(all.within.find((within) => within.metres === metres)?.people ?? 0, all.residents);
          return (
            <li key={id}>
              <span className="bar-name">{decileName(words, id)}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect className="share-ground" width="100" height="10" />
                <rect className="share" width={x(part ?? 0)} height="10" />
                <BarGrid ticks={ticks} />
              </svg>
              <span className="bar-value">{part === null ? words.t("equity.noPeople") : percent(words, part)}</span>
            </li>
          );
        })}
      </ol>
      <BarAxis ticks={ticks} />
    </figure>
  );
}
