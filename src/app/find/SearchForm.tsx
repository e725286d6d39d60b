import { type FormEvent, useId, useState } from "react";
import type { NamedPlace } from "../../search/read-query.ts";
import { startAt } from "../../search/start-at.ts";
import type { Vocabularies } from "../../services/facets.ts";
import { lonLat, METRES_PER_MILE } from "../../services/place.ts";
import { useLinks } from "../links-context.tsx";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { bringWordSearch } from "../state/lay-words.ts";
import { select } from "../state/store.ts";
import { searchOf } from "../state/use-results.ts";
import { useWords } from "../words-context.tsx";
import { WhatField } from "./WhatField.tsx";

/** Miles offered as "how far"; null = any distance. */
const RADII = [0.5, 1, 2, 3, 5, 10] as const;

type Looking =
  | { readonly status: "idle" }
  | { readonly status: "looking"; readonly text: string }
  | {
      readonly status: "wrong";
      readonly text: string;
      readonly why: "unknown" | "outside-london" | "failed" | "device";
    };

/** "What do you need? Where?": the words search while they are typed, the place when it is entered. */
export function SearchForm({ vocabularies }: { readonly vocabularies: Vocabularies }) {
  const words = useWords();
  const links = useLinks();
  const store = useAppStore();
  const near = useApp((state) => state.selection.near);
  const [where, setWhere] = useState(near?.label ?? "");
  // With the list, not after it: what somebody types next must not be written over.
  const [start, setStart] = useState(near?.label);
  if (start !== near?.label) {
    setStart(near?.label);
    setWhere(near?.label ?? "");
  }
  const [settled, setSettled] = useState<string | null>(null);
  const [looking, setLooking] = useState<Looking>({ status: "idle" });
  const id = useId();

  /** Resolves to whether the search now starts from there. */
  const look = async (text: string): Promise<boolean> => {
    const asked = text.trim();
    if (asked === "") {
      setLooking({ status: "idle" });
      select(store, (selection) => ({ ...selection, near: null }));
      return true;
    }
    if (asked === near?.label) return true;
    setLooking({ status: "looking", text: asked });
    const resolved = await import("../state/resolve-place.ts").then(
      ({ resolvePlace }) => resolvePlace(asked, near?.radius ?? null),
      () => ({ status: "failed" }) as const,
    );
    if (resolved.status === "found") {
      setLooking({ status: "idle" });
      setWhere(resolved.near.label);
      select(store, (selection) => ({ ...selection, near: resolved.near }));
    } else {
      setLooking({ status: "wrong", text: asked, why: resolved.status });
    }
    return resolved.status === "found";
  };

  /** A place that the words named, or that was chosen beneath them. */
  const startFrom = async ({ text, place }: NamedPlace): Promise<boolean> => {
    setWhere(text);
    if (place === null) return look(text);
    setLooking({ status: "idle" });
    select(store, (selection) => ({ ...selection, near: startAt(place, selection.near?.radius ?? null) }));
    return true;
  };

  /** "gurdwara near southall": the place goes where places go, unless another stands there already. */
  const readWords = async (): Promise<void> => {
    const { loading, selection } = store.getState();
    setSettled(selection.words);
    if (loading.status !== "ready" || selection.words.trim() === "") return;
    const words = await bringWordSearch(store);
    const { phrases } = searchOf(loading, { synonyms: store.getState().synonyms, words });
    if (phrases === null) return;
    const read = await import("../state/typed-query.ts").then(
      ({ readTyped }) => readTyped(selection.words, phrases),
      () => null,
    );
    if (read === null || store.getState().selection.words !== selection.words) return;
    if (read.asksForPlaces) select(store, (now) => ({ ...now, places: true }));
    if (read.where === null || (where.trim() !== "" && where.trim() !== near?.label)) return;
    if (!(await startFrom(read.where))) return;
    setSettled(read.words);
    select(store, (now) => (now.words === selection.words ? { ...now, words: read.words } : now));
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void look(where).then(readWords);
  };

  const startFromHere = () => {
    const wrong = () => setLooking({ status: "wrong", text: "", why: "device" });
    if (!("geolocation" in navigator)) return wrong();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = lonLat(coords.longitude, coords.latitude);
        if (point === null) {
          setLooking({ status: "wrong", text: words.t("search.myPlaceLabel"), why: "outside-london" });
          return;
        }
        setLooking({ status: "idle" });
        const label = words.t("search.myPlaceLabel");
        select(store, (selection) => ({
          ...selection,
          near: { point, radius: selection.near?.radius ?? null, label },
        }));
      },
      wrong,
      { maximumAge: 60_000, timeout: 15_000 },
    );
    return undefined;
  };

  const note = (() => {
    if (looking.status === "looking") return words.t("search.lookingUp", { text: looking.text });
    if (looking.status === "idle") return null;
    switch (looking.why) {
      case "unknown":
        return words.t("search.notAPlace", { text: looking.text });
      case "outside-london":
        return words.t("search.outsideLondon", { text: looking.text });
      case "failed":
        return words.t("search.lookupFailed");
      case "device":
        return words.t("search.myPlaceFailed");
    }
  })();

  return (
    <search aria-label={words.t("search.label")}>
      <form className="search" onSubmit={submit} autoComplete="off">
        <WhatField vocabularies={vocabularies} settled={settled} onSettled={setSettled} onPlace={startFrom} />
        <div className="field">
          <label htmlFor={`${id}-where`}>{words.t("search.where")}</label>
          <input
            id={`${id}-where`}
            type="search"
            dir="auto"
            enterKeyHint="search"
            autoComplete="off"
            maxLength={100}
            placeholder={words.t("search.whereHint")}
            value={where}
            aria-invalid={looking.status === "wrong"}
            aria-describedby={`${id}-note`}
            onChange={(event) => setWhere(event.target.value)}
            onBlur={() => void look(where)}
          />
        </div>
        <button type="submit" className="button">
          {words.t("search.submit")}
        </button>
        {near !== null && (
          <div className="field field-far">
            <label htmlFor={`${id}-far`}>{words.t("search.within")}</label>
            <select
              id={`${id}-far`}
              value={near.radius === null ? "" : String(near.radius / METRES_PER_MILE)}
              onChange={(event) => {
                const radius = event.target.value === "" ? null : Number(event.target.value) * METRES_PER_MILE;
                select(store, (selection) => ({
                  ...selection,
                  near: selection.near === null ? null : { ...selection.near, radius },
                }));
              }}
            >
              <option value="">{words.t("search.anyDistance")}</option>
              {RADII.map((miles) => (
                <option key={miles} value={miles}>
                  {miles === 0.5 ? words.t("search.halfMile") : words.t("search.miles", { miles })}
                </option>
              ))}
            </select>
          </div>
        )}
      </form>
      <div className="search-notes">
        <button type="button" className="link-button" onClick={startFromHere}>
          {words.t("search.myPlace")}
        </button>
        <a className="ask-link" href={links.ask}>
          {words.t("ask.link")}
        </a>
        <span className="hint">
          {words.t("search.private")} <a href={links.privacy}>{words.t("forget.button")}</a>
        </span>
        <p
          id={`${id}-note`}
          className={looking.status === "wrong" ? "field-note field-error" : "field-note"}
          role="status"
        >
          {note}
        </p>
      </div>
    </search>
  );
}
