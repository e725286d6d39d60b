import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, CheckFile, CheckLine, CheckSummary, ColumnMap, LookedAt, OpenLine } from "./check-protocol.ts";

/** Where a check stands. */
export type CheckState =
  | { readonly status: "empty" }
  | { readonly status: "looking"; readonly file: File }
  /** `sentence` null: the work itself broke, which is our fault and not the file's. */
  | { readonly status: "trouble"; readonly file: File; readonly sentence: string | null }
  | { readonly status: "mapping"; readonly file: File; readonly look: LookedAt; readonly columns: ColumnMap }
  | {
      readonly status: "checking";
      readonly file: File;
      readonly look: LookedAt;
      readonly columns: ColumnMap;
      readonly done: number;
      readonly of: number;
    }
  | {
      readonly status: "checked";
      readonly file: File;
      readonly look: LookedAt;
      readonly columns: ColumnMap;
      readonly summary: CheckSummary;
    };

export type PointsAnswer = Extract<Answer, { readonly answer: "points" }>;

export interface Checker {
  readonly state: CheckState;
  /** Where the records stand, once asked for. */
  readonly points: PointsAnswer | null;
  choose(file: File, reader?: string): void;
  mapColumns(columns: ColumnMap): void;
  check(): void;
  /** Stops the work at once; the file and the map of its columns stay. */
  cancel(): void;
  forget(): void;
  askFile(which: CheckFile): void;
  askPoints(): void;
}

function next(state: CheckState, answer: Answer): CheckState {
  switch (answer.answer) {
    case "trouble":
      return state.status === "empty" ? state : { status: "trouble", file: state.file, sentence: answer.sentence };
    case "looked":
      return state.status === "looking"
        ? { status: "mapping", file: state.file, look: answer.look, columns: answer.look.guessed }
        : state;
    case "progress":
      return state.status === "checking" ? { ...state, done: answer.done, of: answer.of } : state;
    case "checked": {
      if (state.status !== "checking") return state;
      const { file, look, columns } = state;
      return { status: "checked", file, look, columns, summary: answer.summary };
    }
    case "file":
    case "points":
    case "taken":
      return state;
  }
}

/** The state of one officer's check, and what they can do. `save` is handed every file that was asked for. */
export function useChecker(open: OpenLine, save: (which: CheckFile, blob: Blob) => void): Checker {
  const [state, setState] = useState<CheckState>({ status: "empty" });
  const [points, setPoints] = useState<PointsAnswer | null>(null);
  const line = useRef<CheckLine | null>(null);
  const saver = useRef(save);
  saver.current = save;

  const end = useCallback(() => {
    line.current?.end();
    line.current = null;
  }, []);
  useEffect(() => end, [end]);

  /** The line there is, or a new one; what an ended one still says is not heard. */
  const speak = useCallback((): CheckLine => {
    if (line.current !== null) return line.current;
    let own: CheckLine | null = null;
    const current = () => own !== null && line.current === own;
    own = open(
      (answer) => {
        if (!current()) return;
        if (answer.answer === "file") saver.current(answer.which, answer.blob);
        else if (answer.answer === "points") setPoints(answer);
        else setState((before) => next(before, answer));
      },
      () => {
        if (!current()) return;
        end();
        setState((before) =>
          before.status === "empty" ? before : { status: "trouble", file: before.file, sentence: null },
        );
      },
    );
    line.current = own;
    return own;
  }, [open, end]);

  return {
    state,
    points,
    choose: (file, reader) => {
      // A line that still works on the last file would keep this one waiting.
      end();
      setPoints(null);
      setState({ status: "looking", file });
      speak().ask({ ask: "look", file, reader: reader ?? null });
    },
    mapColumns: (columns) => {
      if (state.status !== "mapping" && state.status !== "checked") return;
      setPoints(null);
      setState({ status: "mapping", file: state.file, look: state.look, columns });
    },
    check: () => {
      if (state.status !== "mapping" && state.status !== "checked") return;
      const { file, look, columns } = state;
      // After a cancelled check the new line knows nothing of the file.
      if (line.current === null) speak().ask({ ask: "look", file, reader: look.reader });
      setPoints(null);
      setState({ status: "checking", file, look, columns, done: 0, of: look.rows });
      speak().ask({ ask: "check", columns });
    },
    cancel: () => {
      end();
      if (state.status === "checking") {
        setState({ status: "mapping", file: state.file, look: state.look, columns: state.columns });
      } else setState({ status: "empty" });
    },
    forget: () => {
      end();
      setPoints(null);
      setState({ status: "empty" });
    },
    askFile: (which) => speak().ask({ ask: "file", which }),
    askPoints: () => speak().ask({ ask: "points" }),
  };
}
