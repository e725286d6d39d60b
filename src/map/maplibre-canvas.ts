import type { FeatureCollection, Geometry } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { FIRST_LAYER_ABOVE_OVERLAY } from "./basemap-layers.ts";
import type { Viewport } from "./cluster-grid.ts";
import { type MarkInks, markImages, PIXEL_RATIO } from "./mark-images.ts";
import { markLayers, markSources } from "./mark-layers.ts";
import { mercatorX, mercatorY } from "./mercator.ts";
import { areaEdgeLayers, overlayLayers, REACH_STATE } from "./overlay-layer.ts";
import type { Canvas } from "./scene-painter.ts";

/** Adds the marks (each drawn when first asked for), our sources and our layers to a map whose style has loaded: overlay low, marks on top. */
export function addOwnLayers(map: MapLibreMap, inks: MarkInks): void {
  const images = markImages(inks);
  map.setMissingStyleImageResolver((name) => {
    const draw = images.get(name);
    if (draw !== undefined && !map.hasImage(name)) map.addImage(name, draw(), { pixelRatio: PIXEL_RATIO });
  });
  for (const [id, source] of Object.entries(markSources())) map.addSource(id, source);
  const layers = map.getStyle().layers;
  // In a publisher's style we don't know where the land ends: beneath the first name is the best guess.
  const above =
    layers.find(({ id }) => id === FIRST_LAYER_ABOVE_OVERLAY) ?? layers.find(({ type }) => type === "symbol");
  const firstName = layers.find(({ type }) => type === "symbol");
  for (const layer of overlayLayers()) map.addLayer(layer, above?.id);
  for (const layer of areaEdgeLayers()) map.addLayer(layer, firstName?.id);
  for (const layer of markLayers()) map.addLayer(layer);
}

function geoJsonSource(map: MapLibreMap, id: string): GeoJSONSource | null {
  const source = map.getSource(id);
  return source?.type === "geojson" ? (source as GeoJSONSource) : null;
}

/** Milliseconds that MapLibre's worker has to take features in; one that takes longer has died. */
const WORKER_PATIENCE = 20_000;

/**
 * Puts features into a source; a source that is gone (the map was removed meanwhile) is left alone. `lost` is called
 * when nothing takes them in: what the map shows is then no longer what it was told.
 */
export function setSourceData(
  map: MapLibreMap,
  id: string,
  data: FeatureCollection<Geometry | null>,
  lost: () => void,
): void {
  const taken = geoJsonSource(map, id)?.setData(data as FeatureCollection);
  if (taken === undefined) return;
  const late = setTimeout(lost, WORKER_PATIENCE);
  taken.catch(() => undefined).finally(() => clearTimeout(late));
}

export function viewportOf(map: MapLibreMap): Viewport {
  const bounds = map.getBounds();
  return {
    zoom: map.getZoom(),
    left: mercatorX(bounds.getWest()),
    right: mercatorX(bounds.getEast()),
    top: mercatorY(bounds.getNorth()),
    bottom: mercatorY(bounds.getSouth()),
  };
}

/** A MapLibre map as the painter knows it. */
export function maplibreCanvas(map: MapLibreMap, ownBasemap: boolean, needAreas: () => void, lost: () => void): Canvas {
  return {
    ownBasemap,
    needAreas,
    setData: (source, data) => setSourceData(map, source, data, lost),
    setProperty: (layer, part, property, value) => {
      // MapLibre types properties by layer type; ours come from the same descriptions that made the layers.
      if (part === "paint") map.setPaintProperty(layer, property as never, value as never);
      else map.setLayoutProperty(layer, property as never, value as never);
    },
    setFilter: (layer, filter) => {
      map.setFilter(layer, filter as Parameters<MapLibreMap["setFilter"]>[1]);
    },
    setReach: ({ codes, classes }) => {
      // The source knows its areas by their code (`promoteId`).
      for (const [i, code] of codes.entries()) {
        map.setFeatureState({ source: "asset-areas", id: code }, { [REACH_STATE]: classes[i] });
      }
    },
    viewport: () => viewportOf(map),
  };
}
