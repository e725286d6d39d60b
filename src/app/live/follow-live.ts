import { openWorkerLine } from "../check/open-line.ts";
import { changeData } from "../state/change-data.ts";
import type { AppStore } from "../state/store.ts";
import { readLive } from "./read-live.ts";
import { withLive, withoutLive } from "./with-live.ts";

/** Reads the live sources one after another once the list stands. What fails is told on About and changes nothing else. */
export async function followLive(store: AppStore): Promise<void> {
  const { loading } = store.getState();
  if (loading.status !== "ready") return;
  const { publication } = loading;
  for (const source of publication.sources.filter(({ live }) => live !== undefined)) {
    const services = await readLive(source, publication, openWorkerLine).catch(() => null);
    // Rows get new numbers, so what was pressed or pointed at by number is let go.
    await (services === null
      ? changeData(store, (ready) => withoutLive(ready, source.id))
      : changeData(store, (ready) => withLive(ready, { source: source.id, services }), { pressed: [], hovered: null }));
  }
}
