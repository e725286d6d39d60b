import { useEffect, useMemo, useRef, useState } from "react";
import { isWholeMapLost } from "../../map/map-options.ts";
import { MapView } from "../../map/map-view.ts";
import { EMPTY_SCENE, type Scene } from "../../map/scene.ts";
import { basemapOf } from "../map/basemap-of.ts";
import { MapControls } from "../map/MapControls.tsx";
import { fetchJson } from "../state/load.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { PointsAnswer } from "./use-checker.ts";

type Stage = "loading" | "drawn" | "failed";

/** Names shown of one mark. */
const MOST_NAMES = 30;

/** Where the checked records stand. Which rows have no place is told in the table. */
export function CheckMap({ ready, points }: { readonly ready: Ready; readonly points: PointsAnswer }) {
  const words = useWords();
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const [stage, setStage] = useState<Stage>("loading");
  const [pressed, setPressed] = useState<readonly number[]>([]);
  const scene = useMemo<Scene>(
    () => ({
      ...EMPTY_SCENE,
      points: points.points,
      selected: pressed.length === 1 ? (pressed[0] ?? null) : null,
    }),
    [points, pressed],
  );
  const latest = useRef(scene);
  latest.current = scene;

  useEffect(() => {
    const place = container.current;
    if (place === null) return;
    const map = new MapView(place, {
      assets: { load: (name) => fetchJson(`areas/${name}.json`) },
      words: {
        label: words.t("check.mapLabel"),
        touchHint: words.t("map.touchHint"),
        wheelHint: words.t("map.wheelHint"),
      },
      basemap: basemapOf(ready.publication),
      home: ready.publication.box,
      colours: ready.publication.colours,
      scheme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      // The page scrolls past it: one finger and the bare wheel belong to the page.
      cooperative: true,
      count: words.number,
      onSelectRows: setPressed,
      onReady: () => setStage("drawn"),
      onFailure: (failure) => {
        if (isWholeMapLost(failure)) setStage("failed");
      },
    });
    map.show(latest.current);
    view.current = map;
    return () => {
      view.current = null;
      map.remove();
    };
  }, [words, ready.publication]);
  useEffect(() => view.current?.show(scene), [scene]);

  if (stage === "failed") return <p role="alert">{words.t("check.mapFailed")}</p>;
  return (
    <div className="check-map">
      <div className="check-map-canvas" ref={container} />
      {stage === "drawn" ? (
        <MapControls view={() => view.current} />
      ) : (
        <p className="check-map-words" role="status">
          {words.t("map.loading")}
        </p>
      )}
      {pressed.length > 0 && (
        <div className="check-here" role="status">
          <h4>{words.t("map.here", { count: pressed.length })}</h4>
          <ul>
            {pressed.slice(0, MOST_NAMES).map((row) => (
              <li key={row}>
                <bdi>{points.names[row]}</bdi>
              </li>
            ))}
          </ul>
          <button type="button" className="link-button" onClick={() => setPressed([])}>
            {words.t("map.closeHere")}
          </button>
        </div>
      )}
    </div>
  );
}
