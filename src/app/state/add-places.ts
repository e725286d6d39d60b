import { joiningIndexes } from "../../services/join-indexes.ts";
import { changeData } from "./change-data.ts";
import { loadPlaces } from "./load-places.ts";
import type { AppStore } from "./store.ts";

/** Brings the quiet second layer. Without it the list says so and still works. */
export async function addPlaces(store: AppStore): Promise<void> {
  try {
    const places = await loadPlaces();
    await changeData(store, function* (ready) {
      return { ...ready, places: "ready", index: yield* joiningIndexes(ready.index, places) };
    });
  } catch {
    store.setState(({ loading }) => (loading.status === "ready" ? { loading: { ...loading, places: "failed" } } : {}));
  }
}
