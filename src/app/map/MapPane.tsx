import { useEffect, useMemo, useRef, useState } from "react";
import type { MapFailure } from "../../map/map-options.ts";
import type { MapView } from "../../map/map-view.ts";
import { pointsOf, type Scene } from "../../map/scene.ts";
import { overlayById } from "../../overlays/overlays.ts";
import type { Results } from "../../search/results.ts";
import { useLinks } from "../links-context.tsx";
import { Later } from "../parts/Later.tsx";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { loadAreaFile } from "../state/area-files.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { basemapOf } from "./basemap-of.ts";
import { boxAround } from "./box-around.ts";
import { HereList } from "./HereList.tsx";
import { MapControls } from "./MapControls.tsx";
import { TextOnlySwitch, useTextOnly } from "./TextOnlySwitch.tsx";
import { chooseTextOnly } from "./text-only.ts";
import { useWide } from "./use-wide.ts";

const loadTools = () => import("./OverlayTools.tsx").then(({ OverlayTools }) => OverlayTools);

type Stage =
  /** Nothing of the map is loaded until the list stands, or until somebody asks. */
  | { readonly status: "waiting" }
  | { readonly status: "loading" }
  | { readonly status: "drawn" }
  | { readonly status: "failed"; readonly why: "no-webgl" | "failed" };

/** Milliseconds after which a map that is not drawn is called failed. */
const PATIENCE = 60_000;

