import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { isWholeMapLost } from "../../map/map-options.ts";
import type { MapView } from "../../map/map-view.ts";
import { EMPTY_SCENE, pointsOf, type Scene } from "../../map/scene.ts";
import type { LonLat } from "../../services/place.ts";
import { useLinks } from "../links-context.tsx";
import { basemapOf } from "../map/basemap-of.ts";
import { MapControls } from "../map/MapControls.tsx";
import { useTextOnly } from "../map/TextOnlySwitch.tsx";
import { loadAreaFile } from "../state/area-files.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import type { Pin } from "./pin.ts";

type Stage = "waiting" | "loading" | "drawn" | "failed";

/** Names shown of one mark. */
const MOST_NAMES = 30;

/** Whether the person has scrolled near to it; where the browser can't tell, they ask by a button. */
function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {
        rootMargin: "200px",
      },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return near;
}

/** The neighbourhoods shaded by reach, what was found, and the pin. All of it stands in the lists and tables as well. */
export function ReachMap(props: {
  readonly ready: Ready;
  readonly analysis: Analysis;
  /** LSOA codes, and the class of each. */
  readonly codes: readonly string[];
  readonly classes: Uint8Array;
  readonly pin: Pin | null;
  /** LSOA code of the pin's neighbourhood, to be outlined. */
  readonly area: string | null;
  readonly onPress: (point: LonLat, area: string | null) => void;
  /** The map once it is there, for whoever wants to know what lies at a place. */
  readonly view: RefObject<MapView | null>;
}) {
  const words = useWords();
  const links = useLinks();
  const { ready, analysis, codes, classes, pin, area, view } = props;
  const { index, publication } = ready;
  const stageElement = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage>("waiting");
  const [asked, setAsked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [pressed, setPressed] = useState<readonly number[]>([]);
  const near = useNear(stageElement);
  const saving = useTextOnly();
  const wanted = asked || (near && !saving);

  const points = useMemo(() => pointsOf(index, analysis.rows), [index, analysis.rows]);
  const overlay = useMemo(() => ({ id: "reach", codes, classes }) as const, [codes, classes]);
  const start = useMemo(
    () => (pin === null ? null : { point: pin.point, radiusMetres: analysis.metres }),
    [pin, analysis.metres],
  );
  const scene = useMemo<Scene>(
    () => ({ ...EMPTY_SCENE, points, overlay, start, highlightArea: area, view: pin?.view ?? null }),
    [points, overlay, start, area, pin],
  );
  const latest = useRef(scene);
  latest.current = scene;
  const press = useRef(props.onPress);
  press.current = props.onPress;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another answer are other services
  useEffect(() => setPressed([]), [points]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts again
  useEffect(() => {
    const place = container.current;
    if (!wanted || place === null) return;
    let gone = false;
    setStage("loading");
    import("../../map/map-view.ts")
      .then(({ MapView }) => {
        if (gone) return;
        view.current = new MapView(place, {
          assets: { load: loadAreaFile },
          words: {
            label: words.t("equity.map"),
            touchHint: words.t("map.touchHint"),
            wheelHint: words.t("map.wheelHint"),
          },
          basemap: basemapOf(publication),
          home: publication.box,
          colours: publication.colours,
          scheme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
          // The page scrolls past it: one finger and the bare wheel belong to the page.
          cooperative: true,
          count: words.number,
          onSelectRows: setPressed,
          onPressPlace: (point, code) => {
            setPressed([]);
            press.current(point, code);
          },
          onReady: () => !gone && setStage("drawn"),
          onFailure: (failure) => {
            if (!gone && isWholeMapLost(failure)) setStage("failed");
          },
        });
        view.current.show(latest.current);
      })
      .catch(() => !gone && setStage("failed"));
    return () => {
      gone = true;
      view.current?.remove();
      view.current = null;
    };
  }, [wanted, attempt, words, publication, view]);
  useEffect(() => view.current?.show(scene), [scene, view]);

  return (
    <div ref={stageElement} className="reach-map no-print">
      <div ref={container} className="reach-map-canvas" hidden={!wanted || stage === "failed"} />
      {!wanted && (
        <div className="map-words">
          {saving && <p>{words.t("map.saveData")}</p>}
          <button type="button" className="button" onClick={() => setAsked(true)}>
            {words.t("map.load")}
          </button>
        </div>
      )}
      {wanted && stage === "loading" && (
        <p className="map-coming" role="status">
          {words.t("map.loading")}
        </p>
      )}
      {stage === "failed" && (
        <div className="map-words" role="alert">
          <p>{words.t("map.failed")}</p>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {words.t("map.retry")}
          </button>
        </div>
      )}
      {stage === "drawn" && <MapControls view={() => view.current} />}
      {pressed.length > 0 && (
        <div className="reach-here" role="status">
          <h3>{words.t("map.here", { count: pressed.length })}</h3>
          <ul>
            {pressed.slice(0, MOST_NAMES).map((row) => (
              <li key={row}>
                <a href={links.service(index.ids[row] ?? "")}>
                  <bdi>{index.names[row]}</bdi>
                </a>
              </li>
            ))}
          </ul>
          <button type="button" className="link-button" onClick={() => setPressed([])}>
            {words.t("map.closeHere")}
          </button>
        </div>
      )}
      {wanted && stage !== "failed" && (
        <p className="map-credit">
          <a href={links.about}>{words.t("map.credits")}</a>
        </p>
      )}
    </div>
  );
}
