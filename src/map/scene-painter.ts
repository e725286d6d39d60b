import type { FeatureCollection, Geometry } from "geojson";
import { overlayById } from "../overlays/overlays.ts";
import { type BasemapLook, lookChanges } from "./basemap-layers.ts";
import {
  type ClusterGrid,
  clusterGrid,
  gridZoom,
  type ProjectedPoints,
  projectPoints,
  type Viewport,
} from "./cluster-grid.ts";
import { chosenFeatures, discFeatures, markFeatures, startFeatures } from "./mark-features.ts";
import { type MarkInks, OUR_INKS } from "./mark-images.ts";
import { discPaint, type MarkSource } from "./mark-layers.ts";
import {
  AREA_EDGE_LAYERS,
  hasNoData,
  NO_DATA_LAYER,
  OVERLAY_LAYER,
  overlayColour,
  REACH_COLOUR,
} from "./overlay-layer.ts";
import { EMPTY_SCENE, type ReachShades, type Scene, sceneChanges } from "./scene.ts";

/** What painting needs of a map; MapLibre's in the page, a recorder in tests. */
export interface Canvas {
  setData(source: MarkSource, data: FeatureCollection<Geometry>): void;
  setProperty(layer: string, part: "paint" | "layout", property: string, value: unknown): void;
  setFilter(layer: string, filter: unknown): void;
  /** What is on screen now. */
  viewport(): Viewport;
  /** Asks for the areas' shapes and deciles, once; `asset-areas` is filled when they have come. */
  needAreas(): void;
  /** Tells areas their class of reach. */
  setReach(shades: ReachShades): void;
  /** Whether the basemap is our own, whose colours may be changed. */
  readonly ownBasemap: boolean;
}

const NO_MARKS: ClusterGrid = { marks: [], markOf: new Int32Array() };

/** Turns scenes into calls on a map, as few as the difference to the last scene needs. */
export class ScenePainter {
  private scene: Scene = EMPTY_SCENE;
  private projected: ProjectedPoints = projectPoints(EMPTY_SCENE.points);
  private grid: ClusterGrid = NO_MARKS;
  private gridView: Viewport | null = null;
  /** Sources that hold nothing: each `setData` costs a trip to MapLibre's worker and a frame, so nothing is not put twice. */
  private readonly empty = new Set<MarkSource>(["asset-discs", "asset-chosen"]);

  constructor(
    private readonly canvas: Canvas,
    private readonly count: (value: number) => string,
    private look: BasemapLook,
    private readonly inks: MarkInks = OUR_INKS,
  ) {}

  get shown(): Scene {
    return this.scene;
  }

  get points(): ProjectedPoints {
    return this.projected;
  }

  get marks(): ClusterGrid {
    return this.grid;
  }

  show(next: Scene): void {
    const changes = sceneChanges(this.scene, next);
    this.scene = next;
    if (changes.has("points")) {
      this.projected = projectPoints(next.points);
      this.gather();
    }
    if (changes.has("points") || changes.has("selected") || changes.has("hovered")) {
      this.put("asset-chosen", chosenFeatures(next));
      this.paintDiscs();
    }
    if (changes.has("start")) this.canvas.setData("asset-start", startFeatures(next.start));
    if (changes.has("overlay")) this.paintOverlay();
    if (changes.has("highlightArea")) this.paintHighlight();
  }

  /** To be called when the view has moved: gathers anew when the grid's zoom or edge was left. */
  moved(): void {
    const view = this.canvas.viewport();
    const last = this.gridView;
    const covered =
      last !== null &&
      gridZoom(last.zoom) === gridZoom(view.zoom) &&
      last.left <= view.left &&
      last.top <= view.top &&
      last.right >= view.right &&
      last.bottom >= view.bottom;
    if (covered) return;
    this.gather();
    this.paintDiscs();
  }

  /** Draws the embedded basemap in another scheme. */
  setScheme(scheme: BasemapLook["scheme"]): void {
    this.changeLook({ ...this.look, scheme });
  }

  /** Points a little beyond the screen are gathered too, so that a short drag needs no new marks. */
  private gather(): void {
    const view = this.canvas.viewport();
    const [across, down] = [(view.right - view.left) * 0.25, (view.bottom - view.top) * 0.25];
    this.gridView = {
      zoom: view.zoom,
      left: view.left - across,
      right: view.right + across,
      top: view.top - down,
      bottom: view.bottom + down,
    };
    this.grid = clusterGrid(this.projected, this.gridView);
    this.canvas.setData("asset-marks", markFeatures(this.scene.points, this.grid, this.count));
  }

  private put(source: MarkSource, data: FeatureCollection<Geometry>): void {
    const isEmpty = data.features.length === 0;
    if (isEmpty && this.empty.has(source)) return;
    if (isEmpty) this.empty.add(source);
    else this.empty.delete(source);
    this.canvas.setData(source, data);
  }

  private paintDiscs(): void {
    this.canvas.setData("asset-discs", discFeatures(this.scene, this.grid, this.inks));
  }

  private paintOverlay(): void {
    const { overlay: shades } = this.scene;
    const reach = shades?.id === "reach" ? shades : null;
    const overlay = shades === null || shades.id === "reach" ? null : overlayById(shades.id);
    const shaded = reach !== null || overlay !== null;
    this.changeLook({ ...this.look, shaded });
    if (shaded) this.canvas.needAreas();
    if (reach !== null) {
      this.canvas.setProperty(OVERLAY_LAYER, "paint", "fill-color", REACH_COLOUR);
      this.canvas.setReach(reach);
    }
    if (overlay !== null) {
      this.canvas.setProperty(OVERLAY_LAYER, "paint", "fill-color", overlayColour(overlay));
      this.canvas.setFilter(NO_DATA_LAYER, hasNoData(overlay));
    }
    const visibility = (visible: boolean): string => (visible ? "visible" : "none");
    this.canvas.setProperty(OVERLAY_LAYER, "layout", "visibility", visibility(shaded));
    this.canvas.setProperty(NO_DATA_LAYER, "layout", "visibility", visibility(overlay !== null));
  }

  private paintHighlight(): void {
    const code = this.scene.highlightArea;
    if (code !== null) this.canvas.needAreas();
    for (const layer of AREA_EDGE_LAYERS) this.canvas.setFilter(layer, ["==", ["get", "code"], code ?? ""]);
  }

  private changeLook(next: BasemapLook): void {
    const changes = this.canvas.ownBasemap ? lookChanges(this.look, next) : [];
    this.look = next;
    for (const { layer, part, property, value } of changes) this.canvas.setProperty(layer, part, property, value);
    const { fillOpacity, edgeColour, edgeOpacity, groundOpacity } = discPaint(next);
    this.canvas.setProperty("asset-discs", "paint", "fill-opacity", fillOpacity);
    this.canvas.setProperty("asset-disc-edge-ground", "paint", "line-opacity", groundOpacity);
    this.canvas.setProperty("asset-disc-edges", "paint", "line-color", edgeColour);
    this.canvas.setProperty("asset-disc-edges", "paint", "line-opacity", edgeOpacity);
  }
}
