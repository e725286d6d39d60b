import { memo, useId, useMemo, useState } from "react";
import { type CoverAim, type CoverStep, candidatesAmong } from "../../equity/candidates.ts";
import { rowsSaying } from "../../equity/says.ts";
import { createWhatIf } from "../../equity/what-if.ts";
import type { Words } from "../../locale/words.ts";
import { isPlace } from "../../services/kinds.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { DataTableView } from "./DataTableView.tsx";
import type { DataTable } from "./data-table.ts";
import { gainRange } from "./gain-range.ts";
import { Measured } from "./Measured.tsx";
import type { ReachLine } from "./reach-line.ts";
import { kilometres, wholeName } from "./reach-tables.ts";
import { useCover } from "./use-analysis.ts";
import { ViewNote } from "./ViewNote.tsx";

const STEPS = 10;

/** Libraries and community spaces of the quiet layer: rooms that a service could open in. */
function candidatePlaces(index: ServiceIndex): Uint32Array {
  const says = rowsSaying(index, "specialism", ["libraries", "community-space"]);
  const rows: number[] = [];
  for (let row = 0; row < index.count; row++) {
    if (says[row] === 1 && isPlace(index.kinds[row] ?? "service")) rows.push(row);
  }
  return Uint32Array.from(rows);
}

/** What all the places together reach, at least and at most. */
const sumOf = (steps: readonly CoverStep[]) => ({
  surely: steps.reduce((sum, step) => sum + step.surely, 0),
  atMost: steps.reduce((sum, step) => sum + step.atMost, 0),
});

/** The places chosen, in their order. */
export function coverTable(
  words: Words,
  index: ServiceIndex,
  steps: readonly CoverStep[],
  metres: number,
  boroughName: (code: string) => string,
): DataTable {
  const km = kilometres(words, metres);
  return {
    file: `places-for-one-more-within-${metres}-m`,
    caption: words.t("equity.whatIfCaption", { km }),
    columns: [
      { label: words.t("equity.whatIfPlace"), kind: "text" },
      { label: words.t("equity.whatIfBorough"), kind: "text" },
      { label: words.t("equity.whatIfPeople"), kind: "whole" },
      { label: words.t("equity.surelyWithin", { km }), kind: "whole", onlyInFile: true },
      { label: words.t("equity.mostWithin", { km }), kind: "whole", onlyInFile: true },
      { label: words.t("equity.whatIfDeprived"), kind: "whole" },
      { label: words.t("equity.whatIfSoFar"), kind: "whole" },
    ],
    rows: steps.map(({ candidate, people, surely, atMost, deprived, peopleSoFar }, i) => [
      `${i + 1}. ${index.names[candidate.row] ?? ""}`,
      boroughName(index.boroughs[candidate.location] ?? ""),
      people,
      surely,
      atMost,
      deprived,
      peopleSoFar,
    ]),
  };
}

/** Whom one more service would reach: the best of the libraries and halls, and any of them tried by hand. */
export const WhatIfSection = memo(function WhatIfSection(props: {
  readonly ready: Ready;
  readonly table: LsoaTable;
  readonly analysis: Analysis;
  readonly line: ReachLine;
  readonly boroughName: (code: string) => string;
}) {
  const words = useWords();
  const id = useId();
  const { ready, table, analysis, line, boroughName } = props;
  const { index } = ready;
  const { metres, nearest } = analysis;
  const [aim, setAim] = useState<CoverAim>("people");
  const area = boroughsOfArea(ready.publication);
  const [borough, setBorough] = useState<string>(area.length === 1 ? (area[0] ?? "") : "");
  const [place, setPlace] = useState("");
  const candidates = useMemo(() => candidatesAmong(index, candidatePlaces(index)), [index]);
  const whatIf = useMemo(() => createWhatIf(table, nearest, metres), [table, nearest, metres]);
  const ask = useMemo(
    () => ({
      nearest: { metres: nearest.metres, atLeast: nearest.atLeast, atMost: nearest.atMost },
      metres,
      candidates,
      steps: STEPS,
      aim,
    }),
    [nearest, metres, candidates, aim],
  );
  const cover = useCover(line, ask);
  const km = kilometres(words, metres);
  const inBorough = candidates
    .filter(({ location }) => index.boroughs[location] === borough)
    .map((candidate) => ({ candidate, name: index.names[candidate.row] ?? "" }))
    .sort((a, b) => words.compare(a.name, b.name));
  const tried = inBorough.find(({ candidate }) => String(candidate.location) === place);
  const gain =
    tried === undefined
      ? null
      : whatIf(index.lon[tried.candidate.location] ?? 0, index.lat[tried.candidate.location] ?? 0);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.t("equity.whatIf")}</h2>
      {(ready.places === "coming" || ready.places === "waiting") && (
        <p role="status">{words.t("equity.whatIfWaiting")}</p>
      )}
      {ready.places === "failed" && <p className="warning">{words.t("equity.whatIfFailed")}</p>}
      {ready.places === "ready" && (
        <>
          <p>{words.t("equity.whatIfText", { km })}</p>
          <p className="warning">{words.t("equity.whatIfNotPlan")}</p>
          <Measured analysis={analysis} />
          <fieldset className="choices no-print">
            <legend>{words.t("equity.whatIfAim")}</legend>
            {(["people", "deprived"] as const).map((value) => (
              <label key={value}>
                <input type="radio" name={`${id}-aim`} checked={aim === value} onChange={() => setAim(value)} />{" "}
                {words.t(value === "people" ? "equity.whatIfAimPeople" : "equity.whatIfAimDeprived")}
              </label>
            ))}
          </fieldset>
          {cover !== null &&
            (cover.steps.length === 0 ? (
              <p>{words.t("equity.whatIfNone")}</p>
            ) : (
              <DataTableView table={coverTable(words, index, cover.steps, cover.ask.metres, boroughName)} />
            ))}
          <p className="hint">
            {cover !== null && gainRange(words, sumOf(cover.steps))} {words.t("equity.whatIfBound")}
          </p>
          <h3>{words.t("equity.whatIfTry")}</h3>
          <div className="fields no-print">
            <div className="field">
              <label htmlFor={`${id}-borough`}>{words.t("equity.whatIfBorough")}</label>
              <select
                id={`${id}-borough`}
                value={borough}
                onChange={(event) => {
                  setBorough(event.target.value);
                  setPlace("");
                }}
              >
                {area.length > 1 && <option value="">{wholeName(words, area, boroughName)}</option>}
                {area.map((code) => (
                  <option key={code} value={code}>
                    {boroughName(code)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor={`${id}-place`}>{words.t("equity.whatIfPlace")}</label>
              <select
                id={`${id}-place`}
                value={place}
                disabled={borough === ""}
                onChange={(event) => setPlace(event.target.value)}
              >
                <option value="">{words.t("equity.whatIfChoose")}</option>
                {inBorough.map(({ candidate, name }) => (
                  <option key={candidate.location} value={String(candidate.location)}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <p role="status">
            {gain !== null &&
              words.t("equity.whatIfAnswer", {
                name: tried?.name ?? "",
                km,
                around: words.number(gain.peopleAround),
                people: words.number(gain.people),
                deprived: words.number(gain.deprived),
              })}{" "}
            {gain !== null && gainRange(words, gain)}
          </p>
        </>
      )}
      <ViewNote />
    </section>
  );
});
