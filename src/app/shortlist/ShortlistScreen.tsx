import { useMemo, useState } from "react";
import type { Service } from "../../services/service.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { Sheet } from "./Sheet.tsx";
import { type SheetChoice, SheetTools, USUAL_PER_PAGE } from "./SheetTools.tsx";
import { saveCsv } from "./save-csv.ts";
import { readLinked, shareAddress } from "./share-address.ts";
import { sheetText } from "./sheet-text.ts";
import { changeShortlist, keepShortlist, toggleShortlisted } from "./shortlist.ts";
import { useRecords } from "./use-records.ts";
import { useSheetSpoken } from "./use-sheet-spoken.ts";
import "../styles/sheet.css";

/** What went wrong with the list, or has just been done to it. */
function Notices({
  own,
  gone,
  failed,
  sheetFailed,
  placesFailed,
}: {
  readonly own: boolean;
  readonly gone: number;
  readonly failed: number;
  readonly sheetFailed: boolean;
  readonly placesFailed: boolean;
}) {
  const words = useWords();
  const store = useAppStore();
  const { undo, refused } = useApp((state) => state.shortlist);
  return (
    <>
      {gone > 0 && <p className="warning">{words.t("shortlist.gone", { count: gone })}</p>}
      {failed > 0 && <p className="warning">{words.t("shortlist.failed", { count: failed })}</p>}
      {placesFailed && <p className="warning">{words.t("results.placesFailed")}</p>}
      {sheetFailed && <p className="warning">{words.t("locale.failed")}</p>}
      {refused && <p className="warning">{words.t("shortlist.refused")}</p>}
      {own && undo !== null && (
        <p role="status">
          {words.t("shortlist.removed")}{" "}
          <button type="button" className="link-button" onClick={() => changeShortlist(store, undo)}>
            {words.t("shortlist.undo")}
          </button>
        </p>
      )}
    </>
  );
}

/** The list: to look over, print, copy, send or download. Nothing about the person is asked, kept or put in a link. */
export function ShortlistScreen({ ready, linked }: { readonly ready: Ready; readonly linked: readonly string[] }) {
  const words = useWords();
  const store = useAppStore();
  const today = useToday();
  const shortlist = useApp((state) => state.shortlist);
  const near = useApp((state) => state.selection.near);
  // Labels as the data give them: those of `ready` are in the page's locale, and the sheet may have another.
  const vocabularies = useApp(({ loading }) =>
    loading.status === "ready" ? loading.vocabularies : ready.vocabularies,
  );
  const [chosen, setChosen] = useState<SheetChoice | null>(null);
  const choice = chosen ?? { locale: words.locale, large: false, perPage: USUAL_PER_PAGE };
  const { voices, failed: sheetFailed } = useSheetSpoken(choice.locale);
  const own = linked.length === 0;
  const entries = own ? shortlist.ids : linked;
  const { ids, unknown } = useMemo(() => readLinked(entries, ready.index.ids), [entries, ready.index]);
  const { services, failed, waiting } = useRecords(ready, ids);
  const gone = ready.places === "ready" ? unknown : 0;
  const address = shareAddress(window.location, ids);

  const removeButton = ({ id, name }: Service) => (
    <p className="sheet-remove" lang={words.locale} dir={words.direction}>
      <button
        type="button"
        className="button button-quiet"
        aria-label={words.t("shortlist.removeLabel", { name })}
        onClick={() => toggleShortlisted(store, id)}
      >
        {words.t("shortlist.remove")}
      </button>
    </p>
  );
  return (
    <main className={choice.large ? "page shortlist sheet-large" : "page shortlist"} id="main" tabIndex={-1}>
      <div className="shortlist-tools">
        <h1>{words.t(own ? "shortlist.title" : "shortlist.linkedTitle")}</h1>
        {entries.length === 0 && <p>{words.t("shortlist.empty")}</p>}
        {waiting && entries.length > 0 && <p role="status">{words.t("part.loading")}</p>}
        <Notices
          own={own}
          gone={gone}
          failed={failed}
          sheetFailed={sheetFailed}
          placesFailed={ready.places === "failed" && unknown > 0}
        />
        {services.length > 0 && voices !== null && (
          <SheetTools
            choice={choice}
            onChoose={setChosen}
            offered={ready.publication.locales}
            text={sheetText(services, { words: voices.reader.words, vocabularies, near, address })}
            onCsv={() => saveCsv(services, vocabularies)}
          />
        )}
        {own && (
          <p className="shortlist-option">
            <input
              id="keeps"
              type="checkbox"
              checked={shortlist.keeps}
              onChange={() => keepShortlist(store, !shortlist.keeps)}
            />
            <label htmlFor="keeps">{words.t("shortlist.keep")}</label>
          </p>
        )}
        {!own && (
          <p>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => changeShortlist(store, [...new Set([...shortlist.ids, ...ids])])}
            >
              {words.t("shortlist.adopt")}
            </button>
          </p>
        )}
      </div>
      {services.length > 0 && voices !== null && (
        <Sheet
          services={services}
          reader={voices.reader}
          worker={voices.worker}
          vocabularies={vocabularies}
          title={ready.publication.title}
          today={today}
          near={near}
          address={address}
          perPage={choice.perPage}
          {...(own ? { removeButton } : {})}
        />
      )}
    </main>
  );
}
