import { joiningIndexes } from "../../services/join-indexes.ts";
import type { ServiceIndexFile } from "../../services/service-index.ts";
import { breathe, changeData } from "./change-data.ts";
import { decode, fetchFile } from "./load.ts";
import type { AppStore } from "./store.ts";

const FILE = "index-places.json";

/** Brings the quiet second layer. Without it the list says so and still works. */
export async function addPlaces(store: AppStore): Promise<void> {
  try {
    const bytes = await fetchFile(FILE);
    await breathe();
    // Each of these may take as long as a frame, or several on a slow phone: between them the page answers.
    const text = new TextDecoder().decode(bytes);
    await breathe();
    const file = JSON.parse(text) as ServiceIndexFile;
    await breathe();
    const places = decode(file, FILE);
    await breathe();
    await changeData(store, function* (ready) {
      return { ...ready, places: "ready", index: yield* joiningIndexes(ready.index, places) };
    });
  } catch {
    store.setState(({ loading }) => (loading.status === "ready" ? { loading: { ...loading, places: "failed" } } : {}));
  }
}
