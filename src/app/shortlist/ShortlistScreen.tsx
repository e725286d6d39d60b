import { useEffect, useMemo, useState } from "react";
import { toFlatCsv } from "../../services/flat-row.ts";
import type { Service } from "../../services/service.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { loadDetails } from "../state/load.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { Sheet } from "./Sheet.tsx";
import { shareAddress } from "./share-address.ts";
import { sheetText } from "./sheet-text.ts";
import { changeShortlist, keepShortlist, toggleShortlisted } from "./shortlist.ts";
import "../styles/sheet.css";

interface Records {
  readonly services: readonly Service[];
  /** Ids whose record did not load; the page says so. */
  readonly failed: number;
  readonly waiting: boolean;
}

function useRecords(ready: Ready, ids: readonly string[]): Records {
  const [records, setRecords] = useState<Records>({ services: [], failed: 0, waiting: true });
  useEffect(() => {
    let current = true;
    const rows = ids.map((id) => ready.index.ids.indexOf(id)).filter((row) => row >= 0);
    Promise.allSettled(rows.map((row) => loadDetails(row, ready))).then((settled) => {
      if (!current) return;
      const services = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      setRecords({ services, failed: settled.length - services.length, waiting: false });
    });
    return () => {
      current = false;
    };
  }, [ready, ids]);
  return records;
}

function download(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type }));
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The list: to look over, print, copy, send or download. Nothing about the person is asked, kept or put in a link. */
export function ShortlistScreen({ ready, linked }: { readonly ready: Ready; readonly linked: readonly string[] }) {
  const words = useWords();
  const store = useAppStore();
  const today = useToday();
  const shortlist = useApp((state) => state.shortlist);
  const near = useApp((state) => state.selection.near);
  const [large, setLarge] = useState(false);
  const [said, setSaid] = useState("");
  const own = linked.length === 0;
  const ids = own ? shortlist.ids : linked;
  const { services, failed, waiting } = useRecords(ready, ids);
  const known = useMemo(() => ids.filter((id) => ready.index.ids.includes(id)), [ids, ready.index]);
  const gone = ready.places === "ready" ? ids.length - known.length : 0;
  const address = shareAddress(window.location, ids);
  const text = sheetText(services, words, ready.vocabularies, address);

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.t("shortlist.copied")),
      () => setSaid(words.t("shortlist.copyFailed")),
    );
  return (
    <main className={large ? "page shortlist sheet-large" : "page shortlist"} id="main" tabIndex={-1}>
      <div className="shortlist-tools">
        <h1>{words.t(own ? "shortlist.title" : "shortlist.linkedTitle")}</h1>
        {ids.length === 0 && <p>{words.t("shortlist.empty")}</p>}
        {waiting && ids.length > 0 && <p role="status">{words.t("part.loading")}</p>}
        {gone > 0 && <p className="warning">{words.t("shortlist.gone", { count: gone })}</p>}
        {failed > 0 && <p className="warning">{words.t("shortlist.failed", { count: failed })}</p>}
        {own && shortlist.undo !== null && (
          <p role="status">
            {words.t("shortlist.removed")}{" "}
            <button type="button" className="link-button" onClick={() => changeShortlist(store, shortlist.undo ?? [])}>
              {words.t("shortlist.undo")}
            </button>
          </p>
        )}
        {ids.length > 0 && (
          <>
            <p className="shortlist-ways">
              <button type="button" className="button" onClick={() => window.print()}>
                {words.t("shortlist.print")}
              </button>
              <button type="button" className="button button-quiet" onClick={() => void copy()}>
                {words.t("shortlist.copy")}
              </button>
              {"share" in navigator && (
                <button
                  type="button"
                  className="button button-quiet"
                  onClick={() => void navigator.share({ text }).catch(() => undefined)}
                >
                  {words.t("shortlist.share")}
                </button>
              )}
              <button
                type="button"
                className="button button-quiet"
                onClick={() => download("list.csv", "text/csv", toFlatCsv(services, ready.vocabularies))}
              >
                {words.t("shortlist.csv")}
              </button>
            </p>
            <p role="status">{said}</p>
            <p className="shortlist-option">
              <input id="large" type="checkbox" checked={large} onChange={() => setLarge(!large)} />
              <label htmlFor="large">{words.t("shortlist.large")}</label>
            </p>
          </>
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
        {shortlist.refused && <p className="warning">{words.t("shortlist.refused")}</p>}
        {!own && (
          <p>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => changeShortlist(store, [...new Set([...shortlist.ids, ...known])])}
            >
              {words.t("shortlist.adopt")}
            </button>
          </p>
        )}
      </div>
      {services.length > 0 && (
        <Sheet
          services={services}
          ready={ready}
          today={today}
          near={near}
          address={address}
          {...(own ? { onRemove: (id: string) => toggleShortlisted(store, id) } : {})}
        />
      )}
    </main>
  );
}
