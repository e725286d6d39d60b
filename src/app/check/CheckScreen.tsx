import { useEffect, useRef } from "react";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { CheckResult } from "./CheckResult.tsx";
import { ChooseFile } from "./ChooseFile.tsx";
import type { CheckFile, OpenLine } from "./check-protocol.ts";
import { MapColumns } from "./MapColumns.tsx";
import { openWorkerLine } from "./open-line.ts";
import { saveFile } from "./save-file.ts";
import { useChecker } from "./use-checker.ts";
import "./check.css";

interface CheckScreenProps {
  readonly ready: Ready;
  /** Who does the work; tests do it in the same thread. */
  readonly openLine?: OpenLine;
  /** Takes a finished file away. */
  readonly save?: (name: string, blob: Blob) => void;
}

const ENDINGS: Readonly<Record<CheckFile, string>> = {
  csv: "cleaned.csv",
  geojson: "cleaned.geojson",
  issues: "issues.csv",
};

/** `camden.csv` and `issues` give `camden-issues.csv`. */
const fileName = (file: string, which: CheckFile): string => `${file.replace(/\.[^.]*$/, "")}-${ENDINGS[which]}`;

/** An officer drops a file and sees what would become of it. Nothing leaves the device. */
export function CheckScreen({ ready, openLine = openWorkerLine, save = saveFile }: CheckScreenProps) {
  const words = useWords();
  const name = useRef("");
  const checker = useChecker(openLine, (which, blob) => save(fileName(name.current, which), blob));
  const { state } = checker;
  if (state.status !== "empty") name.current = state.file.name;
  const trouble = useRef<HTMLDivElement>(null);

  // A file dropped beside the box must not open in place of the page.
  useEffect(() => {
    const stop = (event: DragEvent) => event.preventDefault();
    window.addEventListener("dragover", stop);
    window.addEventListener("drop", stop);
    return () => {
      window.removeEventListener("dragover", stop);
      window.removeEventListener("drop", stop);
    };
  }, []);
  useEffect(() => {
    if (state.status === "trouble") trouble.current?.focus();
  }, [state.status]);

  return (
    <main className="page check" id="main" tabIndex={-1}>
      <h1>{words.t("check.title")}</h1>
      <p className="lede">{words.t("check.lede")}</p>
      <p>{words.t("check.private")}</p>
      <ChooseFile name={state.status === "empty" ? null : state.file.name} onChoose={checker.choose} />
      {state.status === "looking" && <p role="status">{words.t("check.looking")}</p>}
      {state.status === "trouble" && (
        <div role="alert" className="warning" ref={trouble} tabIndex={-1}>
          <p>{state.sentence ?? words.t("check.broke")}</p>
          <button type="button" className="button button-quiet" onClick={checker.forget}>
            {words.t("check.another")}
          </button>
        </div>
      )}
      {(state.status === "mapping" || state.status === "checking" || state.status === "checked") && (
        <MapColumns
          key={`${state.file.name} ${state.file.size} ${state.look.reader}`}
          look={state.look}
          columns={state.columns}
          busy={state.status === "checking"}
          checked={state.status === "checked"}
          onMap={checker.mapColumns}
          onForm={(reader) => checker.choose(state.file, reader)}
          onCheck={checker.check}
        />
      )}
      {state.status === "checking" && (
        <div className="check-progress">
          <label htmlFor="check-progress">
            {words.t("check.progress", { done: words.number(state.done), count: state.of })}
          </label>
          <progress id="check-progress" value={state.done} max={Math.max(1, state.of)} />
          <button type="button" className="button button-quiet" onClick={checker.cancel}>
            {words.t("check.cancel")}
          </button>
        </div>
      )}
      {state.status === "checked" && (
        <CheckResult
          key={JSON.stringify(state.columns)}
          ready={ready}
          summary={state.summary}
          points={checker.points}
          onFile={checker.askFile}
          onPoints={checker.askPoints}
        />
      )}
    </main>
  );
}
