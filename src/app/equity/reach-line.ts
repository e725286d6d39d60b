import type { CoverStep } from "../../equity/candidates.ts";
import { latestOnly } from "./latest-only.ts";
import { type CoverAsk, findCover, findReach, type ReachAsk, type ReachFound, type ReachWorld } from "./reach-work.ts";
import type { FromReachWorker, ToReachWorker } from "./reach-worker.ts";

/** Who works out reach: a worker, so that the page answers meanwhile. Of each kind of ask the last one wins. */
export interface ReachLine {
  reach(ask: Omit<ReachAsk, "ask">, hear: (found: ReachFound) => void): void;
  cover(ask: Omit<CoverAsk, "ask">, hear: (steps: readonly CoverStep[]) => void): void;
  end(): void;
}

interface Pending<Ask, Answer> {
  readonly ask: Ask;
  readonly hear: (answer: Answer) => void;
}

/** Works on the page itself, a turn later: where there are no workers, or the worker broke. */
function besideThePage(world: ReachWorld): Pick<ReachLine, "reach" | "cover"> {
  const later = <Ask, Answer>(work: (ask: Ask) => Answer) => {
    const line = latestOnly<Pending<Ask, Answer>, Answer>(
      ({ ask }) => setTimeout(() => line.answered(work(ask))),
      (answer, { hear }) => hear(answer),
    );
    return (ask: Ask, hear: (answer: Answer) => void) => line.ask({ ask, hear });
  };
  return {
    reach: later((ask) => findReach(world, ask)),
    cover: later((ask) => findCover(world, ask)),
  };
}

/** Opens a line for one world. If the worker can't be had or breaks, what was asked is worked out on the page. */
export function openReachLine(world: ReachWorld): ReachLine {
  if (typeof Worker === "undefined") return { ...besideThePage(world), end: () => undefined };
  const worker = new Worker(new URL("./reach-worker.ts", import.meta.url), { type: "module" });
  const tell = (message: ToReachWorker): void => worker.postMessage(message);
  let instead: Pick<ReachLine, "reach" | "cover"> | null = null;
  const asked: { reach?: () => void; cover?: () => void } = {};
  const reach = latestOnly<Pending<Omit<ReachAsk, "ask">, ReachFound>, ReachFound>(
    ({ ask }) => tell({ ask: "reach", ...ask }),
    (found, { hear }) => hear(found),
  );
  const cover = latestOnly<Pending<Omit<CoverAsk, "ask">, readonly CoverStep[]>, readonly CoverStep[]>(
    ({ ask }) => tell({ ask: "cover", ...ask }),
    (steps, { hear }) => hear(steps),
  );
  worker.addEventListener("message", ({ data }: MessageEvent<FromReachWorker>) => {
    if (data.answer === "reach") reach.answered(data.found);
    else cover.answered(data.steps);
  });
  const broke = (event: Event): void => {
    event.preventDefault();
    if (instead !== null) return;
    instead = besideThePage(world);
    worker.terminate();
    asked.reach?.();
    asked.cover?.();
  };
  worker.addEventListener("error", broke);
  worker.addEventListener("messageerror", broke);
  tell({ world });
  return {
    reach: (ask, hear) => {
      asked.reach = () => instead?.reach(ask, hear);
      if (instead === null) reach.ask({ ask, hear });
      else instead.reach(ask, hear);
    },
    cover: (ask, hear) => {
      asked.cover = () => instead?.cover(ask, hear);
      if (instead === null) cover.ask({ ask, hear });
      else instead.cover(ask, hear);
    },
    end: () => worker.terminate(),
  };
}
