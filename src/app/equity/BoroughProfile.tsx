import { useId, useMemo } from "react";
import type { BoroughCode } from "../../services/place.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { DataTableView } from "./DataTableView.tsx";
import { DecileBars } from "./DecileBars.tsx";
import type { DataTable } from "./data-table.ts";
import { describeSelection } from "./EquityChoices.tsx";
import type { EquityView } from "./equity-view.ts";
import { Found } from "./Found.tsx";
import { Measured } from "./Measured.tsx";
import { MethodList } from "./Method.tsx";
import {
  censusProfile,
  decilesProfile,
  gapsProfile,
  needProfile,
  parityProfile,
  placedProfile,
  reachProfile,
} from "./profile-tables.ts";
import { RateChart } from "./RateChart.tsx";
import { kilometres } from "./reach-tables.ts";
import { UnevenSources } from "./UnevenSources.tsx";
import type { EquityData } from "./use-equity-data.ts";
import { ViewNote } from "./ViewNote.tsx";
import "./profile.css";

/** Lines of a long table that go on paper; its file has them all. */
const MOST_LINES = 5;

function Long({ table }: { readonly table: DataTable }) {
  const words = useWords();
  return (
    <>
      <DataTableView table={{ ...table, rows: table.rows.slice(0, MOST_LINES) }} whole={table} />
      {table.rows.length > MOST_LINES && (
        <p className="hint">{words.t("equity.profileMore", { count: words.number(table.rows.length - MOST_LINES) })}</p>
      )}
    </>
  );
}

/** One borough on two sheets of A4: figures, charts, method, sources, date and words of caution. */
export function BoroughProfile(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly analysis: Analysis;
  readonly borough: BoroughCode;
  readonly boroughName: (code: string) => string;
  readonly view: EquityView;
  readonly onProfile: (borough: BoroughCode | null) => void;
}) {
  const words = useWords();
  const today = useToday();
  const id = useId();
  const { ready, data, analysis, borough, boroughName, view, onProfile } = props;
  const parts = useMemo(() => {
    const input = {
      words,
      ready,
      data,
      analysis,
      borough,
      boroughName: (code: string) => ready.vocabularies.borough.byId.get(code)?.label ?? code,
      today,
    };
    return {
      reach: reachProfile(input),
      deciles: decilesProfile(input),
      placed: placedProfile(input),
      need: needProfile(input),
      gaps: gapsProfile(input),
      census: censusProfile(input),
      parity: parityProfile(input),
    };
  }, [words, ready, data, analysis, borough, today]);
  const used = new Set(Array.from(parts.need.rows, (row) => ready.index.sources[row]));
  const subject =
    view.subject.kind === "preset"
      ? words.t(`equity.preset.${view.subject.id}`)
      : describeSelection(view.subject.selection, ready);
  const { publication } = ready;
  return (
    <article className="profile" aria-labelledby={`${id}-title`}>
      <p className="no-print profile-tools">
        <button type="button" className="button" onClick={() => window.print()}>
          {words.t("equity.profilePrint")}
        </button>
        <button type="button" className="button button-quiet" onClick={() => onProfile(null)}>
          {words.t("equity.profileBack")}
        </button>
      </p>
      <h2 id={`${id}-title`}>{subject}</h2>
      <p className="hint">
        {publication.title}. {words.t("about.built", { date: words.date(publication.built) })}{" "}
        {words.t(view.reading === "says-so" ? "equity.saysSoHint" : "equity.mayFitHint")}
      </p>
      <div role="status">
        <Found analysis={analysis} />
      </div>
      <Measured analysis={analysis} />
      <DataTableView table={parts.reach} />
      <div className="profile-pair">
        <div>
          <DecileBars lines={parts.deciles.lines} metres={analysis.metres} />
          <DataTableView table={parts.deciles.table} />
        </div>
        <div>
          <DataTableView table={parts.placed} />
          <p className="hint">{words.t("equity.standNote")}</p>
          <UnevenSources ready={ready} data={data} rows={parts.need.rows} boroughName={boroughName} short />
        </div>
      </div>
      <DataTableView table={parts.need.table} />
      <ViewNote />

      <div className="profile-sheet">
        <div className="profile-pair">
          <RateChart provision={parts.need.provision} area={data.area} boroughName={boroughName} marked={borough} />
          <div>{parts.census !== null && <DataTableView table={parts.census} />}</div>
        </div>
        <h3>
          {words.t("equity.gaps")}: {words.t("equity.km", { km: kilometres(words, analysis.metres) })}
        </h3>
        {parts.gaps.rows.length === 0 ? <p>{words.t("equity.profileNoGap")}</p> : <Long table={parts.gaps} />}
        <DataTableView table={parts.parity} />
        <h3>{words.t("equity.method")}</h3>
        <MethodList table={data.table} />
        <p className="hint">
          {words.t("equity.hidden")} {words.t("equity.methodSources")}:{" "}
          {publication.sources
            .filter((_, source) => used.has(source))
            .map(({ title, date }) => `${title} (${date})`)
            .join("; ")}
          .
        </p>
        <ViewNote />
      </div>
    </article>
  );
}
