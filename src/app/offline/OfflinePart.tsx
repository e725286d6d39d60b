import { useCallback, useEffect, useRef, useState } from "react";
import type { KeptFor, Release } from "../../services/release.ts";
import { useWords } from "../words-context.tsx";
import { KeepError, type Progress } from "./kept-site.ts";
import { canKeep, keepNothing, keptSite, register, setRefused, sizeText, whenServed } from "./this-device.ts";
import "./offline.css";

type Kept =
  | { readonly status: "looking" }
  | { readonly status: "cannot" }
  | { readonly status: "none" }
  | {
      readonly status: "kept";
      readonly release: Release;
      /** Bytes on this device, and of all that could be. */
      readonly bytes: number;
      readonly whole: number;
      readonly all: boolean;
    };

type Trouble = "full" | "broken" | null;

const EVERYTHING = (locale: string): readonly KeptFor[] => ["core", "near", "all", `locale:${locale}`];

/** Milliseconds that a worker has for coming up before it is said that it did not. */
const PATIENCE = 60_000;

async function look(locale: string): Promise<Kept> {
  if (!canKeep()) return { status: "cannot" };
  try {
    const start = document.querySelector("link[as=fetch]")?.getAttribute("href");
    const release = (await keptSite().releases()).find((one) => one.start === start);
    if (release === undefined) return { status: "none" };
    const purposes = EVERYTHING(locale);
    const { bytes, whole: all } = await keptSite().measure(release, purposes);
    const files = Object.values(release.files).filter((file) => purposes.includes(file.for));
    return { status: "kept", release, bytes, all, whole: files.reduce((sum, file) => sum + file.bytes, 0) };
  } catch {
    return { status: "cannot" };
  }
}

/** What of the site is kept on this device, how much it is, and the ways to keep more, less or nothing. */
export function OfflinePart({ built }: { readonly built: string }) {
  const words = useWords();
  const [kept, setKept] = useState<Kept>({ status: "looking" });
  const [saving, setSaving] = useState<Progress | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const stop = useRef<AbortController | null>(null);
  const refresh = useCallback(async () => setKept(await look(words.locale)), [words.locale]);
  useEffect(() => void refresh(), [refresh]);
  useEffect(() => () => stop.current?.abort(), []);
  const size = (bytes: number): string => sizeText(words.locale, bytes);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      const reason = error instanceof KeepError ? error.reason : "line";
      if (reason !== "stopped") setTrouble(reason === "full" ? "full" : "broken");
    }
    setSaving(null);
    await refresh();
  };
  const saveAll = (release: Release, whole: number) =>
    attempt(async () => {
      stop.current = new AbortController();
      setSaving({ done: 0, all: whole });
      const wishes = [...(await keptSite().wishes()), ...EVERYTHING(words.locale)];
      await keptSite().keepMore(release, wishes, { signal: stop.current.signal, tell: setSaving });
      await keptSite().setWishes(wishes);
    });
  const dropAll = (release: Release) =>
    attempt(async () => {
      await keptSite().setWishes((await keptSite().wishes()).filter((wish) => wish !== "all"));
      await keptSite().drop(release, ["all"]);
    });
  const begin = () =>
    attempt(async () => {
      setRefused(false);
      await register();
      const late = new Promise((_, fail) => setTimeout(() => fail(new KeepError("line")), PATIENCE));
      await Promise.race([whenServed(), late]);
    });
  const forget = () => attempt(keepNothing);

  return (
    <section className="offline">
      <h2 id="offline">{words.t("offline.title")}</h2>
      <div role="status">
        {kept.status === "cannot" && <p>{words.t("offline.cannot")}</p>}
        {kept.status === "none" && <p>{words.t("offline.none")}</p>}
        {kept.status === "kept" && (
          <p>
            {words.t(kept.all ? "offline.all" : "offline.kept", { size: size(kept.bytes), date: words.date(built) })}{" "}
            {!kept.all && words.t("offline.says")}
          </p>
        )}
        {trouble !== null && <p className="warning">{words.t(`offline.${trouble}`)}</p>}
      </div>
      {saving !== null && (
        <p className="offline-ways">
          <progress value={saving.done} max={saving.all} aria-label={words.t("offline.title")} />
          <span>{words.t("offline.saving", { done: size(saving.done), all: size(saving.all) })}</span>
          <button type="button" className="button button-quiet" onClick={() => stop.current?.abort()}>
            {words.t("offline.stop")}
          </button>
        </p>
      )}
      {saving === null && (
        <p className="offline-ways">
          {kept.status === "kept" && !kept.all && (
            <button type="button" className="button" onClick={() => void saveAll(kept.release, kept.whole)}>
              {words.t("offline.save", { size: size(kept.whole) })}
            </button>
          )}
          {kept.status === "kept" && kept.all && (
            <button type="button" className="button button-quiet" onClick={() => void dropAll(kept.release)}>
              {words.t("offline.undo")}
            </button>
          )}
          {kept.status === "none" && (
            <button type="button" className="button" onClick={() => void begin()}>
              {words.t("offline.keep")}
            </button>
          )}
          {kept.status === "kept" && (
            <button type="button" className="button button-quiet" onClick={() => void forget()}>
              {words.t("offline.forget")}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
