import type { Slices } from "../../search/slices.ts";
import type { AppState, AppStore, Ready } from "./store.ts";
import { todayInLondon } from "./today.ts";
import { searchOf } from "./use-results.ts";

/** Milliseconds of work after which the page may answer whoever uses it. */
const SLICE_MS = 8;

/** Lets the page answer whoever uses it. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does sliced work between other tasks of the page. Resolves to what it made, or to null if given up because of `goOn`. */
async function inSlices<T>(work: Slices<T>, goOn: () => boolean): Promise<{ readonly made: T } | null> {
  while (goOn()) {
    const end = performance.now() + SLICE_MS;
    do {
      const { done, value } = work.next();
      if (done === true) return { made: value };
    } while (performance.now() < end);
    await breathe();
  }
  return null;
}

/**
 * Changes the loaded data. The page goes on with the old until the search over the new is ready, so that no task is
 * longer than a slice; if other data came meanwhile, those are changed. `also` is set in the same moment.
 */
export async function changeData(
  store: AppStore,
  change: (ready: Ready) => Ready | Slices<Ready>,
  also: Partial<AppState> = {},
): Promise<void> {
  for (;;) {
    const { loading, synonyms, wordSearch } = store.getState();
    if (loading.status !== "ready") return;
    const isSame = () => {
      const now = store.getState();
      return now.loading === loading && now.wordSearch === wordSearch;
    };
    const changing = change(loading);
    const changed = "next" in changing ? await inSlices(changing, isSame) : { made: changing };
    await breathe();
    if (changed === null) continue;
    const next = changed.made;
    const work = searchOf(next, { synonyms, words: wordSearch }).prepare(todayInLondon(new Date()));
    if ((await inSlices(work, isSame)) === null) continue;
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
        if (done !== null) store.setState({ wordsRead: index });
      },
    );
  };
  store.subscribe(check);
  check();
}
