import { GPUInitializationError, Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { decodeLsoaTable, type LsoaTableFile } from "../services/lsoa-table.ts";
import { type LonLat, lonLat } from "../services/place.ts";
import { areaFeatures } from "./areas.ts";
import { ASSET_GROUPS, featuresOf } from "./basemap-assets.ts";
import { basemapStyle } from "./basemap-layers.ts";
import { loadGroup, SECOND_GROUP_ZOOM } from "./basemap-loader.ts";
import type { Scheme } from "./colours.ts";
import type { MapFailure, MapViewOptions } from "./map-options.ts";
import { addOwnLayers, maplibreCanvas, setSourceData } from "./maplibre-canvas.ts";
import { OUR_INKS } from "./mark-images.ts";
import type { Box } from "./mercator.ts";
import { MapPointer } from "./pointer.ts";
import { EMPTY_SCENE, type Scene } from "./scene.ts";
import { ScenePainter } from "./scene-painter.ts";
import "./map-view.css";

// Vite's production build loses the worker unless it is given by its address.
setWorkerUrl(workerUrl);

/** Beyond this the basemap is no longer honest: streets are missing, and emptiness would read as "nothing there". */
export const MAX_ZOOM = 14;
const MIN_ZOOM = 7.5;
/** How far the view may leave London: enough that all of it fits on a tall phone. */
const VIEW_LIMITS: [number, number, number, number] = [-1.7, 50.7, 1.5, 52.3];
/** Greater London with a little air; degrees. */
const ALL_LONDON: Box = [-0.51, 51.285, 0.335, 51.695];
const FIT_PADDING = 28;
const GLIDE_MS = 300;
const CONTEXT_WAIT_MS = 2000;

const boundsOf = ([west, south, east, north]: Box): [number, number, number, number] => [west, south, east, north];

/**
 * The one owner of MapLibre. It is shown scenes and tells, through the callbacks in its options, what was pressed,
 * hovered and seen. It never throws for a device that can't draw: it calls `onFailure` and every method does nothing.
 */
export class MapView {
  private readonly map: MapLibreMap | null;
  private painter: ScenePainter | null = null;
  private scene: Scene = EMPTY_SCENE;
  private scheme: Scheme;
  private removed = false;
  private areasAsked = false;
  private contextLosses = 0;
  private contextTimer: ReturnType<typeof setTimeout> | undefined;
  private ready = false;
  private pointer: MapPointer | null = null;

  /** `container` must have a size; its content is replaced. */
  constructor(
    container: HTMLElement,
    private readonly options: MapViewOptions,
  ) {
    this.scheme = options.scheme;
    this.map = this.create(container);
    const { map } = this;
    if (map === null) return;
    if (options.basemap.kind === "pmtiles") queueMicrotask(() => this.fail("pmtiles-not-supported"));
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.once("style.load", () => this.begin(map));
    map.on("moveend", () => this.moved(map));
    this.pointer = new MapPointer(
      map,
      { painter: () => this.painter, glide: () => this.glide(), maxZoom: MAX_ZOOM },
      options,
    );
    map.on("webglcontextlost", () => this.contextLost());
    map.on("webglcontextrestored", () => clearTimeout(this.contextTimer));
    map.on("error", ({ error }) => this.mapError(error));
  }

  /** Shows a scene; parts that are the same object as in the last one cost nothing. */
  show(scene: Scene): void {
    const move = scene.view !== this.scene.view ? scene.view : null;
    this.scene = scene;
    this.painter?.show(scene);
    if (move !== null) this.fitTo(move);
  }

  zoomIn(): void {
    this.map?.zoomIn({ duration: this.glide() });
  }

  zoomOut(): void {
    this.map?.zoomOut({ duration: this.glide() });
  }

  /** Moves by a share of the view's width and height: `panBy(0.25, 0)` shows more of what lies to the right. */
  panBy(across: number, down: number): void {
    const canvas = this.map?.getCanvas();
    if (canvas === undefined) return;
    this.map?.panBy([across * canvas.clientWidth, down * canvas.clientHeight], { duration: this.glide() });
  }

  /** Shows all of the map's area. */
  resetView(): void {
    this.fitTo(this.options.home ?? ALL_LONDON);
  }

  /** Moves to a box of degrees, no closer than a neighbourhood. */
  fitTo(box: Box): void {
    this.map?.fitBounds(boundsOf(box), { padding: FIT_PADDING, maxZoom: 13.5, duration: this.glide() });
  }

  /** Code of the LSOA at a place, while an overlay is shown and the place is on screen; else null. */
  areaAt(point: LonLat): string | null {
    const pixel = this.map?.project([point[0], point[1]]);
    return pixel === undefined ? null : (this.pointer?.areaUnder(pixel) ?? null);
  }

  /** Rows of the services on screen now, each once, in list order. */
  rowsInView(): number[] {
    const { map } = this;
    if (map === null) return [];
    const bounds = map.getBounds();
    const { points } = this.scene;
    const rows = new Set<number>();
    for (let i = 0; i < points.count; i++) {
      if (bounds.contains([points.lon[i] as number, points.lat[i] as number])) rows.add(points.rows[i] as number);
    }
    return [...rows];
  }

  /** Draws the embedded basemap light or dark; a publisher's style stays as it is. */
  setScheme(scheme: Scheme): void {
    this.scheme = scheme;
    this.painter?.setScheme(scheme);
  }

  /** Gives the map's name for screen readers anew, as when the number of services changed. */
  setLabel(label: string): void {
    this.map?.getCanvas().setAttribute("aria-label", label);
  }

  /** Ends the map and frees its graphics; the view can't be used again. Safe to call twice. */
  remove(): void {
    if (this.removed) return;
    this.removed = true;
    clearTimeout(this.contextTimer);
    this.pointer?.remove();
    this.painter = null;
    this.map?.remove();
  }

  private create(container: HTMLElement): MapLibreMap | null {
    const { basemap, words, cooperative, scheme } = this.options;
    const still = this.isStill();
    try {
      return new MapLibreMap({
        container,
        style: basemap.kind === "style" ? basemap.url : basemapStyle({ scheme, shaded: false }),
        // Our styles are checked by tests; a publisher's is worth a sentence in the console.
        validateStyle: basemap.kind === "style",
        bounds: boundsOf(this.options.home ?? ALL_LONDON),
        fitBoundsOptions: { padding: FIT_PADDING / 2 },
        maxBounds: VIEW_LIMITS,
        minZoom: MIN_ZOOM,
        maxZoom: MAX_ZOOM,
        maxPitch: 0,
        pitchWithRotate: false,
        dragRotate: false,
        touchPitch: false,
        renderWorldCopies: false,
        attributionControl: false,
        cooperativeGestures: cooperative,
        keyboard: true,
        reduceMotion: still,
        fadeDuration: still ? 0 : 200,
        // Three device pixels a pixel cost twice the work of two and can't be told apart.
        pixelRatio: Math.min(globalThis.devicePixelRatio || 1, 2),
        locale: {
          "Map.Title": words.label,
          "CooperativeGesturesHandler.WindowsHelpText": words.wheelHint,
          "CooperativeGesturesHandler.MacHelpText": words.wheelHint,
          "CooperativeGesturesHandler.MobileHelpText": words.touchHint,
        },
      });
    } catch (error) {
      const failure = error instanceof GPUInitializationError ? "no-webgl" : "broken";
      // Told afterwards, so that whoever made this view holds it by then.
      queueMicrotask(() => this.fail(failure));
      return null;
    }
  }

  private begin(map: MapLibreMap): void {
    if (this.removed) return;
    const own = this.options.basemap.kind !== "style";
    const { teal = OUR_INKS.several, marigold = OUR_INKS.chosen } = this.options.colours ?? {};
    const inks = { several: teal, chosen: marigold };
    addOwnLayers(map, inks);
    this.painter = new ScenePainter(
      maplibreCanvas(
        map,
        own,
        () => this.loadAreas(map),
        () => this.fail("worker-lost"),
      ),
      this.options.count ?? String,
      { scheme: this.options.scheme, shaded: false },
      inks,
    );
    this.painter.setScheme(this.scheme);
    this.painter.show(this.scene);
    if (own) this.loadBasemap(map);
    else map.once("idle", () => this.becomeReady());
  }

  private async loadBasemap(map: MapLibreMap): Promise<void> {
    const put: Parameters<typeof loadGroup>[2] = (source, data) => {
      if (!this.removed) setSourceData(map, source, data, () => this.fail("worker-lost"));
    };
    const [first, second] = ASSET_GROUPS;
    const failed = [...(await loadGroup(first, this.options.assets, put))];
    if (this.removed) return;
    const afterFirst = new Promise<void>((resolve) => {
      map.once("idle", () => {
        this.becomeReady();
        resolve();
      });
      map.triggerRepaint();
    });
    if (map.getZoom() < SECOND_GROUP_ZOOM) await afterFirst;
    if (this.removed) return;
    failed.push(...(await loadGroup(second, this.options.assets, put)));
    if (failed.length > 0) this.fail("basemap-incomplete");
  }

  private async loadAreas(map: MapLibreMap): Promise<void> {
    if (this.areasAsked) return;
    this.areasAsked = true;
    const { assets } = this.options;
    try {
      const [shapes, table] = await Promise.all([assets.load("lsoas.topo"), assets.load("lsoas")]);
      if (this.removed) return;
      const lsoas = featuresOf("lsoas.topo", shapes).filter(({ properties }) => properties?.layer === "lsoas");
      const features = areaFeatures(lsoas, decodeLsoaTable(table as LsoaTableFile));
      setSourceData(map, "asset-areas", features, () => this.fail("worker-lost"));
    } catch {
      // Asked again with the next overlay: the connection may be back by then.
      this.areasAsked = false;
      this.fail("areas-unavailable");
    }
  }

  private becomeReady(): void {
    if (this.ready || this.removed) return;
    this.ready = true;
    this.options.onReady?.();
  }

  private moved(map: MapLibreMap): void {
    this.painter?.moved();
    const bounds = map.getBounds();
    const { lng, lat } = map.getCenter();
    this.options.onMoved?.({
      centre: lonLat(lng, lat),
      zoom: map.getZoom(),
      box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    });
  }

  private contextLost(): void {
    this.contextLosses++;
    clearTimeout(this.contextTimer);
    // A device that loses its graphics twice will do so again: better the list than a flickering map.
    const wait = this.contextLosses > 1 ? 0 : CONTEXT_WAIT_MS;
    this.contextTimer = setTimeout(() => this.fail("context-lost"), wait);
  }

  private mapError(error: unknown): void {
    if (error instanceof GPUInitializationError) this.fail("no-webgl");
    else if (this.options.basemap.kind === "style" && this.painter !== null) this.fail("basemap-incomplete");
    else if (!this.ready) this.fail("broken");
  }

  private fail(failure: MapFailure): void {
    if (!this.removed) this.options.onFailure?.(failure);
  }

  private isStill(): boolean {
    return this.options.reducedMotion ?? globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
  }

  private glide(): number {
    return this.isStill() ? 0 : GLIDE_MS;
  }
}
