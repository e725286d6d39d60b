import { memo, useId, useMemo, useState } from "react";
import { categoriesOf } from "../../services/census-table.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { DataTableView } from "./DataTableView.tsx";
import { Fold } from "./Fold.tsx";
import { answerNeed, EVERYONE, NEED_FACETS, type NeedSubject, needSubjectOf, needTable } from "./need-table.ts";
import { RateChart } from "./RateChart.tsx";
import { UnevenSources } from "./UnevenSources.tsx";
import type { EquityData } from "./use-equity-data.ts";
import { ViewNote } from "./ViewNote.tsx";

const selectValue = (subject: NeedSubject): string =>
  subject.kind === "everyone" ? "" : `${subject.facet}/${subject.term}`;

function subjectOfValue(value: string): NeedSubject {
  const [facet, term] = value.split("/", 2);
  const known = NEED_FACETS.find((id) => id === facet);
  return known === undefined || term === undefined ? EVERYONE : { kind: "term", facet: known, term };
}

/** People whom the census counts beside the services that say they serve them, borough by borough. */
export const NeedSection = memo(function NeedSection(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly analysis: Analysis;
  readonly boroughName: (code: string) => string;
}) {
  const words = useWords();
  const today = useToday();
  const id = useId();
  const { ready, data, analysis, boroughName } = props;
  const { vocabularies } = ready;
  const { selection, rows: found } = analysis;
  const [chosen, setChosen] = useState<NeedSubject | null>(null);
  const subject = useMemo(() => chosen ?? needSubjectOf(selection, vocabularies), [chosen, selection, vocabularies]);
  const { provision, need, rows } = useMemo(
    () => answerNeed(ready, data, selection, subject, found, today),
    [ready, data, selection, subject, found, today],
  );
  const label =
    subject.kind === "everyone"
      ? words.t("equity.needEveryone")
      : (vocabularies[subject.facet].byId.get(subject.term)?.label ?? subject.term);
  const { london, outsideBoroughs } = provision;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.t("equity.need")}</h2>
      <div className="field no-print">
        <label htmlFor={`${id}-term`}>{words.t("equity.needTerm")}</label>
        <select
          id={`${id}-term`}
          value={selectValue(subject)}
          onChange={(event) => setChosen(subjectOfValue(event.target.value))}
        >
          <option value="">{words.t("equity.needEveryone")}</option>
          {NEED_FACETS.map((facet) => (
            <optgroup key={facet} label={words.t(`facet.${facet}`)}>
              {vocabularies[facet].terms
                .filter(
                  (term) =>
                    categoriesOf(term).length > 0 ||
                    (subject.kind === "term" && subject.facet === facet && subject.term === term.id),
                )
                .map((term) => (
                  <option key={term.id} value={`${facet}/${term.id}`}>
                    {term.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {subject.kind === "everyone" && <p>{words.t("equity.needEveryoneText")}</p>}
      {subject.kind === "term" &&
        (need !== null ? (
          <p>
            {words.t("equity.needText", {
              population: need.counted.join("; "),
              categories: need.categories.join("; "),
              term: label,
            })}
          </p>
        ) : (
          <p className="warning">
            {data.census === null ? words.t("equity.needMissing") : words.t("equity.needNone", { term: label })}
          </p>
        ))}
      <p>
        {subject.kind === "term" &&
          `${words.t("equity.needSaid", {
            says: words.number(london.says),
            others: words.number(london.saysOthers),
            nothing: words.number(london.doesNotSay),
          })} `}
        {words.t("equity.needOutside", { count: outsideBoroughs.says })}
      </p>
      <UnevenSources ready={ready} data={data} rows={rows} boroughName={boroughName} />
      <RateChart provision={provision} area={data.area} boroughName={boroughName} />
      <Fold title={words.t("overlay.table")}>
        {() => (
          <DataTableView
            table={needTable(words, `${words.t("equity.need")}: ${label}`, provision, data.area, boroughName)}
          />
        )}
      </Fold>
      <p className="hint">
        {words.t("equity.needNote")} {words.t("equity.needTwice")} {words.t("equity.hidden")}
      </p>
      <ViewNote />
    </section>
  );
});
