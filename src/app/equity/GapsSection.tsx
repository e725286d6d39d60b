import { memo, useId, useState } from "react";
import type { Gap } from "../../equity/gaps.ts";
import type { Words } from "../../locale/words.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import { useLinks } from "../links-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { areaName } from "./area-tables.ts";
import { DataTableView } from "./DataTableView.tsx";
import type { DataTable } from "./data-table.ts";
import { Fold } from "./Fold.tsx";
import { Measured } from "./Measured.tsx";
import { kilometres } from "./reach-tables.ts";
import { ViewNote } from "./ViewNote.tsx";

const PAGE = 20;

type BoroughName = (code: string) => string;

/** The gaps as a table, in their order. */
export function gapsTable(
  words: Words,
  ready: Ready,
  table: LsoaTable,
  analysis: Analysis,
  boroughName: BoroughName,
): DataTable {
  const none = { shown: words.t("equity.noneListed") };
  return {
    file: `deprived-areas-with-none-within-${analysis.metres}-m`,
    caption: words.t("equity.gapsCaption", { km: kilometres(words, analysis.metres) }),
    columns: [
      { label: words.t("equity.area"), kind: "text" },
      { label: words.t("equity.gapCode"), kind: "text", onlyInFile: true },
      { label: words.t("equity.whatIfBorough"), kind: "text" },
      { label: words.t("equity.residents"), kind: "whole" },
      { label: words.t("equity.gapDecile"), kind: "whole" },
      { label: words.t("equity.gapService"), kind: "text" },
      { label: words.t("equity.gapMetres"), kind: "whole" },
      { label: words.t("equity.gapMay"), kind: "text" },
      { label: words.t("equity.unplaced"), kind: "whole" },
    ],
    rows: analysis.gaps.map(({ lsoa, residents, nearest, mayBeInReach }) => [
      areaName(table, lsoa),
      table.codes[lsoa] ?? "",
      boroughName(BOROUGH_CODES[table.boroughs[lsoa] ?? -1] ?? ""),
      residents,
      table.deciles.imd[lsoa] ?? 0,
      nearest === null ? none : (ready.index.names[nearest.row] ?? ""),
      nearest === null ? none : nearest.metres,
      words.t(mayBeInReach ? "equity.yes" : "equity.no"),
      analysis.unplaced[table.boroughs[lsoa] ?? -1] ?? 0,
    ]),
  };
}

function GapItem(props: {
  readonly gap: Gap;
  readonly ready: Ready;
  readonly table: LsoaTable;
  readonly analysis: Analysis;
  readonly boroughName: BoroughName;
  readonly onShow: (lsoa: number) => void;
}) {
  const words = useWords();
  const links = useLinks();
  const { gap, ready, table, analysis, boroughName, onShow } = props;
  const { lsoa, residents, nearest, mayBeInReach } = gap;
  const unplaced = analysis.unplaced[table.boroughs[lsoa] ?? -1] ?? 0;
  const borough = BOROUGH_CODES[table.boroughs[lsoa] ?? -1] ?? "";
  return (
    <li>
      <details>
        <summary>
          {words.t("equity.gapItem", {
            area: areaName(table, lsoa),
            borough: boroughName(borough),
            people: words.number(residents),
          })}
        </summary>
        {nearest === null ? (
          <p>{words.t("equity.gapNoNearest")}</p>
        ) : (
          <p>
            {words.t("equity.gapNearest", {
              name: ready.index.names[nearest.row] ?? "",
              distance: words.t("equity.km", { km: words.number(Number((nearest.metres / 1_000).toFixed(1))) }),
            })}{" "}
            <a href={links.service(ready.index.ids[nearest.row] ?? "")}>{words.t("equity.gapOpen")}</a>
          </p>
        )}
        {unplaced > 0 && <p>{words.t("equity.gapUnplaced", { count: unplaced, borough: boroughName(borough) })}</p>}
        {mayBeInReach && <p>{words.t("equity.gapMaybe")}</p>}
        <button type="button" className="link-button no-print" onClick={() => onShow(lsoa)}>
          {words.t("equity.gapMap")}
        </button>
      </details>
    </li>
  );
}

/** Deprived neighbourhoods with none in reach, most people first; each opens to what is nearest, and how far. */
export const GapsSection = memo(function GapsSection(props: {
  readonly ready: Ready;
  readonly table: LsoaTable;
  readonly analysis: Analysis;
  readonly boroughName: BoroughName;
  /** Shows a neighbourhood, by its row, on the map above. */
  readonly onShow: (lsoa: number) => void;
}) {
  const words = useWords();
  const id = useId();
  const { ready, table, analysis, boroughName, onShow } = props;
  const [shown, setShown] = useState(PAGE);
  const { gaps } = analysis;
  const people = gaps.reduce((sum, { residents }) => sum + residents, 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.t("equity.gaps")}</h2>
      <p>
        {words.t("equity.gapsText", {
          count: gaps.length,
          people: words.number(people),
          km: kilometres(words, analysis.metres),
        })}
      </p>
      <Measured analysis={analysis} />
      <ol className="gaps">
        {gaps.slice(0, shown).map((gap) => (
          <GapItem key={gap.lsoa} gap={gap} {...{ ready, table, analysis, boroughName, onShow }} />
        ))}
      </ol>
      {gaps.length > shown && (
        <button type="button" className="button button-quiet no-print" onClick={() => setShown(shown + PAGE)}>
          {words.t("equity.gapMore", { count: Math.min(PAGE, gaps.length - shown) })}
        </button>
      )}
      {gaps.length > 0 && (
        <Fold title={words.t("equity.gapTable")}>
          {() => <DataTableView table={gapsTable(words, ready, table, analysis, boroughName)} />}
        </Fold>
      )}
      <ViewNote />
    </section>
  );
});
