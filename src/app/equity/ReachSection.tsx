import { memo } from "react";
import { type ReachLine, share } from "../../equity/reach.ts";
import { ICB_LISTS } from "../../services/borough.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { ConcentrationChart } from "./ConcentrationChart.tsx";
import { DataTableView } from "./DataTableView.tsx";
import { DecileBars } from "./DecileBars.tsx";
import { percent } from "./data-table.ts";
import { Fold } from "./Fold.tsx";
import { isReachKnown } from "./Measured.tsx";
import { PeopleReach } from "./PeopleReach.tsx";
import { decileName, kilometres, placementTable, reachTable, wholeName } from "./reach-tables.ts";
import { UnevenSources } from "./UnevenSources.tsx";
import type { EquityData } from "./use-equity-data.ts";
import { ViewNote } from "./ViewNote.tsx";

function ReachCards({ analysis, part }: { readonly analysis: Analysis; readonly part: boolean }) {
  const words = useWords();
  const { all, deprived } = analysis.london;
  const known = isReachKnown(analysis);
  return (
    <ul className="reach-cards">
      {all.within.map(({ metres, people, surely, atMost }, d) => (
        <li key={metres} className="reach-card" aria-current={metres === analysis.metres ? "true" : undefined}>
          <h3>{words.t("equity.withinKm", { km: kilometres(words, metres) })}</h3>
          {known ? (
            <>
              <p className="reach-share">
                {words.t(part ? "equity.reachCardPart" : "equity.reachCard", {
                  share: percent(words, share(people, all.residents)),
                })}
              </p>
              <p>
                {words.t("equity.reachPeople", {
                  people: words.number(people),
                  residents: words.number(all.residents),
                })}
              </p>
              <p>
                {words.t("equity.reachDeprived", {
                  share: percent(words, share(deprived.within[d]?.people ?? 0, deprived.residents)),
                })}
              </p>
            </>
          ) : (
            <p className="reach-share">{words.t("equity.needCannotTell")}</p>
          )}
          {surely !== atMost && (
            <p className="hint">
              {words.t("equity.reachRange", { from: words.number(surely), to: words.number(atMost) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How many people live near what was found: cards, bars, curve and the tables by decile, board and borough. */
export const ReachSection = memo(function ReachSection(props: {
  readonly ready: Ready;
  readonly analysis: Analysis;
  readonly data: EquityData;
  readonly boroughName: (code: string) => string;
}) {
  const words = useWords();
  const { ready, analysis, data, boroughName } = props;
  const { london, deciles, boroughs, icbs } = analysis;
  const known = isReachKnown(analysis);
  const icbNames = new Map(
    data.icbs.lists.flatMap((list) => list.icbs.map(({ code, short }) => [code, short] as const)),
  );
  const londonAnd = [london, ...deciles];
  // In boroughs and boards beside the map's area nobody is counted.
  const peopled = (lines: readonly ReachLine[]) => lines.filter(({ all }) => all.residents > 0);
  return (
    <section aria-labelledby="equity-reach">
      <h2 id="equity-reach">{words.t("equity.reach")}</h2>
      <ReachCards analysis={analysis} part={data.area.length < BOROUGH_CODES.length} />
      <DataTableView table={placementTable(words, analysis)} />
      <p className="hint">{words.t("equity.standNote")}</p>
      <p className="hint">{words.t("equity.reachNote", { areas: words.number(data.table.count) })}</p>

      <h3>{words.t("equity.byDecile")}</h3>
      <div className="chart-and-table">
        {known && <DecileBars lines={deciles} metres={analysis.metres} />}
        <DataTableView
          table={reachTable(
            words,
            "reach-by-deprivation",
            words.t("equity.byDecile"),
            londonAnd,
            (id) => (id === london.id ? wholeName(words, data.area, boroughName) : decileName(words, id)),
            { deprived: false },
          )}
        />
      </div>
      <Fold title={words.t("equity.people")}>
        {() => <PeopleReach data={data} analysis={analysis} boroughName={boroughName} />}
      </Fold>
      <Fold title={words.t("equity.curve")}>{() => <ConcentrationChart analysis={analysis} />}</Fold>
      <Fold title={words.t("equity.byBorough")}>
        {() => (
          <>
            <UnevenSources ready={ready} data={data} rows={analysis.rows} boroughName={boroughName} />
            <DataTableView
              table={reachTable(
                words,
                "reach-by-borough",
                words.t("equity.byBorough"),
                peopled(boroughs),
                boroughName,
                {
                  deprived: true,
                  unplaced: analysis.unplaced.filter((_, i) => (boroughs[i]?.all.residents ?? 0) > 0),
                },
              )}
            />
          </>
        )}
      </Fold>
      {ICB_LISTS.map((list) => (
        <Fold key={list} title={words.t(`equity.byIcb${list}`)}>
          {() => (
            <DataTableView
              table={reachTable(
                words,
                `reach-by-nhs-board-${list}`,
                words.t(`equity.byIcb${list}`),
                peopled(icbs[list]),
                (id) => icbNames.get(id) ?? id,
              )}
            />
          )}
        </Fold>
      ))}
      <ViewNote />
    </section>
  );
});
