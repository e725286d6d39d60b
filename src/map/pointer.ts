import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { lonLat } from "../services/place.ts";
import { rowsOfMark } from "./cluster-grid.ts";
import type { MapViewOptions } from "./map-options.ts";
import { extentOfMark, markAt } from "./mark-hit.ts";
import { latOfY, lonOfX, mercatorX, mercatorY } from "./mercator.ts";
import { OVERLAY_LAYER } from "./overlay-layer.ts";
import type { ScenePainter } from "./scene-painter.ts";

/** Pixels beyond a mark's edge that still count as on it. */
const MOUSE_SLOP = 2;
const TOUCH_SLOP = 12;
const CLUSTER_PADDING = 56;

type Told = Pick<MapViewOptions, "onSelectRows" | "onHover" | "onHoverArea" | "onSelectArea" | "onPressPlace">;

export interface PointerSetting {
  /** Null until the style has loaded and after the map was removed. */
  readonly painter: () => ScenePainter | null;
  /** Milliseconds that a move takes. */
  readonly glide: () => number;
  readonly maxZoom: number;
}

/** What pressing and hovering mean: finds the mark under the pointer and tells the page of it, or zooms into a cluster. */
export class MapPointer {
  private hovered: number | null = null;
  private hoveredArea: string | null = null;
  private frame = 0;

  constructor(
    private readonly map: MapLibreMap,
    private readonly setting: PointerSetting,
    private readonly told: Told,
  ) {
    map.on("click", (event) => this.pressed(event));
    map.on("mousemove", (event) => this.pointed(event));
    map.on("mouseout", () => this.hover(null, null));
  }

  /** Code of the LSOA at a place of the canvas in pixels, while an overlay is shown; else null. */
  areaUnder({ x, y }: { readonly x: number; readonly y: number }): string | null {
    if (this.setting.painter()?.shown.overlay == null) return null;
    const [feature] = this.map.queryRenderedFeatures([x, y], { layers: [OVERLAY_LAYER] });
    const code: unknown = feature?.properties.code;
    return typeof code === "string" ? code : null;
  }

  remove(): void {
    cancelAnimationFrame(this.frame);
  }

  private markUnder(painter: ScenePainter, { lngLat }: MapMouseEvent, slop: number): number {
    return markAt(painter.marks, mercatorX(lngLat.lng), mercatorY(lngLat.lat), this.map.getZoom(), slop);
  }

  private pressed(event: MapMouseEvent): void {
    const painter = this.setting.painter();
    if (painter === null) return;
    const touch = "pointerType" in event.originalEvent && event.originalEvent.pointerType === "touch";
    const mark = this.markUnder(painter, event, touch ? TOUCH_SLOP : MOUSE_SLOP);
    if (mark === -1) {
      const code = this.areaUnder(event.point);
      if (code !== null) this.told.onSelectArea?.(code);
      const place = lonLat(event.lngLat.lng, event.lngLat.lat);
      if (place !== null) this.told.onPressPlace?.(place, code);
      return;
    }
    if (painter.marks.marks[mark]?.form === "cluster" && this.takeApart(painter, mark)) return;
    this.told.onSelectRows?.(rowsOfMark(painter.shown.points, painter.marks, mark));
  }

  /** Zooms to what a cluster stands for; false when the map is as close as it goes. */
  private takeApart(painter: ScenePainter, mark: number): boolean {
    const { map } = this;
    const { maxZoom } = this.setting;
    if (map.getZoom() > maxZoom - 0.05) return false;
    const { left, top, right, bottom } = extentOfMark(painter.points, painter.marks, mark);
    const camera = map.cameraForBounds([lonOfX(left), latOfY(bottom), lonOfX(right), latOfY(top)], {
      padding: CLUSTER_PADDING,
      maxZoom,
    });
    map.easeTo({
      center: [lonOfX((left + right) / 2), latOfY((top + bottom) / 2)],
      zoom: Math.min(maxZoom, Math.max(camera?.zoom ?? 0, map.getZoom() + 1)),
      duration: this.setting.glide(),
    });
    return true;
  }

  /** At most once a frame: a mouse moves more often than a screen is drawn. */
  private pointed(event: MapMouseEvent): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const painter = this.setting.painter();
      if (painter === null) return;
      const mark = painter.marks.marks[this.markUnder(painter, event, MOUSE_SLOP)];
      this.map.getCanvasContainer().classList.toggle("asset-over-mark", mark !== undefined);
      const row = mark?.form === "single" ? (painter.shown.points.rows[mark.point] ?? null) : null;
      this.hover(row, mark === undefined ? this.areaUnder(event.point) : null);
    });
  }

  private hover(row: number | null, area: string | null): void {
    if (row !== this.hovered) {
      this.hovered = row;
      this.told.onHover?.(row);
    }
    if (area !== this.hoveredArea) {
      this.hoveredArea = area;
      this.told.onHoverArea?.(area);
    }
  }
}
