import { useEffect, useMemo, useState } from "react";
import type { CoverStep } from "../../equity/candidates.ts";
import type { Selection } from "../../search/selection.ts";
import type { Ready } from "../state/store.ts";
import { type Analysis, findServices } from "./analysis.ts";
import type { EquityView } from "./equity-view.ts";
import { openReachLine, type ReachLine } from "./reach-line.ts";
import { type CoverAsk, reachWorldOf } from "./reach-work.ts";
import type { EquityData } from "./use-equity-data.ts";

/** A line to the worker for these records and areas; it ends with the screen. */
function useReachLine(ready: Ready, data: EquityData): ReachLine | null {
  const { index } = ready;
  const [line, setLine] = useState<ReachLine | null>(null);
  useEffect(() => {
    const opened = openReachLine(reachWorldOf(index, data.table, data.icbs));
    setLine(opened);
    return () => opened.end();
  }, [index, data]);
  return line;
}

/**
 * The analysis of the selection last asked for, and the line that it came by; null until the first is here. While the
 * next is worked out the last one stands.
 */
export function useAnalysis(
  ready: Ready,
  data: EquityData,
  selection: Selection,
  metres: number,
  today: string,
): { readonly analysis: Analysis; readonly line: ReachLine } | null {
  const line = useReachLine(ready, data);
  const found = useMemo(() => findServices(ready, selection, metres, today), [ready, selection, metres, today]);
  const [answer, setAnswer] = useState<{ readonly analysis: Analysis; readonly line: ReachLine } | null>(null);
  useEffect(() => {
    if (line === null) return;
    let current = true;
    line.reach({ rows: found.rows, metres: found.metres }, (reach) => {
      if (current) setAnswer({ analysis: { ...found, ...reach }, line });
    });
    return () => {
      current = false;
    };
  }, [line, found]);
  return answer;
}

export interface Cover {
  /** What these are the answer to: while the next is worked out the last one stands. */
  readonly ask: Omit<CoverAsk, "ask">;
  readonly steps: readonly CoverStep[];
}

/** The best places for one more; null until they are known. */
export function useCover(line: ReachLine, ask: Omit<CoverAsk, "ask">): Cover | null {
  const [cover, setCover] = useState<Cover | null>(null);
  useEffect(() => {
    let current = true;
    line.cover(ask, (steps) => {
      if (current) setCover({ ask, steps });
    });
    return () => {
      current = false;
    };
  }, [line, ask]);
  return cover;
}

/** The selection of a view, the same object for as long as the view asks for the same. */
export function useSelection(view: EquityView, selectionOf: (view: EquityView) => Selection): Selection {
  const { subject, reading } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the distance and the profile change nothing of what is searched
  return useMemo(() => selectionOf(view), [subject, reading]);
}
