import { useMemo } from "react";
import { sourceSpreads } from "../../equity/uneven-sources.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { EquityData } from "./use-equity-data.ts";

/** Boroughs are named up to here; beyond, they are counted. */
const MOST_NAMED = 6;

/** Beside every comparison of boroughs: which sources of what was found list some boroughs better than others. */
export function UnevenSources(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly rows: Uint32Array;
  readonly boroughName: (code: string) => string;
  /** Where room is short: which sources, without their figures. */
  readonly short?: boolean;
}) {
  const words = useWords();
  const { ready, data, rows, boroughName, short = false } = props;
  const { index, publication } = ready;
  const spreads = useMemo(() => {
    const residents = data.boroughs.boroughs.map((borough) => borough.residents);
    // A source's habits show in all that it lists, not in the few of its records that were found.
    const all = Uint32Array.from({ length: index.count }, (_, row) => row);
    return sourceSpreads(index, all, residents, data.area);
  }, [index, data]);
  const used = new Set(Array.from(rows, (row) => index.sources[row]));
  const uneven = spreads.filter((spread) => spread.uneven && used.has(spread.source));
  // Of one borough alone there is nothing to compare.
  if (uneven.length === 0 || data.area.length === 1) return null;
  if (short) {
    return (
      <p className="warning uneven">
        <strong>{words.t("equity.unevenTitle")}:</strong>{" "}
        {uneven.map(({ source }) => publication.sources[source]?.title ?? "").join("; ")}.{" "}
        {words.t("equity.unevenWarn")}
      </p>
    );
  }
  return (
    <div className="warning uneven">
      <h3>{words.t("equity.unevenTitle")}</h3>
      <ul>
        {uneven.map(({ source, most, least, without }) => {
          const title = publication.sources[source]?.title ?? "";
          const named = words.list(without.map(boroughName));
          return (
            <li key={source}>
              {words.t("equity.uneven", {
                source: title,
                most: boroughName(most.borough),
                mostRate: words.number(Number(most.perHundredThousand.toFixed(1))),
                least: boroughName(least.borough),
                leastRate: words.number(Number(least.perHundredThousand.toFixed(1))),
              })}{" "}
              {without.length > MOST_NAMED
                ? words.t("equity.unevenMany", { source: title, count: without.length })
                : without.length > 0 && words.t("equity.unevenNone", { source: title, boroughs: named })}
            </li>
          );
        })}
      </ul>
      <p>{words.t("equity.unevenWarn")}</p>
    </div>
  );
}
