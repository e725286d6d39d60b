import { joinIndexes } from "../../services/join-indexes.ts";
import type { ServiceIndexFile } from "../../services/service-index.ts";
import { breathe, changeData } from "./change-data.ts";
import { decode, fetchJson } from "./load.ts";
import type { AppStore } from "./store.ts";

const FILE = "index-places.json";

/** Brings the quiet second layer. Without it the list says so and still works. */
export async function addPlaces(store: AppStore): Promise<void> {
  try {
    const file = await fetchJson<ServiceIndexFile>(FILE);
    await breathe();
    const places = decode(file, FILE);
    await breathe();
    await changeData(store, (ready) => ({ ...ready, places: "ready", index: joinIndexes(ready.index, places) }));
  } catch {
    store.setState(({ loading }) => (loading.status === "ready" ? { loading: { ...loading, places: "failed" } } : {}));
  }
}
