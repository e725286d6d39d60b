import type { Slices } from "../../search/slices.ts";
import type { AppState, AppStore, Ready } from "./store.ts";
import { todayInLondon } from "./today.ts";
import { searchOf } from "./use-results.ts";

/** Milliseconds of work after which the page may answer whoever uses it. */
const SLICE_MS = 8;

/** Lets the page answer whoever uses it. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does sliced work between other tasks of the page. Resolves to whether it was done, or given up because of `goOn`. */
async function inSlices(work: Slices<void>, goOn: () => boolean): Promise<boolean> {
  while (goOn()) {
    const end = performance.now() + SLICE_MS;
    do {
      if (work.next().done === true) return true;
    } while (performance.now() < end);
    await breathe();
  }
  return false;
}

/**
 * Changes the loaded data. The page goes on with the old until the search over the new is ready, so that no task is
 * longer than a slice; if other data came meanwhile, those are changed. `also` is set in the same moment.
 */
export async function changeData(
  store: AppStore,
  change: (ready: Ready) => Ready,
  also: Partial<AppState> = {},
): Promise<void> {
  for (;;) {
    const { loading, synonyms, wordSearch } = store.getState();
    if (loading.status !== "ready") return;
    const next = change(loading);
    await breathe();
    const isSame = () => {
      const now = store.getState();
      return now.loading === loading && now.wordSearch === wordSearch;
    };
    const work = searchOf(next, { synonyms, words: wordSearch }).prepare(todayInLondon(new Date()));
    if (!(await inSlices(work, isSame))) continue;
    store.setState({ ...also, loading: next, ...(wordSearch === null ? {} : { wordsRead: next.index }) });
    return;
  }
}

/** From now on reads the words of whatever data the page holds, so that the first one typed finds them read. */
export function readWordsAhead(store: AppStore): void {
  let reading: Ready["index"] | null = null;
  const check = () => {
    const { loading, synonyms, wordSearch, wordsRead } = store.getState();
    if (loading.status !== "ready" || wordSearch === null) return;
    const { index } = loading;
    if (index === wordsRead || index === reading) return;
    reading = index;
    const isSame = () => {
      const now = store.getState();
      return now.loading.status === "ready" && now.loading.index === index && now.wordsRead !== index;
    };
    void inSlices(searchOf(loading, { synonyms, words: wordSearch }).prepare(todayInLondon(new Date())), isSame).then(
      (done) => {
        if (done) store.setState({ wordsRead: index });
      },
    );
  };
  store.subscribe(check);
  check();
}
