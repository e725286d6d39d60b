import { useEffect, useRef, useState } from "react";
import { Later } from "../parts/Later.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { CHECK_FILES, type CheckFile, type CheckSummary, ROW_OUTCOMES, type RowOutcome } from "./check-protocol.ts";
import { RowsTable } from "./RowsTable.tsx";
import type { PointsAnswer } from "./use-checker.ts";

interface CheckResultProps {
  readonly ready: Ready;
  readonly summary: CheckSummary;
  readonly points: PointsAnswer | null;
  readonly onFile: (which: CheckFile) => void;
  readonly onPoints: () => void;
}

const loadMap = () => import("./CheckMap.tsx").then(({ CheckMap }) => CheckMap);

/** What is worth looking at first: rows that were not taken, else rows that were mended. */
const firstOutcome = ({ counts }: CheckSummary): RowOutcome =>
  ROW_OUTCOMES.find((outcome) => counts[outcome] > 0) ?? "accepted";

/** What became of the rows: in numbers, as files, on the map, and row by row. */
export function CheckResult({ ready, summary, points, onFile, onPoints }: CheckResultProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [outcome, setOutcome] = useState<RowOutcome>(() => firstOutcome(summary));
  const [mapWanted, setMapWanted] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const { counts } = summary;
  return (
    <section className="check-result" aria-labelledby="check-result">
      <h2 id="check-result" ref={heading} tabIndex={-1}>
        {words.t("check.result", { rows: summary.rows, services: summary.services })}
      </h2>
      <ul className="check-counts">
        {[...ROW_OUTCOMES].reverse().map((kind) => (
          <li key={kind} className={`check-count check-${kind}`}>
            <strong>{words.number(counts[kind])}</strong> {words.t(`check.${kind}`, { count: counts[kind] })}
          </li>
        ))}
      </ul>
      {!summary.lookedUp && <p className="warning">{words.t("check.notLookedUp")}</p>}
      {summary.sensitive > 0 && <p>{words.t("check.sensitive", { count: summary.sensitive })}</p>}
      {summary.wholeFile.length > 0 && (
        <>
          <h3>{words.t("check.wholeFile")}</h3>
          <ul>
            {summary.wholeFile.map(({ column, message, remedy }) => (
              <li key={`${column} ${message}`}>
                {column !== null && (
                  <strong>
                    <bdi>{column}</bdi>:{" "}
                  </strong>
                )}
                {message} {remedy}
              </li>
            ))}
          </ul>
        </>
      )}
      {summary.common.length > 0 && (
        <details>
          <summary>{words.t("check.common")}</summary>
          <ol>
            {summary.common.map(({ fault, count, message }) => (
              <li key={fault}>
                {words.t("check.times", { count })} {message}
              </li>
            ))}
          </ol>
        </details>
      )}
      <h3>{words.t("check.files")}</h3>
      <p className="check-files">
        {CHECK_FILES.map((which) => (
          <button key={which} type="button" className="button button-quiet" onClick={() => onFile(which)}>
            {words.t(`check.download.${which}`)}
          </button>
        ))}
      </p>
      <p className="hint">{words.t("check.filesHint")}</p>
      <h3>{words.t("check.map")}</h3>
      {!mapWanted && (
        <p>
          <button
            type="button"
            className="button button-quiet"
            disabled={summary.placed === 0}
            onClick={() => {
              setMapWanted(true);
              onPoints();
            }}
          >
            {words.t("check.showMap")}
          </button>{" "}
          {words.t("check.placed", { placed: words.number(summary.placed), count: summary.services })}
        </p>
      )}
      {mapWanted && points !== null && <Later load={loadMap} props={{ ready, points }} />}
      {mapWanted && points === null && <p role="status">{words.t("map.loading")}</p>}
      <h3 id="check-rows">{words.t("check.rows")}</h3>
      <fieldset className="check-filter">
        <legend>{words.t("check.show")}</legend>
        {ROW_OUTCOMES.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="check-outcome"
              checked={outcome === kind}
              disabled={counts[kind] === 0}
              onChange={() => setOutcome(kind)}
            />{" "}
            {words.t(`check.filter.${kind}`)} ({words.number(counts[kind])})
          </label>
        ))}
      </fieldset>
      <RowsTable outcome={outcome} rows={summary.shown[outcome]} count={counts[outcome]} />
    </section>
  );
}