/** The map beside the list: it shows what the results say and never holds anything that the list does not. */
export function MapPane({ ready, results }: { readonly ready: Ready; readonly results: Results }) {
  const words = useWords();
  const links = useLinks();
  const store = useAppStore();
  const wide = useWide();
  const view = useApp((state) => state.view);
  const hovered = useApp((state) => state.hovered);
  const pressed = useApp((state) => state.pressed);
  const overlay = useApp((state) => state.overlay);
  const area = useApp((state) => state.area);
  const near = useApp((state) => state.selection.near);
  const [stage, setStage] = useState<Stage>({ status: "waiting" });
  const [attempt, setAttempt] = useState(0);
  const [pointed, setPointed] = useState<string | null>(null);
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapView | null>(null);

  const points = useMemo(() => pointsOf(ready.index, results.rows), [ready.index, results]);
  const start = useMemo(() => (near === null ? null : { point: near.point, radiusMetres: near.radius }), [near]);
  const shade = useMemo(() => {
    const known = overlay === null ? null : overlayById(overlay);
    return known === null ? null : { id: known.id };
  }, [overlay]);
  const scene = useMemo<Scene>(
    () => ({
      points,
      selected: pressed.length === 1 ? (pressed[0] ?? null) : null,
      hovered,
      overlay: shade,
      highlightArea: shade === null ? null : area,
      start,
      view: null,
    }),
    [points, pressed, hovered, shade, area, start],
  );
  const latest = useRef(scene);
  latest.current = scene;

  const textOnly = useTextOnly();
  const shown = wide || view === "map";
  // A map that stands stays while the list is looked at.
  const [came, setCame] = useState(false);
  const wanted = !textOnly && (shown || came);
  useEffect(() => setCame(wanted), [wanted]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts again
  useEffect(() => {
    const place = container.current;
    if (!wanted || place === null) {
      setStage({ status: "waiting" });
      return;
    }
    let gone = false;
    setStage({ status: "loading" });
    const fail = (failure: MapFailure | "code") => {
      if (!gone) setStage({ status: "failed", why: failure === "no-webgl" ? "no-webgl" : "failed" });
    };
    const begin = async () => {
      // The list comes first: the map's code waits until the page has nothing better to do.
      await new Promise((resolve) =>
        (window.requestIdleCallback ?? setTimeout)(() => resolve(null), { timeout: 2000 }),
      );
      if (gone) return;
      const [{ MapView }, { isWholeMapLost }] = await Promise.all([
        import("../../map/map-view.ts"),
        import("../../map/map-options.ts"),
      ]);
      if (gone) return;
      map.current = new MapView(place, {
        assets: { load: loadAreaFile },
        words: {
          label: words.t("map.description"),
          touchHint: words.t("map.touchHint"),
          wheelHint: words.t("map.wheelHint"),
        },
        basemap: basemapOf(ready.publication),
        home: ready.publication.box,
        colours: ready.publication.colours,
        scheme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
        cooperative: store.getState().embedded,
        count: words.number,
        onSelectRows: (rows) =>
          store.setState({ pressed: rows, hovered: rows.length === 1 ? (rows[0] ?? null) : null }),
        onHover: (row) => store.setState({ hovered: row }),
        onHoverArea: setPointed,
        onSelectArea: (code) => store.setState({ area: code }),
        onReady: () => !gone && setStage({ status: "drawn" }),
        onFailure: (failure) => {
          if (isWholeMapLost(failure)) fail(failure);
        },
      });
      map.current.show(latest.current);
    };
    begin().catch(() => fail("code"));
    // A line or a worker that hangs is told; a map that comes after all still takes its place.
    const late = setTimeout(
      () => setStage((before) => (before.status === "loading" ? { status: "failed", why: "failed" } : before)),
      PATIENCE,
    );
    return () => {
      gone = true;
      clearTimeout(late);
      map.current?.remove();
      map.current = null;
    };
  }, [wanted, attempt, store, words, ready.publication]);

  useEffect(() => map.current?.show(scene), [scene]);

  // Somebody who says where they are wants to see what is nearest around it, and nothing moves on later ticks.
  const first = useRef(points);
  first.current = points;
  useEffect(() => {
    if (near !== null) map.current?.fitTo(boxAround(near, first.current));
  }, [near]);

  // "Show on map" in the list must not point at a mark that is out of sight.
  useEffect(() => {
    const [row] = pressed;
    const view = map.current;
    if (row === undefined || view === null || view.rowsInView().includes(row)) return;
    const at = first.current.rows.indexOf(row);
    const [lon, lat] = [first.current.lon[at], first.current.lat[at]];
    if (lon !== undefined && lat !== undefined) view.fitTo([lon - 0.01, lat - 0.006, lon + 0.01, lat + 0.006]);
  }, [pressed]);

  return (
    <section id="map" className="map-pane" aria-label={words.t("map.label")} tabIndex={-1}>
      <p className="hint map-count">
        {words.t("map.description")}{" "}
        {words.t("map.onMap", { placed: words.number(results.placed), count: words.number(results.rows.length) })}
      </p>
      <div className="map-stage">
        <div ref={container} className="map-canvas" hidden={stage.status === "failed" || !wanted} />
        {stage.status === "loading" && wanted && (
          <p className="map-coming" role="status">
            {words.t("map.loading")}
          </p>
        )}
        {!wanted && shown && (
          <div className="map-words">
            <p>{words.t("map.saveData")}</p>
            <button type="button" className="button" onClick={() => chooseTextOnly(store, false)}>
              {words.t("map.load")}
            </button>
          </div>
        )}
        {stage.status === "failed" && (
          <div className="map-words" role="alert">
            <p>{words.t(stage.why === "no-webgl" ? "map.noWebgl" : "map.failed")}</p>
            {stage.why === "failed" && (
              <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
                {words.t("map.retry")}
              </button>
            )}
          </div>
        )}
        {stage.status === "drawn" && <MapControls view={() => map.current} />}
        {pressed.length > 0 && stage.status === "drawn" && <HereList ready={ready} rows={pressed} />}
        {wanted && stage.status !== "failed" && (
          <p className="map-credit">
            <a href={links.about}>{words.t("map.credits")}</a>
          </p>
        )}
      </div>
      <TextOnlySwitch label={words.t("map.textOnly")} />
      {shown && <Later load={loadTools} props={{ ready, pointed: shade === null ? null : pointed }} />}
    </section>
  );
}
