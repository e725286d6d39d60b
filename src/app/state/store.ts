import { createStore, type StoreApi } from "zustand/vanilla";
import type { Words } from "../../locale/words.ts";
import type { SynonymFile } from "../../search/phrases.ts";
import { NOTHING_SELECTED, type Selection } from "../../search/selection.ts";
import type { WordSearch } from "../../search/word-search.ts";
import type { Vocabularies } from "../../services/facets.ts";
import type { Publication } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import type { LoadFailure } from "./load.ts";
import type { Route } from "./route.ts";

export interface Ready {
  readonly status: "ready";
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  /** Services, and after them the places once these have come. */
  readonly index: ServiceIndex;
  /** Rows below this are services; those from it on are places. */
  readonly servicesCount: number;
  readonly places: "waiting" | "coming" | "ready" | "failed";
  /** What the page itself read of sources that are live. */
  readonly live?: {
    /** Full records by id. */
    readonly records: ReadonlyMap<string, Service>;
    /** For each row of a service its row in the published details; negative where `records` has it instead. */
    readonly builtRows: readonly number[];
    /** Ids of the sources that could not be read. */
    readonly failed: readonly string[];
  };
}

export type Loading =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly reason: LoadFailure }
  | Ready;

/** Cards shown at first and by each press of "more". */
export const PAGE_LENGTH = 20;

/** Facts only: results, counts, reasons and the map's scene are worked out from them. */
export interface AppState {
  readonly loading: Loading;
  readonly route: Route;
  /** BCP 47 tag of what the interface should speak; one of LOCALES. */
  readonly locale: string;
  /** How the locale came about: by the browser's wish, by the person's choice (then links carry it), or in place of an unknown one. */
  readonly localeFrom: "browser" | "person" | "unknown-link";
  /** Whether another site's page shows this one in a frame: then it has a short header and no footer. */
  readonly embedded: boolean;
  readonly selection: Selection;
  /** Lay words, once somebody types: none until they are here. */
  readonly synonyms: readonly SynonymFile[];
  /** The search by words, once somebody has typed one; null until its code has come. */
  readonly wordSearch: WordSearch | null;
  /** The services whose words have been read; while others are loaded, typed words have to wait. */
  readonly wordsRead: ServiceIndex | null;
  /** Whether that code did not come. */
  readonly wordSearchFailed: boolean;
  /** Filters in the opened link that no vocabulary knows. */
  readonly dropped: readonly string[];
  /** Whether the map stays away; null until the person says, and then it is as their browser asks. */
  readonly textOnly: boolean | null;
  /** What came of the last "forget what I did here"; null before it. */
  readonly forgotten: "all" | "in-part" | null;
  /** Words with the English beside them, while a person reads a draft so. */
  readonly wordsBeside: Words | null;
  /** What a narrow screen shows. */
  readonly view: "list" | "map";
  readonly filtersOpen: boolean;
  readonly cardsShown: number;
  /** Row under the pointer or focus, in the list or on the map. */
  readonly hovered: number | null;
  /** Rows of the mark that was pressed on the map. */
  readonly pressed: readonly number[];
  readonly overlay: string | null;
  readonly shortlist: {
    readonly ids: readonly string[];
    /** The list before the last removal, to put back. */
    readonly undo: readonly string[] | null;
    /** Whether it is kept after the visit. */
    readonly keeps: boolean;
    /** Whether the browser refused to keep it. */
    readonly refused: boolean;
  };
  /** LSOA code chosen from the keyboard list. */
  readonly area: string | null;
}

export type AppStore = StoreApi<AppState>;

export function createAppStore(route: Route): AppStore {
  return createStore<AppState>(() => ({
    loading: { status: "loading" },
    route,
    locale: "en",
    localeFrom: "browser",
    embedded: false,
    selection: NOTHING_SELECTED,
    synonyms: [],
    wordSearch: null,
    wordsRead: null,
    wordSearchFailed: false,
    dropped: [],
    textOnly: null,
    forgotten: null,
    wordsBeside: null,
    view: "list",
    filtersOpen: false,
    cardsShown: PAGE_LENGTH,
    hovered: null,
    pressed: [],
    overlay: null,
    area: null,
    shortlist: { ids: [], undo: null, keeps: false, refused: false },
  }));
}

/** Changes what is chosen; the list starts from its top again. */
export function select(store: AppStore, change: (selection: Selection) => Selection): void {
  store.setState(({ selection }) => ({ selection: change(selection), cardsShown: PAGE_LENGTH, pressed: [] }));
}
