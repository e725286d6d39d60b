import { openWorkerLine } from "../check/open-line.ts";
import type { AppStore, Ready } from "../state/store.ts";
import { readLive } from "./read-live.ts";
import { withLive, withoutLive } from "./with-live.ts";

/** Reads the live sources one after another once the list stands. What fails is told on About and changes nothing else. */
export async function followLive(store: AppStore): Promise<void> {
  const { loading } = store.getState();
  if (loading.status !== "ready") return;
  const { publication } = loading;
  for (const source of publication.sources.filter(({ live }) => live !== undefined)) {
    const services = await readLive(source, publication, openWorkerLine).catch(() => null);
    const change = (ready: Ready): Ready =>
      services === null ? withoutLive(ready, source.id) : withLive(ready, { source: source.id, services });
    store.setState(({ loading: now }) =>
      // Rows have new numbers, so what was pressed or pointed at by number is let go.
      now.status === "ready"
        ? { loading: change(now), ...(services === null ? {} : { pressed: [], hovered: null }) }
        : {},
    );
  }
}
